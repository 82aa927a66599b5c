/**
 * The header of a `.npy` file: a mark, a version, and a Python dictionary that
 * says the type, the order and the shape of the numbers after it.
 */

export interface NpyHeader {
  /** Such as `<f8`. */
  readonly type: string;
  /** Whether the numbers lie column by column. */
  readonly isFortran: boolean;
  readonly rows: number;
  readonly columns: number;
  /** The first byte of the numbers. */
  readonly start: number;
}

const mark = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]; // \x93NUMPY
/** NumPy reads no longer one, either. */
const longest = 10_000;

export function readNpyHeader(bytes: Uint8Array, action: string): NpyHeader {
  const refuse = (found: string, needed: string) =>
    new RangeError(`Cannot ${action}: ${found}, ${needed} is needed`);

  const wrong = mark.findIndex((byte, i) => bytes[i] !== byte);
  if (wrong >= 0) {
    throw refuse(
      `byte ${wrong} is ${nameOf(bytes[wrong])}`,
      `${nameOf(mark[wrong])}, with which such a file begins,`,
    );
  }
  const [major = NaN, minor = NaN] = bytes.subarray(6, 8);
  if (![1, 2, 3].includes(major) || minor !== 0) {
    throw refuse(
      `its version, at byte 6, is ${major}.${minor}`,
      "1.0, 2.0 or 3.0",
    );
  }
  const width = major === 1 ? 2 : 4;
  const begin = 8 + width;
  let length = 0;
  for (let i = width - 1; i >= 0; i--) length = length * 256 + bytes[8 + i]!;
  if (!(begin + length <= bytes.length)) {
    throw refuse(
      `the file ends at byte ${bytes.length}`,
      Number.isNaN(length)
        ? "the length of its header"
        : `a header up to byte ${begin + length}`,
    );
  }
  if (length > longest) {
    throw refuse(
      `its header, at byte ${begin}, has ${length} bytes`,
      `one of at most ${longest}`,
    );
  }
  // One letter a byte: letters that take more are in no header of numbers.
  const header = String.fromCharCode(...bytes.subarray(begin, begin + length));
  const entries = readEntries(header, (at, needed) =>
    refuse(
      `its header has ${JSON.stringify(header.slice(at, at + 20))} at byte ${
        begin + at
      }`,
      needed,
    ));
  const [rows, columns] = shapeOf(entries.shape, (found) =>
    refuse(
      `its shape is ${found}`,
      "one of at most two dimensions, each below 2 to the 53rd,",
    ));
  return {
    type: entries.descr,
    isFortran: entries.fortran_order === "True",
    rows,
    columns,
    start: begin + length,
  };
}

function nameOf(byte: number | undefined): string {
  return byte === undefined ? "missing" : `0x${byte.toString(16)}`;
}

/** What each entry may be in Python; a group holds what is of use. */
const VALUES = {
  descr: /'([^'\\]*)'|"([^"\\]*)"/y,
  fortran_order: /(True|False)/y,
  shape: /\(\s*((?:\d+L?\s*,\s*)*(?:\d+L?\s*)?)\)/y,
};
const KINDS = {
  descr: "a text such as '<f8'",
  fortran_order: "True or False",
  shape: "a tuple such as (2, 3)",
};
type Key = keyof typeof VALUES;

/** The entries of a dictionary that has these three and no others. */
function readEntries(
  text: string,
  refuse: (at: number, needed: string) => Error,
): Record<Key, string> {
  let at = 0;
  const take = (pattern: RegExp, needed: string): string => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) throw refuse(at, needed);
    at = pattern.lastIndex;
    return match[1] ?? match[2] ?? match[0];
  };
  const skip = () => take(/\s*/y, "");
  const entries: Partial<Record<Key, string>> = {};
  skip();
  take(/\{/y, "{");
  for (skip(); text[at] !== "}"; skip()) {
    const place = at;
    const key = take(/'([^'\\]*)'|"([^"\\]*)"/y, "a key or }") as Key;
    if (!Object.hasOwn(VALUES, key) || entries[key] !== undefined) {
      throw refuse(place, "one of descr, fortran_order and shape, each once,");
    }
    skip();
    take(/:/y, ":");
    skip();
    const value = at;
    entries[key] = take(VALUES[key], KINDS[key]);
    // (3) is a number in Python, and no tuple.
    if (key === "shape" && /^\d+L?\s*$/.test(entries[key])) {
      throw refuse(value, KINDS[key]);
    }
    skip();
    if (text[at] !== "}") take(/,/y, ", or }");
  }
  const end = at;
  take(/\}\s*$/y, "nothing after the }");
  for (const key of Object.keys(VALUES) as Key[]) {
    if (entries[key] === undefined) throw refuse(end, `the key ${key}`);
  }
  return entries as Record<Key, string>;
}

/** Rows and columns: a list is one row, and a single number 1×1. */
function shapeOf(
  tuple: string,
  refuse: (found: string) => Error,
): [rows: number, columns: number] {
  const sizes = tuple.split(",").map((size) => size.trim().replace("L", ""))
    .filter((size) => size !== "").map(Number);
  if (sizes.length > 2 || !sizes.every(Number.isSafeInteger)) {
    throw refuse(`(${tuple.trim()})`);
  }
  const [columns = 1, rows = 1] = sizes.reverse();
  return [rows, columns];
}
