/** Essays enough to begin with. */
import { message } from "../../cli/message.ts";
import { FileError } from "../../table/file_error.ts";
import { countBands, type Essays } from "./essays.ts";

const emptyBand = message({
  ja: "バンド {list} には作文がありません。",
  en: "No essay is in the band {list}.",
});
const tooManyFolds = message({
  ja:
    "{folds} 分割には {folds} 編以上の作文が必要です（{rows} 編しかありません）。",
  en: "{folds} folds need {folds} essays or more, found {rows}.",
});

const tooFewGroups = message({
  ja: "{folds} 分割には {folds} 組以上が必要です（{count} 組しかありません）。",
  en: "{folds} folds need {folds} groups or more, found {count}.",
});

const noOrder = message({
  ja:
    'バンド（{list}）には順序がないか、分からないので、{what} は使えません。--order "低いほう,…,高いほう" か --bands で順序を書いてください。',
  en:
    'The bands ({list}) have no order, or none that is known, which {what} needs; --order "lowest,...,highest" or --bands gives it.',
});

/**
 * Requires an order of the bands for what needs one.
 *
 * @param what An option, such as `--ordinal`.
 * @throws {FileError} If there is none.
 */
export function requireOrder({ bands }: Essays, what: string): void {
  if (bands.ordered) return;
  throw new FileError(noOrder({ list: bands.names.join(", "), what }));
}

/**
 * Requires essays in every band, and enough for the folds.
 *
 * @throws {FileError} If there are not.
 */
export function requireEssays(essays: Essays, folds?: number): void {
  const counts = countBands(essays), rows = essays.given.length;
  const empty = essays.bands.names.filter((_, i) => counts[i] === 0);
  if (empty.length > 0) {
    throw new FileError(emptyBand({ list: empty.join(", ") }));
  }
  if (folds !== undefined && rows < folds) {
    throw new FileError(tooManyFolds({ folds, rows }));
  }
  const groups = essays.groups?.count ?? rows;
  if (folds !== undefined && groups < folds) {
    throw new FileError(tooFewGroups({ folds, count: groups }));
  }
}
