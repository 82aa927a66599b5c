/**
 * Decimal digits of one double, as NumPy's and Python's printing choose them:
 * as few as tell the number from its neighbours, and where fewer still are
 * wanted, the exact binary value rounded, ties to even.
 *
 * @module
 */

/** A printed number, cut at the point and at the exponent. */
export interface DecimalParts {
  /** The digits before the point, with the sign of a negative number. */
  readonly integer: string;
  /** The digits after the point, without trailing zeros unless asked for. */
  readonly fraction: string;
  /** The power of ten; 0 where the notation has none. */
  readonly exponent: number;
}

/**
 * Digits of a finite number without an exponent, at most `maxDigits` of them
 * after the point. Right for magnitudes that are 0 or in [1e-6, 1e21), where
 * `String` uses no exponent either.
 */
export function fixedParts(x: number, maxDigits: number): DecimalParts {
  const magnitude = Math.abs(x);
  const [integer, fraction] = splitAtPoint(String(magnitude));
  if (fraction.length <= maxDigits) {
    return { integer: signOf(x) + integer, fraction, exponent: 0 };
  }
  const rounded = tiesToEven(
    magnitude.toFixed(maxDigits),
    magnitude.toFixed(LONGEST),
  );
  const [roundedInteger, roundedFraction] = splitAtPoint(rounded);
  return {
    integer: signOf(x) + roundedInteger,
    fraction: withoutTrailingZeros(roundedFraction),
    exponent: 0,
  };
}

/**
 * Digits of a finite number in scientific notation, at most `maxDigits` of
 * them after the point.
 */
export function scientificParts(x: number, maxDigits: number): DecimalParts {
  const [mantissa, exponent] = splitAtExponent(Math.abs(x).toExponential());
  const [integer, fraction] = splitAtPoint(mantissa);
  if (fraction.length <= maxDigits) {
    return { integer: signOf(x) + integer, fraction, exponent };
  }
  const rounded = exactScientificParts(x, maxDigits);
  return { ...rounded, fraction: withoutTrailingZeros(rounded.fraction) };
}

/**
 * Digits of a finite number in scientific notation, exactly `digits` of them
 * after the point: digits of the exact binary value, which for a subnormal
 * number are not its shortest ones followed by zeros (5e-324 is 4.94e-324).
 */
export function exactScientificParts(x: number, digits: number): DecimalParts {
  const magnitude = Math.abs(x);
  const [mantissa, exponent] = splitAtExponent(magnitude.toExponential(digits));
  const [exactMantissa] = splitAtExponent(magnitude.toExponential(LONGEST));
  const [integer, fraction] = splitAtPoint(tiesToEven(mantissa, exactMantissa));
  return { integer: signOf(x) + integer, fraction, exponent };
}

/**
 * The most digits `toFixed` and `toExponential` give. They show a tie whole: a
 * double that lies halfway between two decimals of 9 digits is one of 10
 * digits itself, which only magnitudes from 1e-14 to 1e33 can be, and there
 * 101 digits are all there are; so are 100 after the point from 1e-4 on.
 */
const LONGEST = 100;

/**
 * `toFixed` and `toExponential` round the exact value too, but away from zero
 * in a tie. `exact` is the same number with all its digits. A carry leaves a
 * last digit of 0, which is even, so where it is odd both texts align.
 */
function tiesToEven(rounded: string, exact: string): string {
  const isOdd = Number(rounded.at(-1)) % 2 === 1;
  const isTie = /^\.?50*$/.test(exact.slice(rounded.length));
  return isOdd && isTie ? exact.slice(0, rounded.length) : rounded;
}

function signOf(x: number): string {
  return x < 0 || Object.is(x, -0) ? "-" : "";
}

function splitAtPoint(text: string): [string, string] {
  const [integer = "", fraction = ""] = text.split(".");
  return [integer, fraction];
}

function splitAtExponent(text: string): [string, number] {
  const [mantissa = "", exponent = "0"] = text.split("e");
  return [mantissa, Number(exponent)];
}

function withoutTrailingZeros(digits: string): string {
  return digits.replace(/0+$/, "");
}
