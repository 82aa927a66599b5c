/** Reading the JSON of a model: whole, or refused with the place. */
import { matrix } from "../matrix/make.ts";
import type { Matrix } from "../matrix/matrix.ts";
import type { JsonReader } from "./_json_reader.ts";
import { readerOf, requireChecksum, requireVersion } from "./_kept_text.ts";
import {
  readActivations,
  readNumbers,
  readParameters,
} from "./_read_network.ts";
import type {
  Band,
  Model,
  Quality,
  TextSource,
  TrainingRecord,
} from "./model.ts";
import { Network, type NetworkOutput } from "./network.ts";
import type { Scaler } from "./scaler.ts";

/** Version 1 has no checksum. */
export const format = "kobai model", version = 2;

/** Numbers further from 0 are no scale, and their products overflow. */
const MOST_SCALE = 1e150;

/** The model in a text; `action` is for the errors. */
export function readModel(text: string, action: string): Model {
  const reader = readerOf(text, action);
  const found = requireVersion(reader.value, format, [1, version], action);
  const more = (["texts", "thresholds", "decision"] as const)
    .filter((name) => Object.hasOwn(reader.value as object, name));
  const has = (name: typeof more[number]) => more.includes(name);
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
    ...more,
    ...(found === 1 ? [] : ["checksum"] as const),
  );
  const features = readNames(whole.features);
  const bands = readBands(whole.bands);
  const isOrdinal = has("thresholds");
  const model = {
    features,
    ...(has("texts") ? { texts: readTexts(whole.texts) } : {}),
    label: whole.label.text(),
    bands,
    scaler: readScaler(whole.scaler, features.length),
    network: isOrdinal
      ? readScoringNetwork(whole.network, features.length)
      : readNetwork(whole.network, features.length, bands.length),
    ...(isOrdinal
      ? { thresholds: readThresholds(whole.thresholds, bands.length) }
      : {}),
    ...(has("decision")
      ? { decision: whole.decision.oneOf("median" as const) }
      : {}),
    training: readTraining(whole.training),
    quality: whole.quality.orNull(readQuality),
  };
  // Last: what can be named more closely is.
  if (found !== 1) requireChecksum(whole.checksum, text);
  return model;
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

function readTexts(reader: JsonReader): TextSource {
  const members = reader.record(
    "column",
    "files",
    "language",
    "errors",
    "icu",
    "rules",
  );
  return {
    column: members.column.text(),
    files: members.files.oneOf(true, false),
    language: members.language.text(),
    errors: members.errors.orNull((errors) => errors.text()),
    icu: members.icu.text(),
    rules: members.rules.integer(1),
  };
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

function readNetwork(
  reader: JsonReader,
  features: number,
  classes: number,
): Network {
  const members = reader.record("sizes", "activations", "parameters");
  return networkOf(members, "softmax", features, classes, `${classes} bands`);
}

/** A network that gives one number, which thresholds sort into bands. */
function readScoringNetwork(reader: JsonReader, features: number): Network {
  const members = reader.record("sizes", "activations", "output", "parameters");
  const output = members.output.oneOf("identity" as const);
  return networkOf(members, output, features, 1, "one score");
}

function networkOf(
  members: Record<"sizes" | "activations" | "parameters", JsonReader>,
  output: NetworkOutput,
  inputs: number,
  outputs: number,
  what: string,
): Network {
  const sizes = members.sizes.list().map((size) => size.integer(1));
  if (sizes.length < 2 || sizes[0] !== inputs || sizes.at(-1) !== outputs) {
    throw members.sizes.error(
      `sizes from ${inputs} features to ${what} are needed`,
    );
  }
  const activation = readActivations(members.activations, sizes);
  const parameters = readParameters(members.parameters, sizes);
  return new Network(sizes, parameters, { activation, output });
}

function readThresholds(reader: JsonReader, classes: number): Matrix {
  const thresholds = readNumbers(reader, classes - 1, MOST_SCALE);
  if (thresholds.some((one, i) => i > 0 && one < thresholds[i - 1]!)) {
    throw reader.error("numbers from the lowest to the highest are needed");
  }
  return matrix(thresholds);
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
