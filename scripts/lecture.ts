/** The lecture, session 4: its cells in order. */
import type { Cell } from "./lesson/cell.ts";
import { cell as cell421n01 } from "./cells/4.2.1_01_network_of_three_layers.ts";
import { cell as cell421n02 } from "./cells/4.2.1_02_weighted_sum.ts";
import { cell as cell421n03 } from "./cells/4.2.1_03_two_units.ts";
import { cell as cell421n04 } from "./cells/4.2.1_04_forward_one_row.ts";
import { cell as cell421n05 } from "./cells/4.2.1_05_forward_ten_rows.ts";
import { cell as cell422n01 } from "./cells/4.2.2_01_scoring_model.ts";
import { cell as cell422n02 } from "./cells/4.2.2_02_scores_to_probabilities.ts";
import { cell as cell422n03 } from "./cells/4.2.2_03_negative_scores.ts";
import { cell as cell422n04 } from "./cells/4.2.2_04_softmax_instead.ts";
import { cell as cell423n01 } from "./cells/4.2.3_01_formula_of_E.ts";
import { cell as cell423n02 } from "./cells/4.2.3_02_sum_of_squared_errors.ts";
import { cell as cell423n03 } from "./cells/4.2.3_03_exercise_squared_error_y2.ts";
import { cell as cell423n04 } from "./cells/4.2.3_04_exercise_cross_entropy_y1.ts";
import { cell as cell423n05 } from "./cells/4.2.3_05_exercise_cross_entropy_y2.ts";
import { cell as cell423n06 } from "./cells/4.2.3_06_delta.ts";
import { cell as cell423n07 } from "./cells/4.2.3_07_missing_return.ts";
import { cell as cell423n08 } from "./cells/4.2.3_08_exercise_cross_entropy_batch.ts";
import { cell as cell424n01 } from "./cells/4.2.4_01_softmax_of_a_batch.ts";
import { cell as cell424n02 } from "./cells/4.2.4_02_weights.ts";
import { cell as cell424n03 } from "./cells/4.2.4_03_predict.ts";
import { cell as cell424n04 } from "./cells/4.2.4_04_probabilities.ts";
import { cell as cell424n05 } from "./cells/4.2.4_05_loss.ts";
import { cell as cell424n06 } from "./cells/4.2.4_06_gradient.ts";
import { cell as cell424n07 } from "./cells/4.2.4_07_reading_the_gradient.ts";
import { cell as cell424n08 } from "./cells/4.2.4_08_one_step.ts";
import { cell as cell424n09 } from "./cells/4.2.4_09_hundred_steps.ts";
import { cell as cell424n10 } from "./cells/4.2.4_10_integer_trap.ts";
import { cell as cell424n11 } from "./cells/4.2.4_11_ignored_argument.ts";
import { cell as cell424n12 } from "./cells/4.2.4_12_choosing_h.ts";

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
];
