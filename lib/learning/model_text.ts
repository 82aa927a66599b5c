/**
 * A trained network with all that is needed to use it again, as one JSON text.
 * Reading and writing files is left to the caller.
 */
import { describe, requireOptions } from "../matrix/_require.ts";
import { JsonReader } from "./_json_reader.ts";
import type { Activation } from "./layer.ts";
import { fromFloat64Array, type Matrix, matrix } from "../matrix/matrix.ts";
import {
  type Band,
  type Model,
  ModelError,
  type Quality,
  type TrainingRecord,
} from "./model.ts";
import { Network, type NetworkParameters } from "./network.ts";
import type { Scaler } from "./preprocessing.ts";

const format = "kobai model", version = 1;

/**
 * Writes a model as JSON. Every number is written with as many digits as it
 * takes to read the same number again.
 *
 * @param model The model.
 * @returns JSON, with a line break at its end.
 * @throws {ModelError} If the model is not one that `parseModel` would read,
 * such as one with a weight that is not finite.
 *
 * @example There and back
 * ```ts
 * import {
 *   fitScaler,
 *   formatModel,
 *   matrix,
 *   Network,
 *   numpyRandom,
 *   parseModel,
 * } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const text = formatModel({
 *   features: ["words", "errors"],
 *   label: "score",
 *   bands: [
 *     { name: "bad", labels: ["1"] },
 *     { name: "good", labels: ["2", "3"] },
 *   ],
 *   scaler: fitScaler(matrix([[120, 8], [80, 14]])),
 *   network: new Network([2, 4, 2], numpyRandom(0)),
 *   training: {
 *     ...{ rows: 2, optimizer: "adam", learningRate: 0.01, weightDecay: 0 },
 *     ...{ batchSize: 32, epochs: 100, epoch: 100, loss: 0.5 },
 *     ...{ validationLoss: null, seed: "1" },
 *   },
 *   quality: null,
 * });
 * const model = parseModel(text);
 * assertEquals(model.scaler.mean.toArray(), [[100, 11]]);
 * assertEquals(model.network.activations, ["tanh"]);
 * assertEquals(formatModel(model), text);
 * ```
 */
export function formatModel(model: Model): string {
  const { features, label, bands, scaler, network, training, quality } = model;
  const { sizes, activations, parameters } = network;
  const text = JSON.stringify(
    {
      ...{ format, version, features, label, bands },
      scaler: {
        mean: scaler.mean.toArray()[0],
        deviation: scaler.deviation.toArray()[0],
      },
      network: { sizes, activations, parameters },
      ...{ training, quality },
    },
    null,
    2,
  );
  // A row of numbers reads better on one line. (No text has a line break.)
  const written = text.replace(
    /\[\n\s*([^[\]{}"]+?)\n\s*\]/g,
    (_, numbers) => `[${numbers.replace(/\s+/g, " ")}]`,
  ) + "\n";
  readModel(written, "write");
  return written;
}

/** What a model is needed for: see {@linkcode parseModel}. */
export interface ParseModelOptions {
  /** The features that will be given to it; another model is refused. */
  features?: readonly string[];
}

/**
 * Reads a model that {@linkcode formatModel} wrote. A text that is cut off or
 * damaged, of another version, or made for other features is refused: the model
 * that comes out is whole.
 *
 * @param text JSON.
 * @param options `features`: which ones it must take.
 * @returns The model.
 * @throws {ModelError} If it is refused, with the reason and the place.
 * @throws {TypeError} If `text` is no text.
 *
 * @example A file that was cut off
 * ```ts
 * import { ModelError, parseModel } from "kobai";
 * import { assertThrows } from "@std/assert";
 *
 * const text = '{ "format": "kobai model", "version": 1, "feat';
 * assertThrows(() => parseModel(text), ModelError, "it is no JSON");
 * ```
 */
export function parseModel(
  text: string,
  options: ParseModelOptions = {},
): Model {
  const action = "read the model";
  if (typeof text !== "string") {
    throw new TypeError(
      `Cannot ${action}: found ${describe(text)}, a text is needed`,
    );
  }
  requireOptions(options, ["features"], action);
  const model = readModel(text, "read");
  const { features } = options;
  if (features === undefined) return model;
  if (JSON.stringify(features) !== JSON.stringify(model.features)) {
    throw new ModelError(
      `Cannot ${action}: it takes the features ${list(model.features)}, ` +
        `found ${list(features)}, the same in the same order are needed`,
      "features",
      "features",
    );
  }
  return model;
}

function list(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name)).join(", ") || "none";
}

function readModel(text: string, verb: "read" | "write"): Model {
  const action = `${verb} the model`;
  const reader = new JsonReader(
    parseJson(text, action),
    "",
    (path, found, needed) =>
      new ModelError(
        `Cannot ${action}: ${path || "the whole"} is ${found}, ${needed}`,
        "damaged",
        path,
      ),
  );
  requireVersion(reader.value, action);
  const whole = reader.record(
    ...["format", "version", "features", "label", "bands"] as const,
    ...["scaler", "network", "training", "quality"] as const,
  );
  const features = readNames(whole.features);
  const bands = readBands(whole.bands);
  return {
    features,
    label: whole.label.text(),
    bands,
    scaler: readScaler(whole.scaler, features.length),
    network: readNetwork(whole.network, features.length, bands.length),
    training: readTraining(whole.training),
    quality: whole.quality.orNull(readQuality),
  };
}

function parseJson(text: string, action: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ModelError(
      `Cannot ${action}: it is no JSON, or was cut off (${error.message})`,
      "format",
    );
  }
}

