/**
 * Does `gradient` follow the rules of a function? Two judges that know nothing
 * of each other: closed forms with more digits, and differences.
 *
 * @module
 */
import { AssertionError } from "@std/assert";
import {
  add,
  gradient,
  type Matrix,
  multiply,
  numericalGradientWithError,
  sum,
  transpose,
  zeros,
} from "../../../mod.ts";
import { fixed, numberOf, size, total } from "../fixed_point.ts";
import { build, columnByColumn, drawMatrix, rowByRow } from "../matrices.ts";
import type { Draw } from "../seeded.ts";
import { gridOf, type RuleCase } from "./rule.ts";

/**
 * The error that an entry may have, as a part of the sum of its terms' sizes.
 */
export const MOST = 1e-13;

/** A function of all operands that makes a number of what a case computes. */
interface Trial {
  readonly operands: readonly Matrix[];
  /** Which operands are no constants. */
  readonly followed: readonly number[];
  /** The gradient that arrives from above. */
  readonly dy: Matrix;
  /** Σ dy · y, of the followed operands. */
  readonly f: (at: readonly Matrix[]) => Matrix;
}

/**
 * Draws operands and what arrives from above. `order` says, bit by bit, which
 * of the operands lie column by column, and the last bit whether what arrives
 * does.
 */
function drawTrial(one: RuleCase, order: number, draw: Draw): Trial {
  const operands = one.draw(draw).map((x, k) =>
    order >> k & 1 ? columnByColumn(x) : rowByRow(x)
  );
  const { rows, columns } = one.call(...operands);
  const dy = drawMatrix(draw, rows, columns, -2, 2);
  const isAcross = order >> operands.length & 1;
  const followed = one.rules.flatMap((rule, k) => rule === null ? [] : [k]);
  return {
    operands,
    followed,
    dy,
    f(at) {
      const all = [...operands];
      followed.forEach((k, n) => all[k] = at[n]!);
      const y = one.call(...all);
      return isAcross
        ? sum(multiply(transpose(dy), transpose(y)))
        : sum(multiply(dy, y));
    },
  };
}

/** In how many ways the operands and what arrives can lie in memory. */
export function ordersOf(one: RuleCase): number {
  return 2 ** (one.rules.length + 1);
}

function nameOf(one: RuleCase, trial: Trial, k: number): string {
  const shapes = trial.operands.map((x) => `${x.rows}x${x.columns}`).join(", ");
  const detail = one.detail === "" ? "" : `, ${one.detail}`;
  return `${one.name}(${shapes})${detail}: the gradient of operand ${k + 1}`;
}

/**
 * Asserts that every entry of every operand's gradient is exact to 1e-13 of the
 * sum of the sizes of its terms.
 *
 * @returns The largest error, as a part of what it may be.
 * @throws {AssertionError} If not; the message names the operand.
 */
export function assertRule(one: RuleCase, order: number, draw: Draw): number {
  const trial = drawTrial(one, order, draw), { operands, followed } = trial;
  const found = gradient(trial.f, followed.map((k) => operands[k]!));
  const dy = gridOf(trial.dy), grids = operands.map(gridOf);
  let worst = 0;
  followed.forEach((k, n) => {
    const x = operands[k]!, dx = found[n]!;
    if (dx.rows !== x.rows || dx.columns !== x.columns) {
      throw new AssertionError(
        `${nameOf(one, trial, k)} is ${dx.rows}x${dx.columns}`,
      );
    }
    dx.toArray().forEach((row, i) =>
      row.forEach((actual, j) => {
        const terms = one.rules[k]!(i, j, dy, grids), expected = total(terms);
        const error = Number.isFinite(actual)
          ? numberOf(size(fixed(actual) - expected))
          : Infinity;
        const limit = MOST * numberOf(total(terms.map(size)));
        if (error > limit) {
          throw new AssertionError(
            `${nameOf(one, trial, k)} has ${actual} at [${i}, ${j}], ` +
              `expected ${numberOf(expected)}, error ${error}, limit ${limit}`,
          );
        }
        if (error > 0) worst = Math.max(worst, error / limit);
      })
    );
  });
  return worst;
}

/** How far each number may move: what is above 0 stays so. */
function reach(x: Matrix): Matrix {
  const rows = x.toArray();
  const near = (i: number, j: number) => Math.min(1, Math.abs(rows[i]![j]!));
  return build(x.rows, x.columns, near);
}

/**
 * Asserts that along a random direction each operand's gradient is the slope
 * that differences measure, within the error that they state.
 *
 * @returns The largest stated error, as a part of the slope's terms.
 * @throws {AssertionError} If not; the message names the operand.
 */
export function assertSlope(one: RuleCase, order: number, draw: Draw): number {
  const trial = drawTrial(one, order, draw), { operands, followed } = trial;
  const at = followed.map((k) => operands[k]!), found = gradient(trial.f, at);
  let widest = 0;
  followed.forEach((k, n) => {
    const { rows, columns } = at[n]!;
    const direction = multiply(drawMatrix(draw, rows, columns), reach(at[n]!));
    const parts = multiply(found[n]!, direction).toFloat64Array();
    const claimed = parts.reduce((sum, part) => sum + part, 0);
    const scale = parts.reduce((sum, part) => sum + Math.abs(part), 0);
    const along = (s: Matrix) =>
      trial.f(at.with(n, add(at[n]!, multiply(s, direction))));
    const measured = numericalGradientWithError(along, zeros(1, 1));
    const slope = measured.gradient.item(), bound = measured.error.item();
    const error = Math.abs(claimed - slope);
    if (!(error <= bound + 1e-14 * scale)) {
      throw new AssertionError(
        `${nameOf(one, trial, k)} claims the slope ${claimed}, ` +
          `measured ${slope}, error ${error}, bound ${bound}`,
      );
    }
    if (scale > 0) widest = Math.max(widest, bound / scale);
  });
  return widest;
}
