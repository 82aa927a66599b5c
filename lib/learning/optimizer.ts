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
import { requireFinite, requireOptions } from "../matrix/_require.ts";
import type { Nesting } from "../gradient/_nesting.ts";
import { numbersOf, pairsOf, withNumbers } from "../gradient/_parameters.ts";

/** A method of moving parameters, and what it remembers. */
export interface Optimizer {
  /** The method. */
  readonly name: "gradientDescent" | "momentum" | "adam";
  /** How far a step goes (学習率). */
  readonly learningRate: number;
  /** How fast parameters shrink by themselves. */
  readonly weightDecay: number;
  /**
   * Takes a step.
   *
   * @param parameters Where the gradient was taken: a matrix, or any nesting of
   * arrays and records of matrices.
   * @param gradient The gradient, of the same shape and keys.
   * @returns The new parameters, and the optimizer for the next step.
   * @throws {RangeError} If the shapes differ.
   * @throws {TypeError} If the keys differ or something is no matrix.
   *
   * @example One step of gradient descent
   * ```ts
   * import { gradientDescent, matrix } from "kobai";
   * import { assertEquals } from "@std/assert";
   *
   * const { parameters } = gradientDescent({ learningRate: 0.5 })
   *   .step({ w: matrix([3]) }, { w: matrix([2]) });
   * assertEquals(parameters.w.item(), 2);
   * ```
   */
  step<T extends object>(
    parameters: T & Nesting<T>,
    gradient: T & Nesting<T>,
  ): OptimizerStep<T>;
}

/** What a step of an {@linkcode Optimizer} gives. */
export interface OptimizerStep<T> {
  /** The parameters after the step, of the same shape and keys. */
  readonly parameters: T;
  /** The optimizer for the next step. */
  readonly optimizer: Optimizer;
}

/** What every optimizer takes. */
export interface OptimizerOptions {
  /** How far a step goes (学習率), above 0. */
  learningRate?: number;
  /** How fast parameters shrink by themselves, 0 or more. Default 0. */
  weightDecay?: number;
}

const action = "take an optimizer's step";
const names = ["the parameters", "the slopes"] as const;

interface Settings {
  readonly name: Optimizer["name"];
  readonly learningRate: number;
  readonly weightDecay: number;
}

/** A method, as a loop over all numbers. */
interface Method<Memory> {
  /** What is remembered of so many numbers before the first step. */
  begin(length: number): Memory;
  /**
   * Moves the numbers `W` in place, by their slopes `dW` and what the steps
   * before left, and returns what this one leaves.
   */
  move(W: Float64Array, dW: Float64Array, memory: Memory): Memory;
}

function optimizer<Memory extends { readonly length: number }>(
  settings: Settings,
  method: Method<Memory>,
  memory?: Memory,
): Optimizer {
  const { learningRate, weightDecay } = settings;
  return {
    ...settings,
    step<T extends object>(at: T & Nesting<T>, slope: T & Nesting<T>) {
      const [matrices, slopes] = pairsOf(at, slope, names, action);
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

function settingsOf(
  name: Optimizer["name"],
  { learningRate = 0.01, weightDecay = 0 }: OptimizerOptions,
  making: string,
): Settings {
  requireFinite(learningRate, "learningRate", "more than 0", making);
  requireFinite(weightDecay, "weightDecay", "0 or more", making);
  return { name, learningRate, weightDecay };
}

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
    begin: (length) => ({ length }),
    move(W, dW, memory) {
      for (let i = 0; i < W.length; i++) W[i] = W[i]! - learningRate * dW[i]!;
      return memory;
    },
  });
}

/** What {@linkcode momentum} takes. */
export interface MomentumOptions extends OptimizerOptions {
  /**
   * How much of the speed is kept from step to step, at least 0 and below 1.
   * Default 0.9.
   */
  momentum?: number;
}

/**
 * Gradient descent with momentum (モーメンタム): steps gather speed along a slope
 * that stays the same. `v ← momentum · v - learningRate · dW`, `W ← W + v`.
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
  return optimizer<Float64Array>(settings, {
    begin: (length) => new Float64Array(length),
    move(W, dW, memory) {
      const v = memory.slice();
      for (let i = 0; i < W.length; i++) {
        v[i] = kept * v[i]! - learningRate * dW[i]!;
        W[i] = W[i]! + v[i]!;
      }
      return v;
    },
  });
}

/** What {@linkcode adam} takes. */
export interface AdamOptions extends OptimizerOptions {
  /**
   * How much of the mean slope is kept from step to step, at least 0 and below
   * 1. Default 0.9.
   */
  beta1?: number;
  /** The same for the mean square. Default 0.999. */
  beta2?: number;
  /** Keeps the division finite, above 0. Default 1e-8. */
  epsilon?: number;
}

/** What Adam remembers. */
interface Moments {
  readonly length: number;
  /** The running means of the slopes and of their squares. */
  readonly m: Float64Array;
  readonly v: Float64Array;
  /** β₁ and β₂ to the power of the steps so far. */
  readonly power1: number;
  readonly power2: number;
}

/**
 * Adam: each parameter's step has the size of the learning rate, as long as its
 * slope keeps its sign. With the running means `m ← β₁m + (1 - β₁)dW` and
 * `v ← β₂v + (1 - β₂)dW²`, step k is
 * `W ← W - learningRate · m̂ / (√v̂ + ε)`, where `m̂ = m / (1 - β₁ᵏ)` and
 * `v̂ = v / (1 - β₂ᵏ)` undo the start from 0. With a weight decay it is AdamW.
 *
 * Source: "Deep Learning from Scratch" 6.1.6; D. P. Kingma and J. Ba, "Adam: a
 * method for stochastic optimization" (2015).
 *
 * @param options `learningRate`, default 0.001; `beta1`, `beta2`, `epsilon`;
 * `weightDecay`.
 * @returns An optimizer.
 * @throws {RangeError} If an option is out of range.
 * @throws {TypeError} If an option is unknown or no number.
 *
 * @example Its first step has the size of the learning rate, whatever the slope
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
  return optimizer<Moments>(settings, {
    begin: (length) => ({
      length,
      m: new Float64Array(length),
      v: new Float64Array(length),
      power1: 1,
      power2: 1,
    }),
    move(W, dW, memory) {
      const m = memory.m.slice(), v = memory.v.slice();
      const power1 = memory.power1 * beta1, power2 = memory.power2 * beta2;
      for (let i = 0; i < W.length; i++) {
        const slope = dW[i]!;
        m[i] = beta1 * m[i]! + (1 - beta1) * slope;
        v[i] = beta2 * v[i]! + (1 - beta2) * slope * slope;
        const mean = m[i]! / (1 - power1), square = v[i]! / (1 - power2);
        W[i] = W[i]! - learningRate * mean / (Math.sqrt(square) + epsilon);
      }
      return { length: W.length, m, v, power1, power2 };
    },
  });
}

/** Requires the part of something that is kept: at least 0 and below 1. */
function requireShare(value: number, what: string, making: string): void {
  requireFinite(value, what, "0 or more", making);
  if (value >= 1) {
    throw new RangeError(
      `Cannot ${making}: ${what} is ${value}, a number below 1 is needed`,
    );
  }
}
