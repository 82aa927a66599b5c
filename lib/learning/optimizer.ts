import type { AnyNesting, Nesting } from "../gradient/_nesting.ts";

/** A method of moving parameters, and what it remembers. */
export interface Optimizer {
  /**
   * The method, such as `"adam"`; another one's own name, if it is not ours.
   */
  readonly name: string;
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
  step<T extends AnyNesting>(
    parameters: T & Nesting<T>,
    gradient: T,
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
