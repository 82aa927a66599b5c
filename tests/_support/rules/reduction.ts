/**
 * The rules of `lib/formula/reduction.ts`, `largest.ts`, `smallest.ts` and
 * `variance.ts`: of all, by row, and by column.
 */
import * as kobai from "../../../mod.ts";
import type { Matrix, ReductionOptions } from "../../../mod.ts";
import {
  type Fixed,
  fixed,
  ONE,
  over,
  root,
  times,
  total,
} from "../fixed_point.ts";
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

/** The numbers without their mean, squared, over n minus the correction. */
function varianceOf(all: readonly Fixed[], correction: number): Fixed {
  const mean = over(total(all), fixed(all.length));
  const squares = all.map((x) => times(x - mean, x - mean));
  return over(total(squares), fixed(all.length - correction));
}

/** Of n numbers at least two, different ones. */
const drawSpread = (draw: Draw) => [draw.integer(2, 9), draw.integer(2, 9)];

/** What arrives times `factor` times the number without its mean. */
function spread(
  name: string,
  call: (x: Matrix, way: kobai.VarianceOptions) => Matrix,
  factor: (variance: Fixed) => Fixed,
): RuleCase[] {
  return [0, 1].flatMap((correction) =>
    WAYS.map((way) => ({
      name,
      detail: `by ${way.by}, correction ${correction}`,
      call: (x: Matrix) => call(x, { ...way, correction }),
      draw: (draw: Draw) => {
        const [rows, columns] = drawSpread(draw) as [number, number];
        return [drawDistinct(draw, rows, columns)];
      },
      rules: [(i, j, dy, [x]) => {
        const all = together(i, j, x!, way), n = fixed(all.length);
        const each = over(
          times(arriving(i, j, dy, way), factor(varianceOf(all, correction))),
          n - fixed(correction),
        );
        return [
          times(each, x![i]![j]!),
          ...all.map((other) => -times(each, over(other, n))),
        ];
      }],
    } satisfies RuleCase))
  );
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
  ...reduction(
    "min",
    kobai.min,
    (own, all) => all.every((other) => other >= own) ? ONE : 0n,
    drawDistinct,
  ),
  ...spread("variance", kobai.variance, () => 2n * ONE),
  ...spread(
    "standardDeviation",
    kobai.standardDeviation,
    (variance) => over(ONE, root(variance)),
  ),
];
