/**
 * Is a gradient right? Nobody who asks that should have to choose a step or a
 * tolerance: the function itself tells how exactly it can be measured.
 *
 * Over 10,000 random nets (`deno run tests/long/check_gradient_nets.ts`; a
 * smaller run is among the tests) no right gradient was called wrong: 9,992
 * came out right and 8 undecided. Of their 333,568 entries 0.05 % could not be
 * decided, and no error took up more than a ninth of its bound.
 *
 * It can be fooled: where a function has many corners within some 1e-8 to 1e-6
 * of the point (ReLU with weights of 1e-6), the bound came out too small for 2 of
 * 5,040 such nets, and a right gradient was called wrong.
 */
import { type BlackBox, blackBox } from "./_black_box.ts";
import { describe, requireOptions, shape } from "../matrix/_require.ts";
import { derivative } from "./_derivative.ts";
import { listNesting, type Nesting } from "./_nesting.ts";
import {
  indicesTo,
  requireRandom,
  shuffleInPlace,
} from "../random/_shuffle.ts";
import { taylorOrder } from "./_taylor_order.ts";
import { differentiate } from "./backpropagation.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { numpyRandom } from "../random/random.ts";

/** What {@linkcode checkGradient} checks, and how much of it. */
export interface GradientCheckOptions<T> {
  /**
   * The gradient to check, or the function that computes it, such as somebody's
   * own backpropagation. Left out: the library's own, by `gradient(f, at)`.
   */
  gradient?: T | ((at: T) => T);
  /** Look at so many entries, drawn at random. Left out: at every entry. */
  sample?: number;
  /** The random source for directions and samples; default `numpyRandom(0)`. */
  random?: () => number;
}

/** What one entry claims to be, and what it was measured to be. */
export interface CheckedEntry {
  /** The name of its matrix, such as `W2`; empty if there is only one. */
  readonly path: string;
  /** Its row, from 0. */
  readonly row: number;
  /** Its column, from 0. */
  readonly column: number;
  /** What the gradient says. */
  readonly claimed: number;
  /** What the function says, by extrapolated differences. */
  readonly measured: number;
  /** How far the two are apart. */
  readonly error: number;
  /** How far they may be apart: the bound of the measurement's own error. */
  readonly bound: number;
}

/** What {@linkcode checkGradient} finds. */
export interface GradientReport {
  /**
   * - `"right"`: every entry lies within the bound of what was measured;
   * - `"wrong"`: one does not, or a shape or a name is not that of a parameter;
   * - `"kink"`: the function has a corner there, such as ReLU at 0, and so no
   *   gradient;
   * - `"undecided"`: the function's own rounding, or its wildness, hides too
   *   many of its slopes.
   */
  readonly verdict: "right" | "wrong" | "kink" | "undecided";
  /** The same in a sentence. */
  readonly sentence: string;
  /** The entry that decided, or that came nearest to its bound. */
  readonly worst: CheckedEntry | undefined;
  /** How many entries there are. */
  readonly entries: number;
  /** How many of them were looked at. */
  readonly looked: number;
  /** How many of these could not be decided. */
  readonly undecided: number;
  /**
   * How fast the error of the tangent falls along random directions as the step
   * halves: 2 for a right gradient, 1 for a wrong one, NaN where rounding hides
   * it from the start.
   */
  readonly order: number;
  /** How often the function was called. */
  readonly calls: number;
}

const action = "check a gradient";
const claimName = "the gradient is";

/** A bound above this share of an entry decides nothing about it. */
const decisive = 1e-3;
/** With more undecided entries than this share, the whole is undecided. */
const tolerated = 0.1;
/** Random directions along which the whole gradient is tested. */
const directions = 3;

/**
 * Checks a gradient against the function it is said to belong to. There is no
 * step and no tolerance to choose.
 *
 * First the whole gradient is tested along a few random directions: the tangent
 * that it promises must miss the function by an amount that falls with the
 * square of the step (the Taylor test), and its slope must agree with the one
 * measured. Then each entry is measured by extrapolated differences, and
 * compared with its own error bound.
 *
 * @typeParam T A matrix, or any nesting of arrays and records of matrices.
 * @param f A function of the parameters that returns a 1×1 matrix.
 * @param at Where the gradient is checked.
 * @param options `gradient`: the one to check; `sample`: how many entries to
 * look at; `random`: where randomness comes from.
 * @returns The report.
 * @throws {RangeError} If `f` returns a matrix that is not 1×1, or `sample` is
 * no integer above 0.
 * @throws {TypeError} If `at` contains anything but matrices, or `f` is no
 * function.
 *
 * @example The library's own gradient
 * ```ts
 * import { checkGradient, matrix, sigmoid, sum } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const report = checkGradient((W) => sum(sigmoid(W)), matrix([1, -2]));
 * assertEquals(report.verdict, "right");
 * ```
 *
 * @example Somebody's own gradient, which forgot a factor
 * ```ts
 * import { checkGradient, matrix, multiply, sum } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const W = matrix([[1, 2], [3, 4]]);
 * const report = checkGradient((W) => sum(multiply(W, W)), W, { gradient: W });
 * assertEquals(report.verdict, "wrong");
 * assertEquals(report.worst?.claimed, 4);
 * ```
 */
