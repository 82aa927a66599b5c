/** Lists of numbers that belong together. */
import { requireList } from "../matrix/_require.ts";

/** Requires two lists of one length. */
export function requireSameLength(
  left: ArrayLike<number>,
  right: ArrayLike<number>,
  names: readonly [string, string],
  action: string,
): void {
  requireList(left, names[0], action);
  requireList(right, names[1], action);
  if (left.length !== right.length) {
    throw new RangeError(
      `Cannot ${action}: ${names[0]} has ${left.length} numbers and ${
        names[1]
      } has ${right.length}, both must have as many`,
    );
  }
}
