/**
 * What a rule case is: a differentiable function, operands to try it on, and
 * its derivative by each operand in closed form, in fixed-point numbers.
 *
 * A derivative is written as the terms that make one entry. With `dy` the
 * gradient that arrives from above, entry (i, j) of the gradient of an operand
 * is their sum; the sum of their sizes says how exact it can be in doubles.
 *
 * @module
 */
import { type Matrix, multiply } from "../../../mod.ts";
import { type Fixed, fixed } from "../fixed_point.ts";
import { build, drawMatrix, drawSize } from "../matrices.ts";
import type { Draw } from "../seeded.ts";

/** A matrix in fixed-point numbers. */
export type Grid = readonly (readonly Fixed[])[];

/** The terms of entry (i, j) of an operand's gradient. */
export type Terms = (
  i: number,
  j: number,
  dy: Grid,
  operands: readonly Grid[],
) => Fixed[];

/** A function, how its operands are drawn, and the rules it must follow. */
export interface RuleCase {
  /** The exported name. */
  readonly name: string;
  /** What is special, for messages: `by row`. */
  readonly detail: string;
  readonly call: (...operands: Matrix[]) => Matrix;
  /** Operands away from kinks, so that differences can judge the rules too. */
  readonly draw: (draw: Draw) => Matrix[];
  /** One for each operand; `null` for a constant such as `t`. */
  readonly rules: readonly (Terms | null)[];
}

/** A matrix in fixed-point numbers. */
export function gridOf(x: Matrix): Grid {
  return x.toArray().map((row) => row.map(fixed));
}

/** Numbers of both signs, now and then large: there a sigmoid saturates. */
export function drawNumbers(draw: Draw, rows: number, columns: number): Matrix {
  const most = draw.random() < 0.3 ? 30 : 3;
  return drawMatrix(draw, rows, columns, -most, most);
}

/** Numbers at least 0.05 away from 0. */
export function drawAway(draw: Draw, rows: number, columns: number): Matrix {
  const x = drawMatrix(draw, rows, columns, 0.05, 3);
  const signs = build(rows, columns, () => draw.random() < 0.5 ? -1 : 1);
  return multiply(x, signs);
}

/** Numbers above 0, of four sizes. */
export function drawPositive(
  draw: Draw,
  rows: number,
  columns: number,
): Matrix {
  return build(rows, columns, () => 10 ** draw.number(-3, 1));
}

/** Numbers of rows and columns, 0 included. */
export function drawSizes(draw: Draw): readonly [number, number] {
  return [drawSize(draw), drawSize(draw)];
}

/** Numbers of rows and columns for what needs a number. */
export function drawFullSizes(draw: Draw): readonly [number, number] {
  return [draw.integer(1, 9), draw.integer(1, 9)];
}

/** A function of one operand, number by number, with this slope. */
export function unary(
  name: string,
  call: (x: Matrix) => Matrix,
  slope: (dy: Fixed, x: Fixed) => Fixed,
  drawOperand = drawNumbers,
): RuleCase {
  return {
    name,
    detail: "",
    call,
    draw: (draw) => [drawOperand(draw, ...drawSizes(draw))],
    rules: [(i, j, dy, [x]) => [slope(dy[i]![j]!, x![i]![j]!)]],
  };
}
