/** One entry of a gradient, measured and compared with its claim. */
import type { BlackBox } from "./_black_box.ts";
import { type Derivative, derivative } from "./_derivative.ts";
import type { CheckedEntry } from "./gradient_report.ts";

/** A bound above this share of an entry decides nothing about it. */
const decisive = 1e-3;
/** A bound below this share of the whole gradient does, however small it is. */
const FAINT = 1e-5;
/** A claim below this share of f is a 0 that was rounded on its way. */
const ROUNDED_ZERO = 2 ** -40;

/** What the function says of an entry. */
export interface Measurement {
  readonly entry: CheckedEntry;
  /**
   * `slope`: it has one, to both sides or, where the domain of the function
   * ends, to the one that there is. `corner`: the slopes to both sides differ.
   * `none`: neither could be measured.
   */
  readonly kind: "slope" | "corner" | "none";
  /** Why there is none. */
  readonly reason?: "unresolved" | "domain";
  /** The next coefficients of Taylor's series, where they are known. */
  readonly square?: number;
  readonly cubic?: number;
}

/** A measurement, and what it says of the claim. */
export interface Finding extends Measurement {
  readonly outcome: "agrees" | "disagrees" | "kink" | "undecided";
}

/** Measures one entry. */
export function measureEntry<T extends object>(
  box: BlackBox<T>,
  claims: Float64Array,
  index: number,
): Measurement {
  const here = box.layout.values[index]!;
  const f = (moved: number) =>
    moved === here
      ? box.evaluateHere()
      : box.evaluateBeside(box.layout.moved(index, moved));
  const place = box.layout.placeOf(index), claimed = claims[index]!;
  const entryOf = ({ value, error }: Derivative): CheckedEntry => ({
    ...place,
    claimed,
    measured: value,
    error: Math.abs(claimed - value),
    bound: error,
  });
  const found = derivative(f, here);
  if (found.reason === undefined) {
    const { square = NaN, cubic = NaN } = found;
    return { entry: entryOf(found), kind: "slope", square, cubic };
  }
  const left = derivative(f, here, { side: -1 });
  const right = derivative(f, here, { side: 1 });
  if (left.reason === "domain" && right.reason === undefined) {
    return { entry: entryOf(right), kind: "slope" };
  }
  if (right.reason === "domain" && left.reason === undefined) {
    return { entry: entryOf(left), kind: "slope" };
  }
  if (Math.abs(right.value - left.value) > left.error + right.error) {
    return { entry: cornerEntry(entryOf(found), left, right), kind: "corner" };
  }
  const reason = found.reason === "domain" ? "domain" : "unresolved";
  return {
    entry: entryOf({ ...found, error: Infinity }),
    kind: "none",
    reason,
  };
}

/** At a corner every slope between those to both sides is as near as any. */
function cornerEntry(
  entry: CheckedEntry,
  left: Derivative,
  right: Derivative,
): CheckedEntry {
  const low = Math.min(left.value, right.value);
  const high = Math.max(left.value, right.value);
  const measured = Math.max(low, Math.min(high, entry.claimed));
  return {
    ...entry,
    measured,
    error: Math.abs(entry.claimed - measured),
    bound: Math.max(left.error, right.error),
  };
}

/** How large a gradient is, by which its small entries are judged. */
export interface Scale {
  /** The largest slope that was measured; 0 if none stands out of its bound. */
  readonly gradient: number;
  /** The size of the function, at most 1. */
  readonly unit: number;
}

/** The scale of a gradient of which so much was measured. */
export function scaleOf(found: readonly Measurement[], value: number): Scale {
  let gradient = 0;
  for (const { kind, entry: { measured, bound } } of found) {
    const size = Math.abs(measured);
    if (kind !== "none" && size > bound) gradient = Math.max(gradient, size);
  }
  return { gradient, unit: Math.min(1, Math.abs(value)) };
}

/** Compares what was measured with the claim. */
export function compare(found: Measurement, scale: Scale): Finding {
  const { kind, entry: { claimed, error, bound } } = found;
  // What is not finite is no slope, wherever it is claimed.
  if (!Number.isFinite(claimed)) return { ...found, outcome: "disagrees" };
  if (kind === "none") return { ...found, outcome: "undecided" };
  if (error > bound) return { ...found, outcome: "disagrees" };
  if (kind === "corner") return { ...found, outcome: "kink" };
  const outcome = isDecided(found.entry, scale) ? "agrees" : "undecided";
  return { ...found, outcome };
}

/** Whether an entry was measured well enough to say that its claim agrees. */
function isDecided(entry: CheckedEntry, { gradient, unit }: Scale): boolean {
  const { measured, bound } = entry, claimed = Math.abs(entry.claimed);
  if (bound <= decisive * Math.max(claimed, Math.abs(measured))) return true;
  if (gradient > 0) return bound <= FAINT * gradient;
  // Nothing moves the function: then only a 0 can be right.
  if (claimed === 0 && measured === 0) return bound <= decisive;
  return claimed <= ROUNDED_ZERO * unit && bound <= FAINT * unit;
}
