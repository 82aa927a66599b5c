/**
 * Kobai (勾配, gradient): a small, exact, fast library of matrices, losses and
 * gradients. It needs no permission and imports nothing.
 *
 * @example From scores to a loss, and to the slope on which it falls
 * ```ts
 * import { crossEntropyError, matmul, matrix, numericalGradient, softmax } from "kobai";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const x = matrix([2, 3]); // one sample, two features
 * const t = matrix([0, 0, 1]); // its class, one-hot
 * const W = matrix([[1.72265811, 0.68672941, 1.10772301], [0.60344169, 0.60322389, -0.3536039]]);
 *
 * const loss = (W: ReturnType<typeof matrix>) => crossEntropyError(softmax(matmul(x, W)), t);
 * assertAlmostEquals(loss(W).item(), 4.234160470269188, 1e-12);
 *
 * const dW = numericalGradient(loss, W);
 * assertAlmostEquals(dW.at(0, 0), 1.75066144, 1e-8);
 * ```
 *
 * @module
 */
export {
  normalize,
  relu,
  sigmoid,
  softmax,
  tanh,
} from "./lib/formula/activation.ts";
export type { Nesting } from "./lib/gradient/_nesting.ts";
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
export { formatArray, type FormatArrayOptions } from "./lib/matrix/format.ts";
export {
  type CheckedEntry,
  checkGradient,
  type GradientCheckOptions,
  type GradientReport,
} from "./lib/gradient/check.ts";
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
  sumSquaredError,
} from "./lib/formula/loss.ts";
export {
  fromFloat64Array,
  Matrix,
  matrix,
  type MatrixLike,
  ones,
  zeros,
} from "./lib/matrix/matrix.ts";
export {
  accuracy,
  type ClassScores,
  classScores,
  confusionMatrix,
  majorityAccuracy,
  pearsonCorrelation,
  quadraticWeightedKappa,
} from "./lib/learning/metrics.ts";
export {
  type Band,
  type Model,
  ModelError,
  type Quality,
  type TrainingRecord,
} from "./lib/learning/model.ts";
export {
  formatModel,
  parseModel,
  type ParseModelOptions,
} from "./lib/learning/model_text.ts";
export {
  Network,
  type NetworkOptions,
  type NetworkParameters,
} from "./lib/learning/network.ts";
export {
  type ExtrapolationOptions,
  type GradientFailure,
  type MeasuredGradient,
  numericalGradient,
  type NumericalGradientOptions,
  numericalGradientWithError,
} from "./lib/gradient/numerical.ts";
export {
  adam,
  type AdamOptions,
  gradientDescent,
  momentum,
  type MomentumOptions,
  type Optimizer,
  type OptimizerOptions,
  type OptimizerStep,
} from "./lib/learning/optimizer.ts";
export {
  fitScaler,
  oneHot,
  type Scaler,
  standardize,
} from "./lib/learning/preprocessing.ts";
export { numpyRandom, randn } from "./lib/random/random.ts";
export {
  argMax,
  max,
  mean,
  type ReductionOptions,
  sum,
} from "./lib/formula/reduction.ts";
export { takeRows } from "./lib/matrix/rows.ts";
export { SimpleNet } from "./lib/learning/simple_net.ts";
export {
  type FoldsOptions,
  type Split,
  type SplitOptions,
  stratifiedFolds,
  stratifiedSplit,
} from "./lib/learning/splits.ts";
export {
  DivergenceError,
  type Epoch,
  type Samples,
  train,
  type Training,
  type TrainingOptions,
} from "./lib/learning/training.ts";
