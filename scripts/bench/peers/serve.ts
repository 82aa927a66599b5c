/**
 * What a peer's program does: it waits for lines that ask for a work, runs it
 * so many times, and answers with the time that took, or with the result. So
 * each has a process of its own, and all are timed in turn.
 */

/** Something to compute. */
export interface Work {
  /** Runs it so many times. */
  run(calls: number): void | Promise<void>;
  /** What one run gives, from the start, to be compared. */
  result(): ArrayLike<number> | Promise<ArrayLike<number>>;
}

/** How a work is set up, by the first word of its name; the rest is given. */
export type Works = Readonly<
  Record<string, (of: string) => Work | Promise<Work>>
>;

/** What is asked for. */
export interface Question {
  /** Such as `matmul 64`; or `about`. */
  readonly work: string;
  /** How many runs are timed; 0 for the result. */
  readonly calls: number;
}

/** What is answered. */
export interface Answer {
  /** Nanoseconds a run. */
  readonly time?: number;
  readonly result?: readonly number[];
  /** Whether the peer has no such work. */
  readonly none?: boolean;
  /** What only NumPy's program says: its version, and its kernel. */
  readonly about?: string;
  /** And what a fresh page of memory costs, in nanoseconds. */
  readonly page?: number;
}

/** A work that computes the same again and again. */
export function repeated(
  f: () => unknown,
  numbers: () => ArrayLike<number>,
): Work {
  return {
    run(calls) {
      for (let i = 0; i < calls; i++) kept = f();
    },
    result: numbers,
  };
}

let kept: unknown;
/** Asked for by nobody: what a run gave last must not be dropped unseen. */
export const lastOf = (): unknown => kept;

/** Answers question after question, until there are no more. */
export async function serve(works: Works): Promise<void> {
  const ready = new Map<string, Work>();
  const lines = Deno.stdin.readable.pipeThrough(new TextDecoderStream());
  let rest = "";
  for await (const part of lines) {
    const parts = (rest + part).split("\n");
    rest = parts.pop()!;
    for (const line of parts) {
      const answer = await answerTo(JSON.parse(line), works, ready);
      console.log(JSON.stringify(answer));
    }
  }
}

async function answerTo(
  { work: name, calls }: Question,
  works: Works,
  ready: Map<string, Work>,
): Promise<Answer> {
  const [first = "", of = ""] = name.split(" ");
  const make = works[first];
  if (make === undefined) return { none: true };
  let work = ready.get(name);
  if (work === undefined) ready.set(name, work = await make(of));
  if (calls === 0) return { result: Array.from(await work.result()) };
  // Another had the processor just now.
  await work.run(Math.ceil(calls / 4));
  const start = performance.now();
  await work.run(calls);
  return { time: (performance.now() - start) * 1e6 / calls };
}
