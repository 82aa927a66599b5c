/**
 * Taking CSV apart, without the file: text in pieces of 64 KiB, as a file
 * arrives, to columns. A row of the table has three fields; divide its number
 * of rows by the time for rows per second.
 */
import { assertEquals } from "@std/assert";
import { eachRecord } from "../../scripts/table/records.ts";
import { RowReader } from "../../scripts/table/rows.ts";

const header = {
  separator: ",",
  names: ["words", "errors", "score"],
  named: 3,
  indexes: [0, 1, 2],
  notes: [],
} as const;

async function* piecesOf(text: string): AsyncGenerator<string> {
  for (let i = 0; i < text.length; i += 65_536) yield text.slice(i, i + 65_536);
}

/** The sum of a column, so that every row must have been read. */
async function sumOfWords(text: string): Promise<number> {
  const row = new RowReader({
    header,
    numbers: 2,
    hasLabel: true,
    texts: [],
    decimal: ".",
    line: () => 1,
    onChange: () => {},
  });
  let sum = 0;
  await eachRecord(piecesOf(text), ",", (fields) => {
    row.read(fields!);
    sum += row.numbers[0]!;
  });
  return sum;
}

for (const rows of [1_000, 10_000, 100_000]) {
  const text = Array.from(
    { length: rows },
    (_, i) => `${i % 400},${i % 80},${i % 5}\n`,
  ).join("");
  const expected = Array.from({ length: rows }, (_, i) => i % 400)
    .reduce((sum, words) => sum + words, 0);

  Deno.bench(`eachRecord() ${rows} rows, splitting at every comma`, {
    group: `${rows} rows`,
    baseline: true,
  }, () => {
    let sum = 0;
    for (const line of text.split("\n")) sum += Number(line.split(",")[0]);
    assertEquals(sum, expected);
  });

  Deno.bench(`eachRecord() ${rows} rows`, {
    group: `${rows} rows`,
  }, async () => {
    assertEquals(await sumOfWords(text), expected);
  });
}
