/**
 * Networks drawn at random, with a batch and a loss: what `gradient` and
 * `checkGradient` must get right, whatever it is.
 *
 * @module
 */
import {
  affine,
  crossEntropyError,
  type Matrix,
  relu,
  sigmoid,
  softmax,
  softmaxCrossEntropy,
  sumSquaredError,
  tanh,
} from "../../mod.ts";
import { drawMatrix, drawOneHot } from "./matrices.ts";
import type { Draw } from "./seeded.ts";

/** Parameters by name: `W1`, `b1`, `W2` and so on. */
export type Parameters = { readonly [name: string]: Matrix };

/** A network at one point, and the loss of a batch. */
export interface RandomNet {
  /** What was drawn, for messages: `2-16-3 tanh softmaxCrossEntropy x10`. */
  readonly name: string;
  readonly at: Parameters;
  readonly loss: (at: Parameters) => Matrix;
  /** How many samples the batch has. */
  readonly samples: number;
}

/** What may be drawn. */
export interface Choice {
  readonly activations?: readonly (keyof typeof ACTIVATIONS)[];
  /** At least so many samples; default 1. */
  readonly leastSamples?: number;
  /** How many units every layer has. */
  readonly width?: number;
  /** How many hidden layers there are; default 0 to 2. */
  readonly hidden?: number;
}

const ACTIVATIONS = { sigmoid, tanh, relu };

const LOSSES = {
  softmaxCrossEntropy,
  crossEntropyError: (z: Matrix, t: Matrix) => crossEntropyError(softmax(z), t),
  "crossEntropyError, delta": (z: Matrix, t: Matrix) =>
    crossEntropyError(softmax(z), t, { delta: 1e-7 }),
  sumSquaredError,
  "sumSquaredError of softmax": (z: Matrix, t: Matrix) =>
    sumSquaredError(softmax(z), t),
};

function pick<T>(draw: Draw, list: readonly T[]): T {
  return list[draw.integer(0, list.length - 1)]!;
}

/**
 * Draws a network of one to three layers, its weights between a tenth of and
 * twice what one would start from, a batch, and a loss.
 */
export function drawNet(draw: Draw, choice: Choice = {}): RandomNet {
  const { leastSamples = 1, width } = choice;
  const names = choice.activations ?? ["sigmoid", "tanh", "relu"];
  const size = (least: number, most: number) =>
    width ?? draw.integer(least, most);
  const sizes = [size(1, 4)];
  const hidden = choice.hidden ?? draw.integer(0, 2);
  for (let layer = 0; layer < hidden; layer++) sizes.push(size(1, 8));
  sizes.push(size(2, 4));
  const activation = pick(draw, names);
  const lossName = pick(draw, Object.keys(LOSSES) as (keyof typeof LOSSES)[]);
  const samples = draw.integer(leastSamples, 20);

  const at: Record<string, Matrix> = {};
  const scale = 10 ** draw.number(-1, 0.3);
  for (let layer = 1; layer < sizes.length; layer++) {
    const inputs = sizes[layer - 1]!, outputs = sizes[layer]!;
    const most = scale * Math.sqrt(3 / inputs);
    at[`W${layer}`] = drawMatrix(draw, inputs, outputs, -most, most);
    at[`b${layer}`] = drawMatrix(draw, 1, outputs, -most, most);
  }
  const x = drawMatrix(draw, samples, sizes[0]!, -2, 2);
  const t = drawOneHot(draw, samples, sizes.at(-1)!);
  return {
    name: `${sizes.join("-")} ${activation} ${lossName} x${samples}`,
    at,
    samples,
    loss(at) {
      let y = x;
      for (let layer = 1; layer < sizes.length; layer++) {
        if (layer > 1) y = ACTIVATIONS[activation](y);
        y = affine(y, at[`W${layer}`]!, at[`b${layer}`]!);
      }
      return LOSSES[lossName](y, t);
    },
  };
}
