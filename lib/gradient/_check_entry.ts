/** One entry of a gradient, measured and compared. */
import type { BlackBox } from "./_black_box.ts";
import { derivative } from "./_derivative.ts";
import type { CheckedEntry } from "./gradient_report.ts";

/** A bound above this share of an entry decides nothing about it. */
const decisive = 1e-3;

/** An entry that was looked at, and what came of it. */
export interface Finding {
  readonly entry: CheckedEntry;
  readonly outcome: "right" | "wrong" | "kink" | "undecided";
  /** Why it could not be measured at all, if so. */
  readonly reason?: "unresolved" | "domain";
}

export function checkEntry<T>(
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
