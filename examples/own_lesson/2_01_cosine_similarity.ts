/** 2-01, how near the rows of two words are. */
import { cosineSimilarity } from "kobai";
import { type CellData, defineCell } from "kobai/lesson";
import { text } from "./text.ts";
import { neighboursOf, vocabularyOf } from "./words.ts";

/** 2-01, how near the rows of two words are. */
export const cell: CellData = defineCell({
  number: { ja: "図 1", en: "Figure 1" },
  title: { ja: "コサイン類似度", en: "Cosine similarity" },
  text: {
    ja:
      "二つの並びの向きがどれだけ同じかを測ります。同じ向きなら 1、共通の隣がなければ 0 です。" +
      "図では、横が `like` か `keep` の隣に現れた回数、縦が `eat`、`cook`、`buy` の隣に現れた回数です。",
    en:
      "How alike are the directions of two rows? 1 if they are the same, 0 without a common neighbour. " +
      "In the picture a word stands the farther right the more often it is next to `like` or `keep`, and the " +
      "higher the more often next to `eat`, `cook` or `buy`.",
  },
  formula:
    "\\cos(a, b) = \\frac{\\sum_i a_i b_i}{\\sqrt{\\sum_i a_i^2} \\sqrt{\\sum_i b_i^2}}",
  inputs: { text },
  run({ text }) {
    // show
    const dogs = neighboursOf("dogs", text);
    const cats = neighboursOf("cats", text);
    const rice = neighboursOf("rice", text);
    const pets = cosineSimilarity(dogs, cats);
    const petAndFood = cosineSimilarity(dogs, rice);
    const together = dogs.at(0, vocabularyOf(text).indexOf("cats"));
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
    const vocabulary = vocabularyOf(text);
    const beside = (word: string, others: string[]) =>
      others.map((other) => vocabulary.indexOf(other))
        .filter((place) => place >= 0)
        .map((place) => neighboursOf(word, text).at(0, place))
        .reduce((a, b) => a + b, 0);
    const points = (words: string[]) =>
      words.filter((word) => vocabulary.includes(word)).map((word) => ({
        x: beside(word, ["like", "keep"]),
        y: beside(word, ["eat", "cook", "buy"]),
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
      y: { label: { ja: "eat, cook, buy の隣", en: "beside eat, cook, buy" } },
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
