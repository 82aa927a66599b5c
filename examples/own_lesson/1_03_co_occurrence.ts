/** 1-03, which words stand next to each other. */
import { type CellData, defineCell } from "kobai/lesson";
import { text } from "./text.ts";
import { neighboursOf, vocabularyOf } from "./words.ts";

/** 1-03, which words stand next to each other. */
export const cell: CellData = defineCell({
  number: { ja: "表 2", en: "Table 2" },
  title: { ja: "隣り合う語を数える", en: "Counting neighbours" },
  text: {
    ja:
      "どの語の隣にどの語が何回現れるか（共起）を数えます。語一つが行列の 1 行になります。" +
      "`dogs` の行と `cats` の行を比べてください。",
    en:
      "How often does which word stand next to which (co-occurrence)? Each word becomes a row of a matrix. " +
      "Compare the rows of `dogs` and `cats`.",
  },
  inputs: { text, first: "dogs", second: "cats" },
  run({ text, first, second }) {
    // show
    const firstRow = neighboursOf(first, text);
    const secondRow = neighboursOf(second, text);
    const together = firstRow.at(0, vocabularyOf(text).indexOf(second));
    // end
    return { firstRow, secondRow, together };
  },
  results: {
    firstRow: {
      label: { ja: "first の行", en: "The row of first" },
      flat: true,
    },
    secondRow: {
      label: { ja: "second の行", en: "The row of second" },
      flat: true,
    },
    together: {
      label: {
        ja: "二つが隣り合う回数",
        en: "How often the two are neighbours",
      },
    },
  },
});
