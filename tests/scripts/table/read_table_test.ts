import { assert, assertEquals, assertRejects } from "@std/assert";
import { FileError } from "../../../scripts/table/file_error.ts";
import {
  readTable,
  type ReadTableOptions,
} from "../../../scripts/table/read_table.ts";
import type { Table } from "../../../scripts/table/table.ts";
import { temporaryFolder } from "../../_support/files.ts";
import { needs } from "../../_support/permission.ts";

const files = needs("read", "write");
const scores = { numbers: ["words", "errors"], label: "score" };

async function read(
  content: string | readonly number[],
  options: ReadTableOptions = scores,
): Promise<Table> {
  using folder = temporaryFolder();
  return await readTable(folder.file("t.csv", content), options);
}

/** What was read, in short. */
function shown(table: Table): unknown {
  const { numbers, labels } = table;
  return [...numbers.map((column) => [...column]), labels];
}

/** The notes in English, without the first lines' numbers if not wanted. */
function notes(table: Table): string[] {
  for (const { ja } of table.notes) assert(/[\u3040-\u9fff]/.test(ja));
  return table.notes.map(({ en }) => en);
}

const expected = [[120, 58], [8, 18], ["2", "1"]];

Deno.test(
  "readTable() reads columns of numbers and a column of labels",
  files,
  async () => {
    const table = await read("words,errors,score\n120,8,2\n58,18,1\n");
    assertEquals(shown(table), expected);
    assertEquals(
      [table.encoding, table.separator, table.header, table.rows],
      ["utf-8", ",", ["words", "errors", "score"], 2],
    );
    assertEquals([notes(table), table.badRows], [[], []]);
    assert(table.numbers.every((column) => column instanceof Float64Array));
  },
);

Deno.test(
  "readTable() hands a long table on in parts, once all of it was looked at",
  files,
  async () => {
    const rows = Array.from(
      { length: 25_000 },
      (_, i) => i === 20_123 ? "bad,row,0" : `${i},"${i}\nx",${i % 3}`,
    );
    const text = `words,note,score\n${rows.join("\n")}\n`;
    const options = {
      numbers: ["words"],
      label: "score",
      texts: ["note"],
      keepRecords: true,
      skipBadRows: true,
    };
    const whole = await read(text, options);
    const looked: number[] = [], taken: Table[] = [];
    const table = await read(text, {
      ...options,
      parts: {
        look: ({ rows }) => void looked.push(rows),
        async take(part) {
          await new Promise((resolve) => setTimeout(resolve, 1));
          assertEquals(looked.length, 3);
          taken.push(part);
        },
      },
    });
    assertEquals(looked, [10_000, 10_000, 4999]);
    assertEquals(taken.map(({ rows }) => rows), looked);
    assertEquals(
      taken.flatMap(({ numbers }) => [...numbers[0]!]),
      [...whole.numbers[0]!],
    );
    const { texts: [note], labels } = whole;
    assertEquals(taken.flatMap(({ texts }) => texts[0]!.cells), note!.cells);
    assertEquals(taken.flatMap(({ labels }) => labels), labels);
    const last = taken[2]!;
    assertEquals(last.records.at(4998), ["24999", "24999\nx", "0"]);
    assertEquals(last.lineOf(4998), whole.lineOf(24_998));
    // What comes back has all but the rows.
    const { rows: count, badRows, header, numbers } = table;
    assertEquals([count, badRows.length, header], [
      whole.rows,
      1,
      whole.header,
    ]);
    assertEquals([numbers[0]!.length, notes(table)], [0, notes(whole)]);
  },
);

