/**
 * The derivative of a function of one number that can only be evaluated, with
 * an honest bound.
 *
 * {@linkcode lookAround} says what one step shows. Here the step is found: from
 * the size of x and the precision of doubles first, then, where that look
 * fails, smaller and smaller. A bound is given only for a look that stood up to
 * its questions, and no derivative only after several did not.
 *
 * No finite number of points proves anything. What can fool it:
 *
 * - a feature that every point steps over, such as a needle at x narrower than
 *   the smallest step;
 * - a feature that is lost in the rounding of f, below some 100 units in its
 *   last place;
 * - an f whose insides are more than some 50 times larger than both its value
 *   and `magnitude`: it is rounded more coarsely than is assumed, and may be a
 *   staircase with x on one stair;
 * - chance, which must make four numbers small at once.
 */
import { expOf } from "../elementary/_exp.ts";
import { powerOf } from "../elementary/_power.ts";
import { type Look, lookAround, UNIT_ROUNDOFF } from "./_extrapolation.ts";

/** A derivative, and how far it can be trusted. */
export interface Derivative {
  /**
   * The derivative; the best guess where `error` is Infinity, NaN where there
   * is none.
   */
  value: number;
  /** A bound of `|value - f'(x)|`. */
  error: number;
  /**
   * Why the bound is Infinity.
   * `unresolved`: f changes faster than the steps can see, or jumps. `domain`:
   * f is not finite at x or next to it. `kink`: the slopes right and left
   * differ.
   */
  reason?: "unresolved" | "domain" | "kink";
  /** How often f was called. */
  calls: number;
  /**
   * The next coefficients of Taylor's series, roughly: f(x + h) is
   * `f(x) + value h + square h² + cubic h³`. Only where there is a bound, and
   * not to one side.
   */
  square?: number;
  cubic?: number;
}

/** How {@linkcode derivative} measures. */
export interface DerivativeOptions {
  /**
   * Steps in a table: 4 (11 calls where all is well; the default) or 5 (13
   * calls, finer).
   */
  pairs?: 4 | 5;
  /**
   * The size of the numbers f is computed from, default 1: nothing below its
   * rounding is believed. A loss of 1e-9 made of scores near 1 is no more
   * precise than they are. For a function that is tiny throughout, 0.
   */
  magnitude?: number;
  /** To which side of x; if left out, to both. Then `pairs` does not count. */
  side?: 1 | -1;
}

const MOST_CALLS = 50;
/** How many steps there are to one side, where each removes one term only. */
const STEPS_ASIDE = 6;
/**
 * The step shrinks to this part of itself after a look that was lost, and after
 * a doubtful one.
 */
const LEAP = 1 / 1000;
const STRIDE = 1 / 50;
/** A bound below this share of the value needs no second look. */
const TIGHT = 1e-6;
/**
 * A misfit below this share of f may be the rounding of large numbers inside f.
 */
const FAINT = 2 ** -24;

/**
 * The derivative of `f` at x, with a bound of its error.
 *
 * @param f A function of one number, deterministic.
 * @param x Where.
 * @param options `pairs`: how fine; `magnitude`: the size of the numbers f is
 * computed from.
 * @returns The derivative, its bound, and the number of calls (at most 50).
 */
export function derivative(
  f: (x: number) => number,
  x: number,
  options: DerivativeOptions = {},
): Derivative {
  const { magnitude = 1, side } = options;
  const pairs = side === undefined ? options.pairs ?? 4 : STEPS_ASIDE;
  // The error that is left of an f that changes over lengths of about 1 falls
  // with this power of the step, and a look takes so many calls.
  const order = side === undefined ? 2 * pairs : pairs;
  const mostCalls = side === undefined ? 2 * pairs + 2 : pairs + 1;
  const center = f(x);
  let calls = 1;
  if (!Number.isFinite(center) || !Number.isFinite(x)) {
    return { value: NaN, error: Infinity, reason: "domain", calls };
  }

  // That error and rounding, u / h, meet where the smallest step is
  // u^(1 / (order + 1)). Three quarters of that, for a loss bends somewhat
  // faster; a half and the whole do nearly as well.
  const first = 0.75 * powerOf(UNIT_ROUNDOFF, 1 / (order + 1)) *
    expOf((pairs - 1) / 2);
  // Weights of 0.01 and of 10 matter alike, so x has a say only where doubles
  // lie far apart; or where the first look failed, for 1 / x and log x change
  // over lengths of x.
  const own = first * Math.abs(x);
  let step = Math.max(first, own * 2 ** -20);

  let best: Look | undefined, latest: Look | undefined;
  let before: Look | undefined, besidePlateau = true;
  while (calls + mostCalls <= MOST_CALLS && x + step / 4096 !== x) {
    const look = lookAround(f, { x, center, step, pairs, magnitude, side });
    calls += look.calls;
    if (look.outcome === "clear") {
      if (
        look.error <= TIGHT * Math.abs(look.value) ||
        look.spread <= look.rounding
      ) {
        const { value, error, square, cubic } = look;
        if (isStair(look, best, besidePlateau)) {
          return { value, error: Infinity, reason: "unresolved", calls };
        }
        return side === undefined
          ? { value, error, calls, square, cubic }
          : { value, error, calls };
      }
      // On to the step where the two errors balance. The spread is that of one
      // term less.
      const terms = side === undefined ? order - 1 : order;
      const balance = powerOf(look.rounding / look.spread, 1 / terms);
      step *= Math.min(0.5, Math.max(0.01, balance));
      continue;
    }
    before = latest;
    latest = look;
    if (look.error < (best?.error ?? Infinity)) best = look;
    if (look.outcome !== "outside") besidePlateau &&= look.besideFlat;
    const next = step * (look.outcome === "doubtful" ? STRIDE : LEAP);
    const isLast = calls + 2 * mostCalls > MOST_CALLS;
    const tryOwn = own > 0 && own < step / 10 &&
      (own > next || isLast || look.outcome === "outside");
    step = tryOwn ? own : next;
  }
  const value = (best ?? latest)?.value ?? NaN;
  return { value, error: Infinity, reason: whyNot(latest, before), calls };
}

/**
 * Whether a clear look after failed ones may have seen a single stair of a
 * staircase, such as rounding makes of a function with large numbers inside. If
 * f is flat, a plateau is believed only where it began in full view, on one
 * side of all looks before. And no clear look is believed against a coarser one
 * that missed f by so little that rounding may be to blame.
 */
function isStair(
  clear: Look,
  failed: Look | undefined,
  besidePlateau: boolean,
): boolean {
  if (failed === undefined) return false;
  if (clear.steepest === 0 && !besidePlateau) return true;
  return failed.misfit <= FAINT * failed.size &&
    Math.abs(clear.value - failed.value) > failed.error;
}

/**
 * Why no step would do. At a kink, the slopes right and left differ and stay
 * what they are.
 */
function whyNot(
  latest: Look | undefined,
  before: Look | undefined,
): "unresolved" | "domain" | "kink" {
  if (latest?.outcome === "outside") return "domain";
  if (latest === undefined || before === undefined) return "unresolved";
  const bend = Math.abs(latest.bend), slope = Math.abs(latest.slope);
  const stays = Math.abs(latest.bend - before.bend) <= 0.1 * bend &&
    Math.abs(latest.slope - before.slope) <= 0.1 * (bend + slope);
  return stays && bend > 2 * latest.rounding ? "kink" : "unresolved";
}
