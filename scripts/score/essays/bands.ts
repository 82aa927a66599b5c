/** Bands of labels: `A1-A2=1,2;B1=3;B2-C1=4,5`. */
import { message, type Text } from "../../cli/message.ts";
import { UsageError } from "../../cli/usage_error.ts";
import { FileError, quoted } from "../../table/file_error.ts";
import { foldLabel, looksMissing, plainLabel } from "../../table/label_cell.ts";
import { knownOrder } from "./order.ts";

/** Classes that essays are sorted into, and the labels that fall into each. */
export interface Bands {
  /** The names, in the order given: the classes 0, 1, 2, ... */
  readonly names: readonly string[];
  /**
   * The labels of each band: a label, or all numbers from one to another as in
   * `60..79`.
   */
  readonly labels: readonly (readonly string[])[];
  /**
   * Whether the names run from the lowest to the highest, or the other way;
   * without an order there is no telling how far two bands are apart.
   */
  readonly ordered: boolean;
}

/** Somebody's order of labels, or that they have none. */
export type Order = readonly string[] | "none";

/**
 * More bands than this cannot be told apart in a picture, and mean a column
 * that holds no labels.
 */
export const MOST_BANDS = 12;

const form = message({
  ja:
    '--bands を読めません：{part} は「名前=ラベル,ラベル」の形ではありません。例："A1-A2=1,2;B1=3;B2-C1=4,5"',
  en:
    'Cannot read the bands: found {part}, name=label,label is needed, such as "A1-A2=1,2;B1=3;B2-C1=4,5"',
});
const emptyLabel = message({
  ja: "--bands を読めません：{name} に空のラベルがあります。",
  en:
    "Cannot read the bands: {name} has an empty label, each label needs a letter or digit",
});
const sameName = message({
  ja: "--bands を読めません：{name} という名前が 2 回あります。",
  en:
    "Cannot read the bands: the name {name} comes twice, each band needs its own",
});
const inTwoBands = message({
  ja:
    "--bands を読めません：ラベル {label} が {first} と {second} の両方にあります。",
  en:
    "Cannot read the bands: the label {label} is in {first} and in {second}, each label needs one place",
});
const backwards = message({
  ja:
    "--bands を読めません：{label} は逆向きです。小さいほうを先に書いてください。",
  en:
    "Cannot read the bands: found {label}, the smaller number must come first",
});
const fewBands = message({
  ja:
    "--bands を読めません：見つかったのは {list} です。バンドは 2 つ以上必要です。",
  en: "Cannot read the bands: found {list}, two bands or more are needed",
});
const fewLabels = message({
  ja: "分類できません：ラベルの種類は {list} だけです。2 種類以上必要です。",
  en:
    "Cannot make bands of the labels: found {list}, two different labels or more are needed",
});
const manyBands = message({
  ja:
    'バンドが多すぎます：{count} 種類あります（{list}, …）。{most} 種類までです。ラベルの列を確かめるか、--bands "不可=0..59;可=60..79;良=80..100" のようにまとめてください。',
  en:
    'Cannot make bands: found {count} different ones ({list}, ...), at most {most} are possible; choose the label column again, or group them as in --bands "fail=0..59;fair=60..79;good=80..100"',
});
const noBand = message({
  ja:
    "ラベル {found} はどのバンドにもありません。バンドのラベルは {bands} です",
  en: "found the label {found}, one of the bands' labels is needed: {bands}",
});

/**
 * Reads bands from a text: names and their labels, as in
 * `A1-A2=1,2;B1=3;B2-C1=4,5`, or with numbers from one to another, as in
 * `fail=0..59;pass=60..100`. Full-width signs are understood.
 *
 * @param spec The text.
 * @returns The bands, in the order given.
 * @throws {UsageError} If it is no such text, or a label belongs to two bands.
 */
export function parseBands(spec: string): Bands {
  const names: string[] = [], labels: string[][] = [];
  for (const part of spec.split(/[;；]/)) {
    if (part.trim() === "") continue; // a ; at the end
    const [name = "", list, ...rest] = part.split(/[=＝]/).map((s) => s.trim());
    if (name === "" || list === undefined || rest.length > 0) {
      throw new UsageError(form({ part: quoted(part) }));
    }
    const found = list.split(/[,，、]/).map((label) => plainLabel(label));
    if (found.includes("")) {
      throw new UsageError(emptyLabel({ name: quoted(name) }));
    }
    if (names.includes(name)) {
      throw new UsageError(sameName({ name: quoted(name) }));
    }
    names.push(name);
    labels.push(found);
  }
  const fault = faultOfCount(names, fewBands);
  if (fault !== undefined) throw new UsageError(fault);
  requirePlaces({ names, labels });
  return { names, labels, ordered: true };
}

