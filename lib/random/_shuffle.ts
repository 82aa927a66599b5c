/** Orders drawn at random. */
import { describe } from "../matrix/_require.ts";

/** Requires a random source; `action` is for the error. */
export function requireRandom(random: () => number, action: string): void {
  if (typeof random === "function") return;
  throw new TypeError(
    `Cannot ${action}: random is ${describe(random)}, ` +
      "a function that returns numbers in [0, 1) is needed",
  );
}

/**
 * Puts indices in a random order, all orders equally probable.
 *
 * Source: R. Durstenfeld, "Algorithm 235: Random permutation" (1964).
 */
export function shuffleInPlace(
  indices: number[],
  random: () => number,
  action: string,
): void {
  for (let i = indices.length - 1; i > 0; i--) {
    const draw = random();
    if (!(draw >= 0 && draw < 1) || typeof draw !== "number") {
      const Kind = typeof draw === "number" ? RangeError : TypeError;
      throw new Kind(
        `Cannot ${action}: the source returned ${describe(draw)}, ` +
          "a number in [0, 1) is needed",
      );
    }
    const j = Math.floor(draw * (i + 1));
    const moved = indices[i]!;
    indices[i] = indices[j]!;
    indices[j] = moved;
  }
}

/** The indices from 0 to `length` - 1. */
export function indicesTo(length: number): number[] {
  return Array.from({ length }, (_, i) => i);
}
