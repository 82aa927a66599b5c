import { requireOptions } from "../matrix/_require.ts";
import { optimizer, settingsOf } from "./_optimizer.ts";
import type { Optimizer, OptimizerOptions } from "./optimizer.ts";

/**
 * Gradient descent (勾配降下法): `W ← W - learningRate · dW`.
 *
 * Source: the lecture's section 4.2.4; "Deep Learning from Scratch" 6.1.2.
 *
 * @param options `learningRate`, default 0.01; `weightDecay`.
 * @returns An optimizer.
 * @throws {RangeError} If an option is out of range.
 * @throws {TypeError} If an option is unknown or no number.
 *
 * @example Two steps down from w² at w = 1, where the slope is 2w
 * ```ts
 * import { gradient, gradientDescent, matrix, multiply, sum } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * let w = matrix([1]), optimizer = gradientDescent({ learningRate: 0.25 });
 * for (let i = 0; i < 2; i++) {
 *   const dw = gradient((w) => sum(multiply(w, w)), w);
 *   ({ parameters: w, optimizer } = optimizer.step(w, dw));
 * }
 * assertEquals(w.item(), 0.25);
 * ```
 */
export function gradientDescent(options: OptimizerOptions = {}): Optimizer {
  const making = "make gradient descent";
  requireOptions(options, ["learningRate", "weightDecay"], making);
  const settings = settingsOf("gradientDescent", options, making);
  const { learningRate } = settings;
  return optimizer(settings, {
    remembers: 0,
    rests: true,
    move(W, dW, _memory, _powers, first) {
      for (let k = 0, i = first; k < dW.length; k++, i++) {
        W[i] = W[i]! - learningRate * dW[k]!;
      }
    },
  });
}
