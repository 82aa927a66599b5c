/** Exercise: the type-token ratio of a text. */
import {
  type Exercise,
  mistake,
  takes,
} from "../../scripts/exercise/exercise.ts";

const vocabulary = "the cat sat on a mat and saw another cat run to it".split(
  " ",
);

/** How many different words there are, for each word. */
export const typeTokenRatio: Exercise = {
  title: { ja: "タイプ・トークン比", en: "Type-token ratio" },
  points: 20,
  text: {
    ja:
      '`typeTokenRatio(words)` は、語の種類の数（タイプ）を、語の数（トークン）で割ったものです。`words` は文字列の並びで、語が一つ以上あり、大文字は使われていません。`["the", "cat", "the", "mat"]` なら 3 / 4 = 0.75 です。',
    en:
      'With `typeTokenRatio(words)` the number of different words (types) is divided by the number of words (tokens). `words` is a list of texts, one at least and all in small letters. For `["the", "cat", "the", "mat"]` it is 3 / 4 = 0.75.',
  },
  functions: {
    typeTokenRatio: {
      about: "タイプ・トークン比 / type-token ratio",
      parameters: { words: takes.texts },
      gives: "number",
      solution: (words: string[]) => new Set(words).size / words.length,
      cases: [
        [["the", "cat", "the", "mat"]],
        [["a", "b", "c"]],
        [["no", "no", "no", "no", "no"]],
      ],
      draw({ integer, pick }) {
        const count = integer(6, 14);
        return [Array.from({ length: count }, () => pick(vocabulary))];
      },
    },
  },
  mistakes: [
    mistake({
      name: "upsideDown",
      title: {
        ja: "割る数と割られる数が逆",
        en: "divided the other way round",
      },
      hint: {
        ja: "種類の数を、語の数で割ります。結果は 1 以下です。",
        en:
          "The number of types is divided by that of tokens: it is 1 at most.",
      },
    }, {
      typeTokenRatio: (words: string[]) => words.length / new Set(words).size,
    }),
    mistake(
      {
        name: "notDivided",
        title: { ja: "割っていない", en: "nothing is divided" },
        hint: {
          ja: "種類の数を数えたら、語の数で割ります。",
          en: "Once the types are counted, divide by the number of tokens.",
        },
      },
      { typeTokenRatio: (words: string[]) => new Set(words).size },
      { typeTokenRatio: (words: string[]) => words.length },
    ),
    mistake({
      name: "percent",
      title: { ja: "百分率になっている", en: "it is a percentage" },
      hint: {
        ja: "100 を掛けずに、比のまま返します。",
        en: "Return the ratio itself, not a hundred times that.",
      },
    }, {
      typeTokenRatio: (words: string[]) =>
        100 * new Set(words).size / words.length,
    }),
    mistake({
      name: "neighboursOnly",
      title: {
        ja: "隣の語としか比べていない",
        en: "only neighbours are compared",
      },
      hint: {
        ja:
          "離れたところに同じ語があることもあります。Set を使うと、同じものは一つになります。",
        en:
          "The same word may come again further on. In a Set everything is there once.",
      },
    }, {
      typeTokenRatio: (words: string[]) =>
        words.filter((word, i) => word !== words[i - 1]).length /
        words.length,
    }),
  ],
};
