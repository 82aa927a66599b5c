import { assertEquals } from "@std/assert";
import {
  type Decimal,
  numberCell,
} from "../../../scripts/table/number_cell.ts";

/**
 * A cell; then what it is with a decimal point, a decimal comma, and either.
 */
const cells: readonly (readonly [string, string, string, string])[] = [
  ["120", "120", "120", "120"],
  ["-3", "-3", "-3", "-3"],
  ["+3", "3", "3", "3"],
  ["007", "7", "7", "7"],
  [" 120 ", "120", "120", "120"],
  ["\t120\u00a0", "120", "120", "120"],
  ["12.5", "12.5", "notANumber", "12.5"],
  [".5", "0.5", "notANumber", "0.5"],
  ["5.", "5", "notANumber", "5"],
  ["12,5", "comma", "12.5 decimalComma", "12.5 decimalComma"],
  ["-0,25", "comma", "-0.25 decimalComma", "-0.25 decimalComma"],
  ["0,123", "comma", "0.123 decimalComma", "0.123 decimalComma"],
  ["0.123", "0.123", "notANumber", "0.123"],
  ["1,234", "1234 thousands", "1.234 decimalComma", "ambiguous"],
  ["1.234", "1.234", "1234 thousands", "ambiguous"],
  ["1,234,567.8", "1234567.8 thousands", "notANumber", "1234567.8 thousands"],
  [
    "1.234.567,8",
    "notANumber",
    "1234567.8 thousands decimalComma",
    "1234567.8 thousands decimalComma",
  ],
  ["1,23,456", "notANumber", "notANumber", "notANumber"],
  ["1,2345", "comma", "1.2345 decimalComma", "1.2345 decimalComma"],
  ["0,123,456", "notANumber", "notANumber", "notANumber"],
  ["１２０", "120 wide", "120 wide", "120 wide"],
  ["－３", "-3 wide", "-3 wide", "-3 wide"],
  ["−3", "-3 wide", "-3 wide", "-3 wide"],
  ["１２．５", "12.5 wide", "notANumber", "12.5 wide"],
  ["１，２３４", "1234 wide thousands", "1.234 wide decimalComma", "ambiguous"],
  ["　120", "120", "120", "120"],
  ["1.2E+03", "1200 exponent", "notANumber", "1200 exponent"],
  ["1e3", "1000 exponent", "1000 exponent", "1000 exponent"],
  ["1e999", "tooLarge", "tooLarge", "tooLarge"],
  ["1e-999", "0 exponent", "0 exponent", "0 exponent"],
  ...["", " ", "　", "\u00a0"].map((cell) =>
    [cell, "empty", "empty", "empty"] as const
  ),
  ...[
    ...["-", ".", ",", "+", "e5", "NaN", "nan", "NA", "null", "Infinity"],
    ...["#DIV/0!", "#N/A", "120語", "50%", "12 5", "1_000", "0x1F", "0b1"],
    ...["1 234", "1'234", "(3)", "--3", "１２０語", "①", "10²", "½", "十二"],
    ...["१२", "2024-05-01", "12:30", "=1+1", "true"],
  ].map((cell) => [cell, "notANumber", "notANumber", "notANumber"] as const),
];

for (const [column, decimal] of ([".", ",", "either"] as const).entries()) {
  Deno.test(`numberCell() reads cells with "${decimal}" for decimals`, () => {
    for (const row of cells) {
      assertEquals([row[0], inWords(row[0], decimal)], [
        row[0],
        row[column + 1],
      ]);
    }
  });
}

function inWords(cell: string, decimal: Decimal): string {
  const read = numberCell(cell, decimal);
  return "refusal" in read
    ? read.refusal
    : [read.value, ...read.changes].join(" ");
}

Deno.test("numberCell() keeps every digit that a number can hold", () => {
  for (
    const cell of [
      "0.1",
      "12345678901234567890",
      "5e-324",
      "0.30000000000000004",
    ]
  ) {
    const read = numberCell(cell, ".");
    assertEquals("value" in read && read.value, Number(cell));
  }
});
