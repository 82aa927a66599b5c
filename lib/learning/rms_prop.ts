import { requireFinite, requireOptions } from "../matrix/_require.ts";
import { optimizer, requireShare, settingsOf } from "./_optimizer.ts";
import { addSquare, rootOf } from "./_squares.ts";
import type { Optimizer, OptimizerOptions } from "./optimizer.ts";

/** What {@linkcode rmsProp} takes. */
export interface RmsPropOptions extends OptimizerOptions {
  /**
   * How much of the mean square is kept from step to step, at least 0 and below
   * 1. Default 0.99.
   */
  beta?: number;
  /** What keeps the division by a mean of 0 finite, above 0. Default 1e-7. */
  epsilon?: number;
}

/**
 * RMSprop: AdaGrad that forgets. `h ← β · h + (1 - β) · dW²`,
 * `W ← W - learningRate · dW / (√h + ε)`. The mean starts from 0 and is not
 * corrected as in {@linkcode adam}, so the first steps are longer than the
 * learning rate: with β = 0.99 the first is ten times as long.
 *
 * Source: "Deep Learning from Scratch" 6.1.5, and its program, where β is
 * called `decay_rate`; T. Tieleman and G. Hinton, "Lecture 6.5: rmsprop"
 * (2012).
 *
 * @param options `learningRate`, default 0.01; `beta`, `epsilon`;
 * `weightDecay`.
 * @returns An optimizer.
 * @throws {RangeError} If an option is out of range.
 * @throws {TypeError} If an option is unknown or no number.
 *
 * @example On a steady slope steps come down to the size of the learning rate
 * ```ts
 * import { matrix, rmsProp } from "kobai";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const slope = matrix([5]);
 * const ways: number[] = [];
 * let W = matrix([0]), optimizer = rmsProp({ learningRate: 0.1, beta: 0.5 });
 * for (let i = 0; i < 50; i++) {
 *   const before = W.item();
 *   ({ parameters: W, optimizer } = optimizer.step(W, slope));
 *   ways.push(W.item() - before);
 * }
 * assertAlmostEquals(ways[0]!, -0.1 * Math.SQRT2, 1e-8);
 * assertAlmostEquals(ways[49]!, -0.1, 1e-8);
 * ```
 */
export function rmsProp(options: RmsPropOptions = {}): Optimizer {
  const making = "make RMSprop";
  const known = ["learningRate", "beta", "epsilon", "weightDecay"];
  requireOptions(options, known, making);
  const { beta = 0.99, epsilon = 1e-7 } = options;
  const settings = settingsOf("rmsProp", options, making);
  requireShare(beta, "beta", making);
  requireFinite(epsilon, "epsilon", "more than 0", making);
  const { learningRate } = settings;
  return optimizer(settings, {
    remembers: 1,
    move(W, dW, [h], _powers, first) {
      for (let k = 0, i = first; k < dW.length; k++, i++) {
        const slope = dW[k]!;
        h[i] = addSquare(h[i]!, slope, beta, 1 - beta, epsilon);
        const root = rootOf(h[i]!);
        // Beside an extreme slope the product with the rate could be one too.
        W[i] = W[i]! -
          (h[i]! < 0
            ? learningRate * (slope / (root + epsilon))
            : learningRate * slope / (root + epsilon));
      }
    },
  });
}
