/** Bands of labels: `A1-A2=1,2;B1=3;B2-C1=4,5`. */
import { FileError, quoted, saying } from "./file_error.ts";
import { bandMessages as messages } from "./band_messages.ts";
import { plainText } from "./plain_text.ts";

/** Classes that essays are sorted into, and the labels that fall into each. */
export interface Bands {
  /** The names, in the order given: the classes 0, 1, 2, ... */
  readonly names: readonly string[];
  /** The labels of each band: a label, or all numbers from one to another as in `60..79`. */
  readonly labels: readonly (readonly string[])[];
}

/** More bands than this cannot be told apart in a picture, and mean a column that holds no labels. */
export const MOST_BANDS = 12;

/**
 * Reads bands from a text: names and their labels, as in `A1-A2=1,2;B1=3;B2-C1=4,5`, or with
 * numbers from one to another, as in `fail=0..59;pass=60..100`. Full-width signs are understood.
 *
 * @param spec The text.
 * @returns The bands, in the order given.
 * @throws {FileError} If it is no such text, or a label belongs to two bands.
 */
export function parseBands(spec: string): Bands {
  const names: string[] = [], labels: string[][] = [];
  for (const part of spec.split(/[;；]/)) {
    if (part.trim() === "") continue; // a ; at the end
    const [name = "", list, ...rest] = part.split(/[=＝]/).map((s) => s.trim());
    if (name === "" || list === undefined || rest.length > 0) {
      throw new FileError(saying(messages.form, { part: quoted(part) }));
    }
    const found = list.split(/[,，、]/).map((label) => plainLabel(label));
    if (found.includes("")) {
      throw new FileError(saying(messages.noLabel, { name: quoted(name) }));
    }
    if (names.includes(name)) {
      throw new FileError(saying(messages.twice, { name: quoted(name) }));
    }
    names.push(name);
    labels.push(found);
  }
  const all = labels.flatMap((found, band) =>
    found.map((label) => ({ label, name: names[band]! }))
  );
  requireCount(names, messages.fewBands);
  for (const { label } of all) requireOrder(label);
  for (const [i, one] of all.entries()) {
    const other = all.slice(i + 1).find(({ label }) =>
      overlap(one.label, label)
    );
    if (other !== undefined) {
      throw new FileError(saying(messages.inTwo, {
        label: quoted(other.label),
        first: quoted(one.name),
        second: quoted(other.name),
      }));
    }
  }
  return { names, labels };
}

/**
 * A band for each label that occurs: numbers from the smallest to the greatest, anything else in
 * the order of its letters.
 *
 * @param found The labels, as a table gives them.
 * @returns The bands.
 * @throws {FileError} If there are fewer than two, or too many to be labels.
 */
export function bandsOfLabels(found: Iterable<string>): Bands {
  const names = [...new Set(found)];
  const byNumber = names.every((name) => Number.isFinite(Number(name)));
  names.sort((a, b) => byNumber ? Number(a) - Number(b) : a < b ? -1 : 1);
  requireCount(names, messages.fewLabels);
  return { names, labels: names.map((name) => [name]) };
}

/**
 * The class of a label.
 *
 * @param bands The bands.
 * @param label A label, as a table gives it.
 * @returns The index of its band, or `undefined` if it is in none.
 */
export function bandOf(bands: Bands, label: string): number | undefined {
  const band = bands.labels.findIndex((labels) =>
    labels.some((one) => overlap(one, label))
  );
  return band < 0 ? undefined : band;
}

/** Numbers whose digits all count: `01`, `1.0`, `3.50`. */
const EXACT = /^[+-]?(?:\d{1,15}(?:\.0*)?|(?=.{1,16}$)\d+\.\d+)$/;

/** A label as it is compared: no space around it, ordinary digits, `01` and `1.0` as `1`. */
export function plainLabel(text: string): string {
  const label = plainText(text).trim();
  if (!EXACT.test(label)) return label;
  const plain = String(Number(label));
  return plain.includes("e") ? label : plain;
}

/** `60..79` as its two ends. */
function range(label: string): readonly [number, number] | undefined {
  const ends = label.match(
    /^\s*([+-]?\d+(?:\.\d+)?)\s*\.\.\s*([+-]?\d+(?:\.\d+)?)\s*$/,
  );
  return ends === null ? undefined : [Number(ends[1]), Number(ends[2])];
}

function overlap(a: string, b: string): boolean {
  if (a === b) return true;
  const [inA, inB] = [range(a), range(b)];
  if (inA === undefined && inB === undefined) return false;
  const alone = (label: string): readonly [number, number] =>
    label === "" ? [NaN, NaN] : [Number(label), Number(label)];
  const [from, to] = inA ?? alone(a), [start, end] = inB ?? alone(b);
  return from <= end && start <= to;
}

function requireOrder(label: string): void {
  const [from, to] = range(label) ?? [0, 0];
  if (from > to) {
    throw new FileError(saying(messages.order, { label: quoted(label) }));
  }
}

function requireCount(
  names: readonly string[],
  few: (typeof messages)[keyof typeof messages],
): void {
  const list = names.slice(0, MOST_BANDS).map(quoted).join(", ") || "–";
  if (names.length < 2) throw new FileError(saying(few, { list }));
  if (names.length > MOST_BANDS) {
    throw new FileError(saying(messages.many, {
      count: names.length,
      list,
      most: MOST_BANDS,
    }));
  }
}
