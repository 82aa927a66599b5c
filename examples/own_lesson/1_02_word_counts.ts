/** 1-02, how often each word is used. */
import { matrix, sum } from "kobai";
import { type CellData, defineCell } from "kobai/lesson";
import { text } from "./text.ts";
import { vocabularyOf, wordsOf } from "./words.ts";

/** 1-02, how often each word is used. */
export const cell: CellData = defineCell({
  number: { ja: "表 1", en: "Table 1" },
  title: { ja: "語を数える", en: "Counting words" },
  text: {
    ja:
      "10 の文の語を数えます。延べ語数は全部の語の数、異なり語数は違う語の数です。",
    en:
      "The words of ten sentences are counted: all of them (tokens), and the different ones (types).",
  },
  inputs: { text },
  run({ text }) {
    // show
    const words = wordsOf(text);
    const vocabulary = vocabularyOf(text);
    const counts = matrix(
      vocabulary.map((one) => words.filter((word) => word === one).length),
    );
    const tokens = sum(counts).item();
    const types = vocabulary.length;
    // end
    return { counts, tokens, types };
  },
  results: {
    counts: {
      label: { ja: "語ごとの数", en: "How often each word is used" },
      flat: true,
    },
    tokens: {
      label: { ja: "延べ語数", en: "Tokens" },
      printed: "40",
      expected: "identical",
    },
    types: {
      label: { ja: "異なり語数", en: "Types" },
      printed: "15",
      expected: "identical",
    },
  },
  picture({ text }, { counts, types }) {
    const words = vocabularyOf(text);
    return {
      kind: "bars",
      title: { ja: "語の数", en: "How often each word is used" },
      description: {
        ja: `${types} 個の語の、それぞれの数。`,
        en: `The counts of ${types} words.`,
      },
      axis: { ja: "回数", en: "times" },
      bars: words.map((label, i) => ({ label, value: counts.at(0, i) })),
    };
  },
});
