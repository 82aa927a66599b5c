/** A source of random numbers: a function that draws uniformly from [0, 1). */
import { describe } from "../matrix/_require.ts";

/** Requires a random source; `action` is for the error. */
export function requireRandom(random: () => number, action: string): void {
  if (typeof random === "function") return;
  throw new TypeError(
    `Cannot ${action}: random is ${describe(random)}, ` +
      "a function that returns numbers in [0, 1) is needed",
  );
}

/** The next number of a source, which must lie in [0, 1). */
export function drawUniform(random: () => number, action: string): number {
  const draw = random();
  if (draw >= 0 && draw < 1 && typeof draw === "number") return draw;
  const Kind = typeof draw === "number" ? RangeError : TypeError;
  throw new Kind(
    `Cannot ${action}: the source returned ${describe(draw)}, ` +
      "a number in [0, 1) is needed",
  );
}
