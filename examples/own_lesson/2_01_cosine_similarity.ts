/** 2-01, how near the rows of two words are. */
import { cosineSimilarity, matrix } from "kobai";
import { type CellData, defineCell } from "kobai/lesson";
import { text } from "./text.ts";
import { coOccurrence, vocabularyOf } from "./words.ts";

/** 2-01, how near the rows of two words are. */
export const cell: CellData = defineCell({
  number: { ja: "図 1", en: "Figure 1" },
  title: { ja: "コサイン類似度", en: "Cosine similarity" },
  text: {
    ja:
      "二つの並びの向きがどれだけ同じかを測ります。同じ向きなら 1、共通の隣がなければ 0 です。" +
      "図では、横が `like` か `keep` の隣に現れた回数、縦が `eat` か `cook` の隣に現れた回数です。",
    en:
      "How alike are the directions of two rows? 1 if they are the same, 0 without a common neighbour. " +
      "In the picture a word stands the farther right the more often it is next to `like` or `keep`, and the " +
      "higher the more often next to `eat` or `cook`.",
  },
  formula:
    "\\cos(a, b) = \\frac{\\sum_i a_i b_i}{\\sqrt{\\sum_i a_i^2} \\sqrt{\\sum_i b_i^2}}",
  inputs: { text },
  run({ text }) {
    // show
    const vocabulary = vocabularyOf(text);
    const rows = coOccurrence(text).toArray();
    const rowOf = (word: string) => matrix(rows[vocabulary.indexOf(word)]!);
    const pets = cosineSimilarity(rowOf("dogs"), rowOf("cats"));
    const petAndFood = cosineSimilarity(rowOf("dogs"), rowOf("rice"));
    const together = rows[vocabulary.indexOf("dogs")]![
      vocabulary.indexOf("cats")
    ]!;
    // end
    return { pets, petAndFood, together };
  },
  results: {
    pets: {
      label: { ja: "dogs と cats", en: "dogs and cats" },
      printed: "0",
      expected: "differs",
    },
    petAndFood: { label: { ja: "dogs と rice", en: "dogs and rice" } },
    together: {
      label: {
        ja: "dogs と cats が隣り合う回数",
        en: "How often dogs and cats are neighbours",
      },
      printed: "0",
      expected: "identical",
    },
  },
  errata: [{
    id: "neighbours",
    why: {
      ja:
        "プリントは、dogs と cats が隣り合わないので近さは 0 だと言いますが、それは隣り合う回数です。二つは同じ語の隣に現れるので、近い語です。",
      en:
        "The handout says that dogs and cats are never neighbours, so their similarity is 0. That is how often they " +
        "are neighbours; they stand next to the same words, and so are near.",
    },
  }],
  bothNumbers: { neighbours: [["together", "pets"]] },
  picture({ text }) {
    const vocabulary = vocabularyOf(text), rows = coOccurrence(text).toArray();
    const beside = (word: string, others: string[]) =>
      others.map((other) =>
        rows[vocabulary.indexOf(word)]?.[vocabulary.indexOf(other)] ?? 0
      ).reduce((a, b) => a + b, 0);
    const points = (words: string[]) =>
      words.map((word) => ({
        x: beside(word, ["like", "keep"]),
        y: beside(word, ["eat", "cook"]),
        label: word,
      }));
    return {
      kind: "scatter",
      title: { ja: "隣に現れる語", en: "What stands beside them" },
      description: {
        ja: "dogs と cats は右下に、rice と bread は左上にある。",
        en: "dogs and cats stand right and low, rice and bread left and high.",
      },
      x: { label: { ja: "like, keep の隣", en: "beside like, keep" } },
      y: { label: { ja: "eat, cook の隣", en: "beside eat, cook" } },
      groups: [
        {
          label: { ja: "動物", en: "animals" },
          points: points(["dogs", "cats"]),
        },
        {
          label: { ja: "食べ物", en: "food" },
          points: points(["rice", "bread"]),
        },
      ],
    };
  },
});
