/** Labels: texts by which rows are told apart, such as grades. */
import { plainText } from "../cli/plain.ts";
import type { Decimal } from "./number_cell.ts";

/** Numbers whose digits all count: `01`, `1.0`, `3.50`. */
const EXACT = /^[+-]?(?:\d{1,15}(?:\.0*)?|(?=.{1,16}$)\d+\.\d+)$/;

/**
 * A label as it is compared: no space around it, ordinary digits, `01` and
 * `1.0` as `1`.
 */
export function plainLabel(text: string): string {
  const label = plainText(text).trim();
  if (!EXACT.test(label)) return label;
  const plain = String(Number(label));
  return plain.includes("e") ? label : plain;
}

/** A cell as a label, and what was changed on the way. */
export interface LabelCell {
  readonly label: string;
  readonly change: "decimalComma" | "label" | undefined;
}

/**
 * Reads a cell as a label.
 *
 * @param cell The cell's text.
 * @param decimal What stands before decimals, as in the grade `1,3`.
 * @returns The label as it is compared.
 */
export function labelCell(cell: string, decimal: Decimal): LabelCell {
  const pointed = decimal === "." ? cell : withPoint(cell);
  const label = plainLabel(pointed);
  const change = pointed !== cell
    ? "decimalComma"
    : label !== cell
    ? "label"
    : undefined;
  return { label, change };
}

/** A label such as the grade `1,3` with a decimal point. */
function withPoint(cell: string): string {
  const [, whole, part] =
    plainText(cell).match(/^\s*([+-]?\d+),(\d{1,2})\s*$/) ?? [];
  return whole === undefined ? cell : `${whole}.${part}`;
}
