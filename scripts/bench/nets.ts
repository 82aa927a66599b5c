/**
 * The nets whose gradients are timed, from the lecture's six weights upwards.
 */
import {
  affine,
  fromFloat64Array,
  gradient,
  matmul,
  type Matrix,
  matrix,
  type Nesting,
  numericalGradient,
  numpyRandom,
  randn,
  sigmoid,
  SimpleNet,
  softmax,
  softmaxCrossEntropy,
  subtract,
  transpose,
  zeros,
} from "kobai";
import {
  drawIndices,
  listMatrices,
  type Parameters,
  pick,
  sampledGradient,
} from "./sampled_gradient.ts";

/** A net with its parameters and a batch: what there is to time. */
export interface Net {
  /** Its layers: `2-16-3`. */
  readonly name: string;
  /** How many weights and biases it has. */
  readonly weights: number;
  /** How many samples the batch has. */
  readonly samples: number;
  /** The loss. */
  loss(): Matrix;
  /** The same in plain loops, written by hand for this net. */
  byHand(): number;
  /** The gradient by backpropagation: the numbers of all parameters. */
  gradient(): object;
  /** The gradient by a formula, where there is a short one. */
  formula?(): object;
  /**
   * The gradient by definition, of so many weights drawn with seed 0; of all if
   * left out.
   */
  numerical(sample?: number): object;
  /** The same weights' entries of the other gradient, to compare. */
  entries(gradient: object, sample: number): Matrix;
}

/** What differs from net to net. */
interface NetParts<T> {
  name: string;
  samples: number;
  at: T & Nesting<T>;
  loss: (at: T) => Matrix;
  byHand: () => number;
  formula?: () => object;
}

function makeNet<T extends Matrix | Parameters>(parts: NetParts<T>): Net {
  const { at, loss } = parts;
  const matrices = listMatrices(at);
  const weights = matrices.reduce(
    (n, { rows, columns }) => n + rows * columns,
    0,
  );
  return {
    ...parts,
    weights,
    loss: () => loss(at),
    gradient: () => gradient<T>(loss, at),
    numerical: (sample) =>
      sample === undefined
        ? numericalGradient<T>(loss, at)
        : sampledGradient(loss, at, drawIndices(weights, sample)),
    entries: (gradient, sample) =>
      pick(gradient as T, drawIndices(weights, sample)),
  };
}

/** The lecture's net: two inputs, three classes, one sample, no bias. */
function lectureNet(): Net {
  const W = matrix([
    [1.72265811, 0.68672941, 1.10772301],
    [0.60344169, 0.60322389, -0.3536039],
  ]);
  const x = matrix([2, 3]), t = matrix([0, 0, 1]);
  const weights = W.toFloat64Array(), inputs = x.toFloat64Array();
  const scores = new Float64Array(3), hot = 2;
  return makeNet({
    name: "2-3",
    samples: 1,
    at: W,
    loss: (W: Matrix) => new SimpleNet(W).loss(x, t),
    formula: () => matmul(transpose(x), subtract(softmax(matmul(x, W)), t)),
    byHand() {
      let largest = -Infinity, total = 0;
      for (let k = 0; k < 3; k++) {
        scores[k] = inputs[0]! * weights[k]! + inputs[1]! * weights[3 + k]!;
        if (scores[k]! > largest) largest = scores[k]!;
      }
      for (let k = 0; k < 3; k++) total += Math.exp(scores[k]! - largest);
      return Math.log(total) + largest - scores[hot]!;
    },
  });
}

/** Two layers, a sigmoid between them, seeded weights and a seeded batch. */
function twoLayerNet(
  inputs: number,
  hidden: number,
  classes: number,
  samples: number,
): Net {
  const random = numpyRandom(0);
  const x = randn(random, samples, inputs);
  const labels = Array.from(
    { length: samples },
    () => Math.floor(random() * classes),
  );
  const oneHot = new Float64Array(samples * classes);
  labels.forEach((label, row) => oneHot[row * classes + label] = 1);
  const t = fromFloat64Array(oneHot, samples, classes);
  const scale = 1 / Math.sqrt(inputs);
  const W1 = fromFloat64Array(
    randn(random, inputs, hidden).toFloat64Array().map((w) => w * scale),
    inputs,
    hidden,
  );
  const at = {
    W1,
    b1: zeros(1, hidden),
    W2: randn(random, hidden, classes),
    b2: zeros(1, classes),
  };
  return makeNet({
    name: `${inputs}-${hidden}-${classes}`,
    samples,
    at,
    loss: ({ W1, b1, W2, b2 }) =>
      softmaxCrossEntropy(affine(sigmoid(affine(x, W1, b1)), W2, b2), t),
    byHand: twoLayersByHand(x, labels, at),
  });
}

function twoLayersByHand(
  x: Matrix,
  labels: readonly number[],
  at: { W1: Matrix; b1: Matrix; W2: Matrix; b2: Matrix },
): () => number {
  const inputs = x.columns, hidden = at.W1.columns, classes = at.W2.columns;
  const X = x.toFloat64Array();
  const W1 = at.W1.toFloat64Array(), b1 = at.b1.toFloat64Array();
  const W2 = at.W2.toFloat64Array(), b2 = at.b2.toFloat64Array();
  const h = new Float64Array(hidden), z = new Float64Array(classes);
  return () => {
    let loss = 0;
    for (let row = 0; row < x.rows; row++) {
      h.set(b1);
      for (let k = 0; k < inputs; k++) {
        const value = X[row * inputs + k]!;
        for (let j = 0; j < hidden; j++) {
          h[j] = h[j]! + value * W1[k * hidden + j]!;
        }
      }
      z.set(b2);
      for (let k = 0; k < hidden; k++) {
        const value = 1 / (1 + Math.exp(-h[k]!));
        for (let j = 0; j < classes; j++) {
          z[j] = z[j]! + value * W2[k * classes + j]!;
        }
      }
      let largest = -Infinity, total = 0;
      for (let j = 0; j < classes; j++) if (z[j]! > largest) largest = z[j]!;
      for (let j = 0; j < classes; j++) total += Math.exp(z[j]! - largest);
      loss += Math.log(total) + largest - z[labels[row]!]!;
    }
    return loss / x.rows;
  };
}

const makers = {
  "2-3": lectureNet,
  "2-16-3": () => twoLayerNet(2, 16, 3, 100),
  "64-32-10": () => twoLayerNet(64, 32, 10, 100),
  "784-50-10": () => twoLayerNet(784, 50, 10, 100),
};

/** The name of a net: its layers. */
export type NetName = keyof typeof makers;

/** The names of all nets, the smallest first. */
export const netNames = Object.keys(makers) as NetName[];

/** Makes nets anew, so that nobody pays who does not time. */
export function makeNets(names: readonly NetName[] = netNames): Net[] {
  return names.map((name) => makers[name]());
}
