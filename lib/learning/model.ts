/** What a trained network is kept with. */
import type { Matrix } from "../matrix/matrix.ts";
import type { Network } from "./network.ts";
import type { Scaler } from "./scaler.ts";

/** One of the classes that essays are sorted into, such as 良い. */
export interface Band {
  /** What it is called. */
  readonly name: string;
  /** The labels of the table that fall into it. */
  readonly labels: readonly string[];
}

/** How a model was trained. */
export interface TrainingRecord {
  /** How many samples it learned from. */
  readonly rows: number;
  /** The method: the name of the optimizer. */
  readonly optimizer: string;
  /** How far a step went. */
  readonly learningRate: number;
  /** How fast parameters shrank by themselves. */
  readonly weightDecay: number;
  /** How many samples made a step. */
  readonly batchSize: number;
  /** How many epochs there were. */
  readonly epochs: number;
  /** The epoch that was kept. */
  readonly epoch: number;
  /** The mean loss in that epoch. */
  readonly loss: number;
  /** The loss on the validation samples then; null if there were none. */
  readonly validationLoss: number | null;
  /** What the random source was seeded with. */
  readonly seed: string;
}

/**
 * How well a model's way of training does on samples that were not learned
 * from.
 */
export interface Quality {
  /** Of how many folds the cross-validation (交差検証) was. */
  readonly folds: number;
  /** How many samples were judged. */
  readonly rows: number;
  /** The accuracy: see `accuracy`. */
  readonly accuracy: number;
  /** The quadratic weighted kappa; null where it is not defined. */
  readonly kappa: number | null;
  /** The majority line: see `majorityAccuracy`. */
  readonly majority: number;
}

/** How the features of a model are counted in texts. */
export interface TextSource {
  /** The column of the texts, or of the names of their files. */
  readonly column: string;
  /** Whether each text was a file, which the column names. */
  readonly files: boolean;
  /** The language of the texts, such as `de`. */
  readonly language: string;
  /** The column of the errors that somebody counted; null without. */
  readonly errors: string | null;
  /** The version of Unicode's library (ICU) that found the words. */
  readonly icu: string;
  /** The version of the rules that mend what it finds. */
  readonly rules: number;
}

/** A trained network with all that is needed to use it again. */
export interface Model {
  /** The columns of the table that go in, in their order. */
  readonly features: readonly string[];
  /** Where features are counted in texts: how. */
  readonly texts?: TextSource;
  /** The column that the labels came from. */
  readonly label: string;
  /** The classes, in their order. */
  readonly bands: readonly Band[];
  /** How features are scaled before they go in. */
  readonly scaler: Scaler;
  /**
   * The network. Its output is the scores of the bands; or, where there are
   * thresholds, one number.
   */
  readonly network: Network;
  /**
   * Where that number passes from band to band, `[1, K - 1]`: the probabilities
   * are those of `cumulativeLogit`.
   */
  readonly thresholds?: Matrix;
  /**
   * How a band is chosen: `"median"` is the first that has, together with those
   * below it, a probability of at least 0.5; without it, it is the most
   * probable one.
   */
  readonly decision?: "median";
  /** How it was trained. */
  readonly training: TrainingRecord;
  /** How well it did; null if that was not tried. */
  readonly quality: Quality | null;
}

/**
 * A model is refused: {@linkcode parseModel} says why and where.
 *
 * @example A file of another kind
 * ```ts
 * import { ModelError, parseModel } from "kobai";
 * import { assertEquals, assertThrows } from "@std/assert";
 *
 * const error = assertThrows(() => parseModel("{}"), ModelError);
 * assertEquals([error.reason, error.path], ["format", "format"]);
 * ```
 */
export class ModelError extends RangeError {
  /** The name of the class. */
  override readonly name = "ModelError";
  /**
   * What is wrong: it is no JSON or no model (`"format"`), of another version,
   * made for other features, or damaged at `path`.
   */
  readonly reason: "format" | "version" | "features" | "damaged";
  /** Where, such as `network.parameters.W1[0][2]`; empty for the whole text. */
  readonly path: string;

  /**
   * Makes the error.
   *
   * @param message The message.
   * @param reason What is wrong.
   * @param path Where.
   *
   * @example Where a file is damaged
   * ```ts
   * import { ModelError, parseModel } from "kobai";
   * import { assertThrows } from "@std/assert";
   *
   * const text = '{ "format": "kobai model", "version": 1, "features": 7 }';
   * assertThrows(() => parseModel(text), ModelError, "features is 7");
   * ```
   */
  constructor(message: string, reason: ModelError["reason"], path = "") {
    super(message);
    this.reason = reason;
    this.path = path;
  }
}
