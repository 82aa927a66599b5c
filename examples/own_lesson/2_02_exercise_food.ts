/** 2-02, exercise: how near rice and bread are. */
import { cosineSimilarity } from "kobai";
import { type CellData, defineCell } from "kobai/lesson";
import { text } from "./text.ts";
import { neighboursOf } from "./words.ts";

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
    const rice = neighboursOf("rice", text);
    const bread = neighboursOf("bread", text);
    const food = cosineSimilarity(rice, bread);
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
