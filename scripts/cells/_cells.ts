/**
 * The lecture's cells, a line each, under the name of its file. A module lists
 * what it exports in the order of the names: that of the lecture.
 */
export { cell as "4.2.1_01_network_of_three_layers" } from "./4.2.1_01_network_of_three_layers.ts";
export { cell as "4.2.1_02_weighted_sum" } from "./4.2.1_02_weighted_sum.ts";
export { cell as "4.2.1_03_two_units" } from "./4.2.1_03_two_units.ts";
export { cell as "4.2.1_04_forward_one_row" } from "./4.2.1_04_forward_one_row.ts";
export { cell as "4.2.1_05_forward_ten_rows" } from "./4.2.1_05_forward_ten_rows.ts";
export { cell as "4.2.2_01_scoring_model" } from "./4.2.2_01_scoring_model.ts";
export { cell as "4.2.2_02_scores_to_probabilities" } from "./4.2.2_02_scores_to_probabilities.ts";
export { cell as "4.2.2_03_negative_scores" } from "./4.2.2_03_negative_scores.ts";
export { cell as "4.2.2_04_softmax_instead" } from "./4.2.2_04_softmax_instead.ts";
export { cell as "4.2.3_01_formula_of_E" } from "./4.2.3_01_formula_of_E.ts";
export { cell as "4.2.3_02_sum_of_squared_errors" } from "./4.2.3_02_sum_of_squared_errors.ts";
export { cell as "4.2.3_03_exercise_squared_error_y2" } from "./4.2.3_03_exercise_squared_error_y2.ts";
export { cell as "4.2.3_04_exercise_cross_entropy_y1" } from "./4.2.3_04_exercise_cross_entropy_y1.ts";
export { cell as "4.2.3_05_exercise_cross_entropy_y2" } from "./4.2.3_05_exercise_cross_entropy_y2.ts";
export { cell as "4.2.3_06_delta" } from "./4.2.3_06_delta.ts";
export { cell as "4.2.3_07_missing_return" } from "./4.2.3_07_missing_return.ts";
export { cell as "4.2.3_08_exercise_cross_entropy_batch" } from "./4.2.3_08_exercise_cross_entropy_batch.ts";
export { cell as "4.2.4_01_softmax_of_a_batch" } from "./4.2.4_01_softmax_of_a_batch.ts";
export { cell as "4.2.4_02_weights" } from "./4.2.4_02_weights.ts";
export { cell as "4.2.4_03_predict" } from "./4.2.4_03_predict.ts";
export { cell as "4.2.4_04_probabilities" } from "./4.2.4_04_probabilities.ts";
export { cell as "4.2.4_05_loss" } from "./4.2.4_05_loss.ts";
export { cell as "4.2.4_06_gradient" } from "./4.2.4_06_gradient.ts";
export { cell as "4.2.4_07_reading_the_gradient" } from "./4.2.4_07_reading_the_gradient.ts";
export { cell as "4.2.4_08_one_step" } from "./4.2.4_08_one_step.ts";
export { cell as "4.2.4_09_hundred_steps" } from "./4.2.4_09_hundred_steps.ts";
export { cell as "4.2.4_10_integer_trap" } from "./4.2.4_10_integer_trap.ts";
export { cell as "4.2.4_11_ignored_argument" } from "./4.2.4_11_ignored_argument.ts";
export { cell as "4.2.4_12_choosing_h" } from "./4.2.4_12_choosing_h.ts";
export { cell as "4.2.4_13_what_a_gradient_costs" } from "./4.2.4_13_what_a_gradient_costs.ts";
export { cell as "4.2.4_14_learning_rates" } from "./4.2.4_14_learning_rates.ts";
