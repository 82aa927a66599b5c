/** One layer of a network: what its units start from, and what they pass on. */
import { describe } from "../matrix/_require.ts";
import { relu, sigmoid, tanh } from "../formula/activation.ts";
import { multiply } from "../formula/elementwise.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { randn } from "../random/randn.ts";

/**
 * The name of an activation function (活性化関数), as a network and a saved
 * model keep it.
 */
export type Activation = "sigmoid" | "tanh" | "relu";

const functions = { sigmoid, tanh, relu } as const;

/** Requires the name of an activation. */
export function requireActivation(name: Activation, action: string): void {
  if (typeof name === "string" && Object.hasOwn(functions, name)) return;
  throw new TypeError(
    `Cannot ${action}: the activation is ${describe(name)}, ` +
      `${Object.keys(functions).join(", ")} are known`,
  );
}

/** What the units of a layer pass on. */
export function activate(h: Matrix, name: Activation): Matrix {
  return functions[name](h);
}

/**
 * The weights (重み) from which a layer before `sigmoid`, `tanh` or a softmax
 * starts (Xavier の初期値): normals with the standard deviation `1 / √inputs`,
 * so that what comes out spreads as far as what goes in.
 *
 * Source: "Deep Learning from Scratch" 6.2.2, after X. Glorot and Y. Bengio,
 * "Understanding the difficulty of training deep feedforward neural networks"
 * (2010), who divide by the mean of inputs and outputs instead.
 *
 * @param random A function that draws uniformly from [0, 1).
 * @param inputs How many numbers go in.
 * @param outputs How many units the layer has.
 * @returns `[inputs, outputs]`.
 * @throws {TypeError} If `random` is no function, or a size no number.
 * @throws {RangeError} If a size is no integer of 0 or more.
 *
 * @example A quarter of the normals, for 16 inputs
 * ```ts
 * import { numpyRandom, randn, xavierWeights } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const W = xavierWeights(numpyRandom(0), 16, 3);
 * assertEquals(W.at(0, 0), randn(numpyRandom(0), 16, 3).at(0, 0) / 4);
 * ```
 */
export function xavierWeights(
  random: () => number,
  inputs: number,
  outputs: number,
): Matrix {
  return multiply(randn(random, inputs, outputs), Math.sqrt(1 / inputs));
}

/**
 * The weights (重み) from which a layer before `relu` starts (He の初期値):
 * normals with the standard deviation `√(2 / inputs)`, because ReLU lets only
 * half of them through.
 *
 * Source: "Deep Learning from Scratch" 6.2.3; K. He et al., "Delving deep into
 * rectifiers" (2015).
 *
 * @param random A function that draws uniformly from [0, 1).
 * @param inputs How many numbers go in.
 * @param outputs How many units the layer has.
 * @returns `[inputs, outputs]`.
 * @throws {TypeError} If `random` is no function, or a size no number.
 * @throws {RangeError} If a size is no integer of 0 or more.
 *
 * @example Half of the normals, for 8 inputs
 * ```ts
 * import { heWeights, numpyRandom, randn } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const W = heWeights(numpyRandom(0), 8, 3);
 * assertEquals(W.at(0, 0), randn(numpyRandom(0), 8, 3).at(0, 0) / 2);
 * ```
 */
export function heWeights(
  random: () => number,
  inputs: number,
  outputs: number,
): Matrix {
  return multiply(randn(random, inputs, outputs), Math.sqrt(2 / inputs));
}

/**
 * The weights from which a layer with this activation (none: a softmax) starts.
 */
export function startingWeights(
  random: () => number,
  inputs: number,
  outputs: number,
  activation: Activation | undefined,
): Matrix {
  const draw = activation === "relu" ? heWeights : xavierWeights;
  return draw(random, inputs, outputs);
}
