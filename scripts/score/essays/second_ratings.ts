/** The ratings of a second rater. */
import { message, type Text } from "../../cli/message.ts";
import { FileError, quoted } from "../../table/file_error.ts";
import { labelCell, looksMissing } from "../../table/label_cell.ts";
import type { Table } from "../../table/table.ts";
import { UNRATED } from "../evaluation/second_rater.ts";
import { count } from "../report/numbers.ts";
import { bandOf, type Bands } from "./bands.ts";

const inNoBand = message({
  ja:
    "列 {column} の評価 {list} は、列 {label} のバンド（{bands}）にありません。評価を直すか、空欄にしてください。",
  en:
    "Cannot compare {column} with {label}: {list} is none of the bands ({bands}); mend the rating, or leave it empty",
});
const noneRated = message({
  ja: "列 {column} に評価がありません。",
  en: "Cannot compare with {column}: it has no rating",
});

/** So many ratings are listed. */
const MOST_LISTED = 5;

/**
 * The bands of a second rater, read as the first one's labels are: `UNRATED`
 * where the cell is empty or says that there is none.
 *
 * @param table The table, with that column among its texts.
 * @param column The second rater's column.
 * @param bands The bands of the first rater.
 * @param label What the first rater's column is called.
 * @throws {FileError} If a rating is none of the bands, or there is none.
 */
export function secondRatings(
  { texts, separator, decimal }: Table,
  column: string,
  bands: Bands,
  label: string,
): Uint8Array {
  const { cells } = texts.find(({ name }) => name === column)!;
  const known = new Map<string, number>(), others = new Set<string>();
  const read = (cell: string): number => {
    const found = labelCell(cell, separator === ";" ? "either" : decimal);
    const band = bandOf(bands, found.label);
    if (band !== undefined) return band;
    if (found.label !== "" && !looksMissing(found.label)) others.add(cell);
    return UNRATED;
  };
  const ratings = Uint8Array.from(cells, (cell) => {
    let band = known.get(cell);
    if (band === undefined) known.set(cell, band = read(cell));
    return band;
  });
  if (others.size > 0) {
    const list = [...others].slice(0, MOST_LISTED).map(quoted).join(", ") +
      (others.size > MOST_LISTED ? ", …" : "");
    const names = bands.names.join(", ");
    throw new FileError(inNoBand({ column, label, list, bands: names }));
  }
  if (ratings.every((band) => band === UNRATED)) {
    throw new FileError(noneRated({ column }));
  }
  return ratings;
}

const bothRated = message({
  ja: "列 {column} に二人目の評価があるのは {total} 編のうち {count} 編です。",
  en: "{count} of the {total} essays have a second rating ({column}).",
});

/** How many essays have a second rating. */
export function secondText(column: string, ratings: Uint8Array): Text {
  const rated = ratings.filter((band) => band !== UNRATED).length;
  return bothRated({
    column,
    total: count(ratings.length),
    count: count(rated),
  });
}
