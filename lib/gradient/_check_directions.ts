/** A gradient as a whole, tested along a few random directions. */
import type { BlackBox } from "./_black_box.ts";
import { derivative } from "./_derivative.ts";
import { taylorOrder } from "./_taylor_order.ts";

/** Along how many directions the whole gradient is tested. */
const directions = 3;

/** What the random directions say of the gradient as a whole. */
export interface Screen {
  readonly order: number;
  /** The direction whose slope is off by more than its bound, if any. */
  readonly off:
    | { claimed: number; measured: number; bound: number }
    | undefined;
}

export function testDirections<T extends object>(
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
      s === 0 ? box.evaluateHere() : box.evaluateBeside(box.layout.shaped(
        Float64Array.from(
          box.layout.values,
          (value, i) => value + s * direction[i]!,
        ),
      ));
    let slope = 0, size = 0;
    claimed.forEach((entry, i) => {
      slope += entry * direction[i]!;
      size += Math.abs(entry);
    });
    // Many entries that move together move the function as one that moves far.
    const first = 0.25 / Math.sqrt(claimed.length);
    const found = taylorOrder(along, { slope, first });
    if (!(found >= order)) order = Number.isNaN(found) ? order : found;
    const measured = derivative((s) => along(s * first), 0);
    const rounding = claimed.length * Number.EPSILON * size;
    const bound = measured.error / first + rounding;
    if (Math.abs(slope - measured.value / first) > bound) {
      off ??= { claimed: slope, measured: measured.value / first, bound };
    }
  }
  return { order, off };
}