Deno.test(
  "readTable() hands nothing on of a table that it refuses, and knows its decimals before",
  files,
  async () => {
    const rows = (last: string) =>
      `a;b\n${Array(12_000).fill("1;2").join("\n")}\n${last};3\n`;
    const decimals = new Set<string>();
    const parts = {
      take: (part: Table) => {
        decimals.add(part.decimal);
        return Promise.resolve();
      },
    };
    const options = { numbers: ["a"], parts };
    await assertRejects(() => read(rows("many"), options), FileError);
    assertEquals(decimals.size, 0);
    await read(rows("2,5"), options);
    assertEquals([...decimals], [","]);
    const failing = {
      numbers: ["a"],
      parts: { take: () => Promise.reject(new Error("the disk is full")) },
    };
    await assertRejects(() => read(rows("1"), failing), Error, "disk is full");
  },
);

Deno.test(
  "readTable() takes columns by name, in the order asked for",
  files,
  async () => {
    const text = "no,score,errors,comment,words\n1,2,8,x,120\n2,1,18,y,58\n";
    assertEquals(shown(await read(text)), expected);
    const features = ["errors", "words", "no"];
    assertEquals(shown(await read(text, { numbers: features })), [
      [8, 18],
      [120, 58],
      [1, 2],
      [],
    ]);
  },
);

Deno.test(
  "readTable() reads UTF-8 with a byte-order mark, and CR LF",
  files,
  async () => {
    const table = await read(
      "\ufeffwords,errors,score\r\n120,8,2\r\n58,18,1\r\n",
    );
    assertEquals([shown(table), notes(table)], [expected, []]);
  },
);

Deno.test(
  "readTable() reads Shift_JIS with Japanese names, and says so",
  files,
  async () => {
    // what Python 3.11 gives for
    // "語数,誤り,評価\r\n１２０,8,良い\r\n".encode("cp932")
    const bytes = [
      ...[
        140,
        234,
        144,
        148,
        44,
        140,
        235,
        130,
        232,
        44,
        149,
        93,
        137,
        191,
        13,
      ],
      ...[
        10,
        130,
        80,
        130,
        81,
        130,
        79,
        44,
        56,
        44,
        151,
        199,
        130,
        162,
        13,
        10,
      ],
    ];
    const table = await read(bytes, {
      numbers: ["語数", "誤り"],
      label: "評価",
    });
    assertEquals(shown(table), [[120], [8], ["良い"]]);
    assertEquals(table.encoding, "shift_jis");
    assertEquals(notes(table), [
      "read as shift_jis (found out from its bytes; --encoding overrides it)",
      'full-width digits and signs, read as ordinary ones: 1 (the first on line 2: "１２０")',
    ]);
  },
);

Deno.test(
  "readTable() finds Shift_JIS out by the last line as well",
  files,
  async () => {
    const rows = [..."a,b\n"].concat(Array(40_000).fill("1,x\n")).join("");
    const ascii = [...new TextEncoder().encode(rows)];
    const table = await read([...ascii, 49, 44, 140, 234], {
      numbers: ["a"],
      label: "b",
    });
    assertEquals(
      [table.encoding, table.rows, table.labels.at(-1)],
      ["shift_jis", 40_001, "語"],
    );
  },
);

Deno.test(
  "readTable() reads in the encoding that it is told",
  files,
  async () => {
    // "Wörter;Fehler\r\n12,5;3\r\n" in windows-1252, and "語数,誤り\r\n1,2" in
    // EUC-JP
    const western = [
      ...[87, 246, 114, 116, 101, 114, 59, 70, 101, 104, 108, 101, 114, 13, 10],
      ...[49, 50, 44, 53, 59, 51, 13, 10],
    ];
    const table = await read(western, {
      numbers: ["Wörter", "Fehler"],
      encoding: "windows-1252",
    });
    assertEquals([shown(table), table.separator], [[[12.5], [3], []], ";"]);
    const euc = [
      ...[184, 236, 191, 244, 44, 184, 237, 164, 234, 13, 10],
      ...[49, 44, 50],
    ];
    const japanese = await read(euc, {
      numbers: ["誤り", "語数"],
      encoding: "euc-jp",
    });
    assertEquals(shown(japanese), [[2], [1], []]);
  },
);

