/**
 * Tables with mistakes in them, through our reader and Python's `csv`.
 *
 * Where the two differ, they do so by design:
 *
 * - Quotes that do not fit (`a"b`, `"a"b`, one that is never closed). Python
 *   takes what is there for letters, and all the rest of a file for one field;
 *   here such a row is refused with its line, and reading goes on at the next.
 * - A CR by itself ends a row in Python; here it is a letter, so that a field
 *   from an old Mac does not become rows without a word. (A header with one is
 *   refused.)
 * - Line breaks inside quotes are LF here, whatever they were.
 * - Lines without a character are no rows here; Python gives empty lists.
 */
import { assert, assertEquals } from "@std/assert";
import { numpyRandom } from "../../../mod.ts";
import { FileError } from "../../../scripts/table/file_error.ts";
import { readTable } from "../../../scripts/table/read_table.ts";
import { eachRecord } from "../../../scripts/table/records.ts";
import { CHECKOUT } from "../../_support/checkout.ts";
import { runDeno } from "../../_support/deno_process.ts";
import { temporaryFolder } from "../../_support/files.ts";
import { howMany } from "../../_support/how_many.ts";
import { needs, programPath } from "../../_support/permission.ts";

const TABLES = [
  "words,errors,score\n120,8,B1\n95,14,A2\n203,3,C1\n",
  'id,text,score\r\n1,"It was, I think, good.",3\r\n2,"He said ""no"".",2\r\n',
  '語数,誤り数,評価\n120,8,"良い"\n80,,普通\n"1,203",0,悪い\n',
  'a,b\n"two\nlines","and\r\nmore"\n\n1,2\n"",\n',
];
/** What is put in: whatever means something, and a few letters. */
const SIGNS = [",", '"', '""', '",', ',"', "\n", "\r\n", "\r", " ", "\t"]
  .concat(";", "x", "7", "é", "あ", "𠮷", "\u2028", "\ufeff", "'", "\\");

/** A table with one to four mistakes. */
function mutated(random: () => number): string {
  const draw = (count: number) => Math.floor(count * random());
  let text = TABLES[draw(TABLES.length)]!;
  for (let left = 1 + draw(4); left > 0; left--) {
    // Between letters, not inside one.
    const letters = [...text], at = draw(letters.length + 1);
    const length = draw(3), sign = SIGNS[draw(SIGNS.length)]!;
    const part = letters.slice(at, at + 1 + draw(12));
    const [gone, put] = [
      [0, [sign]],
      [length, []],
      [1, [sign]],
      [0, part],
      [length, part.toReversed()],
    ][draw(5)] as [number, string[]];
    text = letters.toSpliced(at, gone, ...put).join("");
  }
  return text;
}

async function* piecesOf(text: string, size: number): AsyncGenerator<string> {
  for (let i = 0; i < text.length; i += size) yield text.slice(i, i + size);
}

async function recordsOf(text: string, size: number) {
  const found: (readonly string[] | "?")[] = [];
  await eachRecord(piecesOf(text, size), ",", (fields) => {
    found.push(fields ?? "?");
  });
  return found;
}

/** A CR that is no part of a line's end, as a letter that no table has. */
const LONE = "\ue000";

/** What Python is given: line ends as LF, and a CR by itself as a letter. */
function forPython(text: string): string {
  return text.replace(/\r+(?=\n|$)/g, "").replaceAll("\r", LONE);
}

interface Told {
  readonly plain: string[][];
  readonly records: (string[] | "?")[];
}

async function python(texts: readonly string[]): Promise<Told[]> {
  using folder = temporaryFolder();
  const file = folder.file("texts.json", JSON.stringify(texts));
  const { code, stderr } = await runDeno([
    ...["run", "--no-prompt", "--allow-run", "tests/_support/in_program.ts"],
    ...[programPath("numpy"), "tests/_support/csv_records.py"],
    ...[file, `${folder.path}told.json`],
  ], { cwd: CHECKOUT });
  assertEquals(code, 0, stderr);
  return JSON.parse(Deno.readTextFileSync(`${folder.path}told.json`));
}

const COUNT = howMany(300, 10_000);

Deno.test(
  `${COUNT} tables with mistakes are read as Python's csv reads them`,
  needs("run", "read", "write", "numpy"),
  async () => {
    const random = numpyRandom(12);
    const texts = Array.from({ length: COUNT }, () => mutated(random));
    const told = await python(texts.map(forPython));
    let refused = 0, whole = 0;
    for (const [i, text] of texts.entries()) {
      const { plain, records } = told[i]!;
      const found = (await recordsOf(text, 1 + i % 17)).map((fields) =>
        fields === "?"
          ? fields
          : fields.map((field) => field.replaceAll("\r", LONE))
      );
      assertEquals(found, records, JSON.stringify(text));
      if (found.includes("?")) refused++;
      else {
        assertEquals(found, plain, JSON.stringify(text));
        whole++;
      }
    }
    // The mistakes are neither harmless nor hopeless.
    assert(refused > COUNT / 10 && whole > COUNT / 10, `${refused} ${whole}`);
  },
);

Deno.test(`${COUNT} tables with mistakes are read, or refused in a sentence`, async () => {
  const random = numpyRandom(13);
  let read = 0;
  for (let i = 0; i < COUNT; i++) {
    const text = mutated(random);
    const records = (await recordsOf(text, 1e9)).filter((fields) =>
      fields === "?" || fields.some((field) => field.trim() !== "")
    );
    try {
      const table = await readTable("t.csv", {
        text: {
          ...{ path: "t.csv", encoding: "utf-8", how: "marked", bytes: 1 },
          isDamaged: false,
          pieces: () => piecesOf(text, 1 + i % 17),
          [Symbol.dispose]: () => {},
        },
        numbers: [],
        label: "score",
        texts: [],
        separator: ",",
        skipBadRows: true,
      });
      read++;
      // Every record is somewhere: in the table, or among those left out.
      assertEquals(
        table.rows + table.badRows.length,
        records.length - 1,
        JSON.stringify(text),
      );
      assertEquals(table.labels.length, table.rows);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      assert(error.text.en.length > 0 && error.text.ja.length > 0);
    }
  }
  assert(read > COUNT / 10, `${read}`);
});
