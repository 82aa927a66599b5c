/** The lecture, session 4: its cells in order. */
import type { Cell } from "../lesson/cell.ts";
import type { Lesson } from "../lesson/lesson.ts";
import { cell as cell421n01 } from "./4.2.1_01_network_of_three_layers.ts";
import { cell as cell421n02 } from "./4.2.1_02_weighted_sum.ts";
import { cell as cell421n03 } from "./4.2.1_03_two_units.ts";
import { cell as cell421n04 } from "./4.2.1_04_forward_one_row.ts";
import { cell as cell421n05 } from "./4.2.1_05_forward_ten_rows.ts";
import { cell as cell422n01 } from "./4.2.2_01_scoring_model.ts";
import { cell as cell422n02 } from "./4.2.2_02_scores_to_probabilities.ts";
import { cell as cell422n03 } from "./4.2.2_03_negative_scores.ts";
import { cell as cell422n04 } from "./4.2.2_04_softmax_instead.ts";
import { cell as cell423n01 } from "./4.2.3_01_formula_of_E.ts";
import { cell as cell423n02 } from "./4.2.3_02_sum_of_squared_errors.ts";
import { cell as cell423n03 } from "./4.2.3_03_exercise_squared_error_y2.ts";
import { cell as cell423n04 } from "./4.2.3_04_exercise_cross_entropy_y1.ts";
import { cell as cell423n05 } from "./4.2.3_05_exercise_cross_entropy_y2.ts";
import { cell as cell423n06 } from "./4.2.3_06_delta.ts";
import { cell as cell423n07 } from "./4.2.3_07_missing_return.ts";
import { cell as cell423n08 } from "./4.2.3_08_exercise_cross_entropy_batch.ts";
import { cell as cell424n01 } from "./4.2.4_01_softmax_of_a_batch.ts";
import { cell as cell424n02 } from "./4.2.4_02_weights.ts";
import { cell as cell424n03 } from "./4.2.4_03_predict.ts";
import { cell as cell424n04 } from "./4.2.4_04_probabilities.ts";
import { cell as cell424n05 } from "./4.2.4_05_loss.ts";
import { cell as cell424n06 } from "./4.2.4_06_gradient.ts";
import { cell as cell424n07 } from "./4.2.4_07_reading_the_gradient.ts";
import { cell as cell424n08 } from "./4.2.4_08_one_step.ts";
import { cell as cell424n09 } from "./4.2.4_09_hundred_steps.ts";
import { cell as cell424n10 } from "./4.2.4_10_integer_trap.ts";
import { cell as cell424n11 } from "./4.2.4_11_ignored_argument.ts";
import { cell as cell424n12 } from "./4.2.4_12_choosing_h.ts";
import { cell as cell424n13 } from "./4.2.4_13_what_a_gradient_costs.ts";
import { cell as cell424n14 } from "./4.2.4_14_learning_rates.ts";

/** All cells, as the lecture has them. */
export const lecture: readonly Cell[] = [
  cell421n01,
  cell421n02,
  cell421n03,
  cell421n04,
  cell421n05,
  cell422n01,
  cell422n02,
  cell422n03,
  cell422n04,
  cell423n01,
  cell423n02,
  cell423n03,
  cell423n04,
  cell423n05,
  cell423n06,
  cell423n07,
  cell423n08,
  cell424n01,
  cell424n02,
  cell424n03,
  cell424n04,
  cell424n05,
  cell424n06,
  cell424n07,
  cell424n08,
  cell424n09,
  cell424n10,
  cell424n11,
  cell424n12,
  cell424n13,
  cell424n14,
];

/** The lecture as a lesson: what a page and a notebook say around its cells. */
export const lesson: Lesson = {
  title: {
    ja: "ニューラルネットワークはどう学ぶか",
    en: "How a neural network learns",
  },
  lead: {
    ja:
      "学習者言語の分析、第 4 回。作文の語数と文法の誤りの数から評価を決めるネットワークを組み立て、" +
      "損失を測り、勾配をたどって重みを動かすところまでを、一つずつ計算します。講義に出ていた数はすべて" +
      "計算し直し、並べて比べてあります。",
    en:
      "Session 4 of a course on analysing learner language. A network takes the number of words and of " +
      "grammatical errors in an essay and decides how good it is; we build it, measure its loss, and " +
      "follow the gradient to better weights, one computation at a time. Every number that the " +
      "lecture printed has been computed again and stands beside it.",
  },
  sections: {
    "4.2.1": {
      ja: "重みを掛けて足し合わせる：順伝播",
      en: "Weighted sums: the forward pass",
    },
    "4.2.2": {
      ja: "作文を採点するモデル",
      en: "A model that scores essays",
    },
    "4.2.3": {
      ja: "間違いの大きさを測る：損失関数",
      en: "How wrong? Loss functions",
    },
    "4.2.4": {
      ja: "損失を下げる：勾配と最初の一歩",
      en: "Lowering the loss: the gradient and the first steps",
    },
  },
  cells: lecture,
  live: {
    start: cell424n08,
    dividedByClasses: { cell: cell424n05, result: "loss" },
  },
};