export function checkGradient<T extends object>(
  f: (at: T) => Matrix,
  at: T & Nesting<T>,
  options: GradientCheckOptions<T> = {},
): GradientReport {
  requireOptions(options, ["gradient", "sample", "random"], action);
  const { sample, random = numpyRandom(0) } = options;
  requireRandom(random, action);
  if (sample !== undefined && !(Number.isInteger(sample) && sample > 0)) {
    throw new RangeError(
      `Cannot ${action}: sample is ${describe(sample)}, ` +
        "an integer above 0 is needed",
    );
  }
  const box = blackBox<T>(f, at, action);
  const claim = options.gradient === undefined
    ? differentiate(f, at)[1]
    : typeof options.gradient === "function"
    ? options.gradient(at)
    : options.gradient;
  const misfit = findMisfit(at, claim);
  if (misfit !== undefined) {
    return {
      verdict: "wrong",
      sentence: `The gradient is wrong: ${misfit}.`,
      worst: undefined,
      entries: box.values.length,
      looked: 0,
      undecided: 0,
      order: NaN,
      calls: box.calls(),
    };
  }
  box.evaluate(box.values); // what f refuses at the point itself is to be heard
  const claimed = claimedValues(at, claim);
  const screen = testDirections(box, claimed, random);
  const indices = sample === undefined || sample >= claimed.length
    ? Array.from(claimed.keys())
    : drawIndices(claimed.length, sample, random);
  const found = indices.map((i) => checkEntry(box, claimed, i));
  return judge(box, screen, found);
}

/** What keeps a claim from being a gradient at all: names and shapes. */
function findMisfit(at: object, claim: object): string | undefined {
  const parameters = listNesting(at, action);
  const claims = new Map(
    listNesting(claim, action, claimName).map((
      { path, matrix },
    ) => [path, matrix]),
  );
  for (const { path, matrix } of parameters) {
    const found = claims.get(path);
    if (found === undefined) {
      return `it has nothing for ${path || "the matrix"}`;
    }
    if (found.rows !== matrix.rows || found.columns !== matrix.columns) {
      const name = path === "" ? "it" : path;
      return `${name} is ${shape(found)}, ${shape(matrix)} is needed`;
    }
    claims.delete(path);
  }
  const [other] = claims.keys();
  return other === undefined ? undefined : `${other} is no parameter`;
}

/** The numbers of a claim in the order of the parameters, whatever that of its keys. */
function claimedValues(at: object, claim: object): Float64Array {
  const parts = listNesting(claim, action, claimName);
  return Float64Array.from(
    listNesting(at, action).flatMap(({ path }) => [
      ...parts.find((part) => part.path === path)!.matrix.toFloat64Array(),
    ]),
  );
}

/** What the random directions say of the gradient as a whole. */
interface Screen {
  readonly order: number;
  /** The direction whose slope is off by more than its bound, if any. */
  readonly off:
    | { claimed: number; measured: number; bound: number }
    | undefined;
}

function testDirections<T>(
  box: BlackBox<T>,
  claimed: Float64Array,
  random: () => number,
): Screen {
  let order = NaN;
  let off: Screen["off"];
  for (let k = 0; k < directions; k++) {
    // Every entry counts alike: it moves by 1 to one side or the other.
    const direction = claimed.map(() => random() < 0.5 ? -1 : 1);
    const along = (s: number) =>
      box.evaluateBeside(
        box.values.map((value, i) => value + s * direction[i]!),
      );
    let slope = 0, size = 0;
    claimed.forEach((entry, i) => {
      slope += entry * direction[i]!;
      size += Math.abs(entry);
    });
    // Many entries that move together move the function as one that moves far.
    const first = 0.25 / Math.sqrt(claimed.length);
    const found = taylorOrder(along, slope, first);
    if (!(found >= order)) order = Number.isNaN(found) ? order : found;
    const measured = derivative(
      (s) => along(s * first),
      0,
    );
    const rounding = claimed.length * Number.EPSILON * size;
    const bound = measured.error / first + rounding;
    if (Math.abs(slope - measured.value / first) > bound) {
      off ??= { claimed: slope, measured: measured.value / first, bound };
    }
  }
  return { order, off };
}

/** Different indices below `length`, in order. */
function drawIndices(
  length: number,
  count: number,
  random: () => number,
): number[] {
  const indices = indicesTo(length);
  shuffleInPlace(indices, random, action);
  return indices.slice(0, count).sort((a, b) => a - b);
}

