/**
 * What the cells of version 0.1.0 are called now. A number alone, such as
 * `4.2.4-05`, means the cell that has it today.
 */
export const oldNames: Readonly<Record<string, string>> = {
  "4.2.1_01_network_of_three_layers": "4.2.1_09_network_of_three_layers",
  "4.2.1_02_weighted_sum": "4.2.1_03_weighted_sum",
  "4.2.1_03_two_units": "4.2.1_05_two_units",
  "4.2.1_04_forward_one_row": "4.2.1_07_forward_one_row",
  "4.2.1_05_forward_ten_rows": "4.2.1_08_forward_ten_rows",
  "4.2.2_03_negative_scores": "4.2.2_04_negative_scores",
  "4.2.2_04_softmax_instead": "4.2.4_03_softmax",
  "4.2.3_01_formula_of_E": "4.2.3_03_formula_of_E",
  "4.2.3_02_sum_of_squared_errors": "4.2.3_04_sum_of_squared_errors",
  "4.2.3_03_exercise_squared_error_y2": "4.2.3_05_exercise_squared_error_y2",
  "4.2.3_04_exercise_cross_entropy_y1": "4.2.3_08_exercise_cross_entropy_y1",
  "4.2.3_05_exercise_cross_entropy_y2": "4.2.3_09_exercise_cross_entropy_y2",
  "4.2.3_06_delta": "4.2.3_07_delta",
  "4.2.3_07_missing_return": "4.2.3_12_batch_version",
  "4.2.3_08_exercise_cross_entropy_batch":
    "4.2.3_13_exercise_cross_entropy_batch",
  "4.2.4_01_softmax_of_a_batch": "4.2.4_16_softmax_of_a_batch",
  "4.2.4_02_weights": "4.2.4_05_weights",
  "4.2.4_03_predict": "4.2.4_06_predict",
  "4.2.4_04_probabilities": "4.2.4_07_probabilities",
  "4.2.4_05_loss": "4.2.4_08_loss",
  "4.2.4_06_gradient": "4.2.4_11_gradient",
  "4.2.4_07_reading_the_gradient": "4.2.4_12_reading_the_gradient",
  "4.2.4_08_one_step": "4.2.4_14_one_step",
  "4.2.4_09_hundred_steps": "4.2.4_15_hundred_steps",
  "4.2.4_10_integer_trap": "4.2.4_17_integer_trap",
  "4.2.4_11_ignored_argument": "4.2.4_10_f_of_W",
  "4.2.4_12_choosing_h": "4.2.4_18_choosing_h",
  "4.2.4_13_what_a_gradient_costs": "4.2.4_19_what_a_gradient_costs",
  "4.2.4_14_learning_rates": "4.2.4_20_learning_rates",
};
