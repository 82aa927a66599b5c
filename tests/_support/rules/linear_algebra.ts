/** The rules of `lib/formula/products.ts` and `lib/matrix/rows.ts`. */
import * as kobai from "../../../mod.ts";
import { times } from "../fixed_point.ts";
import { drawSize } from "../matrices.ts";
import { drawNumbers, drawSizes, type RuleCase } from "./rule.ts";

/** The rows that are taken of four: one thrice, one never. */
const TAKEN = [3, 0, 3, 2, 3];

const affine = (single: boolean): RuleCase => ({
  name: "affine",
  detail: single ? "a number as b" : "a row as b",
  call: (x, W, b) => kobai.affine(x!, W!, b!),
  draw(draw) {
    const [N, D, M] = [drawSize(draw), drawSize(draw), drawSize(draw)];
    return [
      drawNumbers(draw, N, D),
      drawNumbers(draw, D, M),
      drawNumbers(draw, 1, single ? 1 : M),
    ];
  },
  rules: [
    (i, k, dh, [, W]) => dh[i]!.map((d, j) => times(d, W![k]![j]!)),
    (k, j, dh, [x]) => dh.map((line, i) => times(line[j]!, x![i]![k]!)),
    (_i, j, dh) => single ? dh.flat() : dh.map((line) => line[j]!),
  ],
});

export const LINEAR_ALGEBRA: readonly RuleCase[] = [
  {
    name: "transpose",
    detail: "",
    call: (x) => kobai.transpose(x!),
    draw: (draw) => [drawNumbers(draw, ...drawSizes(draw))],
    rules: [(i, j, dy) => [dy[j]![i]!]],
  },
  {
    name: "matmul",
    detail: "",
    call: (a, b) => kobai.matmul(a!, b!),
    draw(draw) {
      const inner = drawSize(draw), most = draw.random() < 0.2 ? 40 : 9;
      return [
        drawNumbers(draw, drawSize(draw, most), inner),
        drawNumbers(draw, inner, drawSize(draw)),
      ];
    },
    rules: [
      (i, k, dy, [, b]) => dy[i]!.map((d, j) => times(d, b![k]![j]!)),
      (k, j, dy, [a]) => dy.map((line, i) => times(line[j]!, a![i]![k]!)),
    ],
  },
  affine(false),
  affine(true),
  {
    name: "takeRows",
    detail: "with rows taken twice",
    call: (x) => kobai.takeRows(x!, TAKEN),
    draw: (draw) => [drawNumbers(draw, 4, drawSize(draw))],
    rules: [
      (i, j, dy) =>
        TAKEN.flatMap((index, row) => index === i ? [dy[row]![j]!] : []),
    ],
  },
];
