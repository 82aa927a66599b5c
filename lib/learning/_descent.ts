/** The way of some parameters down a loss, step by step. */
import { listNesting, mapNesting } from "../gradient/_nesting.ts";
import { differentiate, withSlopes } from "../gradient/backpropagation.ts";
import type { Numbers } from "../matrix/_numbers.ts";
import { type Matrix, rowMajor, wrap } from "../matrix/matrix.ts";
import { copyNumbers, walkFrom } from "./_optimizer.ts";
import type { Optimizer } from "./optimizer.ts";

export interface Descent<T> {
  /**
   * Takes a step down the slope of the loss of some samples, if it is finite,
   * and returns the loss before it.
   */
  step(batch: readonly number[]): number;
  /** The numbers of the parameters, where the next step will change them. */
  numbers(): readonly Numbers[];
  /**
   * The parameters as they are now, which the next steps leave alone; in the
   * place of others that it has given, if nobody needs those.
   */
  parameters(instead?: T): T;
  /** The same where there is no next step. */
  last(): T;
  /** Ends the way. */
  end?(): void;
}

/** A nesting of the shape of `at` with these numbers, copied. */
export function copied<T extends object>(
  at: T,
  lists: readonly Numbers[],
  instead: T | undefined,
  action: string,
): T {
  let next = 0;
  return mapNesting(instead ?? at, (matrix) => {
    const from = lists[next++]!;
    if (instead === undefined) {
      return wrap(matrix.rows, matrix.columns, copyNumbers(from));
    }
    const to = rowMajor(matrix);
    for (let i = 0; i < to.length; i++) to[i] = from[i]!;
    return matrix;
  }, action);
}

/**
 * With an optimizer of this library the numbers are moved where they are, and
 * of a large matrix some of whose rows were taken those rows alone, where that
 * gives the same bits; what others see are copies. Any other optimizer is given
 * parameters and gradient as its `step` says.
 */
export function descentFrom<T extends object>(
  at: T,
  loss: Loss<T>,
  optimizer: Optimizer,
  action: string,
): Descent<T> {
  return descentInPlace(at, loss, optimizer, action) ??
    descentByCopies(at, loss, optimizer, action);
}

/** The mean loss of the samples with these indices. */
type Loss<T> = (parameters: T, batch: readonly number[]) => Matrix;

function descentInPlace<T extends object>(
  at: T,
  loss: Loss<T>,
  optimizer: Optimizer,
  action: string,
): Descent<T> | undefined {
  const matrices: Matrix[] = [], lists: Numbers[] = [];
  const lent = mapNesting(at, (matrix) => {
    const list = copyNumbers(rowMajor(matrix));
    lists.push(list);
    matrices.push(wrap(matrix.rows, matrix.columns, list));
    return matrices.at(-1)!;
  }, action);
  const walk = walkFrom(optimizer, matrices, lists);
  if (walk === undefined) return undefined;
  return {
    step: (batch) =>
      withSlopes((at) => loss(at, batch), lent, (value, slopes) => {
        const number = value.item();
        if (Number.isFinite(number)) walk(slopes);
        return number;
      }, true),
    numbers: () => lists,
    parameters: (instead) => copied(lent, lists, instead, action),
    last: () => lent,
  };
}

function descentByCopies<T extends object>(
  at: T,
  loss: Loss<T>,
  optimizer: Optimizer,
  action: string,
): Descent<T> {
  let parameters = at;
  return {
    step(batch) {
      const [value, slope] = differentiate(
        (at) => loss(at, batch),
        parameters,
      );
      const number = value.item();
      if (!Number.isFinite(number)) return number;
      // That both are matrices has been looked at.
      const next = optimizer.step(parameters as Matrix, slope as Matrix);
      parameters = next.parameters as object as T;
      optimizer = next.optimizer;
      return number;
    },
    numbers: () =>
      listNesting(parameters, action).map(({ matrix }) => rowMajor(matrix)),
    parameters: () => parameters,
    last: () => parameters,
  };
}
