/**
 * The net that `digits.ts` trains, on ten digits of 3×5 pixels: the slopes of
 * backpropagation (誤差逆伝播法) beside those that are measured.
 *
 * deno run examples/book/gradient_check.ts
 *
 * No permission.
 */
import {
  affine,
  checkGradient,
  gradient,
  type Matrix,
  matrix,
  multiply,
  numericalGradient,
  numpyRandom,
  oneHot,
  randn,
  sigmoid,
  softmaxCrossEntropy,
  sum,
  zeros,
} from "kobai";

/** The digits from 0 to 9, row by row, as a pocket calculator shows them. */
const drawings = [
  ...["111101101101111", "001001001001001", "111001111100111"],
  ...["111001111001111", "101101111001001", "111100111001111"],
  ...["111100111101111", "111001001001001", "111101111101111"],
  "111101111001111",
];
const x = matrix(drawings.map((pixels) => [...pixels].map(Number)));
const t = oneHot([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 10);

const random = numpyRandom(0);
const net = {
  W1: multiply(0.1, randn(random, 15, 50)),
  b1: zeros(1, 50),
  W2: multiply(0.1, randn(random, 50, 10)),
  b2: zeros(1, 10),
};

function loss({ W1, b1, W2, b2 }: typeof net): Matrix {
  return softmaxCrossEntropy(affine(sigmoid(affine(x, W1, b1)), W2, b2), t);
}

/** The sum of the squares, which no slope that differs leaves the same. */
function squares(slope: Matrix): Matrix {
  return sum(multiply(slope, slope));
}

const exact = gradient(loss, net), measured = numericalGradient(loss, net);
console.log(`loss ${loss(net)}`);
for (const name of ["W1", "b1", "W2", "b2"] as const) {
  console.log(`${name} squares by backpropagation ${squares(exact[name])}`);
  console.log(`${name} squares as measured ${squares(measured[name])}`);
}
console.log(checkGradient(loss, net).sentence);
