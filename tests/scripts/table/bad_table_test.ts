import { assert, assertEquals, assertRejects } from "@std/assert";
import { FileError } from "../../../scripts/table/file_error.ts";
import { problemLines } from "../../../scripts/table/bad_rows.ts";
import {
  readTable,
  type ReadTableOptions,
} from "../../../scripts/table/read_table.ts";
import type { LabelCheck } from "../../../scripts/table/labels.ts";
import { temporaryFolder } from "../../_support/files.ts";
import { needs } from "../../_support/permission.ts";

const files = needs("read", "write");
const scores = { numbers: ["words", "errors"], label: "score" };

/**
 * The lines of the refusal, with the file called `FILE`; in Japanese it has as
 * many.
 */
async function refusal(
  content: string | readonly number[],
  options: ReadTableOptions = scores,
): Promise<string[]> {
  using folder = temporaryFolder();
  const file = folder.file("t.csv", content);
  const error = await assertRejects(() => readTable(file, options), FileError);
  const [en, ja] = [error.text.en, error.text.ja].map((text) =>
    text.replaceAll(file, "FILE").split("\n").map((line) => line.trim())
  );
  assertEquals(error.message, error.text.en);
  assertEquals(ja!.length, en!.length);
  assert(ja!.every((line) => /[\u3040-\u9fff]/.test(line)), ja!.join("\n"));
  assert(![...en!, ...ja!].some((line) => /[{}]/.test(line)), ja!.join("\n"));
  return en!;
}

Deno.test(
  "readTable() names what there is instead of a missing file",
  files,
  async () => {
    using folder = temporaryFolder();
    const file = `${folder.path}scores.csv`;
    const read = () => readTable(file, scores);
    const empty = await assertRejects(read, FileError);
    assertEquals(
      empty.message,
      `Cannot read ${file}: there is no such file; in that folder: nothing`,
    );
    for (const name of ["b.csv", "a.TSV", "c.txt", "d.xlsx"]) {
      folder.file(name, "x");
    }
    const error = await assertRejects(read, FileError);
    assertEquals(
      error.text.ja,
      `${file} がありません。同じフォルダにあるもの：a.TSV, b.csv, c.txt`,
    );
    const elsewhere = `${folder.path}none/scores.csv`;
    assertEquals(
      (await assertRejects(() => readTable(elsewhere, scores), FileError))
        .message,
      `Cannot read ${elsewhere}: there is no such file (its folder could not be listed)`,
    );
  },
);

Deno.test("readTable() refuses what is no table", files, async () => {
  using folder = temporaryFolder();
  const error = await assertRejects(
    () => readTable(folder.path, scores),
    FileError,
  );
  assertEquals(
    error.message,
    `Cannot read ${folder.path}: it is a folder, a CSV file is needed`,
  );
  assertEquals(await refusal("PK\x03\x04..."), [
    "Cannot read FILE: it is a file of Excel, Word or the like and no text, " +
    'save a table as "Excel Workbook (.xlsx)" or "CSV UTF-8 (comma delimited)", ' +
    "an essay as plain text (.txt, UTF-8)",
  ]);
  assertEquals(await refusal([1, 2, 0, 3]), [
    "Cannot read FILE: it is no text, a CSV file is needed",
  ]);
  for (const nothing of ["", "\n\n", "\ufeff"]) {
    assertEquals(await refusal(nothing), [
      "Cannot read FILE: it is empty, a row of column names is needed",
    ]);
  }
  assertEquals(await refusal("words,errors,score\n\n,,\n"), [
    "Cannot read FILE: it has no row that can be used, one is needed",
  ]);
});

