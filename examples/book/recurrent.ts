/**
 * A recurrent net (再帰型ニューラルネット) reads a verse letter by letter and
 * guesses the next one, until it knows the verse by heart.
 *
 * deno run examples/book/recurrent.ts
 *
 * No permission. The verse is Lewis Carroll's, of 1865.
 */
import {
  add,
  affine,
  argMax,
  detach,
  gradientDescent,
  matmul,
  type Matrix,
  multiply,
  numpyRandom,
  oneHot,
  randn,
  softmaxCrossEntropy,
  tanh,
  valueAndGradient,
  zeros,
} from "kobai";

const verse = "twinkle, twinkle, little bat! how i wonder what you're at! ";
const letters = [...new Set(verse)], V = letters.length, H = 40, STEPS = 10;

function codeOf(letter: string): Matrix {
  return oneHot([letters.indexOf(letter)], V);
}

/** The verse begins again where it ends. */
function code(i: number): Matrix {
  return codeOf(verse[i % verse.length]!);
}

const random = numpyRandom(0);
let net = {
  Wx: multiply(0.1, randn(random, V, H)),
  Wh: multiply(0.1, randn(random, H, H)),
  bh: zeros(1, H),
  Wy: multiply(0.1, randn(random, H, V)),
  by: zeros(1, V),
};

/** What is remembered after one more letter. */
function read({ Wx, Wh, bh }: typeof net, x: Matrix, h: Matrix): Matrix {
  return tanh(add(affine(x, Wx, bh), matmul(h, Wh)));
}

let optimizer = gradientDescent({ learningRate: 0.2 });
let h = zeros(1, H), at = 0;
for (let step = 1; step <= 2000; step++) {
  let after = h; // what the next stretch of the verse begins with
  const [loss, slope] = valueAndGradient((net) => {
    let state = h, total = zeros(1, 1);
    for (let i = at; i < at + STEPS; i++) {
      state = read(net, code(i), state);
      const scores = affine(state, net.Wy, net.by);
      total = add(total, softmaxCrossEntropy(scores, code(i + 1)));
    }
    after = detach(state);
    return multiply(1 / STEPS, total);
  }, net);
  ({ parameters: net, optimizer } = optimizer.step(net, slope));
  [h, at] = [after, (at + STEPS) % verse.length];
  if (step % 200 === 0) console.log(`step ${step} loss ${loss}`);
}

// It reads the verse once; after that, what it guesses is what it reads.
h = zeros(1, H);
let said = "";
for (let i = 0; i < 2 * verse.length - 1; i++) {
  h = read(net, i < verse.length ? code(i) : codeOf(said.at(-1)!), h);
  if (i < verse.length - 1) continue;
  said += letters[argMax(affine(h, net.Wy, net.by)).item()];
}
console.log(said.trim());
