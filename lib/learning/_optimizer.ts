/**
 * How parameters are moved down the slope. An optimizer never changes: a step
 * gives the new parameters and the optimizer for the next step, which remembers
 * what the method needs.
 *
 * All of them take a weight decay (荷重減衰) `λ`, which is decoupled: before
 * each step every parameter, biases too, is multiplied by
 * `1 - learningRate · λ`. For gradient descent that is the same as adding
 * `λ/2 · Σ W²` to the loss; for the others it is not, and better.
 *
 * Source: I. Loshchilov and F. Hutter, "Decoupled weight decay regularization"
 * (2019).
 */
import {
  type AnyNesting,
  mapNesting,
  type Nesting,
} from "../gradient/_nesting.ts";
import { pairsOf } from "../gradient/_parameters.ts";
import { RowSlope, type Slope } from "../gradient/_slope.ts";
import { newNumbers, type Numbers } from "../matrix/_numbers.ts";
import { requireFinite } from "../matrix/_require.ts";
import { type Matrix, rowMajor, wrap } from "../matrix/matrix.ts";
import type { Optimizer, OptimizerOptions } from "./optimizer.ts";

const action = "take an optimizer's step";

export interface Settings {
  readonly name: Optimizer["name"];
  readonly learningRate: number;
  readonly weightDecay: number;
}

/** A method, as a loop over all numbers. */
export interface Method {
  /** How many numbers it remembers of each number, 0 before the first step. */
  readonly remembers: 0 | 1 | 2;
  /** What it needs the powers of: the exponent counts the steps. */
  readonly bases?: readonly [number, number];
  /** Whether a slope of 0 leaves a number, and what is remembered, as it is. */
  readonly rests?: boolean;
  /**
   * Moves the numbers of a matrix in place, and what is remembered of them: the
   * first of the slopes `dW` is that of `W[first]`.
   */
  move(
    W: Numbers,
    dW: Numbers,
    memory: Lists,
    powers: readonly [number, number],
    first: number,
  ): void;
}

/** What is remembered of a matrix: as many lists as the method says. */
type Lists = readonly [Numbers, Numbers];

/** What the steps so far have left. */
interface Memory {
  readonly lists: readonly Lists[];
  readonly lengths: readonly number[];
  readonly powers: readonly [number, number];
}

/** What the optimizers of this library are made of: see `walkFrom`. */
const made = new WeakMap<
  Optimizer,
  { settings: Settings; method: Method; memory: Memory | undefined }
>();

export function optimizer(
  settings: Settings,
  method: Method,
  memory?: Memory,
): Optimizer {
  const result: Optimizer = {
    ...settings,
    step<T extends AnyNesting>(at: T & Nesting<T>, gradient: T) {
      const [matrices, slopes] = pairsOf(at, gradient, action);
      const next = remember(method, matrices, memory);
      const moved = matrices.map((matrix, i) => {
        const W = copyNumbers(rowMajor(matrix));
        decay(W, settings);
        method.move(W, rowMajor(slopes[i]!), next.lists[i]!, next.powers, 0);
        return wrap(matrix.rows, matrix.columns, W);
      });
      let taken = 0;
      return {
        parameters: mapNesting<T>(at, () => moved[taken++]!, action),
        optimizer: optimizer(settings, method, next),
      };
    },
  };
  made.set(result, { settings, method, memory });
  return result;
}

/**
 * Steps that move the numbers `lists` of some matrices in place: the same bits
 * as one step of the optimizer after the other, without their copies. The
 * slopes come in the order of the lists. Undefined for an optimizer that is not
 * this library's.
 */
export function walkFrom(
  start: Optimizer,
  matrices: readonly Matrix[],
  lists: readonly Numbers[],
): ((slopes: readonly (Slope | undefined)[]) => void) | undefined {
  const parts = made.get(start);
  if (parts === undefined) return undefined;
  const { settings, method } = parts;
  const { lists: memories, powers: first } = remember(
    method,
    matrices,
    parts.memory,
  );
  let next = first;
  // For slopes of some rows, where the method needs all: zeros between steps.
  const blanks: Numbers[] = [];
  return (slopes) => {
    const powers = next;
    next = raised(powers, method.bases ?? [1, 1]);
    lists.forEach((W, i) => {
      decay(W, settings);
      const slope = slopes[i], memory = memories[i]!;
      if (slope !== undefined && !(slope instanceof RowSlope)) {
        method.move(W, rowMajor(slope), memory, powers, 0);
        return;
      }
      const columns = matrices[i]!.columns, rows = slope?.lists ?? [];
      if (method.rests) {
        for (const [row, dW] of rows) {
          method.move(W, dW, memory, powers, row * columns);
        }
        return;
      }
      const whole = blanks[i] ??= newNumbers(W.length);
      for (const [row, dW] of rows) {
        for (let k = 0; k < columns; k++) whole[row * columns + k] = dW[k]!;
      }
      method.move(W, whole, memory, powers, 0);
      for (const [row] of rows) {
        for (let k = 0; k < columns; k++) whole[row * columns + k] = 0;
      }
    });
  };
}

/** A memory for the next step to write into, with what the one before left. */
function remember(
  { remembers, bases = [1, 1] }: Method,
  matrices: readonly Matrix[],
  before: Memory | undefined,
): Memory {
  const lengths = matrices.map(({ rows, columns }) => rows * columns);
  if (before !== undefined && lengths.join() !== before.lengths.join()) {
    throw new RangeError(
      `Cannot ${action}: the parameters are ${lengths.join(" + ")} numbers ` +
        `and were ${before.lengths.join(" + ")} in the step before, ` +
        "each set of parameters needs its own optimizer",
    );
  }
  const lists = before?.lists.map((lists) => lists.map(copyNumbers)) ??
    lengths.map((length) =>
      Array.from({ length: remembers }, () => newNumbers(length))
    );
  return {
    lists: lists as unknown as Lists[],
    lengths,
    powers: raised(before?.powers ?? [1, 1], bases),
  };
}

function raised(
  [one, two]: Memory["powers"],
  bases: Memory["powers"],
): Memory["powers"] {
  return [one * bases[0], two * bases[1]];
}

export function copyNumbers(numbers: Numbers): Numbers {
  const copy = newNumbers(numbers.length);
  for (let i = 0; i < copy.length; i++) copy[i] = numbers[i]!;
  return copy;
}

function decay(W: Numbers, { learningRate, weightDecay }: Settings): void {
  if (weightDecay === 0) return;
  const factor = 1 - learningRate * weightDecay;
  for (let i = 0; i < W.length; i++) W[i] = W[i]! * factor;
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
