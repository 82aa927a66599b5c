/**
 * One look at a function around x: its slope there by extrapolated central
 * differences, and what speaks against it.
 *
 * The central difference with step h (中心差分) is not the derivative but, by
 * Taylor's theorem,
 *
 *     D(h) = (f(x + h) - f(x - h)) / 2h = f'(x) + a h² + b h⁴ + c h⁶ + …
 *
 * A small h makes the unwanted terms small, but f is only known to some 16
 * digits, and D(h) divides its rounding by 2h. Richardson's way out: take
 * several steps that are *not* tiny, draw the polynomial in h² through the
 * D(h), and read it off at h = 0. Each further step removes one more of the
 * unwanted terms, so that steps of a twentieth reach thirteen digits.
 *
 * The steps shrink by a factor: the largest must not be so large that the terms
 * left over matter, the smallest not so small that rounding does, and a factor
 * near 2 spreads them between. It is √e because no two of its powers have a
 * common measure. A period of f, or the grid on which numbers are rounded, may
 * fit one step and make f look constant there, but then it does not fit the
 * others.
 *
 * Two questions are asked of the polynomial:
 *
 * - *Spread*: does it say the same without its largest step? The difference is
 *   the error of the poorer of two answers, so it overstates that of the better
 *   one.
 * - *Miss*: does it foretell f at two points it has not seen, nearer to x than
 *   all others? Whatever hides between x and the steps (a kink, a cliff, a fast
 *   wave) shows up here. For this the even part of f is followed too, by the
 *   *bend* (f(x + h) - 2 f(x) + f(x - h)) / 2h = p h + q h³ + …, half of the
 *   difference between the slopes to the right and to the left. The derivative
 *   does not need it, but to know f does: |x| has the steadiest D(h) of all, 0.
 *
 * The bound is four times the sum of spread, miss, and the rounding of f at the
 * two points next to x.
 *
 * At a corner of f, and where its domain ends, the same is done to one side
 * only: (f(x + h) - f(x)) / h = f'(x) + p h + a h² + …, a polynomial in h.
 *
 * Sources: L. F. Richardson, "The approximate arithmetical solution by finite
 * differences of physical problems" (1911), and with J. A. Gaunt "The deferred
 * approach to the limit" (1927); E. H. Neville, "Iterative interpolation"
 * (1934), the recurrence; C. J. F. Ridders, "Accurate computation of F'(x) and
 * F'(x) F''(x)" (1982), the table with an error estimate from its neighbours.
 */
import { expOf } from "../elementary/_exp.ts";
import { powerOf } from "../elementary/_power.ts";

/** What one look has found. */
export interface Look {
  /**
   * `clear`: the polynomial is f as far as rounding lets us see. `doubtful`: it
   * misses f. `lost`: it is not even near. `outside`: f, or a slope of it, was
   * not finite somewhere.
   */
  outcome: "clear" | "doubtful" | "lost" | "outside";
  calls: number;
  /** The derivative. */
  value: number;
  /** The bound of its error. */
  error: number;
  /**
   * The part of it that a smaller step would reduce, and the part that it would
   * increase.
   */
  spread: number;
  rounding: number;
  /**
   * What speaks against the value, in its own unit, and as a difference in f.
   */
  disagreement: number;
  misfit: number;
  /** The largest |f| seen, and the largest slope or bend. */
  size: number;
  steepest: number;
  /**
   * Whether at every step f was, on one side or the other, exactly what it is
   * at x.
   */
  besideFlat: boolean;
  /** D(h) and the bend at the smallest step seen. */
  slope: number;
  bend: number;
  /** The next two coefficients of Taylor's series: p and a, as named above. */
  square: number;
  cubic: number;
}

/**
 * By how much a number changes at most, relative to its size, when it is
 * rounded to a double.
 */
export const UNIT_ROUNDOFF: number = 2 ** -53;
/**
 * The factor between consecutive steps, and, squared, between the nodes of the
 * polynomials.
 */
const RATIO = expOf(-0.5);

// Half and twice each of these were tried: the bounds stay as honest, and the
// calls nearly as few.

/**
 * A tenth of the slopes: a table with such a spread, or such a miss, has not
 * seen f at all.
 */
const LOST = 0.1;
/** How many roundings of f a prediction may be off and still be right. */
const TOLERATED = 16;
/**
 * The same for a function whose values are smaller than the numbers it is
 * computed from.
 */
const TOLERATED_INSIDE = 32;
/**
 * How many roundings of f the bound allows for; nine of ten losses of random
 * nets need 4 or less.
 */
const ALLOWED = 8;
/** The margin of the bound. */
const SAFETY = 4;

/**
 * Whether what speaks against a slope is small beside the slopes that were
 * seen.
 */
function isSeen(look: Look): boolean {
  return SAFETY * look.disagreement <= 0.01 * look.steepest;
}

