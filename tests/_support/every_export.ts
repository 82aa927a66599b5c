/**
 * Computes something with everything that `mod.ts` exports, and tells the hash
 * of each result. It runs wherever the library does: it is bundled, and prints
 * where there is a console, or writes itself into the page.
 *
 * @module
 */
import * as kobai from "../../mod.ts";
import { hashOf } from "./result_bits.ts";

type Name = keyof typeof kobai;

const { matrix, matmul, numpyRandom, randn } = kobai;

const random = numpyRandom(14);
const normals = (rows: number, columns: number, size = 1): kobai.Matrix =>
  kobai.multiply(randn(random, rows, columns), size);

/** Numbers at the ends of every range, and common ones of every size. */
const all = kobai.concatenate([
  ...[1e-300, 1e-8, 1e-3, 1, 8, 700, 1e300].map((size) => normals(25, 8, size)),
  matrix([
    [0, -0, 1, -1, 0.5, 1.5, 2, -3],
    [Infinity, -Infinity, NaN, 5e-324, -5e-324, 1e-310, 1.7e308, -1.7e308],
    [709.782712893384, 709.8, -708.5, -745.1, -745.2, 36.7, -36.7, 0.125],
    [Math.E, Math.PI, 1 + 2 ** -52, 1 - 2 ** -53, 1.002, 0.998, 10, 1e15],
  ]),
]);
const above = kobai.abs(all);
const x = normals(20, 6), y = normals(20, 6), row = normals(1, 6);
const W = normals(6, 3), b = normals(1, 3), wide = normals(70, 65);
const labels = kobai.randint(random, { high: 3, size: 20 });
const guesses = kobai.randint(random, { high: 3, size: 20 });
const t = kobai.oneHot(labels, 3);
const yes = kobai.divide(kobai.add(1, kobai.takeColumns(t, [0, 1])), 2);
const confusion = kobai.confusionMatrix(labels, guesses, 3);
const at = { W, b };
const loss = ({ W, b }: typeof at) =>
  kobai.softmaxCrossEntropy(kobai.tanh(kobai.affine(x, W, b)), t);
const slopes = kobai.gradient(loss, at);
const drawn = (seed: number) => numpyRandom(seed);
const network = (activation: kobai.Activation) =>
  new kobai.Network([6, 5, 3], drawn(3), { activation });
const settings = { epochs: 3, batchSize: 7 };

/** Three steps of an optimizer. */
function stepped(optimizer: kobai.Optimizer): unknown {
  let parameters = at;
  for (let i = 0; i < 3; i++) {
    ({ parameters, optimizer } = optimizer.step(
      parameters,
      kobai.gradient(loss, parameters),
    ));
  }
  return parameters;
}

const model: kobai.Model = {
  features: ["語数", "b", "c", "d", "e", "f"],
  label: "score",
  bands: ["bad", "普通", "good"].map((name) => ({ name, labels: [name] })),
  scaler: kobai.fitScaler(x),
  network: network("relu"),
  training: {
    ...{ rows: 20, optimizer: "adam", learningRate: 0.1, weightDecay: 0 },
    ...{ batchSize: 7, epochs: 3, epoch: 2, loss: 1 / 3, seed: "s" },
    validationLoss: null,
  },
  quality: null,
};

type Unary = (x: kobai.Matrix) => unknown;
type Binary = (a: kobai.Matrix, b: kobai.Matrix) => unknown;
type Reduction = (
  x: kobai.Matrix,
  options?: kobai.ReductionOptions,
) => unknown;

const reversed = kobai.takeRows(all, [...Array(all.rows).keys()].reverse());
const unary = (f: Unary) => () => [f(all), f(kobai.transpose(x))];
const binary = (f: Binary) => () => [
  ...[f(all, reversed), f(x, y), f(x, row), f(row, y)],
];
const reduction = (f: Reduction) => () => [
  ...[f(x), f(x, { by: "row" }), f(wide, { by: "column" }), f(all)],
];
const optimizer =
  (make: (options: kobai.OptimizerOptions) => kobai.Optimizer) => () =>
    [{ learningRate: 0.1 }, { learningRate: 0.01, weightDecay: 0.1 }]
      .map((options) => stepped(make(options)));