Deno.test(
  "readTable() refuses bytes that are in no encoding it knows, and names the line",
  files,
  async () => {
    const bytes = [...new TextEncoder().encode("a,b\n1,2\n3,"), 0xff, 0xfd, 10];
    assertEquals(await refusal(bytes, { numbers: ["a"] }), [
      "Cannot read FILE: line 3 is not utf-8, shift_jis, " +
      "name the encoding with --encoding, such as euc-jp or windows-1252",
    ]);
    // "Wörter" in windows-1252: in Shift_JIS, F6 begins a letter set aside for
    // private use
    const western = [87, 246, 114, 116, 101, 114, 10, 49, 10];
    const [line] = await refusal(western, { numbers: ["W"] });
    assert(line!.includes("line 1 is not utf-8, shift_jis"), line);
    assertEquals(await refusal(bytes, { numbers: ["a"], encoding: "utf-8" }), [
      "Cannot read FILE: line 3 is not utf-8, " +
      "name the encoding with --encoding, such as euc-jp or windows-1252",
    ]);
    assertEquals(
      await refusal("a\n1\n", { numbers: ["a"], encoding: "jis" }),
      [
        'Cannot decode as "jis": no such encoding is known, ' +
        "such as utf-8, shift_jis, euc-jp or windows-1252 is needed",
      ],
    );
  },
);

Deno.test("readTable() names the columns that there are", files, async () => {
  assertEquals(await refusal("語数,errors,score\n1,2,3\n"), [
    'Cannot read FILE: there is no column "words"; its columns are "語数", "errors", "score" ' +
    "(read as utf-8; if the letters look wrong, use --encoding)",
  ]);
  assertEquals(await refusal("101,37,3\n163,21,4\n"), [
    'Cannot read FILE: there is no column "words"; its columns are "101", "37", "3" ' +
    "(the first row holds numbers only: put a row of column names above it)",
  ]);
  assertEquals(
    await refusal("作文,,\n\nid,Words,errors,score\n1,120,8,2\n"),
    [
      'Cannot read FILE: there is no column "words"; its columns are "作文" ' +
      "(they seem to stand on line 3: the lines above it must be deleted)",
    ],
  );
  const many = Array.from({ length: 22 }, (_, i) => `c${i + 1}`);
  const [there] = await refusal(`${many}\n`);
  assert(there!.includes('"c19", "c20", ... (22) (read as utf-8;'), there);
  assertEquals(await refusal("words,errors,score\r120,8,2\r58,18,1\r"), [
    "Cannot read FILE: its lines end in CR alone, " +
    'save it again as "CSV UTF-8 (comma delimited)"',
  ]);
  assertEquals(await refusal(",,\n,,\n"), [
    "Cannot read FILE: it is empty, a row of column names is needed",
  ]);
  assertEquals(await refusal("words,errors,score,words\n1,2,3,4\n"), [
    'Cannot read FILE: 2 columns are called "words", one of them must be renamed',
  ]);
  assertEquals(
    await refusal("words,score\n1,2\n", {
      numbers: ["words", "words"],
      label: "score",
    }),
    [
      'Cannot read FILE: the column "words" is asked for twice, each may be used once',
    ],
  );
  assertEquals(await refusal('wo"rds,errors,score\n1,2,3\n'), [
    'Cannot read FILE: the quotes (") of its first row do not fit, it must hold the column names',
  ]);
});

const bad = [
  "id,words,errors,score,text",
  "1,120,8,2,x",
  '2,,x,2,"two',
  'lines"',
  "3,120,8",
  "",
  "4,1,234,8,2,x",
  '5,120,8,2,a"b',
  "6,１２０語,#DIV/0!,,x",
  "7,1e999,12,5,x",
  "8,120,8,9,x",
  "9,120,8,1,x",
].join("\n");
const checkLabel: LabelCheck = (label, cell) =>
  Number(label) >= 1 && Number(label) <= 5 ? undefined : {
    ja: `${cell} は 1〜5 ではありません`,
    en: `found ${cell}, 1 to 5 needed`,
  };
const problems = [
  'FILE, record 2 (line 3), column "words": found nothing, a number is needed',
  'FILE, record 2 (line 3), column "errors": found "x", a number is needed',
  "FILE, record 3 (line 5): found 3 fields, 5 are needed as in the first row " +
  "(a field with a separator in it needs quotes)",
  "FILE, record 4 (line 7): found 6 fields, 5 are needed as in the first row " +
  "(a field with a separator in it needs quotes)",
  'FILE, record 5 (line 8): its quotes (") do not fit: ' +
  'a " inside a field must be doubled, and the field be put in quotes',
  'FILE, record 6 (line 9), column "words": found "１２０語", a number is needed',
  'FILE, record 6 (line 9), column "errors": found "#DIV/0!", a number is needed',
  'FILE, record 6 (line 9), column "score": found nothing, a label is needed',
  'FILE, record 7 (line 10), column "words": found "1e999", a number below 1.8e308 is needed',
  'FILE, record 8 (line 11), column "score": found 9, 1 to 5 needed',
];

