/** How well predictions agree with people, from counts. */

/** What is told of an agreement; NaN where it is not defined. */
export interface Agreement {
  /** The part that agrees exactly. */
  readonly accuracy: number;
  /** The part that is off by one band at most. */
  readonly adjacent: number;
  /** With quadratic weights. */
  readonly kappa: number;
  readonly unweightedKappa: number;
  readonly correlation: number;
  /**
   * `(mean predicted − mean given) / s`, where `s` is the standard deviation of
   * the bands given, by N − 1: above 0 where predictions are too high.
   */
  readonly standardisedMeanDifference: number;
}

/**
 * The agreement in a table of counts, by the formulas of `accuracy`,
 * `quadraticWeightedKappa`, Cohen's kappa and `pearsonCorrelation`; in one
 * go, because a bootstrap asks thousands of times. All K bands count, also
 * those that do not occur.
 *
 * @param counts How often band i was predicted as band j, at `i·K + j`.
 * @param classes How many bands there are, K.
 */
export function agreementOf(
  counts: Float64Array,
  classes: number,
): Agreement {
  let total = 0, agreeing = 0, near = 0, squares = 0;
  let sumGiven = 0, sumPredicted = 0, sumProducts = 0;
  let squaresGiven = 0, squaresPredicted = 0;
  const given = new Float64Array(classes), predicted = given.slice();
  for (let i = 0; i < classes; i++) {
    for (let j = 0; j < classes; j++) {
      const count = counts[i * classes + j]!;
      total += count;
      if (i === j) agreeing += count;
      if (Math.abs(i - j) <= 1) near += count;
      squares += count * (i - j) ** 2;
      given[i]! += count;
      predicted[j]! += count;
      sumGiven += count * i;
      sumPredicted += count * j;
      sumProducts += count * i * j;
      squaresGiven += count * i * i;
      squaresPredicted += count * j * j;
    }
  }
  let alike = 0, apart = 0;
  for (let i = 0; i < classes; i++) {
    alike += given[i]! * predicted[i]!;
    for (let j = 0; j < classes; j++) {
      apart += given[i]! * predicted[j]! * (i - j) ** 2;
    }
  }
  const byChance = alike / total ** 2;
  const variance = (sum: number, squares: number) =>
    squares / total - (sum / total) ** 2;
  const together = sumProducts / total - sumGiven * sumPredicted / total ** 2;
  return {
    accuracy: agreeing / total,
    adjacent: near / total,
    kappa: 1 - squares * total / apart,
    unweightedKappa: (agreeing / total - byChance) / (1 - byChance),
    correlation: together / Math.sqrt(
      variance(sumGiven, squaresGiven) *
        variance(sumPredicted, squaresPredicted),
    ),
    standardisedMeanDifference: (sumPredicted - sumGiven) / total /
      Math.sqrt(variance(sumGiven, squaresGiven) * total / (total - 1)),
  };
}

/** Those that need an order of the bands. */
export const needOrder: ReadonlySet<keyof Agreement> = new Set([
  "adjacent",
  "kappa",
  "correlation",
  "standardisedMeanDifference",
]);

/** What is known of an agreement where bands may have no order. */
export function knownOf(agreement: Agreement, ordered: boolean): Agreement {
  return eachAgreement((name) =>
    !ordered && needOrder.has(name) ? NaN : agreement[name]
  );
}

/** An agreement with a number of some kind for each of its own. */
export function eachAgreement<T>(
  of: (name: keyof Agreement) => T,
): Readonly<Record<keyof Agreement, T>> {
  return {
    accuracy: of("accuracy"),
    adjacent: of("adjacent"),
    kappa: of("kappa"),
    unweightedKappa: of("unweightedKappa"),
    correlation: of("correlation"),
    standardisedMeanDifference: of("standardisedMeanDifference"),
  };
}
