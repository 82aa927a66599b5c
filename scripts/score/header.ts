/** The first row of a table: what separates its fields, and where the wanted columns are. */
import { eachRecord } from "../csv/records.ts";
import { FileError, quoted, type Saying, saying } from "../csv/file_error.ts";
import { plainText } from "./plain_text.ts";
import { tableMessages as messages } from "./table_messages.ts";

/** What can stand between two fields. */
export type Separator = "," | ";" | "\t";

/** A header in which every wanted column was found. */
export interface Header {
  readonly separator: Separator;
  readonly names: readonly string[];
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
    else if (names !== undefined) candidates.push({ separator, names });
  }
  if (candidates.length === 0) {
    const message = broken ? messages.badHeader : messages.empty;
    throw new FileError(saying(message, { file: wanted.file }));
  }
  const found = (names: readonly string[]): number =>
    wanted.columns.filter((name) => places(names, name).length > 0).length;
  const best = candidates.reduce((best, next) =>
    found(next.names) > found(best.names) ||
      (found(next.names) === found(best.names) &&
        next.names.length > best.names.length)
      ? next
      : best
  );
  return locate(best.separator, best.names, wanted);
}

async function firstRecord(
  pieces: AsyncIterable<string>,
  separator: Separator,
): Promise<string[] | "broken" | undefined> {
  let names: string[] | "broken" | undefined;
  await eachRecord(pieces, separator, (fields) => {
    names = fields === undefined ? "broken" : fields.map((name) => name.trim());
    return false;
  });
  return names;
}

function locate(
  separator: Separator,
  all: readonly string[],
  wanted: Wanted,
): Header {
  const { file } = wanted, notes: Saying[] = [];
  const end = all.findLastIndex((name) => name !== "") + 1;
  const names = all.slice(0, end);
  const indexes = wanted.columns.map((name) => {
    const [index, ...others] = places(names, name);
    if (index === undefined) {
      const numbers = names.every((one) => /^[\d.,+-]+$/.test(plainText(one)));
      const hint = saying(numbers ? messages.noHeader : messages.garbled, {
        encoding: wanted.encoding,
      });
      const said = saying(messages.noColumn, {
        file,
        name: quoted(name),
        there: names.map(quoted).join(", "),
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
  return { separator, names, indexes, notes };
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
