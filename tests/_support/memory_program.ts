/**
 * How much memory gradients and losses hold, as JSON. `gradient_memory_test.ts`
 * runs it in a process of its own, so that nothing else is counted:
 *
 * deno run --v8-flags=--expose-gc tests/_support/memory_program.ts COUNT
 *
 * @module
 */
import {
  affine,
  detach,
  gradient,
  type Matrix,
  matrix,
  numpyRandom,
  randn,
  sigmoid,
  softmaxCrossEntropy,
  valueAndGradient,
  zeros,
} from "../../mod.ts";

/** What is held, in bytes: JavaScript's heap and the arrays outside it. */
function held(): number {
  // Once for what is garbage, once more for what its finalizers let go.
  for (let k = 0; k < 2; k++) (globalThis as unknown as { gc(): void }).gc();
  const { heapUsed, external } = Deno.memoryUsage();
  return heapUsed + external;
}

const random = numpyRandom(0);
/** The net of 99 weights, 2-16-3. */
const at = {
  W1: randn(random, 2, 16),
  b1: zeros(1, 16),
  W2: randn(random, 16, 3),
  b2: zeros(1, 3),
};
const x = randn(random, 5, 2);
const t = matrix([[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 0], [0, 1, 0]]);
const loss = ({ W1, b1, W2, b2 }: typeof at) =>
  softmaxCrossEntropy(affine(sigmoid(affine(x, W1, b1)), W2, b2), t);

/** What is held after each fifth of so many gradients. */
function duringGradients(count: number): number[] {
  let slopes = at, sum = 0;
  const take = (times: number) => {
    for (let k = 0; k < times; k++) slopes = gradient(loss, at);
    sum += slopes.b2.at(0, 0);
  };
  take(count / 10); // compiled and warm
  return Array.from({ length: 6 }, (_, fifth) => {
    if (fifth > 0) take(count / 5);
    return held() + 0 * sum;
  });
}

/** What so many losses hold that are made in a way and kept. */
function whileKeeping(make: () => Matrix, count: number): number {
  const before = held(), kept: Matrix[] = [];
  for (let k = 0; k < count; k++) kept.push(make());
  const bytes = held() - before;
  if (kept.length !== count) throw new RangeError("kept too few");
  return bytes;
}

/** A loss as f sees it: a value that was followed, or its number. */
function inside(keep: (loss: Matrix) => Matrix): Matrix {
  let kept = x;
  gradient((at) => {
    const value = loss(at);
    kept = keep(value);
    return value;
  }, at);
  return kept;
}

const count = Number(Deno.args[0]);

console.log(JSON.stringify({
  gradients: duringGradients(5 * count),
  losses: whileKeeping(() => loss(at), count),
  values: whileKeeping(() => valueAndGradient(loss, at)[0], count),
  detached: whileKeeping(() => inside(detach), count),
  followed: whileKeeping(() => inside((value) => value), count),
}));