/** From where {@linkcode lookAround} looks, and how. */
export interface Viewpoint {
  readonly x: number;
  /** `f(x)`. */
  readonly center: number;
  /** The largest step. */
  readonly step: number;
  /** Steps in the table; one more pair of points is held out to test it. */
  readonly pairs: number;
  /** The size of the numbers f is computed from, where larger than |f|. */
  readonly magnitude: number;
  /** To which side it looks; if left out, to both. */
  readonly side?: 1 | -1 | undefined;
}

/** Looks at `f` from x ± step inwards. */
export function lookAround(
  f: (x: number) => number,
  { x, center, step, pairs, magnitude, side }: Viewpoint,
): Look {
  const power = side === undefined ? 2 : 1;
  const slopes: number[] = [], curvatures: number[] = [];
  const look: Look = {
    outcome: "outside",
    calls: 0,
    value: NaN,
    error: Infinity,
    spread: NaN,
    rounding: NaN,
    disagreement: NaN,
    misfit: NaN,
    size: Math.abs(center),
    steepest: 0,
    besideFlat: true,
    slope: NaN,
    bend: NaN,
    square: NaN,
    cubic: NaN,
  };
  /** Evaluates f at x ± q·step; true where it is finite. */
  const measure = (q: number): boolean => {
    // The gap is the one that was made, not 2h.
    const right = side === -1 ? x : x + q * step;
    const left = side === 1 ? x : x - q * step, gap = right - left;
    const above = side === -1 ? center : f(right);
    const below = side === 1 ? center : f(left);
    look.calls += power;
    look.slope = (above - below) / gap;
    // One side alone does not bend.
    look.bend = side === undefined
      ? ((above - center) + (below - center)) / gap
      : 0;
    look.size = Math.max(look.size, Math.abs(above), Math.abs(below));
    look.steepest = Math.max(
      look.steepest,
      Math.abs(look.slope),
      Math.abs(look.bend),
    );
    look.besideFlat &&= side === undefined
      ? above === center || below === center
      : above === below;
    return Number.isFinite(look.slope) && Number.isFinite(look.bend);
  };

  for (let i = 0; i < pairs; i++) {
    const q = powerOf(RATIO, i);
    if (!measure(q)) return look;
    slopes.push(look.slope);
    curvatures.push(look.bend / q);
  }
  const heldOut = powerOf(RATIO, pairs + 2);
  const rounding = (floor: number) =>
    (UNIT_ROUNDOFF * Math.max(floor, look.size + Math.abs(x * look.value)) +
      Number.MIN_VALUE) / (heldOut * step);

  look.value = polynomialAt(0, slopes, { power });
  const nearer = polynomialAt(0, slopes, { power, from: 1 });
  look.spread = Math.abs(look.value - nearer);
  look.rounding = rounding(0);
  if (look.spread > LOST * look.steepest + TOLERATED * look.rounding) {
    look.outcome = "lost";
    look.disagreement = look.spread + look.steepest;
    look.error = SAFETY * look.disagreement;
    look.misfit = look.steepest * step;
    return look;
  }

  if (!measure(heldOut)) return look;
  const there = powerOf(heldOut, power);
  const miss = Math.abs(look.slope - polynomialAt(there, slopes, { power })) +
    Math.abs(look.bend - heldOut * polynomialAt(there, curvatures));
  const inside = rounding(magnitude);
  look.rounding = ALLOWED * inside;
  look.disagreement = look.spread + miss;
  look.error = SAFETY * (look.disagreement + look.rounding);
  look.misfit = miss * heldOut * step;
  const foretold = miss <= look.spread / 4 + TOLERATED * rounding(0) ||
    (miss <= TOLERATED_INSIDE * inside && isSeen(look));
  if (!Number.isFinite(look.error)) return look;
  look.square = curvatures.at(-1)! / step;
  const last = step * powerOf(RATIO, pairs - 1), before = last / RATIO;
  look.cubic = (slopes.at(-2)! - slopes.at(-1)!) /
    (before * before - last * last);
  if (foretold) look.outcome = "clear";
  else look.outcome = miss > LOST * look.steepest ? "lost" : "doubtful";
  return look;
}

/**
 * The value at `target` of the polynomial in s = (h / step)ᵖ that goes through
 * `values[i]` at the i-th step, for i from `from` on; by Neville's recurrence,
 * which blends two polynomials of one degree less. The power p is 2, or 1 for
 * slopes to one side.
 */
function polynomialAt(
  target: number,
  values: readonly number[],
  { power = 2, from = 0 } = {},
): number {
  const blend = values.slice(from);
  for (let degree = 1; degree < blend.length; degree++) {
    for (let i = 0; i + degree < blend.length; i++) {
      const far = powerOf(RATIO, power * (from + i)) - target;
      const near = powerOf(RATIO, power * (from + i + degree)) - target;
      blend[i] = (far * blend[i + 1]! - near * blend[i]!) / (far - near);
    }
  }
  return blend[0]!;
}
