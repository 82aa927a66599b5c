/**
 * The first row of a table: what separates its fields, and where the wanted
 * columns are.
 */
import { joinTexts, message, type Text } from "../cli/message.ts";
import { plainText } from "../cli/plain.ts";
import { FileError, quoted } from "./file_error.ts";
import { eachRecord } from "./records.ts";
import type { TextFile } from "./text_file.ts";

/** What can stand between two fields. */
export type Separator = "," | ";" | "\t";

/** A header in which every wanted column was found. */
export interface Header {
  readonly separator: Separator;
  /** Every column's name, "" for one without. */
  readonly names: readonly string[];
  /** How many columns there are up to the last that has a name. */
  readonly named: number;
  /** The index of each wanted column, in the order asked for. */
  readonly indexes: readonly number[];
  /** Columns that are called a little differently than asked for. */
  readonly notes: readonly Text[];
}

const isEmpty = message({
  ja: "{file} は空です。列の名前の行が必要です。",
  en: "Cannot read {file}: it is empty, a row of column names is needed",
});
const brokenHeader = message({
  ja:
    '{file} の 1 行目の引用符（"）が合いません。列の名前の行を直してください。',
  en:
    'Cannot read {file}: the quotes (") of its first row do not fit, it must hold the column names',
});
const oldLines = message({
  ja:
    "{file} は古い Mac の改行（CR）で書かれています。「CSV UTF-8（コンマ区切り）」として保存し直してください。",
  en:
    'Cannot read {file}: its lines end in CR alone, save it again as "CSV UTF-8 (comma delimited)"',
});

/**
 * Reads the header of a table. Of the separators, the one counts with which
 * most wanted columns are found, and then the one that gives most columns.
 *
 * @param text The file.
 * @param columns The wanted columns.
 * @param asked The separator; found out if not given.
 * @returns The header.
 * @throws {FileError} If a wanted column is missing or there are several of it.
 */
export async function readHeader(
  text: TextFile,
  columns: readonly string[],
  asked?: Separator,
): Promise<Header> {
  const separators: readonly Separator[] = asked === undefined
    ? [",", ";", "\t"]
    : [asked];
  const candidates: { separator: Separator; names: readonly string[] }[] = [];
  let broken = false;
  for (const separator of separators) {
    const names = await firstRecord(text.pieces(), separator);
    if (names === "broken") broken = true;
    else if (names?.some((name) => /[^,;\s]/.test(name))) {
      candidates.push({ separator, names });
    }
  }
  const file = text.path;
  if (candidates.length === 0) {
    throw new FileError(broken ? brokenHeader({ file }) : isEmpty({ file }));
  }
  const found = (names: readonly string[]): number =>
    columns.filter((name) => places(names, name).length > 0).length;
  const best = candidates.reduce((best, next) =>
    found(next.names) > found(best.names) ||
      (found(next.names) === found(best.names) &&
        next.names.length > best.names.length)
      ? next
      : best
  );
  if (best.names.some((name) => /\r(?!\n)/.test(name))) {
    throw new FileError(oldLines({ file }));
  }
  const below = found(best.names) === columns.length
    ? undefined
    : await lineBelow(text.pieces(), best.separator, columns);
  return locate(text, columns, best, below);
}

/** Titles above the names take up so many rows at most. */
const MOST_TITLES = 20;

/**
 * The line on which the wanted columns are named, where that is not the first
 * row.
 */
async function lineBelow(
  pieces: AsyncIterable<string>,
  separator: Separator,
  columns: readonly string[],
): Promise<number | undefined> {
  let line: number | undefined, rows = 0;
  await eachRecord(pieces, separator, (fields = [], place) => {
    const names = fields.map((name) => name.trim());
    if (columns.every((name) => places(names, name).length > 0)) {
      line = place().line;
    }
    return line === undefined && ++rows <= MOST_TITLES;
  });
  return line;
}

