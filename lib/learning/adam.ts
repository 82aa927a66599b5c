import { requireFinite, requireOptions } from "../matrix/_require.ts";
import { optimizer, requireShare, settingsOf } from "./_optimizer.ts";
import { addSquare, rootOf } from "./_squares.ts";
import type { Optimizer, OptimizerOptions } from "./optimizer.ts";

/** What {@linkcode adam} takes. */
export interface AdamOptions extends OptimizerOptions {
  /**
   * How much of the mean slope is kept from step to step, at least 0 and below
   * 1. Default 0.9.
   */
  beta1?: number;
  /** The same for the mean square. Default 0.999. */
  beta2?: number;
  /**
   * The size of a slope that makes half a step, above 0: it keeps the division
   * finite, and rounding from being taken for a direction. Default 1e-8.
   */
  epsilon?: number;
}

/**
 * Adam: each parameter's step has the size of the learning rate, as long as its
 * slope keeps its sign and lies well above ε. A smaller slope counts as nearly
 * 0, so that what is learned stays; `epsilon` says what is small. The running
 * means are `m ← β₁m + (1 - β₁)dW` and `v ← β₂v + (1 - β₂)dW²`. Step k is
 * `W ← W - learningRate · m̂ / (√v̂ + ε)`, where `m̂ = m / (1 - β₁ᵏ)` and
 * `v̂ = v / (1 - β₂ᵏ)` undo the start from 0. With a weight decay it is AdamW.
 *
 * Source: "Deep Learning from Scratch" 6.1.6; D. P. Kingma and J. Ba, "Adam: a
 * method for stochastic optimization" (2015), algorithm 1. The book's program
 * has the correction in the rate, `learningRate · √(1 - β₂ᵏ) / (1 - β₁ᵏ)`, and
 * an ε of 1e-7 beside the uncorrected √v: its ε is the larger, the fewer steps
 * there were.
 *
 * @param options `learningRate`, default 0.001; `beta1`, `beta2`, `epsilon`;
 * `weightDecay`.
 * @returns An optimizer.
 * @throws {RangeError} If an option is out of range.
 * @throws {TypeError} If an option is unknown or no number.
 *
 * @example Its first step has the size of the learning rate, if slopes exceed ε
 * ```ts
 * import { adam, matrix } from "kobai";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { parameters } = adam({ learningRate: 0.1 }).step(
 *   matrix([1, 1]),
 *   matrix([5, -0.01]),
 * );
 * assertAlmostEquals(parameters.at(0, 0), 0.9, 1e-6);
 * assertAlmostEquals(parameters.at(0, 1), 1.1, 1e-6);
 * ```
 */
export function adam(options: AdamOptions = {}): Optimizer {
  const making = "make Adam";
  const known = ["learningRate", "beta1", "beta2", "epsilon", "weightDecay"];
  requireOptions(options, known, making);
  const { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = options;
  const settings = settingsOf(
    "adam",
    { ...options, learningRate: options.learningRate ?? 0.001 },
    making,
  );
  requireShare(beta1, "beta1", making);
  requireShare(beta2, "beta2", making);
  requireFinite(epsilon, "epsilon", "more than 0", making);
  const { learningRate } = settings;
  return optimizer(settings, {
    remembers: 2,
    bases: [beta1, beta2],
    move(W, dW, [m, v], [power1, power2], first) {
      for (let k = 0, i = first; k < dW.length; k++, i++) {
        const slope = dW[k]!;
        m[i] = beta1 * m[i]! + (1 - beta1) * slope;
        v[i] = addSquare(v[i]!, slope, beta2, 1 - beta2, epsilon);
        const mean = m[i]! / (1 - power1);
        const root = rootOf(v[i]!, 1 - power2);
        // Beside an extreme slope the product with the rate could be one too.
        W[i] = W[i]! -
          (v[i]! < 0
            ? learningRate * (mean / (root + epsilon))
            : learningRate * mean / (root + epsilon));
      }
    },
  });
}
