/** Reading the JSON of a model: whole, or refused with the place. */
import { describe } from "../matrix/_require.ts";
import { fromFloat64Array, matrix } from "../matrix/make.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { checksumOf } from "./_checksum.ts";
import { JsonReader } from "./_json_reader.ts";
import type { Activation } from "./layer.ts";
import {
  type Band,
  type Model,
  ModelError,
  type Quality,
  type TrainingRecord,
} from "./model.ts";
import { Network, type NetworkParameters } from "./network.ts";
import type { Scaler } from "./scaler.ts";

export const format = "kobai model", version = 2;
/** Version 1 has no checksum. */
const versions: readonly unknown[] = [1, version];

/**
 * Numbers further from 0 come from no training, and their products overflow.
 */
const MOST_WEIGHT = 1e100, MOST_SCALE = 1e150;

/** The model in a text; `action` is for the errors. */
export function readModel(text: string, action: string): Model {
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
  const found = requireVersion(reader.value, action);
  const whole = reader.record(
    "format",
    "version",
    "features",
    "label",
    "bands",
    "scaler",
    "network",
    "training",
    "quality",
    ...(found === 1 ? [] : ["checksum"] as const),
  );
  const features = readNames(whole.features);
  const bands = readBands(whole.bands);
  const model = {
    features,
    label: whole.label.text(),
    bands,
    scaler: readScaler(whole.scaler, features.length),
    network: readNetwork(whole.network, features.length, bands.length),
    training: readTraining(whole.training),
    quality: whole.quality.orNull(readQuality),
  };
  // Last: what can be named more closely is.
  const sum = checksumOf(text);
  if (found !== 1 && whole.checksum.text() !== sum) {
    throw whole.checksum.error(`${sum} is what its content gives`);
  }
  return model;
}

function parseJson(text: string, action: string): unknown {
  try {
    // A byte-order mark may stand before it, as some editors write it.
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ModelError(
      `Cannot ${action}: it is no JSON, or was cut off (${error.message})`,
      "format",
    );
  }
}

function requireVersion(value: unknown, action: string): unknown {
  const found = (value ?? {}) as { format?: unknown; version?: unknown };
  if (found.format !== format) {
    throw new ModelError(
      `Cannot ${action}: format is ${describe(found.format)}, ` +
        `"${format}" is needed`,
      "format",
      "format",
    );
  }
  if (!versions.includes(found.version)) {
    throw new ModelError(
      `Cannot ${action}: its version is ${describe(found.version)}, ` +
        `version ${versions.join(" or ")} is needed`,
      "version",
      "version",
    );
  }
  return found.version;
}

/** A list of different texts, at least one. */
function readNames(reader: JsonReader): string[] {
  const items = reader.list();
  if (items.length === 0) throw reader.error("at least one name is needed");
  return items.map((item, i) => {
    const name = item.text();
    if (items.findIndex(({ value }) => value === name) < i) {
      throw item.error("a name of its own is needed");
    }
    return name;
  });
}

function readBands(reader: JsonReader): Band[] {
  const members = reader.list().map((item) => item.record("name", "labels"));
  if (members.length < 2) throw reader.error("at least two bands are needed");
  return members.map(({ name, labels }, i) => {
    const text = name.text();
    if (members.findIndex(({ name }) => name.value === text) < i) {
      throw name.error("a name of its own is needed");
    }
    return { name: text, labels: labels.list().map((label) => label.text()) };
  });
}

function readScaler(reader: JsonReader, features: number): Scaler {
  const { mean, deviation } = reader.record("mean", "deviation");
  return {
    mean: matrix(readNumbers(mean, features, MOST_SCALE)),
    deviation: matrix(
      readNumbers(deviation, features, MOST_SCALE, readDeviation),
    ),
  };
}

/** A deviation: 0 for a feature that never changes. */
function readDeviation(reader: JsonReader): number {
  const deviation = reader.number(0);
  if (deviation === 0 || deviation >= 1 / MOST_SCALE) return deviation;
  throw reader.error(`0, or ${1 / MOST_SCALE} or more is needed`);
}

function readNumbers(
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

function readNetwork(
  reader: JsonReader,
  features: number,
  classes: number,
): Network {
  const members = reader.record("sizes", "activations", "parameters");
  const ends = `sizes from ${features} features to ${classes} bands are needed`;
  const sizes = members.sizes.list().map((size) => size.integer(1));
  if (sizes.length < 2 || sizes[0] !== features || sizes.at(-1) !== classes) {
    throw members.sizes.error(ends);
  }
  const activations = members.activations.list().map((name) =>
    name.oneOf<Activation>("sigmoid", "tanh", "relu")
  );
  if (activations.length !== sizes.length - 2) {
    throw members.activations.error(
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
  if (items.length !== rows) throw reader.error(`${rows} rows are needed`);
  const values = items.flatMap((row) => readNumbers(row, columns, MOST_WEIGHT));
  return fromFloat64Array(Float64Array.from(values), rows, columns);
}

function readTraining(reader: JsonReader): TrainingRecord {
  const members = reader.record(
    "rows",
    "optimizer",
    "learningRate",
    "weightDecay",
    "batchSize",
    "epochs",
    "epoch",
    "loss",
    "validationLoss",
    "seed",
  );
  return {
    rows: members.rows.integer(1),
    optimizer: members.optimizer.text(),
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
    "folds",
    "rows",
    "accuracy",
    "kappa",
    "majority",
  );
  return {
    folds: members.folds.integer(2),
    rows: members.rows.integer(1),
    accuracy: members.accuracy.number(0),
    kappa: members.kappa.orNull((kappa) => kappa.number()),
    majority: members.majority.number(0),
  };
}