/** Each label belongs to one band, and each range runs upwards. */
function requirePlaces({ names, labels }: Omit<Bands, "ordered">): void {
  const all = labels.flatMap((found, band) =>
    found.map((label) => ({ label, name: names[band]! }))
  );
  for (const { label } of all) {
    const [from, to] = range(label) ?? [0, 0];
    if (from > to) throw new UsageError(backwards({ label: quoted(label) }));
  }
  for (const [i, one] of all.entries()) {
    const other = all.slice(i + 1).find(({ label }) =>
      overlap(one.label, label)
    );
    if (other === undefined) continue;
    throw new UsageError(inTwoBands({
      label: quoted(other.label),
      first: quoted(one.name),
      second: quoted(other.name),
    }));
  }
}

/**
 * A band for each label that occurs, from the lowest to the highest where that
 * is known or given; else by their letters, without an order. (Two bands are as
 * far apart whichever comes first.)
 *
 * @param found The labels, as a table gives them.
 * @param order Their order, if it is known.
 * @returns The bands.
 * @throws {FileError} If there are fewer than two, or too many to be labels.
 */
export function bandsOfLabels(found: Iterable<string>, order?: Order): Bands {
  const byLetters = [...new Set(found)].sort();
  const fault = faultOfCount(byLetters, fewLabels);
  if (fault !== undefined) throw new FileError(fault);
  const inOrder = typeof order === "object"
    ? inOrderOf(byLetters, order)
    : order === "none"
    ? undefined
    : knownOrder(byLetters);
  const names = inOrder ?? byLetters;
  const ordered = order !== "none" &&
    (inOrder !== undefined || names.length === 2);
  return { names, labels: names.map((name) => [name]), ordered };
}

/** Labels in somebody's order; all of them are in it. */
function inOrderOf(
  labels: readonly string[],
  order: readonly string[],
): readonly string[] {
  const places = order.map(foldLabel);
  const place = (label: string): number => places.indexOf(foldLabel(label));
  return labels.toSorted((a, b) => place(a) - place(b));
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

const looksAsIfMissing = message({
  ja:
    "{found} は欠けている値のようです。ラベルが必要です（評価なら --bands か --order に書いてください）",
  en:
    "found {found}, which looks like a missing rating (if it is one, name it in --bands or --order)",
});

/**
 * What is wrong with a label: it is in none of the bands or not in the order
 * that was given; or, without either, it looks as if it were missing.
 */
export function faultOfLabel(
  label: string,
  cell: string,
  { bands, order }: { readonly bands?: Bands; readonly order?: Order },
): Text | undefined {
  const named = bands?.labels.flat() ??
    (typeof order === "object" ? order : undefined);
  if (named === undefined) {
    return looksMissing(label)
      ? looksAsIfMissing({ found: quoted(cell) })
      : undefined;
  }
  if (named.some((one) => overlap(one, label))) return undefined;
  const list = named.slice(0, 20).map(quoted).join(", ");
  return noBand({ found: quoted(cell), bands: list });
}

/** `60..79` as its two ends. */
function range(label: string): readonly [number, number] | undefined {
  const ends = label.match(
    /^\s*([+-]?\d+(?:\.\d+)?)\s*\.\.\s*([+-]?\d+(?:\.\d+)?)\s*$/,
  );
  return ends === null ? undefined : [Number(ends[1]), Number(ends[2])];
}

function overlap(a: string, b: string): boolean {
  if (foldLabel(a) === foldLabel(b)) return true;
  const [inA, inB] = [range(a), range(b)];
  if (inA === undefined && inB === undefined) return false;
  const alone = (label: string): readonly [number, number] =>
    label === "" ? [NaN, NaN] : [Number(label), Number(label)];
  const [from, to] = inA ?? alone(a), [start, end] = inB ?? alone(b);
  return from <= end && start <= to;
}

function faultOfCount(
  names: readonly string[],
  few: (blanks: { list: string }) => Text,
): Text | undefined {
  const list = names.slice(0, MOST_BANDS).map(quoted).join(", ") || "–";
  if (names.length < 2) return few({ list });
  if (names.length <= MOST_BANDS) return undefined;
  return manyBands({ count: names.length, list, most: MOST_BANDS });
}
