/**
 * How parameters are moved down the slope. An optimizer never changes: a step
 * gives the new parameters and the optimizer for the next step, which remembers
 * what the method needs.
 *
 * All three take a weight decay (荷重減衰) `λ`, which is decoupled: before each
 * step every parameter, biases too, is multiplied by `1 - learningRate · λ`.
 * For gradient descent that is the same as adding `λ/2 · Σ W²` to the loss; for
 * the others it is not, and better.
 *
 * Source: I. Loshchilov and F. Hutter, "Decoupled weight decay regularization"
 * (2019).
 */
import type { AnyNesting, Nesting } from "../gradient/_nesting.ts";
import { numbersOf, pairsOf, withNumbers } from "../gradient/_parameters.ts";
import { requireFinite } from "../matrix/_require.ts";
import type { Optimizer, OptimizerOptions } from "./optimizer.ts";

const action = "take an optimizer's step";

export interface Settings {
  readonly name: Optimizer["name"];
  readonly learningRate: number;
  readonly weightDecay: number;
}

/** A method, as a loop over all numbers. */
export interface Method<Memory> {
  /** What is remembered of so many numbers before the first step. */
  begin(length: number): Memory;
  /**
   * Moves the numbers `W` in place, by their slopes `dW` and what the steps
   * before left, and returns what this one leaves.
   */
  move(W: Float64Array, dW: Float64Array, memory: Memory): Memory;
}

export function optimizer<Memory extends { readonly length: number }>(
  settings: Settings,
  method: Method<Memory>,
  memory?: Memory,
): Optimizer {
  const { learningRate, weightDecay } = settings;
  return {
    ...settings,
    step<T extends AnyNesting>(at: T & Nesting<T>, gradient: T) {
      const [matrices, slopes] = pairsOf(at, gradient, action);
      const W = numbersOf(matrices), dW = numbersOf(slopes);
      if (memory !== undefined && memory.length !== W.length) {
        throw new RangeError(
          `Cannot ${action}: the parameters are ${W.length} numbers and were ` +
            `${memory.length} in the step before, ` +
            "each set of parameters needs its own optimizer",
        );
      }
      if (weightDecay > 0) {
        const factor = 1 - learningRate * weightDecay;
        for (let i = 0; i < W.length; i++) W[i] = W[i]! * factor;
      }
      const next = method.move(W, dW, memory ?? method.begin(W.length));
      return {
        parameters: withNumbers<T>(at, W, action),
        optimizer: optimizer(settings, method, next),
      };
    },
  };
}

export function settingsOf(
  name: Optimizer["name"],
  { learningRate = 0.01, weightDecay = 0 }: OptimizerOptions,
  making: string,
): Settings {
  requireFinite(learningRate, "learningRate", "more than 0", making);
  requireFinite(weightDecay, "weightDecay", "0 or more", making);
  return { name, learningRate, weightDecay };
}

/** Requires the part of something that is kept: at least 0 and below 1. */
export function requireShare(
  value: number,
  what: string,
  making: string,
): void {
  requireFinite(value, what, "0 or more", making);
  if (value >= 1) {
    throw new RangeError(
      `Cannot ${making}: ${what} is ${value}, a number below 1 is needed`,
    );
  }
}
