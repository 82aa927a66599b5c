/** What a check of a gradient finds. */

/** What one entry claims to be, and what it was measured to be. */
export interface CheckedEntry {
  /** The name of its matrix, such as `W2`; empty if there is only one. */
  readonly path: string;
  /** Its row, from 0. */
  readonly row: number;
  /** Its column, from 0. */
  readonly column: number;
  /** What the gradient says. */
  readonly claimed: number;
  /** What the function says, by extrapolated differences. */
  readonly measured: number;
  /** How far the two are apart. */
  readonly error: number;
  /** How far they may be apart: the bound of the measurement's own error. */
  readonly bound: number;
}

/** What {@linkcode checkGradient} finds. */
export interface GradientReport {
  /**
   * - `"right"`: every entry lies within the bound of what was measured;
   * - `"wrong"`: one does not, or a shape or a name is not that of a parameter;
   * - `"kink"`: the function has a corner there, such as ReLU at 0, and so no
   *   gradient;
   * - `"undecided"`: the function's own rounding, or its wildness, hides too
   *   many of its slopes.
   */
  readonly verdict: "right" | "wrong" | "kink" | "undecided";
  /** The same in a sentence. */
  readonly sentence: string;
  /** The entry that decided, or that came nearest to its bound. */
  readonly worst: CheckedEntry | undefined;
  /** How many entries there are. */
  readonly entries: number;
  /** How many of them were looked at. */
  readonly looked: number;
  /** How many of these could not be decided. */
  readonly undecided: number;
  /**
   * How fast the error of the tangent falls along random directions as the step
   * halves: 2 for a right gradient, 1 for a wrong one, NaN where rounding hides
   * it from the start.
   */
  readonly order: number;
  /** How often the function was called. */
  readonly calls: number;
}
