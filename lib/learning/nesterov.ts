import { requireOptions } from "../matrix/_require.ts";
import { optimizer, requireShare, settingsOf } from "./_optimizer.ts";
import type { MomentumOptions } from "./momentum.ts";
import type { Optimizer } from "./optimizer.ts";

/**
 * Nesterov's momentum: as {@linkcode momentum}, but the slope is taken where
 * the speed will have led. The parameters are kept at that place, so that a
 * loss is differentiated where they are.
 * `v ← momentum · v - learningRate · dW`,
 * `W ← W + momentum · v - learningRate · dW`.
 *
 * Source: Y. Nesterov, "A method for solving a convex programming problem with
 * convergence rate O(1/k²)" (1983), in the form of Y. Bengio, N.
 * Boulanger-Lewandowski and R. Pascanu, "Advances in optimizing recurrent
 * networks" (2013), which the program of "Deep Learning from Scratch" has too.
 *
 * @param options `learningRate`, default 0.01; `momentum`; `weightDecay`.
 * @returns An optimizer.
 * @throws {RangeError} If an option is out of range.
 * @throws {TypeError} If an option is unknown or no number.
 *
 * @example The first step already has the next one's momentum in it
 * ```ts
 * import { matrix, nesterov } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const slope = matrix([1]), start = matrix([0]);
 * const rule = nesterov({ learningRate: 0.5, momentum: 0.5 });
 * const first = rule.step(start, slope);
 * const second = first.optimizer.step(first.parameters, slope);
 * assertEquals(first.parameters.item(), -0.75);
 * assertEquals(second.parameters.item(), -1.625);
 * ```
 */
export function nesterov(options: MomentumOptions = {}): Optimizer {
  const making = "make Nesterov's momentum";
  const known = ["learningRate", "momentum", "weightDecay"];
  requireOptions(options, known, making);
  const settings = settingsOf("nesterov", options, making);
  const { learningRate } = settings, kept = options.momentum ?? 0.9;
  requireShare(kept, "momentum", making);
  return optimizer(settings, {
    remembers: 1,
    move(W, dW, [v], _powers, first) {
      for (let k = 0, i = first; k < dW.length; k++, i++) {
        const way = learningRate * dW[k]!;
        v[i] = kept * v[i]! - way;
        W[i] = W[i]! + kept * v[i]! - way;
      }
    },
  });
}
