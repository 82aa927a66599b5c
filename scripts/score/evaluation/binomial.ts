/** Numbers of successes, drawn. */

/**
 * How many of `n` trials succeed that each do with probability `p`, drawn: by
 * inversion where few are expected, else by transformed rejection (BTRS).
 *
 * Source: W. Hörmann, "The generation of binomial random variates", Journal of
 * Statistical Computation and Simulation 46 (1993).
 *
 * @param random Where chance comes from, uniform in [0, 1).
 */
export function binomial(random: () => number, n: number, p: number): number {
  if (p > 0.5) return n - binomial(random, n, 1 - p);
  if (n === 0 || p <= 0) return 0;
  return n * p < 10 ? byInversion(random, n, p) : byRejection(random, n, p);
}

function byInversion(random: () => number, n: number, p: number): number {
  const odds = p / (1 - p);
  let left = random(), successes = 0, share = Math.exp(n * Math.log1p(-p));
  while (left >= share && successes < n) {
    left -= share;
    successes++;
    share *= odds * (n - successes + 1) / successes;
  }
  return successes;
}

function byRejection(random: () => number, n: number, p: number): number {
  const deviation = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const alpha = (2.83 + 5.1 / b) * deviation, middle = n * p + 0.5;
  const mode = Math.floor((n + 1) * p), logOdds = Math.log(p / (1 - p));
  const most = logFactorial(mode) + logFactorial(n - mode);
  for (;;) {
    const u = random() - 0.5, v = random(), us = 0.5 - Math.abs(u);
    const k = Math.floor((2 * a / us + b) * u + middle);
    if (us >= 0.07 && v <= 0.92 - 4.2 / b) return k;
    if (k < 0 || k > n) continue;
    const height = Math.log(v * alpha / (a / us ** 2 + b));
    const share = most - logFactorial(k) - logFactorial(n - k) +
      (k - mode) * logOdds;
    if (height <= share) return k;
  }
}

const SMALL = Array.from({ length: 16 }, () => 0);
for (let k = 2; k < SMALL.length; k++) SMALL[k] = SMALL[k - 1]! + Math.log(k);

/** `ln k!`, by Stirling's series. */
function logFactorial(k: number): number {
  if (k < SMALL.length) return SMALL[k]!;
  const n = k + 1;
  return (n - 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) +
    1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5);
}
