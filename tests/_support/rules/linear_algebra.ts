/**
 * The rules of `lib/formula/products.ts`, `joining.ts` and
 * `cosine_similarity.ts`, and of `lib/matrix/rows.ts` and `columns.ts`.
 */
import * as kobai from "../../../mod.ts";
import type { Matrix } from "../../../mod.ts";
import { type Fixed, fixed, over, root, times, total } from "../fixed_point.ts";
import { drawSize } from "../matrices.ts";
import type { Draw } from "../seeded.ts";
import {
  drawAway,
  drawNumbers,
  drawSizes,
  type RuleCase,
  type Terms,
} from "./rule.ts";

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

/** Two matrices and three, one of them perhaps without a number. */
const joining = (["rows", "columns"] as const).flatMap((join) =>
  [2, 3].map((parts): RuleCase => ({
    name: "concatenate",
    detail: `${parts} parts, ${join}`,
    call: (...operands: Matrix[]) => kobai.concatenate(operands, { join }),
    draw(draw) {
      const common = drawSize(draw);
      return Array.from({ length: parts }, () => {
        const own = drawSize(draw, 4);
        return join === "rows"
          ? drawNumbers(draw, own, common)
          : drawNumbers(draw, common, own);
      });
    },
    rules: Array.from({ length: parts }, (_, k): Terms => (i, j, dy, all) => {
      const before = all.slice(0, k);
      return join === "rows"
        ? [dy[before.reduce((sum, { length }) => sum + length, i)]![j]!]
        : [dy[i]![before.reduce((sum, one) => sum + one[i]!.length, j)]!];
    }),
  }))
);

const lengthOf = (row: readonly Fixed[]) =>
  root(total(row.map((x) => times(x, x))));

/** dx = dy (v - y · x / |x|) / (|x| + delta), from each row compared with. */
const likeness = (side: 0 | 1, delta: Fixed): Terms => (i, k, dy, operands) => {
  const own = operands[side]!, others = operands[1 - side]!;
  const x = own[i]!, length = lengthOf(x), longer = length + delta;
  return dy.flatMap(([d], row) => {
    if (own.length > 1 && row !== i) return [];
    const v = others[others.length === 1 ? 0 : row]!;
    const end = lengthOf(v) + delta;
    const y = x.map((part, n) => over(times(over(part, longer), v[n]!), end));
    const each = over(d!, longer);
    return [
      times(each, over(v[k]!, end)),
      ...y.map((part) => -times(each, times(part, over(x[k]!, length)))),
    ];
  });
};

const cosines = [0, 0.25].flatMap((delta) =>
  ["both", "left", "right"].map((rows): RuleCase => ({
    name: "cosineSimilarity",
    detail: `delta ${delta}, rows ${rows}`,
    call: (a, b) => kobai.cosineSimilarity(a!, b!, { delta }),
    draw(draw: Draw) {
      const N = draw.integer(1, 5), D = draw.integer(1, 9);
      return [
        drawAway(draw, rows === "right" ? 1 : N, D),
        drawAway(draw, rows === "left" ? 1 : N, D),
      ];
    },
    rules: [likeness(0, fixed(delta)), likeness(1, fixed(delta))],
  }))
);

/** The columns that are taken: as the rows. */
const columnTaken: Terms = (i, j, dy) =>
  TAKEN.flatMap((index, k) => index === j ? [dy[i]![k]!] : []);

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
  {
    name: "takeColumns",
    detail: "with columns taken twice",
    call: (x) => kobai.takeColumns(x!, TAKEN),
    draw: (draw) => [drawNumbers(draw, drawSize(draw), 4)],
    rules: [columnTaken],
  },
  ...joining,
  ...cosines,
];
