/** Parts of a worked formula: `2 × 0.5 + 3 × (-2) = -5`. */
import { Matrix } from "kobai";

/** A number in at most 6 digits, as one writes it by hand. */
export function short(value: Matrix | number): string {
  const number = value instanceof Matrix ? value.item() : value;
  return String(Number(number.toPrecision(6)));
}

/** A loss in 9 digits, where two that are close are subtracted. */
export function precise(loss: Matrix | number): string {
  const number = loss instanceof Matrix ? loss.item() : loss;
  return String(Number(number.toPrecision(9)));
}

/** The same as an operand: in brackets if it is negative. */
export function operand(value: Matrix | number): string {
  const text = short(value);
  return text.startsWith("-") ? `(${text})` : text;
}

/**
 * The sums of a product of a row and a matrix, a line for each column:
 * `1 × 3 + 2 × 4 + 0.1 = 11.1`.
 *
 * @param x The row; of several rows the first.
 * @param W The weights, a row for each number of `x`.
 * @param h What the sums are.
 * @param b What is added to them.
 */
export function sums(x: Matrix, W: Matrix, h: Matrix, b?: Matrix): string {
  return Array.from({ length: W.columns }, (_, k) => {
    const terms = Array.from(
      { length: x.columns },
      (_, i) => `${operand(x.at(0, i))} × ${operand(W.at(i, k))}`,
    );
    if (b !== undefined) terms.push(operand(b.at(0, k)));
    return `${terms.join(" + ")} = ${short(h.at(0, k))}`;
  }).join("\n");
}
