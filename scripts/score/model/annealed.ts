/** Steps that become smaller, so that a network comes to rest. */
import { add, type Matrix, multiply, type Optimizer, subtract } from "kobai";

/**
 * An optimizer whose steps are scaled from 1 to 0 along half a cosine,
 * `(1 + cos πs/S) / 2` for step `s` of `S`: at a constant rate the last
 * epoch's weights are where the last batch took them.
 *
 * Source: I. Loshchilov, F. Hutter, "SGDR" (2017), without restarts.
 *
 * @param optimizer What the steps are.
 * @param steps How many there will be.
 * @returns The optimizer, for a record of matrices.
 */
export function annealed(optimizer: Optimizer, steps: number): Optimizer {
  return at(optimizer, steps, 0);
}

type Parameters = Readonly<Record<string, Matrix>>;

function at(inner: Optimizer, steps: number, step: number): Optimizer {
  const { name, learningRate, weightDecay } = inner;
  const scale = (1 + Math.cos(Math.PI * Math.min(step / steps, 1))) / 2;
  return {
    name,
    learningRate,
    weightDecay,
    step(parameters, gradient) {
      const moved = inner.step(parameters, gradient);
      const from = parameters as Parameters,
        to = moved.parameters as Parameters;
      const scaled = Object.fromEntries(
        Object.entries(from).map(([name, matrix]) => {
          const way = multiply(subtract(to[name]!, matrix), scale);
          return [name, add(matrix, way)];
        }),
      );
      return {
        parameters: scaled as typeof parameters,
        optimizer: at(moved.optimizer, steps, step + 1),
      };
    },
  };
}