/** An entry that was looked at, and what came of it. */
interface Finding {
  readonly entry: CheckedEntry;
  readonly outcome: "right" | "wrong" | "kink" | "undecided";
  /** Why it could not be measured at all, if so. */
  readonly reason?: "unresolved" | "domain";
}

function checkEntry<T>(
  box: BlackBox<T>,
  claims: Float64Array,
  index: number,
): Finding {
  const values = box.values.slice();
  const found = derivative((moved) => {
    values[index] = moved;
    return box.evaluateBeside(values);
  }, values[index]!);
  const claimed = claims[index]!, measured = found.value, bound = found.error;
  const error = Math.abs(claimed - measured);
  const entry = { ...box.placeOf(index), claimed, measured, error, bound };
  if (found.reason === "kink") return { entry, outcome: "kink" };
  if (found.reason !== undefined) {
    return { entry, outcome: "undecided", reason: found.reason };
  }
  // Not error > bound: a claim of NaN is wrong.
  if (!(error <= bound)) return { entry, outcome: "wrong" };
  const size = Math.max(Math.abs(claimed), Math.abs(measured));
  // Of an entry that is 0 there is no share; it must be 0 to three digits.
  const decided = bound <= decisive * (size || 1);
  return { entry, outcome: decided ? "right" : "undecided" };
}

function judge<T>(
  box: BlackBox<T>,
  screen: Screen,
  found: readonly Finding[],
): GradientReport {
  const count = (outcome: Finding["outcome"]) =>
    found.filter((finding) => finding.outcome === outcome).length;
  const undecided = count("undecided");
  const verdict = count("wrong") > 0 || screen.off !== undefined
    ? "wrong"
    : count("kink") > 0
    ? "kink"
    : undecided > tolerated * found.length
    ? "undecided"
    : "right";
  const outcome = count(verdict) > 0 ? verdict : "right";
  const worst = found.filter((finding) => finding.outcome === outcome)
    .map(({ entry }) => entry)
    .reduce<CheckedEntry | undefined>(
      (worst, entry) => worst && !(share(entry) > share(worst)) ? worst : entry,
      undefined,
    );
  return {
    verdict,
    sentence: sentenceOf(verdict, worst, screen, found, box),
    worst,
    entries: box.values.length,
    looked: found.length,
    undecided,
    order: screen.order,
    calls: box.calls(),
  };
}

/** How much of its bound an entry's error takes up. */
function share({ error, bound }: CheckedEntry): number {
  return Number.isNaN(error) ? Infinity : error === 0 ? 0 : error / bound;
}

function sentenceOf<T>(
  verdict: GradientReport["verdict"],
  worst: CheckedEntry | undefined,
  screen: Screen,
  found: readonly Finding[],
  box: BlackBox<T>,
): string {
  const looked = found.length;
  const undecided = found.filter(({ outcome }) => outcome === "undecided");
  const all = looked === box.values.length
    ? `all ${looked} entries`
    : `${looked} of ${box.values.length} entries`;
  const where = worst === undefined
    ? ""
    : `${worst.path}[${worst.row}, ${worst.column}]`;
  switch (verdict) {
    case "right": {
      const rest = undecided.length === 0
        ? ""
        : `, ${undecided.length} of them too faint to decide`;
      return `The gradient is right: ${all} agree with what was measured${rest}.`;
    }
    case "wrong": {
      if (worst !== undefined && !(share(worst) <= 1)) {
        const [claimed, measured] = distinctly(worst.claimed, worst.measured);
        return `The gradient is wrong: ${where} claims ${claimed}, ` +
          `and ${measured} was measured, ` +
          `which is exact to ${worst.bound.toExponential(0)}.`;
      }
      const [claimed, measured] = distinctly(
        screen.off!.claimed,
        screen.off!.measured,
      );
      return "The gradient is wrong: along a random direction it claims the " +
        `slope ${claimed}, and ${measured} was measured.`;
    }
    case "kink":
      return `There is no gradient: the function has a corner at ${where}.`;
    case "undecided":
      return `The gradient cannot be decided: of ${all} looked at, ` +
        `${undecided.length} have slopes that ` +
        (undecided.some(({ reason }) => reason !== undefined)
          ? "no step can measure; the function jumps, is too wild, or ends there."
          : "the function's own rounding hides.");
  }
}

/** Two numbers with as many digits as it takes to tell them apart. */
function distinctly(a: number, b: number): [string, string] {
  for (let digits = 3; digits < 17; digits++) {
    const pair: [string, string] = [
      a.toPrecision(digits),
      b.toPrecision(digits),
    ];
    if (pair[0] !== pair[1]) return pair;
  }
  return [String(a), String(b)];
}
