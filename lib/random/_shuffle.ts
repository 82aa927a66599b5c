/** Orders drawn at random. */
import { drawUniform } from "./_source.ts";

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
    const j = Math.floor(drawUniform(random, action) * (i + 1));
    const moved = indices[i]!;
    indices[i] = indices[j]!;
    indices[j] = moved;
  }
}

/** The indices from 0 to `length` - 1. */
export function indicesTo(length: number): number[] {
  return Array.from({ length }, (_, i) => i);
}
