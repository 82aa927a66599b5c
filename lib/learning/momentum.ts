import { requireOptions } from "../matrix/_require.ts";
import { optimizer, requireShare, settingsOf } from "./_optimizer.ts";
import type { Optimizer, OptimizerOptions } from "./optimizer.ts";

/** What {@linkcode momentum} takes. */
export interface MomentumOptions extends OptimizerOptions {
  /**
   * How much of the speed is kept from step to step, at least 0 and below 1.
   * Default 0.9.
   */
  momentum?: number;
}

/**
 * Gradient descent with momentum (モーメンタム): steps gather speed along a
 * slope that stays the same. `v ← momentum · v - learningRate · dW`,
 * `W ← W + v`.
 *
 * Source: "Deep Learning from Scratch" 6.1.4; B. T. Polyak, "Some methods of
 * speeding up the convergence of iteration methods" (1964).
 *
 * @param options `learningRate`, default 0.01; `momentum`; `weightDecay`.
 * @returns An optimizer.
 * @throws {RangeError} If an option is out of range.
 * @throws {TypeError} If an option is unknown or no number.
 *
 * @example The second step on a steady slope is longer than the first
 * ```ts
 * import { matrix, momentum } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const slope = matrix([1]), start = matrix([0]);
 * const rule = momentum({ learningRate: 0.5, momentum: 0.5 });
 * const first = rule.step(start, slope);
 * const second = first.optimizer.step(first.parameters, slope);
 * assertEquals(first.parameters.item(), -0.5);
 * assertEquals(second.parameters.item(), -1.25);
 * ```
 */
export function momentum(options: MomentumOptions = {}): Optimizer {
  const making = "make momentum";
  const known = ["learningRate", "momentum", "weightDecay"];
  requireOptions(options, known, making);
  const settings = settingsOf("momentum", options, making);
  const { learningRate } = settings, kept = options.momentum ?? 0.9;
  requireShare(kept, "momentum", making);
  return optimizer(settings, {
    remembers: 1,
    move(W, dW, [v], _powers, first) {
      for (let k = 0, i = first; k < dW.length; k++, i++) {
        v[i] = kept * v[i]! - learningRate * dW[k]!;
        W[i] = W[i]! + v[i]!;
      }
    },
  });
}
