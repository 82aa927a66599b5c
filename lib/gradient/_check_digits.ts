/**
 * How many digits of a gradient are right, where it is less exact than what was
 * measured, and why it may be: a claim need not have more digits than it was
 * printed, stored or measured with. Wrong is what those do not explain.
 */
import { powerOf } from "../elementary/_power.ts";
import { UNIT_ROUNDOFF } from "./_extrapolation.ts";
import type { Screen } from "./_check_directions.ts";
import {
  compare,
  type Finding,
  type Measurement,
  type Scale,
  scaleOf,
} from "./_check_entry.ts";

/** To how many digits a gradient agrees, and what explains the rest. */
export interface Digits {
  readonly digits: number;
  /** Such as `numbers with 8 decimals`. */
  readonly like: string;
}

/** An error above this share of the gradient has no excuse. */
const POOR = 1e-4;
/** So far from the right gradient a calculation in single precision may be. */
const SINGLE = 2 ** -20;
/** How many roundings of the function a difference may be off. */
const ROUNDINGS = 8;
/** How much of what a difference leaves out its next term may change. */
const NEXT_TERM = 0.1;
/** How much of the noise of differences must be seen to be believed. */
const SEEN = 0.005;

/** What comes of a gradient whose entries were measured. */
export interface Comparison {
  readonly found: readonly Finding[];
  readonly screen: Screen;
  /** If the claim is less exact than what was measured, but not wrong. */
  readonly digits: Digits | undefined;
}

/** Compares all that was measured with the claims, entry by entry and whole. */
export function compareAll(
  measured: readonly Measurement[],
  screen: Screen,
  whole: { readonly entries: number; readonly value: number },
): Comparison {
  const scale = scaleOf(measured, whole.value);
  const found = measured.map((one) => compare(one, scale));
  const exact = { found, screen, digits: undefined };
  const isOff = ({ outcome }: Finding) => outcome === "disagrees";
  if (!found.some(isOff) && screen.off === undefined) return exact;
  // A claim at a corner or of no number has no digits to blame.
  if (found.some((one) => isOff(one) && one.kind !== "slope")) return exact;
  const digits = digitsOf(found, scale, whole.value);
  if (digits === undefined) return exact;
  const errors = found.map(({ entry }) => entry.error)
    .filter(Number.isFinite);
  const unseen = (whole.entries - errors.length) * Math.max(...errors);
  const slack = errors.reduce((sum, error) => sum + error, unseen);
  const { off } = screen;
  const error = off && Math.abs(off.claimed - off.measured);
  if (off !== undefined && !(error! <= off.bound + slack)) return exact;
  return {
    found: found.map((one) => isOff(one) ? { ...one, outcome: "agrees" } : one),
    screen: { ...screen, off: undefined },
    digits,
  };
}

/**
 * To how many digits the slopes agree; undefined if one is off by more than the
 * claim's own digits explain.
 */
function digitsOf(
  found: readonly Finding[],
  scale: Scale,
  value: number,
): Digits | undefined {
  const slopes = found.filter(({ kind }) => kind === "slope");
  const size = scale.gradient || scale.unit;
  const worst = Math.max(...slopes.map(({ entry }) => entry.error));
  // Not worst > POOR * size: a claim may be NaN.
  if (!(worst <= POOR * size)) return undefined;
  const like = asPrinted(slopes) ?? asSingle(slopes, size) ??
    asDifference(slopes, Math.max(1, Math.abs(value)));
  const digits = Math.min(15, zerosOf(worst / size));
  return like === undefined ? undefined : { digits, like };
}

/** The double nearest to 10ᵏ, as it is written. */
function tenTo(k: number): number {
  return Number(`1e${k}`);
}

/** The whole number of digits that agree where the error is such a share. */
function zerosOf(share: number): number {
  const [mantissa, exponent] = share.toExponential().split("e");
  return -Number(exponent) - (mantissa === "1" ? 0 : 1);
}

