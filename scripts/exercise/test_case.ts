/** A call that a submission is judged by. */
import type { Call } from "./call.ts";
import type { AskedFunction, Extra, Task } from "./exercise.ts";

/** Where a case comes from. */
export type Origin =
  /** The exercise: everybody may see it. */
  | "public"
  /** A seed: it may be told when everything is handed in. */
  | "drawn"
  /** The teacher's own: what is in it must not be told. */
  | "hidden";

/** A case. */
export interface TestCase {
  readonly task: Task;
  /** What the called function is asked to do. */
  readonly asked: AskedFunction;
  readonly origin: Origin;
  /** Counted from 1 in its task, by origin. */
  readonly number: number;
  readonly call: Call;
  readonly also?: Extra;
}
