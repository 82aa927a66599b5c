/**
 * The rules of `lib/formula/reduction.ts` and `largest.ts`: of all, by row, and
 * by column.
 */
import * as kobai from "../../../mod.ts";
import type { Matrix, ReductionOptions } from "../../../mod.ts";
import { type Fixed, fixed, ONE, over, times } from "../fixed_point.ts";
import { build } from "../matrices.ts";
import type { Draw } from "../seeded.ts";
import {
  drawFullSizes,
  drawNumbers,
  drawSizes,
  type Grid,
  type RuleCase,
} from "./rule.ts";

const WAYS: readonly ReductionOptions[] = [{}, { by: "row" }, { by: "column" }];

/** Different numbers, at least 0.1 apart, in any order. */
function drawDistinct(draw: Draw, rows: number, columns: number): Matrix {
  const places = Array.from({ length: rows * columns }, (_, place) => place)
    .map((place) => ({ place, key: draw.random() }))
    .sort((a, b) => a.key - b.key).map(({ place }) => place);
  return build(rows, columns, (i, j) => places[i * columns + j]! / 10 - 1);
}

/** What arrives at entry (i, j) of something that was reduced. */
function arriving(
  i: number,
  j: number,
  dy: Grid,
  { by }: ReductionOptions,
): Fixed {
  return dy[by === "row" ? i : 0]![by === "column" ? j : 0]!;
}

/** The numbers that (i, j) is reduced together with, itself included. */
function together(
  i: number,
  j: number,
  x: Grid,
  { by }: ReductionOptions,
): readonly Fixed[] {
  if (by === "row") return x[i]!;
  return by === "column" ? x.map((line) => line[j]!) : x.flat();
}

/** Each way to reduce; of what arrives an entry gets its share. */
function reduction(
  name: string,
  call: (x: Matrix, way: ReductionOptions) => Matrix,
  share: (own: Fixed, all: readonly Fixed[]) => Fixed,
  drawOperand = drawNumbers,
  sizes = drawFullSizes,
): RuleCase[] {
  return WAYS.map((way) => ({
    name,
    detail: way.by === undefined ? "of all" : `by ${way.by}`,
    call: (x: Matrix) => call(x, way),
    draw: (draw: Draw) => [drawOperand(draw, ...sizes(draw))],
    rules: [(i, j, dy, [x]) => [
      times(
        arriving(i, j, dy, way),
        share(x![i]![j]!, together(i, j, x!, way)),
      ),
    ]],
  }));
}

export const REDUCTION: readonly RuleCase[] = [
  ...reduction("sum", kobai.sum, () => ONE, drawNumbers, drawSizes),
  ...reduction(
    "mean",
    kobai.mean,
    (_own, all) => over(ONE, fixed(all.length)),
  ),
  ...reduction(
    "max",
    kobai.max,
    (own, all) => all.every((other) => other <= own) ? ONE : 0n,
    drawDistinct,
  ),
];
