/** Numbers as they are shown. */

/** A number with so many decimals; a dash for one that is not known. */
export function decimals(value: number, digits = 3): string {
  return Number.isFinite(value) ? value.toFixed(digits).replace("-", "−") : "–";
}

/** A number with a decimal at least, and three digits where they fit. */
export function threeDigits(value: number): string {
  const whole = Math.abs(value);
  return decimals(value, whole >= 10 ? 1 : whole >= 1 ? 2 : 3);
}

/** A number of things: `1,010`. */
export function count(value: number): string {
  return new Intl.NumberFormat("en").format(value);
}

/** A part of a whole: `72 %`. */
export function percent(part: number): string {
  return `${(100 * part).toFixed(1).replace("-", "−")} %`;
}