Deno.test(
  "readTable() reads Excel's Unicode text: UTF-16 with tabs",
  files,
  async () => {
    const text = "\ufeff語数\t誤り\r\n120\t8\r\n";
    const bytes = [...text].flatMap((letter) => {
      const code = letter.charCodeAt(0);
      return [code & 255, code >> 8];
    });
    const table = await read(bytes, { numbers: ["語数", "誤り"] });
    assertEquals(shown(table), [[120], [8], []]);
    assertEquals(notes(table), [
      "read as utf-16le (found out from its bytes; --encoding overrides it)",
      "its fields are separated by tabs",
    ]);
  },
);

Deno.test(
  "readTable() finds out the separator by the columns that are wanted",
  files,
  async () => {
    const cases = { ";": '";"', "\t": "tabs" };
    for (const [separator, name] of Object.entries(cases)) {
      const table = await read(
        "words,errors,score\n120,8,2\n58,18,1\n".replaceAll(",", separator),
      );
      assertEquals([shown(table), table.separator], [expected, separator]);
      assertEquals(notes(table), [`its fields are separated by ${name}`]);
    }
    const text = "a;b;c,words\n1;2;3,120\n";
    const table = await read(text, { numbers: ["words"] });
    assertEquals([shown(table), table.separator], [[[120], []], ","]);
  },
);

Deno.test(
  "readTable() reads fields in quotes, with newlines and separators in them",
  files,
  async () => {
    const text =
      'text,words,errors,score\r\n"a ""b"",\r\n\r\nc","1,120",8,2\r\n' +
      '"",58,18,"1"\r\n';
    const table = await read(text);
    assertEquals(shown(table), [[1120, 58], [8, 18], ["2", "1"]]);
    assertEquals(notes(table), [
      'thousands separators, left out: 1 (the first on line 2: "1,120")',
    ]);
  },
);

Deno.test("readTable() passes over blank rows and says so", files, async () => {
  const table = await read(
    "\nwords,errors,score\n120,8,2\n\n,,\n58,18,1\n , ,　\n\n\n",
  );
  assertEquals(shown(table), expected);
  assertEquals(notes(table), [
    'blank rows, passed over: 2 (the first on line 5: "")',
  ]);
});

Deno.test(
  "readTable() ignores empty fields at the end, and says so",
  files,
  async () => {
    const table = await read(
      "words,errors,score,,\n120,8,2,,\n58,18,1,,,\n",
    );
    assertEquals(shown(table), expected);
    assertEquals(notes(table), [
      'empty fields beyond the last column, left out: 1 (the first on line 3: "58,18,1,,,")',
    ]);
    const none = await read("words,errors,score,,\n120,8,2\n58,18,1,\n");
    assertEquals([shown(none), notes(none)], [expected, []]);
    const shorter = await read(
      "words,errors,score,comment\n120,8,2,x\n58,18,1\n",
    );
    assertEquals(shown(shorter), expected);
    assertEquals(notes(shorter), [
      'rows that end before the last column, where it is not used: 1 (the first on line 3: "58,18,1")',
    ]);
  },
);

Deno.test(
  "readTable() leaves columns without a name alone, at the end too",
  files,
  async () => {
    const table = await read(
      "words,,errors,score,\n120,a,8,2,gut\n58,,18,1,\n",
      { ...scores, keepRecords: true },
    );
    assertEquals([shown(table), notes(table)], [expected, []]);
    assertEquals(table.header, ["words", "", "errors", "score", ""]);
    assertEquals(table.records.at(0), ["120", "a", "8", "2", "gut"]);
  },
);

Deno.test(
  "readTable() passes over blank rows above the names of the columns",
  files,
  async () => {
    const table = await read(
      "\n,,\nwords,errors,score\n120,8,2\n58,18,1\n",
    );
    assertEquals(shown(table), expected);
    assertEquals(notes(table), [
      'blank rows, passed over: 1 (the first on line 2: "")',
    ]);
  },
);

