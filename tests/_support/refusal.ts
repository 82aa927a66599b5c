/**
 * Errors are part of the product: their class and every word are tested.
 *
 * @module
 */
import { assert, assertEquals, assertThrows } from "@std/assert";

/**
 * Asserts that a call is refused with exactly this error.
 *
 * @param call What must throw.
 * @param kind The error's class itself, not one that it extends.
 * @param message The whole message.
 * @throws {AssertionError} If it does not throw, or something else.
 */
export function assertRefuses(
  call: () => unknown,
  kind: RangeErrorConstructor | TypeErrorConstructor,
  message: string,
): void {
  const error = assertThrows(call, kind);
  assertEquals([error.constructor, error.message], [kind, message]);
}

/**
 * Asserts that options are refused that are no object: `sum(x, "row")` must not
 * be taken for `sum(x)`. (`deno run` does not check types.)
 *
 * @param call Calls the function with these options.
 * @param action What the function was about to do, as its errors name it.
 * @throws {AssertionError} If one is accepted, or refused with another error.
 */
export function assertRefusesOptions(
  call: (options: never) => unknown,
  action: string,
): void {
  for (const options of ["row", 1e-7, true, null]) {
    const error = assertThrows(() => call(options as never), TypeError);
    assert(error.message.startsWith(`Cannot ${action}: `), error.message);
  }
}
