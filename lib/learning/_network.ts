/** What a network consists of: checked, or drawn at random. */
import { describe, shape } from "../matrix/_require.ts";
import {
  type Activation,
  requireActivation,
  startingWeights,
} from "./layer.ts";
import { zeros } from "../matrix/make.ts";
import { Matrix } from "../matrix/matrix.ts";

/**
 * The parameters of a `Network` by name: the weights (重み) `W1`, `W2`, ... and
 * the biases (バイアス) `b1`, `b2`, ... of its layers.
 */
export interface NetworkParameters {
  /**
   * The weights `[inputs, outputs]` or the biases `[1, outputs]` of a layer.
   */
  readonly [name: string]: Matrix;
}

/**
 * What the last layer of a network gives (出力層): `"softmax"` are scores of
 * classes, whose softmax are probabilities, and the loss is the cross entropy;
 * `"identity"` (恒等関数) are numbers as they are, for regression (回帰), and
 * the loss is half the sum of squared errors.
 */
export type NetworkOutput = "softmax" | "identity";

const action = "build the network";

/** Requires the sizes of at least two layers, and freezes a copy. */
export function requireLayerSizes(sizes: readonly number[]): readonly number[] {
  if (!Array.isArray(sizes)) {
    throw new TypeError(
      `Cannot ${action}: the sizes are ${describe(sizes)}, ` +
        "a list such as [2, 16, 3] is needed",
    );
  }
  if (sizes.length < 2) {
    throw new RangeError(
      `Cannot ${action}: found a list of ${sizes.length}, ` +
        "at least the number of features and the number of classes are needed",
    );
  }
  sizes.forEach((size, i) => {
    if (Number.isInteger(size) && size > 0) return;
    const Kind = typeof size === "number" ? RangeError : TypeError;
    throw new Kind(
      `Cannot ${action}: size ${i} is ${describe(size)}, ` +
        "an integer of 1 or more is needed",
    );
  });
  return Object.isFrozen(sizes) ? sizes : Object.freeze([...sizes]);
}

/** One activation for each hidden layer. */
export function listActivations(
  hidden: number,
  given: Activation | readonly Activation[] = "tanh",
): readonly Activation[] {
  // Where there is no hidden layer, what is given must be known all the same.
  if (!Array.isArray(given)) requireActivation(given as Activation, action);
  const list: readonly Activation[] = Array.isArray(given)
    ? given
    : Array(hidden).fill(given);
  if (list.length !== hidden) {
    throw new RangeError(
      `Cannot ${action}: found ${list.length} activations for ${hidden} ` +
        "hidden layers, one for each is needed",
    );
  }
  for (const name of list) requireActivation(name, action);
  return Object.isFrozen(list) ? list : Object.freeze([...list]);
}

const outputs: readonly unknown[] = ["softmax", "identity"];

export function requireOutput(output: NetworkOutput): NetworkOutput {
  if (outputs.includes(output)) return output;
  throw new TypeError(
    `Cannot ${action}: the output is ${describe(output)}, ` +
      `${outputs.join(", ")} are known`,
  );
}

/** Parameters to start from. */
export function drawParameters(
  random: () => number,
  sizes: readonly number[],
  activations: readonly Activation[],
): NetworkParameters {
  const parameters: Record<string, Matrix> = {};
  for (let layer = 1; layer < sizes.length; layer++) {
    const inputs = sizes[layer - 1]!, outputs = sizes[layer]!;
    const activation = activations[layer - 1];
    const W = startingWeights(random, inputs, outputs, activation);
    parameters[`W${layer}`] = W;
    parameters[`b${layer}`] = zeros(1, outputs);
  }
  return Object.freeze(parameters);
}

/** Requires a parameter of the right shape for each name, and no other. */
export function requireParameters(
  given: NetworkParameters,
  sizes: readonly number[],
): NetworkParameters {
  if (
    typeof given !== "object" || given === null || given instanceof Matrix
  ) {
    throw new TypeError(
      `Cannot ${action}: the parameters are ${describe(given)}, ` +
        "matrices named W1, b1 and so on, or a random source are needed",
    );
  }
  const parameters: Record<string, Matrix> = {};
  for (let layer = 1; layer < sizes.length; layer++) {
    const inputs = sizes[layer - 1]!, outputs = sizes[layer]!;
    const W = `W${layer}`, b = `b${layer}`;
    parameters[W] = requireParameter(given[W], W, {
      rows: inputs,
      columns: outputs,
    });
    parameters[b] = requireParameter(given[b], b, {
      rows: 1,
      columns: outputs,
    });
  }
  for (const name in given) {
    if (name in parameters) continue;
    throw new TypeError(
      `Cannot ${action}: found a parameter ${name}, ` +
        `a network of ${sizes.length - 1} layers has ${
          Object.keys(parameters).join(", ")
        }`,
    );
  }
  return Object.freeze(parameters);
}

function requireParameter(
  found: Matrix | undefined,
  name: string,
  needed: { rows: number; columns: number },
): Matrix {
  if (!(found instanceof Matrix)) {
    throw new TypeError(
      `Cannot ${action}: ${name} is ${describe(found)}, ` +
        `a ${shape(needed)} matrix is needed`,
    );
  }
  if (shape(found) !== shape(needed)) {
    throw new RangeError(
      `Cannot ${action}: ${name} is ${shape(found)}, ` +
        `${shape(needed)} is needed`,
    );
  }
  return found;
}
