import { describe } from "../matrix/_require.ts";
import { takeRows } from "../matrix/rows.ts";
import { residentDescent } from "./_resident.ts";
import { runTraining } from "./_run_training.ts";
import { requireSamples, requireSettings } from "./_training_input.ts";
import { Network } from "./network.ts";
import type { Samples, Training, TrainingOptions } from "./training.ts";

const action = "train the network";

/**
 * Trains a network (学習): in every epoch the samples are put in a random order
 * and cut into mini-batches (ミニバッチ), and each of them moves the parameters
 * one step down the slope of its loss. The same source and the same samples
 * give the same bits.
 *
 * Source: "Deep Learning from Scratch" 4.5; L. Prechelt, "Early stopping - but
 * when?" (1998).
 *
 * @param network Where to start; it stays as it is.
 * @param data What to learn from: `x`, `[N, D]`, standardized, and `t`,
 * `[N, K]`.
 * @param options `random`, and how to train.
 * @returns The trained network, and how training went.
 * @throws {DivergenceError} If a loss or a parameter is no longer finite: it
 * names the epoch and has the last good network.
 * @throws {RangeError} If shapes do not fit, there is no sample, a number is
 * not finite, `t` is not one-hot, or an option is out of range.
 * @throws {TypeError} If an argument or an option is of another kind.
 *
 * @example Four points that no straight line can tell apart (排他的論理和)
 * ```ts
 * import { matrix, Network, numpyRandom, train } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const x = matrix([[-1, -1], [-1, 1], [1, -1], [1, 1]]);
 * const t = matrix([[1, 0], [0, 1], [0, 1], [1, 0]]);
 * const random = numpyRandom(0);
 * const start = new Network([2, 8, 2], random);
 *
 * const { network } = await train(start, { x, t }, { random, epochs: 200 });
 * assertEquals(network.classify(x), [0, 1, 1, 0]);
 * ```
 */
export async function train(
  network: Network,
  data: Samples,
  options: TrainingOptions,
): Promise<Training> {
  const { validation } = requireSettings(options, ["validation"], action);
  if (!(network instanceof Network)) {
    throw new TypeError(
      `Cannot ${action}: found ${describe(network)}, a Network is needed`,
    );
  }
  const { x, t } = requireSamples(network, data, "", action);
  if (validation !== undefined) {
    requireSamples(network, validation, "validation.", action);
  }
  return await runTraining({
    action,
    at: network.parameters,
    samples: x.rows,
    loss: (parameters, batch) =>
      network.withParameters(parameters)
        .loss(takeRows(x, batch), takeRows(t, batch)),
    resident: (optimizer, batchSize) =>
      residentDescent(network, { x, t }, optimizer, batchSize, action),
    validation: validation &&
      ((parameters) =>
        network.withParameters(parameters).loss(validation.x, validation.t)),
    keep: (parameters) => ({ network: network.withParameters(parameters) }),
  }, options);
}
