/**
 * Kobai (勾配, gradient): a small, exact, fast library of matrices, losses and
 * gradients. It needs no permission and imports nothing.
 *
 * @example From scores to a loss, and to the slope on which it falls
 * ```ts
 * import { crossEntropyError, matmul, type Matrix, matrix } from "kobai";
 * import { numericalGradient, softmax } from "kobai";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const x = matrix([2, 3]); // one sample, two features
 * const t = matrix([0, 0, 1]); // its class, one-hot
 * const W = matrix([
 *   [1.72265811, 0.68672941, 1.10772301],
 *   [0.60344169, 0.60322389, -0.3536039],
 * ]);
 *
 * const loss = (W: Matrix) => crossEntropyError(softmax(matmul(x, W)), t);
 * assertAlmostEquals(loss(W).item(), 4.234160470269188, 1e-12);
 *
 * const dW = numericalGradient(loss, W);
 * assertAlmostEquals(dW.at(0, 0), 1.75066144, 1e-8);
 * ```
 *
 * @module
 */
export { relu, sigmoid, tanh } from "./lib/formula/activation.ts";
export { logSoftmax, normalize, softmax } from "./lib/formula/probability.ts";
export { cumulativeLogit } from "./lib/formula/cumulative_logit.ts";
export type {
  AnyNesting,
  Nesting,
  NestingPart,
} from "./lib/gradient/_nesting.ts";
export {
  detach,
  gradient,
  valueAndGradient,
} from "./lib/gradient/backpropagation.ts";
export {
  add,
  divide,
  exp,
  log,
  multiply,
  negate,
  subtract,
} from "./lib/formula/elementwise.ts";
export {
  allClose,
  type AllCloseOptions,
  equals,
} from "./lib/matrix/compare.ts";
export { formatArray, type FormatArrayOptions } from "./lib/matrix/format.ts";
export {
  checkGradient,
  type GradientCheckOptions,
} from "./lib/gradient/check.ts";
export type {
  CheckedEntry,
  GradientReport,
} from "./lib/gradient/gradient_report.ts";
export {
  type Activation,
  heWeights,
  xavierWeights,
} from "./lib/learning/layer.ts";
export { affine, matmul, transpose } from "./lib/formula/products.ts";
export {
  crossEntropyError,
  type CrossEntropyErrorOptions,
  softmaxCrossEntropy,
} from "./lib/formula/cross_entropy.ts";
export { sumSquaredError } from "./lib/formula/squared_error.ts";
export { fromFloat64Array, matrix, ones, zeros } from "./lib/matrix/make.ts";
export { Matrix, type MatrixLike } from "./lib/matrix/matrix.ts";
export { formatNpy, parseNpy } from "./lib/matrix/npy.ts";
export { accuracy, majorityAccuracy } from "./lib/learning/accuracy.ts";
export { type ClassScores, classScores } from "./lib/learning/class_scores.ts";
export { confusionMatrix } from "./lib/learning/confusion_matrix.ts";
export { pearsonCorrelation } from "./lib/learning/pearson_correlation.ts";
export { quadraticWeightedKappa } from "./lib/learning/quadratic_weighted_kappa.ts";
export {
  type Band,
  type Model,
  ModelError,
  type Quality,
  type TextSource,
  type TrainingRecord,
} from "./lib/learning/model.ts";
export {
  formatModel,
  parseModel,
  type ParseModelOptions,
} from "./lib/learning/model_text.ts";
export { formatNetwork, parseNetwork } from "./lib/learning/network_text.ts";
export {
  Network,
  type NetworkOptions,
  type NetworkOutput,
  type NetworkParameters,
} from "./lib/learning/network.ts";
export {
  numericalGradient,
  type NumericalGradientOptions,
} from "./lib/gradient/numerical.ts";
export {
  type ExtrapolationOptions,
  type GradientFailure,
  type MeasuredGradient,
  numericalGradientWithError,
} from "./lib/gradient/numerical_with_error.ts";
export { adam, type AdamOptions } from "./lib/learning/adam.ts";
export { adaGrad, type AdaGradOptions } from "./lib/learning/ada_grad.ts";
export { gradientDescent } from "./lib/learning/gradient_descent.ts";
export { momentum, type MomentumOptions } from "./lib/learning/momentum.ts";
export { nesterov } from "./lib/learning/nesterov.ts";
export { rmsProp, type RmsPropOptions } from "./lib/learning/rms_prop.ts";
export type {
  Optimizer,
  OptimizerOptions,
  OptimizerStep,
} from "./lib/learning/optimizer.ts";
export { oneHot } from "./lib/learning/one_hot.ts";
export { fitScaler, type Scaler, standardize } from "./lib/learning/scaler.ts";
export { choice, type ChoiceOptions } from "./lib/random/choice.ts";
export { numpyRandom } from "./lib/random/numpy_random.ts";
export { permutation } from "./lib/random/permutation.ts";
export { randint, type RandintOptions } from "./lib/random/randint.ts";
export { randn } from "./lib/random/randn.ts";
export { uniform, type UniformOptions } from "./lib/random/uniform.ts";
export type { ReductionOptions } from "./lib/formula/_by.ts";
export { argMax, max } from "./lib/formula/largest.ts";
export { argMin, min } from "./lib/formula/smallest.ts";
export {
  standardDeviation,
  variance,
  type VarianceOptions,
} from "./lib/formula/variance.ts";
export { mean, sum } from "./lib/formula/reduction.ts";
export { takeRows } from "./lib/matrix/rows.ts";
export { takeColumns } from "./lib/matrix/columns.ts";
export { concatenate, type ConcatenateOptions } from "./lib/formula/joining.ts";
export {
  greater,
  greaterEqual,
  less,
  lessEqual,
  where,
} from "./lib/formula/comparison.ts";
export { clip, maximum, minimum } from "./lib/formula/limits.ts";
export { abs, power, sqrt } from "./lib/formula/powers.ts";
export {
  cosineSimilarity,
  type CosineSimilarityOptions,
} from "./lib/formula/cosine_similarity.ts";
export { sigmoidCrossEntropy } from "./lib/formula/sigmoid_cross_entropy.ts";
export {
  dropoutMask,
  type DropoutMaskOptions,
} from "./lib/random/dropout_mask.ts";
export { SimpleNet } from "./lib/learning/simple_net.ts";
export {
  type FoldsOptions,
  type Split,
  type SplitOptions,
  stratifiedFolds,
  stratifiedSplit,
} from "./lib/learning/splits.ts";
export { train } from "./lib/learning/train.ts";
export { trainParameters } from "./lib/learning/train_parameters.ts";
export {
  DivergenceError,
  type Epoch,
  type Samples,
  type TrainedParameters,
  type Training,
  type TrainingOptions,
  type TrainingOutcome,
  type TrainingSettings,
  type TrainParametersOptions,
} from "./lib/learning/training.ts";
