import { requireFinite, requireOptions } from "../matrix/_require.ts";
import { optimizer, requireShare, settingsOf } from "./_optimizer.ts";
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

/** What Adam remembers. */
interface Moments {
  readonly length: number;
  /** The running means of the slopes and of their squares. */
  readonly m: Float64Array;
  readonly v: Float64Array;
  /** √v of the slopes whose squares leave the range of doubles, else 0. */
  readonly roots: Float64Array;
  /** β₁ and β₂ to the power of the steps so far. */
  readonly power1: number;
  readonly power2: number;
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
 * method for stochastic optimization" (2015).
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
  return optimizer<Moments>(settings, {
    begin: (length) => ({
      length,
      m: new Float64Array(length),
      v: new Float64Array(length),
      roots: new Float64Array(length),
      power1: 1,
      power2: 1,
    }),
    move(W, dW, memory) {
      const m = memory.m.slice(), v = memory.v.slice();
      let { roots } = memory;
      const power1 = memory.power1 * beta1, power2 = memory.power2 * beta2;
      for (let i = 0; i < W.length; i++) {
        const slope = dW[i]!;
        m[i] = beta1 * m[i]! + (1 - beta1) * slope;
        const mean = m[i]! / (1 - power1);
        if (roots[i] !== 0 || isExtreme(slope, epsilon)) {
          if (roots === memory.roots) roots = roots.slice();
          const before = roots[i] || Math.sqrt(v[i]!);
          roots[i] = hypotenuse(
            Math.sqrt(beta2) * before,
            Math.sqrt(1 - beta2) * Math.abs(slope),
          );
          const root = roots[i]! / Math.sqrt(1 - power2);
          W[i] = W[i]! - learningRate * (mean / (root + epsilon));
          continue;
        }
        v[i] = beta2 * v[i]! + (1 - beta2) * slope * slope;
        const square = v[i]! / (1 - power2);
        W[i] = W[i]! - learningRate * mean / (Math.sqrt(square) + epsilon);
      }
      return { length: W.length, m, v, roots, power1, power2 };
    },
  });
}

/**
 * Whether the square of a slope leaves the range of doubles, or nearly. A small
 * one only counts if it is not lost beside epsilon anyway.
 */
function isExtreme(slope: number, epsilon: number): boolean {
  const size = Math.abs(slope);
  return size > 1e150 && size < Infinity ||
    size < 1e-150 && size > 2 ** -60 * epsilon;
}

/** √(a² + b²), without the squares of large or small numbers. */
function hypotenuse(a: number, b: number): number {
  const larger = Math.max(a, b), smaller = Math.min(a, b);
  if (larger === 0 || larger === Infinity) return larger;
  return larger * Math.sqrt(1 + (smaller / larger) ** 2);
}
