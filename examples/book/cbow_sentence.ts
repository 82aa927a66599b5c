/**
 * Word vectors (単語の分散表現) from a sentence: CBOW guesses each word from
 * its two neighbours. Words that stand in like places get like vectors.
 *
 * deno run examples/book/cbow_sentence.ts
 *
 * No permission.
 */
import {
  adam,
  add,
  cosineSimilarity,
  matmul,
  type Matrix,
  multiply,
  numpyRandom,
  oneHot,
  randn,
  softmaxCrossEntropy,
  takeRows,
  valueAndGradient,
} from "kobai";

const text = "the cat drinks warm milk and the dog drinks cold water " +
  "the cat chases the dog and the dog chases the cat";
const words = text.split(" ");
const vocabulary = [...new Set(words)], V = vocabulary.length, H = 5;
const ids = words.map((word) => vocabulary.indexOf(word));

// Every word but the first and the last, and what stands beside it.
const t = oneHot(ids.slice(1, -1), V);
const left = ids.slice(0, -2), right = ids.slice(2);

const random = numpyRandom(0);
let net = {
  input: multiply(0.01, randn(random, V, H)),
  output: multiply(0.01, randn(random, H, V)),
};
let optimizer = adam({ learningRate: 0.01 });

function loss({ input, output }: typeof net): Matrix {
  const both = add(takeRows(input, left), takeRows(input, right));
  return softmaxCrossEntropy(matmul(multiply(0.5, both), output), t);
}

for (let step = 1; step <= 500; step++) {
  const [value, slope] = valueAndGradient(loss, net);
  ({ parameters: net, optimizer } = optimizer.step(net, slope));
  if (step === 1 || step % 100 === 0) console.log(`step ${step} loss ${value}`);
}

for (const other of ["dog", "chases", "milk"]) {
  const [one, two] = ["cat", other].map((word) =>
    takeRows(net.input, [vocabulary.indexOf(word)])
  );
  console.log(`cat ${other} cosine ${cosineSimilarity(one!, two!)}`);
}