/** The first record in which anything stands. */
async function firstRecord(
  pieces: AsyncIterable<string>,
  separator: Separator,
): Promise<string[] | "broken" | undefined> {
  let names: string[] | "broken" | undefined;
  await eachRecord(pieces, separator, (fields) => {
    if (fields?.every((name) => name.trim() === "")) return true;
    names = fields === undefined ? "broken" : fields.map((name) => name.trim());
    return false;
  });
  return names;
}

/** So many names are listed where one is missing. */
const MOST_NAMES = 20;

const noColumn = message({
  ja: "{file} に {name} という列がありません。あるのは：{there}",
  en: "Cannot read {file}: there is no column {name}; its columns are {there}",
});
const maybeGarbled = message({
  ja:
    "（文字コードは {encoding}。文字が化けていたら --encoding で指定してください）",
  en: " (read as {encoding}; if the letters look wrong, use --encoding)",
});
const noHeader: Text = {
  ja:
    "（1 行目は数だけです。列の名前の行がないようです。1 行目に名前を書いてください）",
  en: " (the first row holds numbers only: put a row of column names above it)",
};
const namesBelow = message({
  ja:
    "（列の名前は {line} 行目にあるようです。それより上の行を消してください）",
  en:
    " (they seem to stand on line {line}: the lines above it must be deleted)",
});
const severalColumns = message({
  ja:
    "{file} には {name} という列が {count} つあります。一つだけにしてください。",
  en:
    "Cannot read {file}: {count} columns are called {name}, one of them must be renamed",
});
const sameColumn = message({
  ja: "{file} の列 {name} が 2 回指定されています。1 回だけにしてください。",
  en:
    "Cannot read {file}: the column {name} is asked for twice, each may be used once",
});
const columnTaken = message({
  ja: "列 {found} を {name} として使いました",
  en: "the column {found} was taken for {name}",
});

/** A column is missing: what the file has instead. */
export function missingColumn(
  file: string,
  name: string,
  there: readonly string[],
): Text {
  const more = there.length > MOST_NAMES ? `, ... (${there.length})` : "";
  return noColumn({
    file,
    name: quoted(name),
    there: there.slice(0, MOST_NAMES).map(quoted).join(", ") + more,
  });
}

function locate(
  text: TextFile,
  columns: readonly string[],
  { separator, names }: Pick<Header, "separator" | "names">,
  below: number | undefined,
): Header {
  const file = text.path, notes: Text[] = [];
  const named = names.findLastIndex((name) => name !== "") + 1;
  const indexes = columns.map((name) => {
    const [index, ...others] = places(names, name);
    if (index === undefined) {
      const there = names.slice(0, named);
      const numbers = there.every((one) => /^[\d.,+-]+$/.test(plainText(one)));
      const hint = below !== undefined
        ? namesBelow({ line: below })
        : numbers
        ? noHeader
        : maybeGarbled({ encoding: text.encoding });
      throw new FileError(
        joinTexts([missingColumn(file, name, there), hint], { ja: "", en: "" }),
      );
    }
    if (others.length > 0) {
      const count = others.length + 1;
      throw new FileError(severalColumns({ file, name: quoted(name), count }));
    }
    if (names[index] !== name) {
      const found = quoted(names[index]!);
      notes.push(columnTaken({ found, name: quoted(name) }));
    }
    return index;
  });
  const twice = columns.find((_, i) => indexes.indexOf(indexes[i]!) !== i);
  if (twice !== undefined) {
    throw new FileError(sameColumn({ file, name: quoted(twice) }));
  }
  return { separator, names, named, indexes, notes };
}

/**
 * Where a name stands: as it is; else whatever its case, width and inner
 * spaces.
 */
function places(names: readonly string[], wanted: string): number[] {
  const where = (same: (name: string) => boolean): number[] =>
    names.flatMap((name, index) => same(name) ? [index] : []);
  const exact = where((name) => name === wanted.trim());
  const loose = (name: string): string =>
    name.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  return exact.length > 0
    ? exact
    : where((name) => loose(name) === loose(wanted));
}