Deno.test(
  "readTable() takes Shift_JIS only for what looks Japanese",
  files,
  async () => {
    // Python 3.11: "a,b\n1,<label>\n".encode(<encoding>)
    const label = (...bytes: number[]) => [
      ...new TextEncoder().encode("a,b\n1,"),
      ...bytes,
      10,
    ];
    const options = { numbers: ["a"], label: "b" };
    const japanese: [number[], string][] = [
      [[0x97, 0xc7], "良"], // one kanji by itself
      [[0xd8, 0xae, 0xb3], "リョウ"],
      [[0x41, 0x82, 0xf0, 0x82, 0xe9], "Aをる"],
    ];
    for (const [bytes, expected] of japanese) {
      const table = await read(label(...bytes), options);
      assertEquals([table.encoding, table.labels], ["shift_jis", [expected]]);
    }
    const schaefer = label(0x53, 0x63, 0x68, 0xe4, 0x66, 0x65, 0x72);
    await assertRejects(
      () => read(schaefer, options),
      RangeError,
      "line 2 is not utf-8, shift_jis, name the encoding with --encoding",
    );
    const told = { ...options, encoding: "windows-1252" };
    assertEquals((await read(schaefer, told)).labels, ["Schäfer"]);
    const asked = { ...options, encoding: "shift_jis" };
    assertEquals((await read(schaefer, asked)).labels, ["Sch臟er"]);
  },
);

Deno.test(
  "readTable() reads grades with a decimal comma between semicolons",
  files,
  async () => {
    const text = "words;errors;score\n120;8;1,3\n58;18;2,0\n";
    const table = await read(text);
    assertEquals(shown(table), [[120, 58], [8, 18], ["1.3", "2"]]);
    assertEquals(notes(table), [
      'its fields are separated by ";"',
      'commas before decimals, read as decimal points: 2 (the first on line 2: "1,3")',
    ]);
    assertEquals(table.decimal, ",");
    const settled = await read(text, { ...scores, decimal: "." });
    assertEquals([settled.labels, settled.decimal], [["1,3", "2,0"], "."]);
  },
);

Deno.test(
  "readTable() counts what it changes, and says where first",
  files,
  async () => {
    const table = await read(
      "words,errors,score\n120,8,2\n１２０,８,２\n1.2E+02,−3,02\n",
    );
    assertEquals(shown(table), [[120, 120, 120], [8, 8, -3], ["2", "2", "2"]]);
    assertEquals(notes(table), [
      'full-width digits and signs, read as ordinary ones: 3 (the first on line 3: "１２０")',
      'numbers with an exponent (a spreadsheet may have dropped digits of them): 1 (the first on line 4: "1.2E+02")',
      'labels that differ only in how they are written (case, width, spaces, invisible letters, forms of a sign), taken as one: 2 (the first on line 3: "２")',
    ]);
  },
);

Deno.test(
  "readTable() takes a column whose name differs in width, case or spaces, and says so",
  files,
  async () => {
    const table = await read("Ｗｏｒｄｓ, errors ,Sco re\n120,8,2\n58,18,1\n");
    assertEquals(shown(table), expected);
    assertEquals(notes(table), [
      'the column "Ｗｏｒｄｓ" was taken for "words"',
      'the column "Sco re" was taken for "score"',
    ]);
  },
);

Deno.test(
  "readTable() reads decimal commas between semicolons",
  files,
  async () => {
    const features = ["a", "b"];
    const table = await read("a;b\n12,5;0,125\n1.234,5;7\n", {
      numbers: features,
    });
    assertEquals(shown(table), [[12.5, 1234.5], [0.125, 7], []]);
    assertEquals(notes(table).slice(1), [
      'commas before decimals, read as decimal points: 3 (the first on line 2: "12,5")',
      'thousands separators, left out: 1 (the first on line 3: "1.234,5")',
    ]);
    const settled = await read("a;b\n1,234;1\n", {
      numbers: features,
      decimal: ",",
    });
    assertEquals(shown(settled), [[1.234], [1], []]);
    const point = await read("a;b\n1,234;1\n", {
      numbers: features,
      decimal: ".",
    });
    assertEquals(shown(point), [[1234], [1], []]);
  },
);

