/** A model as a graph of operations, from features to a band. */
import {
  concatenate,
  exp,
  fromFloat64Array,
  type Matrix,
  matrix,
  type Model,
  multiply,
  subtract,
  takeColumns,
} from "kobai";
import type { Constant, Graph, Node } from "./onnx.ts";

/** Operations and constants, as they are put down. */
class Sheet {
  readonly nodes: Node[] = [];
  readonly constants: Record<string, Constant> = {};

  /** An operation on what came before; gives the name of its output. */
  put(
    output: string,
    operation: string,
    inputs: readonly string[],
    attributes: Node["attributes"] = {},
  ): string {
    this.nodes.push({ operation, inputs, output, attributes });
    return output;
  }

  constant(name: string, value: Constant): string {
    this.constants[name] = value;
    return name;
  }
}

const operations = { tanh: "Tanh", sigmoid: "Sigmoid", relu: "Relu" };

/**
 * A model as an ONNX graph in double precision: `features` `[N, D]`, as they
 * stand in a table and in the model's order, go in; `band` `[N]`, the name of
 * each one's band, and `probabilities` `[N, K]` come out. The numbers are those
 * of `predictions`, but for rounding.
 */
export function modelGraph(model: Model): Graph {
  const { features, label, bands, network, thresholds, decision } = model;
  const sheet = new Sheet();
  const scores = putNetwork(sheet, model);
  const probabilities = "probabilities";
  if (thresholds === undefined) {
    sheet.put(probabilities, "Softmax", [scores], { axis: 1 });
  } else putCumulativeLogit(sheet, scores, thresholds, probabilities);
  const names = bands.map(({ name }) => name);
  sheet.put("band", "Gather", [
    sheet.constant("bands", { texts: names }),
    decision === "median"
      ? putMedian(sheet, probabilities, names.length)
      : sheet.put("most_probable", "ArgMax", [probabilities], {
        axis: 1,
        keepdims: 0,
      }),
  ]);
  return {
    name: thresholds === undefined ? "bands" : "ordered_bands",
    nodes: sheet.nodes,
    constants: sheet.constants,
    inputs: [{
      name: "features",
      type: "double",
      columns: network.sizes[0]!,
    }],
    outputs: [
      { name: "band", type: "string" },
      { name: probabilities, type: "double", columns: names.length },
    ],
    metadata: {
      features: JSON.stringify(features),
      label,
      bands: JSON.stringify(names),
      decision: decision ?? "mostProbable",
    },
  };
}

/**
 * The scaling and the layers. The deviations are in the weights of the first
 * layer: an engine (ONNX Runtime) that fuses a number in front of a product
 * with it keeps that in single precision.
 */
function putNetwork(sheet: Sheet, { scaler, network }: Model): string {
  const { mean, deviation } = scaler, { parameters, activations } = network;
  // What never changed in training does not count: see `standardize`.
  const factors = deviation.toArray()[0]!
    .map((one) => [one === 0 ? 0 : 1 / one]);
  let h = sheet.put("centred", "Sub", [
    "features",
    sheet.constant("mean", mean),
  ]);
  for (let layer = 1; layer < network.sizes.length; layer++) {
    const [W, b] = [`W${layer}`, `b${layer}`];
    h = sheet.put(`product${layer}`, "MatMul", [
      h,
      layer > 1 ? sheet.constant(W, parameters[W]!) : sheet.constant(
        "scaled_W1",
        multiply(matrix(factors), parameters[W]!),
      ),
    ]);
    h = sheet.put(`affine${layer}`, "Add", [
      h,
      sheet.constant(b, parameters[b]!),
    ]);
    const activation = activations[layer - 1];
    if (activation !== undefined) {
      h = sheet.put(`hidden${layer}`, operations[activation], [h]);
    }
  }
  return h;
}

/**
 * As `cumulativeLogit` computes it: beside the lowest and the highest band
 * stand thresholds without end.
 */
function putCumulativeLogit(
  sheet: Sheet,
  score: string,
  thresholds: Matrix,
  probabilities: string,
): void {
  const joined = (...parts: (Matrix | number)[]) =>
    concatenate(parts, { join: "columns" });
  const end = thresholds.columns - 1;
  const all = Array.from({ length: end }, (_, i) => i);
  const gaps = subtract(
    takeColumns(thresholds, all),
    takeColumns(thresholds, all.map((i) => i + 1)),
  );
  const up = sheet.constant("thresholds_above", joined(thresholds, Infinity));
  const lo = sheet.constant("thresholds_below", joined(-Infinity, thresholds));
  const between = sheet.constant(
    "between",
    end === 0 ? matrix([1, 1]) : joined(1, subtract(1, exp(gaps)), 1),
  );
  const atMost = sheet.put("at_most", "Sigmoid", [
    sheet.put("below", "Sub", [up, score]),
  ]);
  const atLeast = sheet.put("at_least", "Sigmoid", [
    sheet.put("above", "Sub", [score, lo]),
  ]);
  const both = sheet.put("both", "Mul", [atMost, atLeast]);
  sheet.put(probabilities, "Mul", [both, between]);
}

/** How many bands have, with those below them, less than a half. */
function putMedian(sheet: Sheet, probabilities: string, bands: number) {
  // No sum is below 0: the highest band is not counted.
  const halves = new Float64Array(bands).fill(0.5, 0, bands - 1);
  const axis = sheet.constant("axis", { integers: [1] });
  const sums = sheet.put("sums", "CumSum", [probabilities, axis]);
  const limits = sheet.constant("halves", fromFloat64Array(halves, 1, bands));
  const isBelow = sheet.put("is_below", "Less", [sums, limits]);
  const ones = sheet.put("ones", "Cast", [isBelow], { to: 7 });
  return sheet.put("median", "ReduceSum", [ones, axis], { keepdims: 0 });
}
