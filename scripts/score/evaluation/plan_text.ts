/** How essays were evaluated, in words that are true. */
import { joinTexts, message, type Text } from "../../cli/message.ts";
import type { Essays } from "../essays/essays.ts";
import { count } from "../report/numbers.ts";

/**
 * How many essays have the same features as another. Such numbers alone do not
 * tell whether it is the same essay twice.
 */
export function countSameNumbers({ x }: Essays): number {
  const values = x.toFloat64Array(), { rows, columns } = x;
  const compare = (a: number, b: number): number => {
    for (let i = 0; i < columns; i++) {
      const difference = values[a * columns + i]! - values[b * columns + i]!;
      if (difference !== 0) return difference;
    }
    return 0;
  };
  const order = Uint32Array.from({ length: rows }, (_, row) => row);
  order.sort(compare);
  let same = 0;
  for (let i = 0; i < rows; i++) {
    const likeLast = i > 0 && compare(order[i - 1]!, order[i]!) === 0;
    const likeNext = i + 1 < rows && compare(order[i]!, order[i + 1]!) === 0;
    if (likeLast || likeNext) same++;
  }
  return same;
}

const repeated = message({
  ja: "{folds} 分割の層化交差検証を {seeds} 回（種 1〜{seeds}）。",
  en:
    "Stratified {folds}-fold cross-validation, {seeds} times (seeds 1 to {seeds}).",
});
const once = message({
  ja: "{folds} 分割の層化交差検証（種 1）。",
  en: "Stratified {folds}-fold cross-validation (seed 1).",
});
const unseen: Text = {
  ja: "どの作文も、それを見ていないモデルが予測しています。",
  en: "Every essay is predicted by models that have not seen it.",
};
const withoutItsRow = message({
  ja:
    "どの行も、それを除いて学習したモデルが予測しています。{rows} 編のうち {same} 編は、ほかと同じ数値です。",
  en:
    "Every row is predicted by models that were fitted without it; {same} of the {rows} have the same numbers as another.",
});
const withoutItsGroup = message({
  ja:
    "どの作文も、それと同じ組の作文を見ていないモデルが予測しています。{columns} の値が同じ作文が一つの組です（{rows} 編、{groups} 組）。",
  en:
    "Every essay is predicted by models that have seen none of its group: essays with the same {columns} ({rows} essays, {groups} groups).",
});

const someUnnamed = message({
  ja:
    "{column} が空の {essays} 編は、{column} ではどの作文とも組にしていません。",
  en:
    "Where {column} is empty ({essays} of the essays), it keeps none together.",
});

/** What was done, and what the models had seen. */
export function planText(
  essays: Essays,
  { folds, seeds }: { readonly folds: number; readonly seeds: number },
): Text {
  const plan = seeds > 1 ? repeated({ folds, seeds }) : once({ folds });
  return joinTexts([plan, seenText(essays)], { ja: "", en: " " });
}

/** What the models that told an essay had not seen. */
export function seenText(essays: Essays): Text {
  const { given, groups } = essays, rows = count(given.length);
  if (groups !== undefined) {
    const columns = groups.columns.join(", ");
    const { unnamed } = groups;
    const told = [
      withoutItsGroup({ columns, rows, groups: count(groups.count) }),
      ...(unnamed === undefined ? [] : [someUnnamed({
        column: unnamed.column,
        essays: count(unnamed.essays),
      })]),
    ];
    return joinTexts(told, { ja: "", en: " " });
  }
  const same = countSameNumbers(essays);
  return same === 0 ? unseen : withoutItsRow({ rows, same: count(same) });
}
