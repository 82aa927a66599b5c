/** The rules of `lib/formula/elementwise.ts`: number by number, repeating. */
import * as kobai from "../../../mod.ts";
import type { Matrix } from "../../../mod.ts";
import { exponential, type Fixed, over, times } from "../fixed_point.ts";
import type { Draw } from "../seeded.ts";
import {
  drawAway,
  drawNumbers,
  drawPositive,
  drawSizes,
  type Grid,
  type RuleCase,
  type Terms,
  unary,
} from "./rule.ts";

const KINDS = {
  matrix: (rows: number, columns: number) => [rows, columns] as const,
  row: (_rows: number, columns: number) => [1, columns] as const,
  column: (rows: number, _columns: number) => [rows, 1] as const,
  number: () => [1, 1] as const,
};

type Slope = (dy: Fixed, a: Fixed, b: Fixed) => Fixed;

/**
 * The number of a row, a column, a number or a matrix that stands at a place.
 */
function at(grid: Grid, row: number, column: number): Fixed {
  const line = grid[grid.length === 1 ? 0 : row]!;
  return line[line.length === 1 ? 0 : column]!;
}

/** An entry that was repeated gets a term from each place that it went to. */
function repeated(slope: Slope, which: 0 | 1): Terms {
  return (i, j, dy, operands) => {
    const [a, b] = operands as [Grid, Grid], own = operands[which]!;
    return dy.flatMap((line, row) =>
      line.flatMap((d, column) => {
        const isRow = own.length === 1 || row === i;
        const isColumn = own[0]!.length === 1 || column === j;
        return isRow && isColumn
          ? [slope(d, at(a, row, column), at(b, row, column))]
          : [];
      })
    );
  };
}

/** Each kind of operand with each other. */
function binary(
  name: string,
  call: (a: Matrix, b: Matrix) => Matrix,
  left: Slope,
  right: Slope,
): RuleCase[] {
  const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];
  const pairs = kinds.flatMap((a) => kinds.map((b) => [a, b] as const));
  // A row and a column are refused.
  return pairs.filter((pair) =>
    !(pair.includes("row") && pair.includes("column"))
  )
    .map(([a, b]) => ({
      name,
      detail: `a ${a} and a ${b}`,
      call: (x: Matrix, y: Matrix) => call(x, y),
      draw(draw: Draw) {
        const [rows, columns] = drawSizes(draw);
        return [
          drawNumbers(draw, ...KINDS[a](rows, columns)),
          drawAway(draw, ...KINDS[b](rows, columns)),
        ];
      },
      rules: [repeated(left, 0), repeated(right, 1)],
    }));
}

export const ELEMENTWISE: readonly RuleCase[] = [
  ...binary("add", kobai.add, (dy) => dy, (dy) => dy),
  ...binary("subtract", kobai.subtract, (dy) => dy, (dy) => -dy),
  ...binary(
    "multiply",
    kobai.multiply,
    (dy, _a, b) => times(dy, b),
    (dy, a) => times(dy, a),
  ),
  ...binary(
    "divide",
    kobai.divide,
    (dy, _a, b) => over(dy, b),
    (dy, a, b) => -over(times(dy, a), times(b, b)),
  ),
  unary("negate", kobai.negate, (dy) => -dy),
  unary("exp", kobai.exp, (dy, x) => times(dy, exponential(x))),
  unary("log", kobai.log, over, drawPositive),
];
