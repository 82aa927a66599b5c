/**
 * Numbers with 30 digits: the sum of two doubles. Not as many as whole numbers
 * can have ({@linkcode ./fixed_point.ts}), but so fast that ten million results
 * can be judged.
 *
 * Sources: T. J. Dekker, "A floating-point technique for extending the
 * available precision" (1971); D. E. Knuth, "The Art of Computer Programming"
 * 2, 4.2.2.
 *
 * @module
 */

/** The sum of both; the second is at most half a digit of the first. */
export type Long = readonly [number, number];

/** A number times a power of two that a double might not hold. */
export interface Scaled {
  readonly value: Long;
  readonly exponent: number;
}

function sorted(large: number, small: number): Long {
  const sum = large + small;
  return [sum, large - sum + small];
}

function plus([a, b]: Long, [c, d]: Long): Long {
  const sum = a + c, part = sum - a;
  const rest = (a - (sum - part)) + (c - part);
  const [head, tail] = sorted(sum, rest);
  return sorted(head, tail + (b + d));
}

function halves(x: number): Long {
  const large = 134217729 * x, head = large - (large - x);
  return [head, x - head];
}

function times([a, b]: Long, [c, d]: Long): Long {
  const product = a * c, [p, q] = halves(a), [r, s] = halves(c);
  const rest = ((p * r - product) + p * s + q * r) + q * s;
  return sorted(product, rest + (a * d + b * c));
}

function over(x: Long, y: Long): Long {
  const first = x[0] / y[0];
  const rest = plus(x, times(y, [-first, 0]));
  const second = rest[0] / y[0];
  const last = plus(rest, times(y, [-second, 0]));
  return plus(sorted(first, second), [last[0] / y[0], 0]);
}

const ONE: Long = [1, 0];
const number = (x: number): Long => [x, 0];

/** ln 2 in three, of which 2¹¹ times the first and the second is exact. */
const LN2 = [
  0.693147180559663,
  2.8235290563014906e-13,
  1.667085920830552e-25,
];

/** 1 / n!, for n from 2 on. */
const INVERSES: Long[] = [];
for (let n = 2, last = ONE; n < 14; n++) {
  INVERSES.push(last = over(last, number(n)));
}

/**
 * e^x, and of more beside x: the power series of x / 64, without its 1, doubled
 * six times.
 */
export function exponential(x: number, more = 0): Scaled {
  const k = Math.round(x / Math.LN2);
  const rest = plus(
    plus(number(x - k * LN2[0]!), number(-k * LN2[1]!)),
    number(more - k * LN2[2]!),
  );
  const small: Long = [rest[0] / 64, rest[1] / 64];
  let growth: Long = [0, 0];
  for (const inverse of INVERSES.toReversed()) {
    growth = times(plus(growth, inverse), small);
  }
  growth = plus(times(growth, small), small);
  for (let i = 0; i < 6; i++) {
    growth = plus([2 * growth[0], 2 * growth[1]], times(growth, growth));
  }
  return { value: plus(ONE, growth), exponent: k };
}

/**
 * ln x of a number above 0: that of a double near it, and the rest; next to 1
 * the power series.
 */
export function logarithm(x: number): Scaled {
  if (Math.abs(x - 1) < 2 ** -20) {
    let sum: Long = [0, 0];
    for (let n = 6; n > 0; n--) {
      const term = over(number(n % 2 === 0 ? -1 : 1), number(n));
      sum = times(plus(sum, term), number(x - 1));
    }
    return { value: sum, exponent: 0 };
  }
  const near = Math.log(x), power = exponential(-near);
  const quotient = times(power.value, number(times2(x, power.exponent)));
  const rest = plus(quotient, number(-1));
  const bend = times(times(rest, rest), number(-0.5));
  return { value: plus(number(near), plus(rest, bend)), exponent: 0 };
}

/** x^p of a number x above 0: e^(p ln x). */
export function power(x: number, p: number): Scaled {
  const [head, tail] = times(logarithm(x).value, number(p));
  return exponential(head, tail);
}

/** 1 / (1 + e^-x). */
export function sigmoid(x: number): Scaled {
  const { value, exponent } = exponential(x < 0 ? x : -x);
  const one = plus(ONE, [
    times2(value[0], exponent),
    times2(value[1], exponent),
  ]);
  return x < 0
    ? { value: over(value, one), exponent }
    : { value: over(ONE, one), exponent: 0 };
}

/** (e^2x - 1) / (e^2x + 1), and its series where x is tiny. */
export function hyperbolicTangent(x: number): Scaled {
  const size = Math.abs(x);
  if (size < 2 ** -20) {
    const square = times(number(x), number(x)), cube = times(square, number(x));
    const bend = plus(
      over(cube, number(-3)),
      times(times(square, cube), over(number(2), number(15))),
    );
    return { value: plus(number(x), bend), exponent: 0 };
  }
  const { value, exponent } = exponential(-2 * size);
  const power: Long = [times2(value[0], exponent), times2(value[1], exponent)];
  const quotient = over(plus(ONE, [-power[0], -power[1]]), plus(ONE, power));
  const sign = Math.sign(x);
  return { value: [sign * quotient[0], sign * quotient[1]], exponent: 0 };
}

/** 2^exponent · x, rounded once if at all. */
function times2(x: number, exponent: number): number {
  const half = Math.max(-1000, Math.min(1000, exponent));
  return x * 2 ** half * 2 ** (exponent - half);
}

/**
 * How far a double is from the number that it should be, in units of its last
 * place, which below 2^-1022 is 2^-1074.
 */
export function unitsOff(x: number, { value, exponent }: Scaled): number {
  const off = (times2(x, -exponent) - value[0]) - value[1];
  const own = Math.floor(Math.log2(Math.abs(value[0])));
  return Math.abs(off) / 2 ** (Math.max(own + exponent, -1022) - 52 - exponent);
}
