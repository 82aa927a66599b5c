import {
  type AnyNesting,
  listNesting,
  type Nesting,
} from "../gradient/_nesting.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { runTraining } from "./_run_training.ts";
import {
  requireCount,
  requireFunction,
  requireSettings,
} from "./_training_input.ts";
import type { TrainedParameters, TrainParametersOptions } from "./training.ts";

const action = "train the parameters";

/**
 * Trains parameters of any nesting by any loss (学習): in every epoch the
 * samples are put in a random order and cut into mini-batches (ミニバッチ), and
 * each of them moves the parameters one step down the slope of its loss. What a
 * sample is, only the loss knows: it is told which ones make the batch, and
 * takes them with {@linkcode takeRows} or from lists of any kind. The same
 * source and the same loss give the same bits.
 *
 * Of a large matrix of which the loss takes a few rows, such as word vectors,
 * gradient descent and AdaGrad without weight decay move those rows alone;
 * other methods and a weight decay move all of them, as they are defined. The
 * bits are those of {@linkcode gradient} and `optimizer.step` either way.
 *
 * {@linkcode train} does this for a {@linkcode Network}.
 *
 * Source: "Deep Learning from Scratch" 4.5; L. Prechelt, "Early stopping - but
 * when?" (1998).
 *
 * @typeParam T A matrix, or any nesting of arrays and records of matrices.
 * @param loss The mean loss of the samples whose indices are in `batch`, a 1×1
 * matrix: a function that can be differentiated by the parameters, as for
 * {@linkcode gradient}.
 * @param at Where to start; the matrices stay as they are.
 * @param options `samples`, `random`, and how to train.
 * @returns The trained parameters, and how training went.
 * @throws {DivergenceError} If a loss or a parameter is no longer finite: it
 * names the epoch and has the last good parameters.
 * @throws {RangeError} If there is no sample, an option is out of range, or
 * what the loss returns is not 1×1.
 * @throws {TypeError} If an argument or an option is of another kind.
 *
 * @example A straight line through three points: `y = 2x + 1`
 * ```ts
 * import {
 *   affine,
 *   gradientDescent,
 *   matrix,
 *   numpyRandom,
 *   sumSquaredError,
 *   takeRows,
 *   trainParameters,
 * } from "kobai";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const x = matrix([[0], [1], [2]]), t = matrix([[1], [3], [5]]);
 * const { parameters: { w, b } } = await trainParameters(
 *   ({ w, b }, batch) =>
 *     sumSquaredError(affine(takeRows(x, batch), w, b), takeRows(t, batch)),
 *   { w: matrix([0]), b: matrix([0]) },
 *   {
 *     samples: x.rows,
 *     random: numpyRandom(0),
 *     optimizer: gradientDescent({ learningRate: 0.3 }),
 *     epochs: 200,
 *   },
 * );
 * assertAlmostEquals(w.item(), 2, 1e-3);
 * assertAlmostEquals(b.item(), 1, 1e-3);
 * ```
 */
export async function trainParameters<T extends AnyNesting>(
  loss: (parameters: T, batch: readonly number[]) => Matrix,
  at: T & Nesting<T>,
  options: TrainParametersOptions<T>,
): Promise<TrainedParameters<T>> {
  const { samples, validation } = requireSettings(
    options,
    ["samples", "validation"],
    action,
  );
  requireFunction(loss, "the loss", action);
  if (validation !== undefined) {
    requireFunction(validation, "validation", action);
  }
  requireCount(samples, "samples", action);
  listNesting(at, action); // refuses what is no matrix
  return await runTraining<T, { parameters: T }>({
    action,
    at,
    samples,
    loss,
    validation,
    keep: (parameters) => ({ parameters }),
  }, options);
}
