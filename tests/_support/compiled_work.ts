/**
 * What compiled loops do, on seeded numbers and shapes of all kinds: the same
 * bits must come out where there are none.
 *
 * @module
 */
import {
  affine,
  exp,
  gradient,
  log,
  matmul,
  type Matrix,
  multiply,
  oneHot,
  sigmoid,
  softmax,
  softmaxCrossEntropy,
  sum,
  tanh,
  transpose,
} from "../../mod.ts";
import { build, drawMatrix } from "./matrices.ts";
import { hashOf } from "./result_bits.ts";
import { type Draw, forSeeds } from "./seeded.ts";

/** Where loops change their ways, and what is no common number. */
const AWKWARD = [0, -0, 1, -1, 5e-324, -2e-308, 1e308, -1e308, NaN]
  .concat(Infinity, -Infinity, 2 ** -28, 1 / 8, 0.9, 1 - 2 ** -9, 1 + 2 ** -9)
  .concat(20, -20, 44, -44, 708, -708, 709, 709.8, -708.4, -745, -746);

/** Some awkward numbers, or none; they lie in one order or the other. */
function table(draw: Draw, rows: number, columns: number): Matrix {
  const share = [0, 0, 0.02, 0.3][draw.integer(0, 3)]!;
  const most = [1, 3, 40, 800][draw.integer(0, 3)]!;
  const number = () =>
    draw.random() < share
      ? AWKWARD[draw.integer(0, AWKWARD.length - 1)]!
      : draw.number(-most, most);
  return draw.random() < 0.5
    ? build(rows, columns, number)
    : transpose(build(columns, rows, number));
}

/** Short and even sides, and now and then a long one. */
function side(draw: Draw, least = 0): number {
  return draw.integer(least, [3, 9, 9, 40, 40, 300][draw.integer(0, 5)]!);
}

/** A result, and its gradient by the operands. */
function withGradient(
  draw: Draw,
  f: (...operands: Matrix[]) => Matrix,
  operands: Matrix[],
): Matrix[] {
  const y = f(...operands), dy = drawMatrix(draw, y.rows, y.columns);
  return [
    y,
    ...gradient((at) => sum(multiply(dy, f(...at))), operands),
  ];
}

const mapping = (f: (x: Matrix) => Matrix) => (draw: Draw): Matrix[] =>
  withGradient(draw, f, [table(draw, side(draw), side(draw))]);

/** What is computed, by the name of the function. */
export const WORKS: Readonly<Record<string, (draw: Draw) => Matrix[]>> = {
  exp: mapping(exp),
  log: mapping(log),
  sigmoid: mapping(sigmoid),
  tanh: mapping(tanh),
  softmax: mapping((x) => softmax(x)),
  matmul(draw) {
    const inner = side(draw);
    const A = table(draw, side(draw), inner);
    return withGradient(draw, matmul, [A, table(draw, inner, side(draw))]);
  },
  affine(draw) {
    const inner = side(draw), columns = side(draw, 1);
    const operands = [
      table(draw, side(draw), inner),
      table(draw, inner, columns),
      table(draw, 1, draw.random() < 0.2 ? 1 : columns),
    ];
    return withGradient(draw, (x, W, b) => affine(x!, W!, b!), operands);
  },
  softmaxCrossEntropy(draw) {
    const rows = side(draw, 1), columns = side(draw, 1);
    const classes = Array.from(
      { length: rows },
      () => draw.integer(0, columns - 1),
    );
    const t = oneHot(classes, columns);
    return withGradient(draw, (z) => softmaxCrossEntropy(z, t), [
      table(draw, rows, columns),
    ]);
  },
};

/** The hash of so many cases of a work. */
export function hashesOf(work: string, count: number): string[] {
  const hashes: string[] = [];
  forSeeds(`compiled ${work}`, count, (draw) => {
    hashes.push(hashOf(WORKS[work]!(draw)));
  });
  return hashes;
}