function requireVersion(value: unknown, action: string): void {
  const found = (value ?? {}) as { format?: unknown; version?: unknown };
  if (found.format !== format) {
    throw new ModelError(
      `Cannot ${action}: format is ${describe(found.format)}, ` +
        `"${format}" is needed`,
      "format",
      "format",
    );
  }
  if (found.version !== version) {
    throw new ModelError(
      `Cannot ${action}: its version is ${describe(found.version)}, ` +
        `version ${version} is needed`,
      "version",
      "version",
    );
  }
}

/** A list of different texts, at least one. */
function readNames(reader: JsonReader): string[] {
  const items = reader.list();
  if (items.length === 0) throw reader.refuse("at least one name is needed");
  return items.map((item, i) => {
    const name = item.text();
    if (items.findIndex(({ value }) => value === name) < i) {
      throw item.refuse("a name of its own is needed");
    }
    return name;
  });
}

function readBands(reader: JsonReader): Band[] {
  const members = reader.list().map((item) => item.record("name", "labels"));
  if (members.length < 2) throw reader.refuse("at least two bands are needed");
  return members.map(({ name, labels }, i) => {
    const text = name.text();
    if (members.findIndex(({ name }) => name.value === text) < i) {
      throw name.refuse("a name of its own is needed");
    }
    return { name: text, labels: labels.list().map((label) => label.text()) };
  });
}

function readScaler(reader: JsonReader, features: number): Scaler {
  const { mean, deviation } = reader.record("mean", "deviation");
  return {
    mean: matrix(readNumbers(mean, features)),
    deviation: matrix(readNumbers(deviation, features, 0)),
  };
}

function readNumbers(
  reader: JsonReader,
  length: number,
  least?: number,
): number[] {
  const items = reader.list();
  if (items.length !== length) {
    throw reader.refuse(`${length} numbers are needed`);
  }
  return items.map((item) => item.number(least));
}

function readNetwork(
  reader: JsonReader,
  features: number,
  classes: number,
): Network {
  const members = reader.record("sizes", "activations", "parameters");
  const ends = `sizes from ${features} features to ${classes} bands are needed`;
  const sizes = members.sizes.list().map((size) => size.integer(1));
  if (sizes.length < 2 || sizes[0] !== features || sizes.at(-1) !== classes) {
    throw members.sizes.refuse(ends);
  }
  const activations = members.activations.list().map((name) =>
    name.oneOf<Activation>("sigmoid", "tanh", "relu")
  );
  if (activations.length !== sizes.length - 2) {
    throw members.activations.refuse(
      `one for each of the ${sizes.length - 2} hidden layers is needed`,
    );
  }
  const parameters = readParameters(members.parameters, sizes);
  return new Network(sizes, parameters, { activation: activations });
}

function readParameters(
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
  if (items.length !== rows) throw reader.refuse(`${rows} rows are needed`);
  const values = items.flatMap((row) => readNumbers(row, columns));
  return fromFloat64Array(Float64Array.from(values), rows, columns);
}

function readTraining(reader: JsonReader): TrainingRecord {
  const members = reader.record(
    ...["rows", "optimizer", "learningRate", "weightDecay"] as const,
    ...["batchSize", "epochs", "epoch", "loss"] as const,
    ...["validationLoss", "seed"] as const,
  );
  return {
    rows: members.rows.integer(1),
    optimizer: members.optimizer.oneOf("gradientDescent", "momentum", "adam"),
    learningRate: members.learningRate.number(0),
    weightDecay: members.weightDecay.number(0),
    batchSize: members.batchSize.integer(1),
    epochs: members.epochs.integer(0),
    epoch: members.epoch.integer(0),
    loss: members.loss.number(0),
    validationLoss: members.validationLoss.orNull((loss) => loss.number(0)),
    seed: members.seed.text(),
  };
}

function readQuality(reader: JsonReader): Quality {
  const members = reader.record(
    ...["folds", "rows", "accuracy", "kappa", "majority"] as const,
  );
  return {
    folds: members.folds.integer(2),
    rows: members.rows.integer(1),
    accuracy: members.accuracy.number(0),
    kappa: members.kappa.orNull((kappa) => kappa.number()),
    majority: members.majority.number(0),
  };
}