Deno.test("readTable() lists every bad row with its place", files, async () => {
  assertEquals(await refusal(bad, { ...scores, checkLabel }), [
    "Cannot read FILE: 7 of its 9 rows cannot be used:",
    ...problems,
    "Mend them, or add --skip-bad-rows to go on without them.",
  ]);
});

Deno.test(
  "readTable() goes on without bad rows where it is told to, and keeps them",
  files,
  async () => {
    using folder = temporaryFolder();
    const file = folder.file("t.csv", bad);
    const table = await readTable(file, {
      ...scores,
      checkLabel,
      skipBadRows: true,
    });
    assertEquals(table.numbers.map((column) => [...column]), [
      [120, 120],
      [8, 8],
    ]);
    assertEquals([table.rows, table.labels], [2, ["2", "1"]]);
    assertEquals(
      problemLines("FILE", table.badRows).map(({ en }) => en),
      problems,
    );
    const lines = bad.split("\n");
    assertEquals(table.badRows.map(({ line, text }) => [line, text]), [
      [3, `${lines[2]}\n${lines[3]}`],
      ...[5, 7, 8, 9, 10, 11].map((line) => [line, lines[line - 1]]),
    ]);
    assertEquals(table.notes.slice(-2).map(({ en }) => en), [
      "rows that cannot be used, skipped: 7",
      // Row 7 has the only 5, and nothing else is wrong with it.
      'labels that stand in skipped rows alone and are lost with them: "5"',
    ]);
  },
);

Deno.test(
  "readTable() refuses a table of bad rows alone, even where they may be skipped",
  files,
  async () => {
    assertEquals(
      await refusal("words,errors,score\nx,1,2\n", {
        ...scores,
        skipBadRows: true,
      }),
      [
        "Cannot read FILE: it has no row that can be used, one is needed",
        'FILE, record 1 (line 2), column "words": found "x", a number is needed',
      ],
    );
  },
);

Deno.test(
  "readTable() lists the first 20 problems and counts the others",
  files,
  async () => {
    const lines = await refusal("words,errors,score\n" + "x,y,2\n".repeat(500));
    assertEquals(lines.length, 23);
    assertEquals(
      [lines[0], lines[20], lines[21]],
      [
        "Cannot read FILE: 500 of its 500 rows cannot be used:",
        'FILE, record 10 (line 11), column "errors": found "y", a number is needed',
        "and 980 more",
      ],
    );
  },
);

Deno.test(
  "readTable() does not guess what a comma between semicolons means",
  files,
  async () => {
    assertEquals(
      (await refusal("a;b\n1,234;1.234\n", { numbers: ["a", "b"] })).slice(
        1,
        3,
      ),
      ["1,234", "1.234"].map((found, i) =>
        `FILE, record 1 (line 2), column "${
          "ab"[i]
        }": found "${found}", which may have a thousands separator or decimals; ` +
        "settle it with --decimal . or --decimal ,"
      ),
    );
  },
);

Deno.test(
  "readTable() shortens what it quotes, and keeps it on its line",
  files,
  async () => {
    const cell = "語\n".repeat(100);
    const [, line] = await refusal(`words,errors,score\n"${cell}",1,2\n`);
    assertEquals(
      line,
      `FILE, record 1 (line 2), column "words": found "${
        "語\\n".repeat(19)
      }語…", a number is needed`,
    );
  },
);

Deno.test(
  "readTable() gives up where the quotes of too many rows do not fit",
  files,
  async () => {
    const lines = await refusal(
      "words,errors,score\n" + 'x"y,1,2\n'.repeat(1100),
    );
    assertEquals(
      [lines[0], lines.at(-1), lines.length],
      [
        'Cannot read FILE: the quotes (") of too many rows do not fit, write the file as CSV again:',
        "and 980 more",
        22,
      ],
    );
  },
);
