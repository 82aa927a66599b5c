/**
 * Stands in for the parts of `@std/assert` 1.0.19 that this project uses, on
 * machines that reach npm and not JSR: `node:assert` under std's names,
 * parameters and error class. `tests/scripts/dev/npm_std_test.ts` holds both to
 * the same table.
 *
 * @module
 */
import * as node from "node:assert";
import { withoutNegativeZero } from "./_negative_zero.ts";

/** Error thrown when an assertion fails. */
export class AssertionError extends Error {
  override name = "AssertionError";
}

// deno-lint-ignore no-explicit-any
type ErrorClass<E extends Error = Error> = abstract new (...args: any[]) => E;

function failure(what: string, msg?: string, detail?: string): AssertionError {
  const claim = msg ? `${what}: ${msg}` : `${what}.`;
  return new AssertionError(detail ? `${claim}\n${detail}` : claim);
}

/** What `node:assert` has to say against it, or `undefined`. */
function objection(check: () => void): string | undefined {
  try {
    check();
  } catch (error) {
    if (error instanceof node.AssertionError) return error.message;
    throw error;
  }
}

/** Deep equality; unlike `node:assert`, std holds 0 and -0 to be equal. */
function inequality(actual: unknown, expected: unknown): string | undefined {
  const told = objection(() => node.deepStrictEqual(actual, expected));
  if (told === undefined) return undefined;
  const plain = objection(() =>
    node.deepStrictEqual(
      withoutNegativeZero(actual),
      withoutNegativeZero(expected),
    )
  );
  return plain === undefined ? undefined : told;
}

/** `expr` is truthy. */
export function assert(expr: unknown, msg = ""): asserts expr {
  if (objection(() => node.ok(expr, msg)) !== undefined) {
    throw new AssertionError(msg);
  }
}

/** Always throws. */
export function fail(msg?: string): never {
  throw failure("Failed assertion", msg);
}

/** `actual` and `expected` are deeply equal. */
export function assertEquals<T>(actual: T, expected: T, msg?: string): void {
  const difference = inequality(actual, expected);
  if (difference !== undefined) {
    throw failure("Values are not equal", msg, difference);
  }
}

/** `actual` and `expected` are not deeply equal. */
export function assertNotEquals<T>(actual: T, expected: T, msg?: string): void {
  if (inequality(actual, expected) !== undefined) return;
  throw failure(`Expected another value than ${Deno.inspect(actual)}`, msg);
}

/** `Object.is(actual, expected)`. */
export function assertStrictEquals<T>(
  actual: unknown,
  expected: T,
  msg?: string,
): asserts actual is T {
  const difference = objection(() => node.strictEqual(actual, expected));
  if (difference !== undefined) {
    throw failure("Values are not strictly equal", msg, difference);
  }
}

/** Not `Object.is(actual, expected)`. */
export function assertNotStrictEquals<T>(
  actual: T,
  expected: T,
  msg?: string,
): void {
  if (objection(() => node.notStrictEqual(actual, expected)) === undefined) {
    return;
  }
  throw failure(`Expected another value than ${Deno.inspect(actual)}`, msg);
}

/** `actual` is neither `null` nor `undefined`. */
export function assertExists<T>(
  actual: T,
  msg?: string,
): asserts actual is NonNullable<T> {
  if (objection(() => node.notEqual(actual, null)) === undefined) return;
  throw failure(`Expected a value, not ${actual}`, msg);
}

/** The two differ by at most `tolerance`, by default 1e-7 of `expected`. */
export function assertAlmostEquals(
  actual: number,
  expected: number,
  tolerance?: number,
  msg?: string,
): void {
  if (Object.is(actual, expected)) return;
  const limit = tolerance ??
    (Number.isFinite(expected) ? Math.abs(expected) * 1e-7 : 0);
  if (Math.abs(actual - expected) <= limit) return;
  throw failure(`Expected ${actual} to be within ${limit} of ${expected}`, msg);
}

/** `actual` contains `expected`. */
export function assertStringIncludes(
  actual: string,
  expected: string,
  msg?: string,
): void {
  if (actual.includes(expected)) return;
  throw failure(`Expected "${actual}" to contain "${expected}"`, msg);
}

/** `actual` matches `expected`. */
export function assertMatch(
  actual: string,
  expected: RegExp,
  msg?: string,
): void {
  if (objection(() => node.match(actual, expected)) === undefined) return;
  throw failure(`Expected "${actual}" to match ${expected}`, msg);
}

/** `actual` is an instance of `expectedType`. */
export function assertInstanceOf<
  // deno-lint-ignore no-explicit-any
  T extends abstract new (...args: any[]) => any,
>(
  actual: unknown,
  expectedType: T,
  msg = "",
): asserts actual is InstanceType<T> {
  if (actual instanceof expectedType) return;
  throw failure(
    `Expected ${Deno.inspect(actual)} to be a ${expectedType.name}`,
    msg,
  );
}

function expectError(
  error: unknown,
  kind: ErrorClass | undefined,
  includes: string | undefined,
  msg: string | undefined,
): void {
  if (kind === undefined) return;
  assertInstanceOf(error, kind, msg);
  assertStringIncludes(error.message, includes ?? "", msg);
}

/** `fn` throws; returns what it throws. */
export function assertThrows(fn: () => unknown, msg?: string): unknown;
/** `fn` throws an `ErrorClass` whose message contains `msgIncludes`; returns it. */
export function assertThrows<E extends Error = Error>(
  fn: () => unknown,
  ErrorClass: ErrorClass<E>,
  msgIncludes?: string,
  msg?: string,
): E;
export function assertThrows(
  fn: () => unknown,
  kind?: ErrorClass | string,
  includes?: string,
  msg?: string,
): unknown {
  if (typeof kind === "string") {
    return assertThrows(fn, undefined!, undefined, kind);
  }
  let thrown: unknown;
  const keep = (error: unknown): true => (thrown = error, true);
  if (objection(() => node.throws(fn, keep)) !== undefined) {
    throw failure("Expected function to throw", msg);
  }
  expectError(thrown, kind, includes, msg);
  return thrown;
}

/** `fn` returns a promise that rejects; returns what it rejects with. */
export function assertRejects(
  fn: () => PromiseLike<unknown>,
  msg?: string,
): Promise<unknown>;
/** The same, with an `ErrorClass` whose message contains `msgIncludes`. */
export function assertRejects<E extends Error = Error>(
  fn: () => PromiseLike<unknown>,
  ErrorClass: ErrorClass<E>,
  msgIncludes?: string,
  msg?: string,
): Promise<E>;
export async function assertRejects(
  fn: () => PromiseLike<unknown>,
  kind?: ErrorClass | string,
  includes?: string,
  msg?: string,
): Promise<unknown> {
  if (typeof kind === "string") {
    return assertRejects(fn, undefined!, undefined, kind);
  }
  let rejected: unknown;
  const keep = (error: unknown): true => (rejected = error, true);
  try {
    await node.rejects(fn as () => Promise<unknown>, keep);
  } catch {
    // it threw before there was a promise, returned none, or fulfilled it
    throw failure("Expected function to reject", msg);
  }
  expectError(rejected, kind, includes, msg);
  return rejected;
}
