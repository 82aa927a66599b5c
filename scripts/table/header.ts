/** The first row of a table: what separates its fields, and where the wanted columns are. */
import { eachRecord } from "./records.ts";
import { FileError, quoted, type Saying, saying } from "./file_error.ts";
import { plainText } from "./plain_text.ts";
import { tableMessages as messages } from "./table_messages.ts";

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
  readonly notes: readonly Saying[];
}

/** What is wanted of a header. */
export interface Wanted {
  readonly file: string;
  readonly columns: readonly string[];
  readonly separator?: Separator;
  /** For the message, where no column has the name. */
  readonly encoding: string;
}

/**
 * Reads the header of a table. Of the separators, the one counts with which most wanted columns are
 * found, and then the one that gives most columns.
 *
 * @param pieces Begins a new reading of the file.
 * @param wanted The columns, and what is known of the file.
 * @returns The header.
 * @throws {FileError} If a wanted column is missing or there are several of it.
 */
export async function readHeader(
  pieces: () => AsyncIterable<string>,
  wanted: Wanted,
): Promise<Header> {
  const separators: readonly Separator[] = wanted.separator === undefined
    ? [",", ";", "\t"]
    : [wanted.separator];
  const candidates: { separator: Separator; names: readonly string[] }[] = [];
  let broken = false;
  for (const separator of separators) {
    const names = await firstRecord(pieces(), separator);
    if (names === "broken") broken = true;
    else if (names?.some((name) => /[^,;\s]/.test(name))) {
      candidates.push({ separator, names });
    }
  }
  const { file, columns } = wanted;
  if (candidates.length === 0) {
    throw new FileError(
      saying(broken ? messages.badHeader : messages.empty, { file }),
    );
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
    throw new FileError(saying(messages.oldLines, { file }));
  }
  const below = found(best.names) === columns.length
    ? undefined
    : await lineBelow(pieces(), best.separator, columns);
  return locate(best.separator, best.names, wanted, below);
}

/** Titles above the names take up so many rows at most. */
const MOST_TITLES = 20;

/** The line on which the wanted columns are named, where that is not the first row. */
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

function locate(
  separator: Separator,
  names: readonly string[],
  wanted: Wanted,
  below: number | undefined,
): Header {
  const { file } = wanted, notes: Saying[] = [];
  const named = names.findLastIndex((name) => name !== "") + 1;
  const indexes = wanted.columns.map((name) => {
    const [index, ...others] = places(names, name);
    if (index === undefined) {
      const there = names.slice(0, named);
      const numbers = there.every((one) => /^[\d.,+-]+$/.test(plainText(one)));
      const hint = below !== undefined
        ? saying(messages.namesBelow, { line: below })
        : saying(numbers ? messages.noHeader : messages.garbled, {
          encoding: wanted.encoding,
        });
      const said = saying(messages.noColumn, {
        file,
        name: quoted(name),
        there: there.slice(0, MOST_NAMES).map(quoted).join(", ") +
          (named > MOST_NAMES ? `, ... (${named})` : ""),
      });
      throw new FileError((language) => said(language) + hint(language));
    }
    if (others.length > 0) {
      throw new FileError(saying(messages.twoColumns, {
        file,
        name: quoted(name),
        count: others.length + 1,
      }));
    }
    if (names[index] !== name) {
      notes.push(saying(messages.columnTaken, {
        found: quoted(names[index]!),
        name: quoted(name),
      }));
    }
    return index;
  });
  const twice = wanted.columns.find((_, i) =>
    indexes.indexOf(indexes[i]!) !== i
  );
  if (twice !== undefined) {
    throw new FileError(
      saying(messages.sameColumn, { file, name: quoted(twice) }),
    );
  }
  return { separator, names, named, indexes, notes };
}

/** Where a name stands: as it is; else whatever its case, width and inner spaces. */
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