Deno.test(
  "readTable() keeps the rows' fields where it is asked to",
  files,
  async () => {
    const text = 'id,words,errors\nx,120,8\n"y ""z"",\n",,\n,58,18\n';
    const table = await read(text, {
      numbers: ["words", "errors"],
      keepRecords: true,
      skipBadRows: true,
    });
    assertEquals(table.records.length, 2);
    assertEquals(
      [0, 1, 2].map((row) => table.records.at(row)),
      [["x", "120", "8"], ["", "58", "18"], []],
    );
  },
);

Deno.test("readTable() tells how far it is", files, async () => {
  const text = "words,errors,score\n" + "120,8,2\n".repeat(50_000);
  const told: [number, number, number][] = [];
  const table = await read(text, {
    ...scores,
    onProgress: ({ rows, bytes, totalBytes }) =>
      told.push([rows, bytes, totalBytes]),
  });
  assertEquals(table.rows, 50_000);
  assertEquals(told.at(-1), [50_000, text.length, text.length]);
  assert(told.length > 3);
  const rising = told.every(([rows, bytes], i) =>
    i === 0 || (rows >= told[i - 1]![0] && bytes >= told[i - 1]![1])
  );
  assert(rising);
});

Deno.test("readTable() stops when it is told to", files, async () => {
  const controller = new AbortController();
  const text = "words,errors,score\n" + "120,8,2\n".repeat(50_000);
  const onProgress = ({ rows }: { rows: number }): void => {
    if (rows > 1000) controller.abort();
  };
  await assertRejects(
    () => read(text, { ...scores, signal: controller.signal, onProgress }),
    DOMException,
    "aborted",
  );
});

Deno.test(
  "readTable() has each label checked once, as it is compared and as it stands",
  files,
  async () => {
    const checked: string[][] = [];
    const table = await read("words,errors,score\n1,8,２\n5,1,1\n5,1,２\n", {
      ...scores,
      checkLabel: (...seen) => void checked.push(seen),
    });
    assertEquals(checked, [["2", "２"], ["1", "1"]]);
    assertEquals(table.labels, ["2", "1", "2"]);
  },
);

Deno.test("readTable() opens its file once, and closes it", files, async () => {
  const { open } = Deno;
  let opened = 0;
  Deno.open = (...args) => {
    opened++;
    return open(...args);
  };
  try {
    // Each separator, both encodings and lines above the header are tried.
    await read([0x97, 0xc7, 59, 97, 10, 49, 59, 50, 10], { numbers: ["a"] });
    assertEquals(opened, 1);
    await assertRejects(() => read("x\nwords\n", { numbers: ["words"] }));
    assertEquals(opened, 2);
  } finally {
    Deno.open = open;
  }
});

/**
 * Ratings that look alike, as teachers' tables have them, and what they are.
 */
const lookAlike: readonly (readonly [string, string[], string[], number])[] = [
  ["case", ["A1", "a1", "B1", "A1"], ["A1", "A1", "B1", "A1"], 1],
  ["width", ["Ａ１", "A1", "Ｂ１", " B1"], ["A1", "A1", "B1", "B1"], 3],
  ["a space of no width", ["A1", "A1\u200b", "B1"], ["A1", "A1", "B1"], 1],
  ["Unicode form", ["グ", "ク\u3099", "良"], ["グ", "グ", "良"], 1],
  ["minus", ["-1", "−1", "0", "1"], ["-1", "-1", "0", "1"], 1],
  ["the form of most", ["a1", "A1", "A1"], ["A1", "A1", "A1"], 1],
];

