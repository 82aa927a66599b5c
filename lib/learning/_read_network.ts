/** Reading the JSON of a network: whole, or refused with the place. */
import { fromFloat64Array } from "../matrix/make.ts";
import type { Matrix } from "../matrix/matrix.ts";
import type { JsonReader } from "./_json_reader.ts";
import type { Activation } from "./layer.ts";
import type { NetworkParameters } from "./network.ts";

/**
 * Numbers further from 0 come from no training, and their products overflow.
 */
const MOST_WEIGHT = 1e100;

/** An activation for each hidden layer of a network of these sizes. */
export function readActivations(
  reader: JsonReader,
  sizes: readonly number[],
): Activation[] {
  const activations = reader.list().map((name) =>
    name.oneOf<Activation>("sigmoid", "tanh", "relu")
  );
  if (activations.length !== sizes.length - 2) {
    throw reader.error(
      `one for each of the ${sizes.length - 2} hidden layers is needed`,
    );
  }
  return activations;
}

export function readParameters(
  reader: JsonReader,
  sizes: readonly number[],
): NetworkParameters {
  const layers = sizes.slice(1).map((_, i) => i + 1);
  const names = layers.flatMap((layer) => [`W${layer}`, `b${layer}`]);
  const members = reader.record(...names);
  const parameters: Record<string, Matrix> = {};
  for (const layer of layers) {
    const inputs = sizes[layer - 1]!, outputs = sizes[layer]!;
    const W = `W${layer}`, b = `b${layer}`;
    parameters[W] = readMatrix(members[W]!, inputs, outputs);
    parameters[b] = readMatrix(members[b]!, 1, outputs);
  }
  return parameters;
}

function readMatrix(
  reader: JsonReader,
  rows: number,
  columns: number,
): Matrix {
  const items = reader.list();
  if (items.length !== rows) throw reader.error(`${rows} rows are needed`);
  const values = items.flatMap((row) => readNumbers(row, columns, MOST_WEIGHT));
  return fromFloat64Array(Float64Array.from(values), rows, columns);
}

export function readNumbers(
  reader: JsonReader,
  length: number,
  most: number,
  read = (item: JsonReader) => item.number(),
): number[] {
  const items = reader.list();
  if (items.length !== length) {
    throw reader.error(`${length} numbers are needed`);
  }
  return items.map((item) => {
    const value = read(item);
    if (Math.abs(value) <= most) return value;
    throw item.error(`a number of ${most} or less, by its size, is needed`);
  });
}
