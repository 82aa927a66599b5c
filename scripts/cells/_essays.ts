/**
 * The real essays from which a network learns on the page: see
 * `examples/data/merlin-de/README.md`.
 */
import table from "../../examples/data/merlin-de/merlin_de.csv" with {
  type: "text",
};
import type { EssaysFigure } from "../lesson/lesson.ts";

/** 1,010 German essays, in the lecture's three bands. */
export const essays: EssaysFigure = {
  table,
  bands: [
    { name: { ja: "良い", en: "good" }, scores: ["4", "5"] },
    { name: { ja: "普通", en: "ordinary" }, scores: ["3"] },
    { name: { ja: "悪い", en: "bad" }, scores: ["1", "2"] },
  ],
  about: {
    ja:
      "ドイツ語を学ぶ人の作文 1010 件で、評価は CEFR の段階です。ここでは講義に合わせて、B2 と C1 を「良い」、" +
      "B1 を「普通」、A1 と A2 を「悪い」と呼びます（段階が低いだけで、悪い作文という意味ではありません）。" +
      "試験の課題は段階ごとに違い、求められる長さも違うので、語数だけでも多くのことが分かります。",
    en:
      "They are 1,010 essays by learners of German, rated on the CEFR scale. To follow the lecture, B2 " +
      "and C1 are called good here, B1 ordinary, A1 and A2 bad (a low level, not a bad essay). The tasks " +
      "of the tests differ by level and ask for texts of different length, so the number of words alone " +
      "already tells much.",
  },
  source: {
    ja:
      "データ：MERLIN コーパスのドイツ語部分から作った表（A. Boyd ほか、2014、The MERLIN corpus: Learner " +
      "language and the CEFR、LREC 2014）。評価は GitHub の nishkalavallabhi/UniversalCEFRScoring、訂正は " +
      "spraakbanken/multiged-2023 によります。作文を語数、訂正のある語の数（誤りの数）、評価の三つの数にし、" +
      "行を並べ替えました。このページの中のこの表には、次のライセンスが付いています：",
    en:
      "Data: a table derived from the German part of the MERLIN corpus (A. Boyd et al., 2014, The MERLIN " +
      "corpus: Learner language and the CEFR, LREC 2014); ratings by way of GitHub " +
      "nishkalavallabhi/UniversalCEFRScoring, corrections of spraakbanken/multiged-2023. Each essay was " +
      "reduced to three numbers (words, corrected words as errors, rating) and the rows were shuffled. " +
      "The licence of this table inside this page:",
  },
  licence: {
    name: "CC BY-SA 4.0",
    url: "https://creativecommons.org/licenses/by-sa/4.0/",
  },
};
