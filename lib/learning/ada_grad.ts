import { requireFinite, requireOptions } from "../matrix/_require.ts";
import { optimizer, settingsOf } from "./_optimizer.ts";
import { addSquare, rootOf } from "./_squares.ts";
import type { Optimizer, OptimizerOptions } from "./optimizer.ts";

/** What {@linkcode adaGrad} takes. */
export interface AdaGradOptions extends OptimizerOptions {
  /** What keeps the division by a sum of 0 finite, above 0. Default 1e-7. */
  epsilon?: number;
}

/**
 * AdaGrad: a parameter that has moved far takes smaller steps.
 * `h ← h + dW²`, `W ← W - learningRate · dW / (√h + ε)`; the first step has
 * the size of the learning rate.
 *
 * Source: "Deep Learning from Scratch" 6.1.5, whose program has the same ε at
 * the same place, outside of the root; J. Duchi, E. Hazan and Y. Singer,
 * "Adaptive subgradient methods for online learning and stochastic
 * optimization" (2011).
 *
 * @param options `learningRate`, default 0.01; `epsilon`; `weightDecay`.
 * @returns An optimizer.
 * @throws {RangeError} If an option is out of range.
 * @throws {TypeError} If an option is unknown or no number.
 *
 * @example On a steady slope step k is 1/√k of the first
 * ```ts
 * import { adaGrad, matrix } from "kobai";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const slope = matrix([5]), start = matrix([0]);
 * const first = adaGrad({ learningRate: 0.1 }).step(start, slope);
 * const second = first.optimizer.step(first.parameters, slope);
 * assertAlmostEquals(first.parameters.item(), -0.1, 1e-8);
 * assertAlmostEquals(
 *   second.parameters.item(),
 *   -0.1 - 0.1 / Math.sqrt(2),
 *   1e-8,
 * );
 * ```
 */
export function adaGrad(options: AdaGradOptions = {}): Optimizer {
  const making = "make AdaGrad";
  const known = ["learningRate", "epsilon", "weightDecay"];
  requireOptions(options, known, making);
  const { epsilon = 1e-7 } = options;
  const settings = settingsOf("adaGrad", options, making);
  requireFinite(epsilon, "epsilon", "more than 0", making);
  const { learningRate } = settings;
  return optimizer(settings, {
    remembers: 1,
    rests: true,
    move(W, dW, [h], _powers, first) {
      for (let k = 0, i = first; k < dW.length; k++, i++) {
        const slope = dW[k]!;
        h[i] = addSquare(h[i]!, slope, 1, 1, epsilon);
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
