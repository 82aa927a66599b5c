/** 2-02, exercise: how near rice and bread are. */
import { cosineSimilarity, matrix } from "kobai";
import { type CellData, defineCell } from "kobai/lesson";
import { text } from "./text.ts";
import { coOccurrence, vocabularyOf } from "./words.ts";

/** 2-02, exercise: how near rice and bread are. */
export const cell: CellData = defineCell({
  number: { ja: "問題", en: "Exercise" },
  title: { ja: "rice と bread の近さ", en: "How near are rice and bread?" },
  text: {
    ja: "同じ 10 の文です。",
    en: "The same ten sentences.",
  },
  exercise: {
    ja:
      "`rice` と `bread` のコサイン類似度を計算してください。`dogs` と `cats` より近いでしょうか。",
    en:
      "Compute the cosine similarity of `rice` and `bread`. Are they nearer than `dogs` and `cats`?",
  },
  inputs: { text },
  run({ text }) {
    // show
    const vocabulary = vocabularyOf(text);
    const rows = coOccurrence(text).toArray();
    const rowOf = (word: string) => matrix(rows[vocabulary.indexOf(word)]!);
    const food = cosineSimilarity(rowOf("rice"), rowOf("bread"));
    // end
    return { food };
  },
  results: {
    food: {
      label: {
        ja: "rice と bread：dogs と cats ほど近くない",
        en: "rice and bread: not as near as dogs and cats",
      },
    },
  },
});
