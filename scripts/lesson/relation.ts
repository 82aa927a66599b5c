/**
 * What is said of how a value compares with the one that the lecture printed.
 */
import { message, type Text } from "../cli/message.ts";
import type { CellData, Relation, Result } from "./cell.ts";
import type { Comparison } from "./compare.ts";

/** The short name of each relation. */
export const relationNames: Readonly<Record<Relation, Text>> = {
  identical: { ja: "一致", en: "identical" },
  rounding: { ja: "丸めの範囲内", en: "equal within rounding" },
  differs: { ja: "異なる", en: "different" },
  "not reproducible": { ja: "再現不能", en: "not reproducible" },
};

const identical: Text = {
  ja: "一致：講義に出ている桁がすべて同じ",
  en: "identical: every printed digit is the same",
};
const rounding = message({
  ja: "講義の {input} の丸めで説明できる：差 {difference} ≤ 限界 {bound}",
  en:
    "equal within the rounding of the printed {input}: off by {difference}, at most {bound}",
});
const differs = message({
  ja: "異なる：差 {difference}（{why}）",
  en: "differs by {difference}: {why}",
});
const differsAltogether = message({
  ja: "異なる（{why}）",
  en: "differs: {why}",
});
const erratumBelow: Text = {
  ja: "理由は下の訂正",
  en: "see the erratum below",
};
const notReproducible = message({
  ja: "再現できない：{reason}",
  en: "not reproducible: {reason}",
});

/** How a value compares with the printed one, in a sentence. */
export function relationText(
  cell: CellData,
  { relation, difference, bound = NaN }: Comparison,
  result: Result,
): Text {
  switch (relation) {
    case "identical":
      return identical;
    case "rounding":
      return rounding({
        input: cell.rounded ?? "",
        difference: difference.toExponential(1),
        bound: bound.toExponential(1),
      });
    case "differs":
      return Number.isNaN(difference)
        ? differsAltogether({ why: result.because ?? erratumBelow })
        : differs({
          difference: difference.toPrecision(3),
          why: result.because ?? erratumBelow,
        });
    case "not reproducible":
      return notReproducible({ reason: result.reason ?? "" });
  }
}
