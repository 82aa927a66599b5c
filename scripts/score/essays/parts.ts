/** Parts of the essays, by the values of a column. */
import { message, type Text } from "../../cli/message.ts";
import { FileError } from "../../table/file_error.ts";
import { foldLabel, looksMissing, plainLabel } from "../../table/label_cell.ts";
import type { Table } from "../../table/table.ts";
import { NO_PART, type Parts } from "../evaluation/subgroups.ts";
import { knownOrder } from "./order.ts";

/** More parts than this are no groups of essays, but a number or a name. */
const MOST = 30;

const tooMany = message({
  ja: "列 {column} には {count} 種類の値があります。{most} 種類までです。",
  en:
    "Cannot tell the results by {column}: it has {count} different values, at most {most} are possible",
});
const nothing = message({
  ja: "列 {column} には値がありません。",
  en: "Cannot tell the results by {column}: nothing stands in it",
});

/**
 * The parts that a column makes, in their order where it is known; cells that
 * differ only in case, width or spaces are one.
 *
 * @throws {FileError} If there are none, or too many.
 */
export function partsOf({ texts }: Table, column: string): Parts {
  const { cells } = texts.find(({ name }) => name === column)!;
  const names = new Map<string, string>();
  const keys = new Map<string, string>();
  const keyOf = (cell: string): string => {
    let key = keys.get(cell);
    if (key === undefined) {
      key = looksMissing(cell) ? "" : foldLabel(cell);
      keys.set(cell, key);
      if (key !== "" && !names.has(key)) names.set(key, plainLabel(cell));
    }
    return key;
  };
  for (const cell of cells) keyOf(cell);
  const count = names.size;
  if (count === 0) throw new FileError(nothing({ column }));
  if (count > MOST) throw new FileError(tooMany({ column, count, most: MOST }));
  const all = [...names.values()];
  const ordered = knownOrder(all) ?? all.sort();
  const places = new Map(ordered.map((name, i) => [foldLabel(name), i]));
  return {
    column,
    names: ordered,
    of: Uint8Array.from(cells, (cell) => places.get(keyOf(cell)) ?? NO_PART),
  };
}

const inNoPart = message({
  ja:
    "列 {column} が空の作文が {count} 編あり、グループ別の結果には入りません。",
  en:
    "Essays of which {column} says nothing, and which are in no group: {count}.",
});

/** How many essays are in no part, if some are. */
export function partsText({ column, of }: Parts): Text | undefined {
  const count = of.filter((part) => part === NO_PART).length;
  return count === 0 ? undefined : inNoPart({ column, count });
}
