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
  /**
   * What the function says, by extrapolated differences; at a kink, the slope
   * between those to both sides that is nearest to the claim.
   */
  readonly measured: number;
  /** How far the two are apart. */
  readonly error: number;
  /** How far they may be apart: the bound of the measurement's own error. */
  readonly bound: number;
}

/** What {@linkcode checkGradient} finds. */
export interface GradientReport {
  /**
   * - `"right"`: every entry was measured, and each lies within the bound of
   *   what was measured;
   * - `"agrees"`: the same to so many `digits`, and the claim is printed,
   * stored
   *   or measured with no more;
   * - `"kink"`: the function has a corner there, such as ReLU at 0, and so no
   *   gradient; at it the claim lies between the slopes to both sides (a
   *   subgradient), and all else is right;
   * - `"undecided"`: not every entry was measured: the function's own rounding,
   *   or its wildness, hides a slope; or it is random; or only a sample was
   *   looked at, or there is no entry;
   * - `"wrong"`: an entry, or a shape or a name, is not what it must be.
   */
  readonly verdict: "right" | "agrees" | "kink" | "undecided" | "wrong";
  /**
   * To how many digits of its largest entry the gradient agrees, where it is
   * less exact than what was measured; otherwise undefined.
   */
  readonly digits: number | undefined;
  /** The same in a sentence. */
  readonly sentence: string;
  /** The entry that decided, or that came nearest to its bound. */
  readonly worst: CheckedEntry | undefined;
  /** How many entries there are. */
  readonly entries: number;
  /** How many of them were looked at. */
  readonly looked: number;
  /** How many of these agree with what was measured. */
  readonly agreeing: number;
  /** How many do not. */
  readonly disagreeing: number;
  /** How many lie on a kink, with a claim between the slopes to both sides. */
  readonly kinks: number;
  /** How many could not be measured. */
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