for (const [difference, cells, labels, changed] of lookAlike) {
  Deno.test(
    `readTable() takes ratings that differ in ${difference} as one, and says so`,
    files,
    async () => {
      const rows = cells.map((cell) => `1,2,${cell}\n`).join("");
      const table = await read(`words,errors,score\n${rows}`);
      assertEquals(table.labels, labels);
      const [note] = notes(table);
      const first = cells.findIndex((cell, i) => cell !== labels[i]);
      assertEquals(
        note,
        "labels that differ only in how they are written (case, width, " +
          `spaces, invisible letters, forms of a sign), taken as one: ${changed} (the first on line ${
            first + 2
          }: ${JSON.stringify(cells[first]).replace("\u200b", "\\u{200b}")})`,
      );
    },
  );
}

/** Bytes, written as hexadecimal digits and as ASCII in turns. */
function bytesOf(...parts: readonly string[]): number[] {
  return parts.flatMap((part, i) =>
    i % 2 === 0
      ? [...Uint8Array.fromHex(part)]
      : [...new TextEncoder().encode(part)]
  );
}

Deno.test(
  "readTable() reads Shift_JIS with a letter of one's own (外字) where nobody looks",
  files,
  async () => {
    // Python 3.11: "語数,誤り数,評価,備考".encode("cp932").
    // F040 is for private use.
    const row = (text: string): string[] => [text, "f040", "\r\n"];
    const bytes = bytesOf(
      "8cea90942c8ceb82e890942c955d89bf2c94f58d6c",
      "\r\n",
      "",
      ...row("100,3,1,"),
      "",
      ...row("107,4,2,"),
    );
    const table = await read(bytes, {
      numbers: ["語数", "誤り数"],
      label: "評価",
    });
    assertEquals(shown(table), [[100, 107], [3, 4], ["1", "2"]]);
    assertEquals(table.encoding, "shift_jis");
  },
);

/** A table in Shift_JIS with twelve names; in one of them a byte is cut off. */
function withCutByte(number = "104"): number[] {
  // Python 3.11: "名前,語数,誤り数,評価" and "山田", "佐藤" .encode("cp932")
  const names = ["8e529363", "8db293a1"];
  const rows = Array.from(
    { length: 12 },
    (_, i) =>
      i === 4
        ? ["8e5293", `,${number},7,2\r\n`]
        : [names[i % 2]!, `,${100 + i},${3 + i},${1 + i % 3}\r\n`],
  );
  return bytesOf(
    "96bc914f2c8cea90942c8ceb82e890942c955d89bf",
    "\r\n",
    ...rows.flat(),
  );
}

Deno.test(
  "readTable() reads a table in which a byte was cut off, and names the row",
  files,
  async () => {
    const options = { numbers: ["語数", "誤り数"], label: "評価" };
    const table = await read(withCutByte(), { ...options, keepRecords: true });
    assertEquals([table.encoding, table.rows], ["shift_jis", 12]);
    assertEquals(table.records.at(4), ["山\ufffd", "104", "7", "2"]);
    assertEquals(table.records.at(5)[0], "佐藤");
    assertEquals(
      notes(table)[1],
      'rows with letters that cannot be read, taken as �: 1 (the first on line 6: "山�")',
    );
    const used = await assertRejects(() =>
      read(withCutByte(), { numbers: ["語数"], label: "名前" })
    );
    assert(`${used}`.includes("1 of its 12 rows cannot be used"));
    assert(
      `${used}`.includes("letters that cannot be read, a label is needed"),
    );
  },
);

Deno.test(
  "readTable() reads UTF-8 in which a byte was cut off, and no Shift_JIS",
  files,
  async () => {
    const rows = Array.from(
      { length: 12 },
      (_, i) => `名前${i},1,2,${i % 3}\n`,
    );
    const whole = new TextEncoder().encode(
      `氏名,words,errors,score\n${rows.join("")}`,
    );
    const at = whole.findLastIndex((byte) => byte > 127);
    const table = await read([...whole.slice(0, at), ...whole.slice(at + 1)]);
    assertEquals([table.encoding, table.rows], ["utf-8", 12]);
    assertEquals(
      notes(table),
      ['rows with letters that cannot be read, taken as �: 1 (the first on line 13: "名�11")'],
    );
  },
);
