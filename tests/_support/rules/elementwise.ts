/**
 * The rules of `lib/formula/elementwise.ts`, `powers.ts`, `limits.ts` and
 * `comparison.ts`, and of `standardize`: number by number, repeating.
 */
import * as kobai from "../../../mod.ts";
import type { Matrix } from "../../../mod.ts";
import {
  exponential,
  type Fixed,
  fixed,
  logarithm,
  ONE,
  over,
  root,
  times,
} from "../fixed_point.ts";
import { build } from "../matrices.ts";
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

/** The power `a^b` of a number above 0. */
const raised = (a: Fixed, b: Fixed) => exponential(times(b, logarithm(a)));

/** Each kind of operand with each other. */
function binary(
  name: string,
  call: (a: Matrix, b: Matrix) => Matrix,
  left: Slope,
  right: Slope,
  drawLeft = drawNumbers,
  drawRight = drawAway,
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
          drawLeft(draw, ...KINDS[a](rows, columns)),
          drawRight(draw, ...KINDS[b](rows, columns)),
        ];
      },
      rules: [repeated(left, 0), repeated(right, 1)],
    }));
}

/** Multiples of 0.2, which are at least 0.1 away from those of the other. */
function drawEven(draw: Draw, rows: number, columns: number): Matrix {
  return build(rows, columns, () => draw.integer(-15, 15) / 5);
}
function drawOdd(draw: Draw, rows: number, columns: number): Matrix {
  return build(rows, columns, () => draw.integer(-15, 15) / 5 + 0.1);
}

/** Slopes that go to the left side where `isLeft`, else to the right side. */
function chosen(
  name: string,
  call: (a: Matrix, b: Matrix) => Matrix,
  isLeft: (a: Fixed, b: Fixed) => boolean,
): RuleCase[] {
  return binary(
    name,
    call,
    (dy, a, b) => isLeft(a, b) ? dy : 0n,
    (dy, a, b) => isLeft(a, b) ? 0n : dy,
    drawEven,
    drawOdd,
  );
}

const flat = (name: string, call: (a: Matrix, b: Matrix) => Matrix) =>
  binary(name, call, () => 0n, () => 0n, drawEven, drawOdd);

/** The kinds of a condition and of what it chooses from. */
const CHOICES: readonly (readonly (keyof typeof KINDS)[])[] = [
  ["matrix", "matrix", "matrix"],
  ["matrix", "number", "row"],
  ["row", "matrix", "column"],
  ["column", "row", "matrix"],
  ["number", "matrix", "number"],
];

/** What arrives where the condition chose `side`. */
const where = (side: 1 | 2): Terms => (i, j, dy, operands) => {
  const own = operands[side]!;
  return dy.flatMap((line, row) =>
    line.flatMap((d, column) => {
      const isRow = own.length === 1 || row === i;
      const isColumn = own[0]!.length === 1 || column === j;
      const isFirst = at(operands[0]!, row, column) !== 0n;
      return isRow && isColumn && isFirst === (side === 1) ? [d] : [];
    })
  );
};

const choosing = CHOICES.map((kinds): RuleCase => ({
  name: "where",
  detail: kinds.join(", "),
  call: (c, a, b) => kobai.where(c!, a!, b!),
  draw(draw) {
    const sizes = drawSizes(draw);
    return kinds.map((kind, k) =>
      k === 0
        ? build(...KINDS[kind](...sizes), () => draw.integer(0, 1))
        : drawNumbers(draw, ...KINDS[kind](...sizes))
    );
  },
  // A condition has jumps and no slope: see comparison_test.ts.
  rules: [null, where(1), where(2)],
}));

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
  unary("sqrt", kobai.sqrt, (dy, x) => over(dy, 2n * root(x)), drawPositive),
  unary("abs", kobai.abs, (dy, x) => x > 0n ? dy : -dy, drawAway),
  unary(
    "clip",
    (x) => kobai.clip(x, -1, 2),
    (dy, x) => -ONE < x && x < 2n * ONE ? dy : 0n,
    drawOdd,
  ),
  ...binary(
    "power",
    kobai.power,
    (dy, a, b) => times(dy, times(b, raised(a, b - ONE))),
    (dy, a, b) => times(dy, times(logarithm(a), raised(a, b))),
    drawPositive,
    drawAway,
  ),
  ...chosen("maximum", kobai.maximum, (a, b) => a > b),
  ...chosen("minimum", kobai.minimum, (a, b) => a < b),
  ...flat("greater", kobai.greater),
  ...flat("greaterEqual", kobai.greaterEqual),
  ...flat("less", kobai.less),
  ...flat("lessEqual", kobai.lessEqual),
  ...choosing,
  {
    name: "standardize",
    detail: "",
    call: (x) =>
      kobai.standardize(x!, {
        mean: build(1, x!.columns, (_row, k) => k - 2),
        deviation: build(1, x!.columns, (_row, k) => k + 0.5),
      }),
    draw: (draw) => [drawNumbers(draw, ...drawSizes(draw))],
    rules: [(i, k, dy) => [over(dy[i]![k]!, fixed(k + 0.5))]],
  },
];