/** The number of significant digits, and the power of ten of the last one. */
function decimalOf(claim: number): { digits: number; last: number } {
  const [mantissa = "", exponent] = Math.abs(claim).toExponential().split("e");
  const digits = mantissa.replace(".", "").length;
  return { digits, last: Number(exponent) - digits + 1 };
}

/** Numbers that were printed with so many decimals, or with so many digits. */
function asPrinted(slopes: readonly Finding[]): string | undefined {
  const claims = slopes.map(({ entry }) => entry.claimed)
    .filter((claim) => claim !== 0).map(decimalOf);
  if (claims.length === 0) return undefined;
  const last = Math.min(...claims.map((claim) => claim.last));
  const isClose = ({ entry: { error, bound } }: Finding, unit: number) =>
    error <= 0.5 * unit + bound;
  if (slopes.every((one) => isClose(one, tenTo(last)))) {
    return `numbers with ${Math.max(0, -last)} decimals`;
  }
  const digits = Math.max(...claims.map((claim) => claim.digits));
  const isRounded = slopes.every((one) => {
    const { claimed } = one.entry, { digits: own, last } = decimalOf(claimed);
    return isClose(one, claimed === 0 ? 0 : tenTo(last + own - digits));
  });
  return isRounded ? `numbers with ${digits} digits` : undefined;
}

/** Numbers in single precision, and calculated in it. */
function asSingle(
  slopes: readonly Finding[],
  size: number,
): string | undefined {
  const areSingle = slopes.every(({ entry: { claimed, error, bound } }) =>
    Math.fround(claimed) === claimed && error <= SINGLE * size + bound
  );
  return areSingle ? "numbers in single precision" : undefined;
}

/**
 * Differences with a step h leave out a term of Taylor's series: those to both
 * sides `cubic h²`, those to one side `square h`. So one h must explain every
 * entry.
 */
function asDifference(
  slopes: readonly Finding[],
  size: number,
): string | undefined {
  for (const [name, term, power] of KINDS) {
    for (const h of stepsOf(slopes, term, power)) {
      const noise = ROUNDINGS * UNIT_ROUNDOFF * size / h;
      const parts = slopes.map((one): Part => {
        const { claimed, measured, bound } = one.entry;
        const left = one[term]! * powerOf(h, power);
        const off = claimed - measured;
        return { off, left, bound: bound + noise, isLive: claimed !== 0 };
      });
      const isLike = parts.every(({ off, left, bound }) =>
        Math.abs(off - left) <= bound + NEXT_TERM * Math.abs(left)
      );
      if (isLike && isSeen(parts, noise)) {
        return `${name} differences with a step of ${h.toExponential(0)}`;
      }
    }
  }
  return undefined;
}

/** How far an entry is off, and how far a difference would leave it. */
interface Part {
  readonly off: number;
  readonly left: number;
  readonly bound: number;
  /** Nothing moves an entry that is 0, and so nothing shows there. */
  readonly isLive: boolean;
}

/**
 * Whether differences are seen and not only possible: a single mistake would
 * find a step for itself. Either what they leave out stands out in two entries,
 * or their noise is in most of those that move the function.
 */
function isSeen(parts: readonly Part[], noise: number): boolean {
  const clear = parts.filter(({ left, bound }) => Math.abs(left) > 2 * bound);
  if (clear.length >= 2) return true;
  const live = parts.filter(({ isLive }) => isLive);
  return medianOf(live.map(({ off }) => Math.abs(off))) >= SEEN * noise;
}

const KINDS = [["central", "cubic", 2], ["forward", "square", 1]] as const;

/**
 * The steps that may have been taken: the usual ones, and the one that fits.
 */
function stepsOf(
  slopes: readonly Finding[],
  term: "cubic" | "square",
  power: number,
): number[] {
  const usual = [1e-3, 1e-4, 1e-5, 1e-6, 1e-7];
  const [first] = slopes.toSorted((a, b) =>
    Math.abs(b[term]!) - Math.abs(a[term]!)
  );
  if (first === undefined) return usual;
  const { claimed, measured } = first.entry;
  const own = powerOf((claimed - measured) / first[term]!, 1 / power);
  return own > 1e-7 && own < 0.1 ? [own, ...usual] : usual;
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}