/** What is computed with each of them. */
const CASES: Record<keyof typeof kobai, () => unknown> = {
  abs: unary(kobai.abs),
  accuracy: () => kobai.accuracy(confusion),
  adaGrad: optimizer(kobai.adaGrad),
  adam: optimizer(kobai.adam),
  add: binary(kobai.add),
  affine:
    () => [kobai.affine(x, W, b), kobai.affine(wide, kobai.transpose(wide), 1)],
  allClose: () => [kobai.allClose(x, x), kobai.allClose(x, y, { atol: 9 })],
  argMax: reduction(kobai.argMax),
  argMin: reduction(kobai.argMin),
  checkGradient: () => kobai.checkGradient(loss, at),
  choice: () => [
    kobai.choice(drawn(1), 9, { size: 9, replace: false }),
    kobai.choice(drawn(1), 3, { size: 9, p: [0.5, 0.2, 0.3] }),
  ],
  classScores: () => kobai.classScores(confusion),
  clip: unary((x) => kobai.clip(x, -0.5, 1)),
  concatenate: () => kobai.concatenate([x, y], { join: "columns" }),
  confusionMatrix: () => confusion,
  cosineSimilarity: () => [
    kobai.cosineSimilarity(x, y),
    kobai.cosineSimilarity(row, y),
  ],
  crossEntropyError: () => [
    kobai.crossEntropyError(kobai.softmax(matmul(x, W)), t),
    kobai.crossEntropyError(kobai.softmax(matmul(x, W)), t, { delta: 1e-7 }),
  ],
  cumulativeLogit: () =>
    kobai.cumulativeLogit(
      kobai.takeColumns(x, [0]),
      matrix([-1, 0.2, 1]),
    ),
  detach: unary(kobai.detach),
  DivergenceError: () =>
    new kobai.DivergenceError("far", { network: x } as never),
  divide: binary(kobai.divide),
  dropoutMask: () => kobai.dropoutMask(drawn(2), 9, 9, { ratio: 0.3 }),
  equals: () => [kobai.equals(x, x), kobai.equals(x, y)],
  exp: unary(kobai.exp),
  fitScaler: () => kobai.fitScaler(x),
  formatArray: () => [x, all, wide].map((x) => kobai.formatArray(x)),
  formatModel: () => kobai.formatModel(model),
  formatNetwork: () => kobai.formatNetwork(network("tanh")),
  formatNpy: () => kobai.formatNpy(all),
  fromFloat64Array: () => kobai.fromFloat64Array(x.toFloat64Array(), 12, 10),
  gradient:
    () => [slopes, kobai.gradient((x) => kobai.sum(kobai.log(x)), above)],
  gradientDescent: optimizer(kobai.gradientDescent),
  greater: binary(kobai.greater),
  greaterEqual: binary(kobai.greaterEqual),
  heWeights: () => kobai.heWeights(drawn(5), 40, 30),
  less: binary(kobai.less),
  lessEqual: binary(kobai.lessEqual),
  log: unary((x) => kobai.log(kobai.abs(x))),
  logSoftmax: unary(kobai.logSoftmax),
  majorityAccuracy: () => kobai.majorityAccuracy(confusion),
  matmul: () => [
    ...[matmul(x, W), matmul(row, W), matmul(wide, kobai.transpose(wide))],
    matmul(all, kobai.transpose(all)),
  ],
  Matrix: () => x instanceof kobai.Matrix,
  matrix: () => matrix([[1, 2 / 3], [-0, NaN]]),
  max: reduction(kobai.max),
  maximum: binary(kobai.maximum),
  mean: reduction(kobai.mean),
  min: reduction(kobai.min),
  minimum: binary(kobai.minimum),
  ModelError: () => new kobai.ModelError("damaged", "format", "here"),
  momentum: optimizer(kobai.momentum),
  multiply: binary(kobai.multiply),
  negate: unary(kobai.negate),
  nesterov: optimizer(kobai.nesterov),
  Network: () => {
    const net = network("sigmoid");
    return [net.classify(x), net.loss(x, t), net.gradient(x, t)];
  },
  normalize: () => kobai.normalize(kobai.abs(x)),
  numericalGradient: () =>
    (["central", "forward", "richardson"] as const).map((method) =>
      kobai.numericalGradient(loss, at, { method })
    ),
  numericalGradientWithError: () => kobai.numericalGradientWithError(loss, at),
  numpyRandom: () => Array.from({ length: 700 }, drawn(7)),
  oneHot: () => t,
  ones: () => kobai.ones(2, 3),
  parseModel: () => kobai.parseModel(kobai.formatModel(model)),
  parseNetwork: () => kobai.parseNetwork(kobai.formatNetwork(network("relu"))),
  parseNpy: () => kobai.parseNpy(kobai.formatNpy(wide)),
  pearsonCorrelation: () => kobai.pearsonCorrelation(labels, guesses),
  permutation: () => kobai.permutation(drawn(6), 50),
  power: () => [
    ...[-2, -0.5, 0, 1 / 3, 2, 2.5, 300].map((p) => kobai.power(above, p)),
    kobai.power(all, 3),
    kobai.gradient((p) => kobai.sum(kobai.power(kobai.abs(x), p)), row),
  ],
  quadraticWeightedKappa: () => kobai.quadraticWeightedKappa(confusion),
  randint: () => kobai.randint(drawn(8), { low: -4, high: 1e12, size: 40 }),
  randn: () => randn(drawn(9), 50, 40),
  relu: unary(kobai.relu),
  rmsProp: optimizer(kobai.rmsProp),
  sigmoid: unary(kobai.sigmoid),
  sigmoidCrossEntropy: () =>
    kobai.sigmoidCrossEntropy(kobai.takeColumns(x, [0, 1]), yes),
  SimpleNet: () => {
    const net = new kobai.SimpleNet(drawn(10));
    const pairs = kobai.takeColumns(x, [0, 1]);
    return [net.W, net.predict(pairs), net.loss(pairs, t)];
  },
  softmax: () => [kobai.softmax(all), kobai.softmax(kobai.transpose(x))],
  softmaxCrossEntropy: () => [
    kobai.softmaxCrossEntropy(matmul(x, W), t),
    kobai.softmaxCrossEntropy(kobai.multiply(matmul(x, W), 300), t),
    kobai.softmaxCrossEntropy(matmul(x, W), kobai.softmax(normals(20, 3))),
  ],
  sqrt: unary((x) => kobai.sqrt(kobai.abs(x))),
  standardDeviation: reduction(kobai.standardDeviation),
  standardize: () => kobai.standardize(y, kobai.fitScaler(x)),
  stratifiedFolds: () =>
    kobai.stratifiedFolds(labels, { random: drawn(11), folds: 3 }),
  stratifiedSplit: () => kobai.stratifiedSplit(labels, { random: drawn(12) }),
  subtract: binary(kobai.subtract),
  sum: reduction(kobai.sum),
  sumSquaredError: () => kobai.sumSquaredError(x, y),
  takeColumns: () => kobai.takeColumns(all, [7, 0, 3]),
  takeRows: () => reversed,
  tanh: unary(kobai.tanh),
  train: async () =>
    await Promise.all(
      (["sigmoid", "tanh", "relu"] as const).map((activation) =>
        kobai.train(network(activation), { x, t }, {
          ...settings,
          random: drawn(13),
          optimizer: kobai.adam({ learningRate: 0.01 }),
        })
      ),
    ),
  trainParameters: () =>
    kobai.trainParameters(loss, at, {
      ...settings,
      random: drawn(14),
      samples: 20,
    }),
  transpose: () => [kobai.transpose(all), kobai.transpose(kobai.transpose(x))],
  uniform: () => kobai.uniform(drawn(15), { low: -1, high: 1e-3, size: 50 }),
  valueAndGradient: () => kobai.valueAndGradient(loss, at),
  variance: reduction(kobai.variance),
  where: () => kobai.where(kobai.greater(all, reversed), all, reversed),
  xavierWeights: () => kobai.xavierWeights(drawn(16), 40, 30),
  zeros: () => kobai.zeros(3, 2),
};

