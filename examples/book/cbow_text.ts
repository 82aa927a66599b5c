/**
 * Word vectors from a book: CBOW with negative sampling (負例サンプリング)
 * tells each word from five that are drawn, not from all the others.
 *
 * deno run --allow-read=examples/book/alice.txt examples/book/cbow_text.ts
 *
 * Permission: to read three chapters of "Alice's Adventures in Wonderland".
 */
import {
  adam,
  add,
  choice,
  cosineSimilarity,
  divide,
  matrix,
  multiply,
  numpyRandom,
  permutation,
  power,
  randn,
  sigmoidCrossEntropy,
  sum,
  takeRows,
  valueAndGradient,
} from "kobai";

const H = 30, BATCH = 100, NEGATIVES = 5, AROUND = [-2, -1, 1, 2];

const file = new URL("alice.txt", import.meta.url);
const text = Deno.readTextFileSync(file).toLowerCase().match(/[a-z]+/g)!;
const words = [...new Set(text)], V = words.length;
const numbers = new Map(words.map((word, i) => [word, i]));
const ids = text.map((word) => numbers.get(word)!);

// How often each word is drawn: the rare ones more often than they are used.
const counts = words.map(() => 0);
for (const id of ids) counts[id]!++;
const powers = power(matrix(counts), 0.75);
const p = divide(powers, sum(powers)).toFloat64Array();

const random = numpyRandom(0);
let net = {
  input: multiply(0.01, randn(random, V, H)),
  output: multiply(0.01, randn(random, V, H)),
};

function loss({ input, output }: typeof net, at: number[], drawn: number[]) {
  const around = AROUND.map((k) => takeRows(input, at.map((i) => ids[i + k]!)));
  const h = multiply(1 / AROUND.length, around.reduce((a, b) => add(a, b)));
  // Does this word stand there? The first at each place does.
  const asked = [...at.map((i) => ids[i]!), ...drawn];
  const there = takeRows(h, asked.map((_, k) => k % at.length));
  const z = sum(multiply(there, takeRows(output, asked)), { by: "row" });
  const t = matrix(asked.map((_, k) => [k < at.length ? 1 : 0]));
  return multiply(1 + NEGATIVES, sigmoidCrossEntropy(z, t));
}

let optimizer = adam({ learningRate: 0.01 });
for (let epoch = 1; epoch <= 20; epoch++) {
  const order = permutation(random, ids.length - 4).map((i) => i + 2);
  let total = 0;
  for (let first = 0; first < order.length; first += BATCH) {
    const at = order.slice(first, first + BATCH);
    const drawn = choice(random, V, { size: at.length * NEGATIVES, p });
    const [value, slope] = valueAndGradient((net) => loss(net, at, drawn), net);
    ({ parameters: net, optimizer } = optimizer.step(net, slope));
    total += value.item() * at.length / order.length;
  }
  if (epoch % 5 === 0) console.log(`epoch ${epoch} loss ${total}`);
}

const used = [...words.keys()].filter((i) => counts[i]! >= 10);
for (const word of ["alice", "mouse", "rabbit", "said", "two"]) {
  const own = takeRows(net.input, [numbers.get(word)!]);
  const cosines = cosineSimilarity(net.input, own).toFloat64Array();
  // The first is the word itself.
  const nearest = used.toSorted((i, j) => cosines[j]! - cosines[i]!);
  const told = nearest.map((i) => `${words[i]} ${cosines[i]!.toFixed(4)}`);
  console.log(`${word}:`, ...told.slice(1, 5));
}
