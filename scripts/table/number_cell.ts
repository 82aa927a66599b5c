/**
 * What counts as a number in a teacher's table.
 *
 * | cell | reading |
 * | --- | --- |
 * | `120` `-3` `+3` `12.5` `.5` `5.` `007` | the number |
 * | `1.2E+03` | 1200, and a note: digits may have been dropped |
 * | `１２０` `－３` `１２．５` (full width), `−3` | the number, and a note |
 * | `1,234` `1,234,567.8` | with thousands separators, and a note |
 * | `12,5` | a decimal comma, and a note, between `;`; else refused |
 * | `1,234` `1.234` between `;` | refused: may be 1234 or 1.234 |
 * | empty, `-`, `NaN`, `#DIV/0!`, `120語`, `50%`, `0x1F`, `1e999` | refused |
 *
 * Spaces around the number do not count. `decimal` settles what `.` and `,`
 * mean: with `","`, `1.234,5` is 1234.5.
 */
import { message, type Text } from "../cli/message.ts";
import { plainText } from "../cli/plain.ts";
import { quoted } from "./file_error.ts";

/**
 * What stands before the decimals: the one or the other, or either where the
 * cell itself tells.
 */
export type Decimal = "." | "," | "either";

/** How a cell had to be read to be a number. */
export type Change = "wide" | "thousands" | "decimalComma" | "exponent";

/** Why a cell is no number. */
export type Refusal =
  | "empty"
  | "notANumber"
  | "comma"
  | "ambiguous"
  | "tooLarge";

/** A cell as a number, with what was changed on the way; or why it is none. */
export type NumberCell =
  | { readonly value: number; readonly changes: readonly Change[] }
  | { readonly refusal: Refusal };

const notANumber = message({
  ja: "{found} は数ではありません。数が必要です",
  en: "found {found}, a number is needed",
});
const comma = message({
  ja:
    "{found} は数ではありません。コンマが小数点なら --decimal , を付けてください",
  en:
    "found {found}, a number is needed (if the comma stands before decimals, add --decimal ,)",
});
const ambiguous = message({
  ja:
    "{found} は桁区切りとも小数とも読めます。--decimal . か --decimal , で決めてください",
  en:
    "found {found}, which may have a thousands separator or decimals; settle it with --decimal . or --decimal ,",
});
const tooLarge = message({
  ja: "{found} は大きすぎます。1.8e308 までの数が必要です",
  en: "found {found}, a number below 1.8e308 is needed",
});

/** Why a cell is no number, for the reader. */
export function refusalText(refusal: Refusal, cell: string): Text {
  const found = quoted(cell);
  switch (refusal) {
    case "empty":
      return {
        ja: "空です。数が必要です",
        en: "found nothing, a number is needed",
      };
    case "notANumber":
      return notANumber({ found });
    case "comma":
      return comma({ found });
    case "ambiguous":
      return ambiguous({ found });
    case "tooLarge":
      return tooLarge({ found });
  }
}

const PLAIN = /^-?\d{1,15}(?:\.\d{1,15})?$/;
const WITH_POINT = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const WITH_COMMA = /^[+-]?(?:\d+(?:,\d*)?|,\d+)(?:[eE][+-]?\d+)?$/;
const THOUSANDS_BY_COMMA = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/;
const THOUSANDS_BY_POINT = /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d*)?$/;
const AMBIGUOUS = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;
const UNCHANGED: readonly Change[] = [];

/**
 * Reads a cell as a number.
 *
 * @param cell The cell's text.
 * @param decimal What stands before the decimals.
 * @returns The number and what was changed, or why there is none.
 */
export function numberCell(cell: string, decimal: Decimal): NumberCell {
  if (PLAIN.test(cell) && (decimal === "." || !cell.includes("."))) {
    return { value: Number(cell), changes: UNCHANGED };
  }
  const changes: Change[] = [];
  let text = plainText(cell).trim();
  if (text !== cell.trim()) changes.push("wide");
  if (text === "") return { refusal: "empty" };
  if (decimal === "either" && AMBIGUOUS.test(text)) {
    return { refusal: "ambiguous" };
  }
  if (decimal !== "," && THOUSANDS_BY_COMMA.test(text)) {
    changes.push("thousands");
    text = text.replaceAll(",", "");
  } else if (decimal !== "." && THOUSANDS_BY_POINT.test(text)) {
    changes.push("thousands");
    text = text.replaceAll(".", "");
  }
  if (decimal !== "." && text.includes(",") && WITH_COMMA.test(text)) {
    changes.push("decimalComma");
    text = text.replace(",", ".");
  } else if (decimal === "," && text.includes(".")) {
    return { refusal: "notANumber" };
  }
  if (!WITH_POINT.test(text)) {
    const isComma = decimal === "." && WITH_COMMA.test(text);
    return { refusal: isComma ? "comma" : "notANumber" };
  }
  if (/e/i.test(text)) changes.push("exponent");
  const value = Number(text);
  if (!Number.isFinite(value)) return { refusal: "tooLarge" };
  return { value, changes };
}
