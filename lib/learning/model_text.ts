/**
 * A trained network with all that is needed to use it again, as one JSON text.
 * Reading and writing files is left to the caller.
 */
import { requireOptions } from "../matrix/_require.ts";
import { keptText } from "./_kept_text.ts";
import { format, readModel, version } from "./_read_model.ts";
import { type Model, ModelError } from "./model.ts";

/**
 * Writes a model as JSON. Every number is written with as many digits as it
 * takes to read the same number again; a checksum tells later whether anything
 * changed.
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
 *     rows: 2,
 *     optimizer: "adam",
 *     learningRate: 0.01,
 *     weightDecay: 0,
 *     batchSize: 32,
 *     epochs: 100,
 *     epoch: 100,
 *     loss: 0.5,
 *     validationLoss: null,
 *     seed: "1",
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
  const { features, texts, label, bands, scaler, network } = model;
  const { thresholds, decision, training, quality } = model;
  const { sizes, activations, output, parameters } = network;
  const text = keptText({
    format,
    version,
    features,
    ...texts === undefined ? {} : { texts },
    label,
    bands,
    scaler: {
      mean: scaler.mean.toArray()[0],
      deviation: scaler.deviation.toArray()[0],
    },
    network: {
      sizes,
      activations,
      // Where it does not fit, it is refused when it is read.
      ...output === "softmax" ? {} : { output },
      parameters,
    },
    ...thresholds === undefined ? {} : { thresholds: thresholds.toArray()[0] },
    ...decision === undefined ? {} : { decision },
    training,
    quality,
  });
  readModel(text, "write the model");
  return text;
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
  requireOptions(options, ["features"], action);
  const model = readModel(text, action);
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
