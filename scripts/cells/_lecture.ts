/**
 * What several cells share: the three categories, and the weights and the one
 * essay of section 4.2.4.
 */
import { type Matrix, matrix } from "kobai";
import type { Language, Text } from "../cli/message.ts";

/** The categories of an essay, as a picture has them. */
export const bands: Readonly<Record<Language, readonly string[]>> = {
  ja: ["良い", "普通", "悪い"],
  en: ["good", "ordinary", "bad"],
};

/** What they are called in text. */
export const bandWords: Readonly<Record<string, Text>> = {
  良い: { ja: "良い", en: "良い (good)" },
  普通: { ja: "普通", en: "普通 (ordinary)" },
  悪い: { ja: "悪い", en: "悪い (bad)" },
};

/** The weights as Out [7] printed them, to 8 decimals. */
export const W: Matrix = matrix([
  [1.72265811, 0.68672941, 1.10772301],
  [0.60344169, 0.60322389, -0.3536039],
]);

/** The essay's two features. */
export const x: Matrix = matrix([2, 3]);

/** Its rating, one-hot: 悪い (bad). */
export const t: Matrix = matrix([0, 0, 1]);

/** The layer of an essay in a picture: its words and its errors. */
export function essayLayer(
  words: number,
  errors: number,
): { label: Text; units: { name: string; note: Text }[] } {
  return {
    label: { ja: "作文", en: "essay" },
    units: [
      { name: "x_1", note: { ja: `語数\n${words}`, en: `words\n${words}` } },
      { name: "x_2", note: { ja: `誤り\n${errors}`, en: `errors\n${errors}` } },
    ],
  };
}
