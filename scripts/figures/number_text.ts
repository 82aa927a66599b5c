/** Numbers as they are written in a picture, with a real minus sign. */

/** A number of few digits, as 0.123, 1230000 or 1e−9. */
export function numberText(value: number, digits = 3): string {
  return String(Number(value.toPrecision(digits))).replaceAll("-", "−");
}

/** A weight: two decimals, or two digits where those would all be zeros. */
export function weightText(value: number): string {
  return Math.abs(value) < 0.1
    ? numberText(value, 2)
    : String(Number(value.toFixed(2))).replace("-", "−");
}

/** A coordinate: more than two decimals nobody sees. */
export function fixed(value: number): string {
  return String(Number(value.toFixed(2)) || 0);
}
