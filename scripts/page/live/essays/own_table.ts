/**
 * A reader's own essays, from a file that stays on the reader's machine: words,
 * errors and a band for each, as Excel saves them.
 */
import { message, type Text } from "../../../cli/message.ts";
import { foldLabel, plainLabel } from "../../../table/label_cell.ts";
import { numberCell } from "../../../table/number_cell.ts";
import { type Essays, essaysOf, type Row } from "./essays.ts";

/** So large a file may be. */
export const MOST_BYTES = 1_000_000;
const MOST_ROWS = 5000;
const LEAST_ROWS = 20;
const MOST_BANDS = 6;

/** What a file was read as, or why it was not. */
export type OwnTable =
  | { readonly essays: Essays; readonly columns: Text }
  | { readonly fault: Text };

const isLarge = message({
  ja: "大きすぎます。{most} kB までのファイルを使えます。",
  en: "The file is too large: at most {most} kB can be read.",
});
const isNoText: Text = {
  ja:
    "文字コードが分かりません。Excel なら「CSV UTF-8（コンマ区切り）」として保存してください。",
  en:
    "The file is no text in UTF-8, UTF-16 or Shift_JIS: save it in Excel as “CSV UTF-8 (comma delimited)”.",
};
const noColumns = message({
  ja:
    "語数（words）、誤り数（errors）、評価（score）という列が必要です。あるのは：{there}",
  en: "Columns called words, errors and score are needed; found: {there}",
});
const badNumber = message({
  ja: "{line} 行目の「{cell}」は 0 以上の数ではありません。",
  en: "Line {line}: “{cell}” is no number of 0 or more.",
});
const noBand = message({
  ja: "{line} 行目の評価が空です。",
  en: "Line {line} has no score.",
});
const wrongRows = message({
  ja: "{rows} 件あります。{least} 件から {most} 件までを使えます。",
  en: "Essays in it: {rows}; {least} to {most} can be used.",
});
const wrongBands = message({
  ja:
    "評価が {bands} 通りあります。それぞれ 2 件以上の、2 通りから {most} 通りまでを使えます。",
  en:
    "Different scores in it: {bands}; 2 to {most} can be used, each of them twice or more.",
});
const columnsTaken = message({
  ja: "列 {words}、{errors}、{score} を使いました。",
  en: "Its columns {words}, {errors} and {score} were used.",
});

/** What the three columns may be called. */
const NAMES = {
  words: /^(words?|wordcount|tokens?|語数|単語数|総語数)$/i,
  errors: /^(errors?|errorcount|mistakes?|誤り|誤り数|誤りの数|エラー数?)$/i,
  score: /^(score|grade|level|band|cefr|label|rating|評価|段階|成績|レベル)$/i,
};

/** Reads a file's bytes. */
export function ownTable(bytes: Uint8Array): OwnTable {
  if (bytes.length > MOST_BYTES) {
    return { fault: isLarge({ most: MOST_BYTES / 1000 }) };
  }
  const text = decoded(bytes);
  if (text === undefined) return { fault: isNoText };
  const [header = [], ...records] = recordsOf(text);
  const names = header.map((name) => name.trim());
  const places = Object.values(NAMES).map((pattern) =>
    names.findIndex((name) =>
      pattern.test(name.normalize("NFKC").replace(/[\s_-]/g, ""))
    )
  );
  if (places.includes(-1)) {
    const there = names.slice(0, 12).join(", ") || "—";
    return { fault: noColumns({ there }) };
  }
  return read(records, places as [number, number, number], names);
}

function read(
  records: readonly (readonly string[])[],
  places: readonly [number, number, number],
  names: readonly string[],
): OwnTable {
  const bands = new Map<string, { name: string; count: number }>();
  const rows: (Omit<Row, "band"> & { band: string })[] = [];
  for (const [i, record] of records.entries()) {
    if (record.every((cell) => cell.trim() === "")) continue;
    const line = i + 2;
    const [words, errors, score = ""] = places.map((at) => record[at] ?? "");
    const numbers: number[] = [];
    for (const cell of [words!, errors!]) {
      const read = numberCell(cell, ".");
      if (!("value" in read) || read.value < 0) {
        return { fault: badNumber({ line, cell }) };
      }
      numbers.push(read.value);
    }
    const band = foldLabel(score);
    if (band === "") return { fault: noBand({ line }) };
    const known = bands.get(band) ?? { name: plainLabel(score), count: 0 };
    known.count++;
    bands.set(band, known);
    rows.push({ words: numbers[0]!, errors: numbers[1]!, band });
  }
  if (rows.length < LEAST_ROWS || rows.length > MOST_ROWS) {
    const limits = { least: LEAST_ROWS, most: MOST_ROWS };
    return { fault: wrongRows({ rows: rows.length, ...limits }) };
  }
  const found = [...bands].sort(([a], [b]) =>
    Number(a) - Number(b) || (a < b ? -1 : 1)
  );
  if (
    found.length < 2 || found.length > MOST_BANDS ||
    found.some(([, { count }]) => count < 2)
  ) {
    return { fault: wrongBands({ bands: found.length, most: MOST_BANDS }) };
  }
  const order = found.map(([band]) => band);
  const [words, errors, score] = places.map((at) => `“${names[at]}”`);
  return {
    essays: essaysOf(
      rows.map((row) => ({ ...row, band: order.indexOf(row.band) })),
      found.map(([, { name }]) => name),
    ),
    columns: columnsTaken({ words: words!, errors: errors!, score: score! }),
  };
}

/**
 * By its byte-order mark; else UTF-8 if its bytes are; else Shift_JIS, as Excel
 * in Japan writes it.
 */
function decoded(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes;
  const marked = a === 0xff && b === 0xfe
    ? "utf-16le"
    : a === 0xfe && b === 0xff
    ? "utf-16be"
    : undefined;
  const isBinary = marked === undefined && bytes.includes(0);
  for (
    const name of isBinary ? [] : marked ? [marked] : ["utf-8", "shift_jis"]
  ) {
    try {
      return new TextDecoder(name, { fatal: true }).decode(bytes);
    } catch {
      // Then it may be the next one.
    }
  }
  return undefined;
}

/** Rows of fields, between what the first line has most: comma, ;, or tab. */
function recordsOf(text: string): string[][] {
  const [first = ""] = text.split(/\r?\n/, 1);
  const separator = [",", ";", "\t"]
    .toSorted((a, b) => first.split(b).length - first.split(a).length)[0]!;
  const records: string[][] = [[]];
  const field =
    /"((?:[^"]|"")*)"|([^",;\t\r\n][^,;\t\r\n]*)|(\r?\n|\r)|([,;\t])/g;
  let cell = "";
  for (const [part, quoted, plain, end] of text.matchAll(field)) {
    if (quoted !== undefined) cell += quoted.replaceAll('""', '"');
    else if (plain !== undefined) cell += plain;
    else if (end === undefined && part !== separator) cell += part;
    else {
      records.at(-1)!.push(cell);
      cell = "";
      if (end !== undefined) records.push([]);
    }
  }
  records.at(-1)!.push(cell);
  return records;
}
