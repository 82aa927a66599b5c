/**
 * Are two results the same, within the error that the calculation may have?
 *
 * @module
 */
import { AssertionError } from "@std/assert";

/** `|actual - expected|` may be at most `atol + rtol * |expected|`. */
export interface Tolerance {
  /** As a part of the expected value's size. */
  readonly rtol: number;
  /** Whatever the expected value's size. */
  readonly atol: number;
}

/**
 * The tolerances that have a name: `exact` for equal numbers (0 and -0 are),
 * `golden` for the double-precision results of another program, `gradient` for
 * central differences.
 */
export const TIERS = {
  exact: { rtol: 0, atol: 0 },
  golden: { rtol: 1e-12, atol: 0 },
  gradient: { rtol: 1e-6, atol: 1e-8 },
} as const satisfies Record<string, Tolerance>;

/** What can be compared: a number, any nesting of lists, what becomes one. */
export type Numbers = number | ArrayLike<Numbers> | { toArray(): Numbers };

/** The number at one place of both. */
interface Pair {
  readonly place: string;
  readonly actual: number;
  readonly expected: number;
}

interface Compared extends Pair {
  readonly error: number;
  readonly limit: number;
}

function plain(value: Numbers): number | ArrayLike<Numbers> {
  return typeof value === "object" && "toArray" in value
    ? plain(value.toArray())
    : value;
}

function sizeOf(value: number | ArrayLike<Numbers>): string {
  return typeof value === "number" ? "a number" : `a list of ${value.length}`;
}

function* pairs(
  actual: Numbers,
  expected: Numbers,
  place = "",
): Generator<Pair> {
  const left = plain(actual);
  const right = plain(expected);
  if (typeof left === "number" && typeof right === "number") {
    yield { place, actual: left, expected: right };
  } else if (
    typeof left === "number" || typeof right === "number" ||
    left.length !== right.length
  ) {
    throw new AssertionError(
      `Cannot compare at ${place || "the top"}: ` +
        `actual is ${sizeOf(left)} and expected is ${sizeOf(right)}`,
    );
  } else {
    for (let i = 0; i < left.length; i++) {
      yield* pairs(left[i]!, right[i]!, `${place}[${i}]`);
    }
  }
}

function compare(pair: Pair, { rtol, atol }: Tolerance): Compared {
  const { actual, expected } = pair;
  // Infinity meets Infinity, and nothing else comes near it
  const error = actual === expected ? 0 : Math.abs(actual - expected);
  const limit = Number.isFinite(expected)
    ? atol + rtol * Math.abs(expected)
    : 0;
  return { ...pair, error, limit };
}

/** How many times its limit an error is. */
function excess({ error, limit }: Compared): number {
  if (error <= limit) return 0;
  return Number.isNaN(error) ? Infinity : error / limit;
}

/**
 * Asserts that every number is close to the expected one, and names the worst
 * one if not. NaN is close to nothing, not even to NaN.
 *
 * @param actual What was calculated.
 * @param expected What it should be, with the same nesting.
 * @param tolerance A tier's name, or a tolerance of one's own.
 * @param label What is compared, for the message.
 * @throws {AssertionError} If a number is too far away or the nestings differ.
 */
export function assertClose(
  actual: Numbers,
  expected: Numbers,
  tolerance: keyof typeof TIERS | Tolerance,
  label = "",
): void {
  const limits = typeof tolerance === "string" ? TIERS[tolerance] : tolerance;
  const judged = [...pairs(actual, expected)].map((pair) =>
    compare(pair, limits)
  );
  const far = judged.filter((one) => excess(one) > 0);
  if (far.length === 0) return;
  const worst = far.reduce((a, b) => excess(b) > excess(a) ? b : a);
  throw new AssertionError(
    `${label && `${label}: `}${far.length} of ${judged.length} not close, ` +
      `worst at ${worst.place || "the number itself"}: ` +
      `actual ${worst.actual}, expected ${worst.expected}, ` +
      `error ${worst.error}, limit ${worst.limit}`,
  );
}