/** The lecture's loss, and its gradient measured and computed. */
function lecture(): Told["lecture"] {
  const { W } = new kobai.SimpleNet(matrix([
    [1.72265811, 0.68672941, 1.10772301],
    [0.60344169, 0.60322389, -0.3536039],
  ]));
  const x = matrix([2, 3]), t = matrix([0, 0, 1]);
  const loss = (W: kobai.Matrix) => new kobai.SimpleNet(W).loss(x, t);
  return {
    loss: loss(W).item(),
    measured: kobai.numericalGradient(loss, W).toArray(),
    computed: kobai.gradient(loss, W).toArray(),
  };
}

/** What the program tells. */
export interface Told {
  /** What was computed with an export, by its name. */
  readonly hashes: Readonly<Record<string, string>>;
  /** The lecture's numbers, as a program would get them. */
  readonly lecture: {
    readonly loss: number;
    readonly measured: number[][];
    readonly computed: number[][];
  };
}

const hashes: Record<string, string> = {};
for (const [name, compute] of Object.entries(CASES)) {
  hashes[name] = hashOf(await compute());
}
const told = JSON.stringify({ hashes, lecture: lecture() } satisfies Told);
const { document } = globalThis as { document?: { title: string } };
if (document === undefined) console.log(told);
else document.title = told;
