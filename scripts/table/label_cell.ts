/** Labels: texts by which rows are told apart, such as grades. */
import type { Decimal } from "./number_cell.ts";

/** Numbers whose digits all count: `01`, `1.0`, `3.50`. */
const EXACT = /^[+-]?(?:\d{1,15}(?:\.0*)?|(?=.{1,16}$)\d+\.\d+)$/;

/**
 * A label as it is shown: of one width and Unicode form (NFKC), without
 * invisible letters, one sort of minus, no space around it, `01` and `1.0` as
 * `1`.
 */
export function plainLabel(text: string): string {
  const label = text.normalize("NFKC")
    .replace(/[\p{Cf}\p{Cc}\ufe00-\ufe0f]/gu, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
  if (!EXACT.test(label)) return label;
  const plain = String(Number(label));
  return plain.includes("e") ? label : plain;
}

/**
 * A label as labels are compared: besides, case and inner spaces do not count.
 */
export function foldLabel(text: string): string {
  return plainLabel(text).toLowerCase().replaceAll(" ", "");
}

/**
 * What people and programs write where a rating is missing, folded. Letters by
 * themselves may be grades.
 */
const MISSING = new Set([
  ...["na", "n/a", "n.a.", "#n/a", "#na", "nan", "null", "none", "nil", "nd"],
  ...["missing", "absent", "unknown", "notgraded", "ungraded", "fehlt"],
  ...["#div/0!", "#value!", "#ref!", "#name?", "#num!", "#null!", "<na>"],
  ...["欠", "欠席", "欠測", "欠損", "欠番", "未", "未提出", "未採点", "未評価"],
  ...["なし", "無し", "不明", "該当なし", "空白", "ー", "*", "**"],
  ...["-", "--", "---", ".", "..", "...", "?", "??", "/"],
]);

/** Whether a label looks as if there were none: `N/A`, `NaN`, `欠`. */
export function looksMissing(label: string): boolean {
  return MISSING.has(foldLabel(label));
}

/** A cell as a label. */
export interface LabelCell {
  /** As it is compared. */
  readonly key: string;
  /** As it is shown. */
  readonly label: string;
  /** Whether a comma was read as a decimal point. */
  readonly hasComma: boolean;
}

/**
 * Reads a cell as a label.
 *
 * @param cell The cell's text.
 * @param decimal What stands before decimals, as in the grade `1,3`.
 * @returns The label as it is compared and shown.
 */
export function labelCell(cell: string, decimal: Decimal): LabelCell {
  const plain = plainLabel(cell);
  const [, whole, part] = decimal === "."
    ? []
    : plain.match(/^([+-]?\d+),(\d{1,2})$/) ?? [];
  const label = whole === undefined ? plain : plainLabel(`${whole}.${part}`);
  return { key: foldLabel(label), label, hasComma: whole !== undefined };
}
