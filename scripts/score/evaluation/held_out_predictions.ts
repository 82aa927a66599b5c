/** What an evaluation predicted for each essay, as a table to compute with. */
import type { Table } from "../../table/table.ts";
import type { Essays } from "../essays/essays.ts";
import type { HeldOutEssays } from "./evaluation.ts";

/** The predictions of one model, in all cross-validations. */
export class HeldOutPredictions {
  readonly #essays: Essays;
  readonly #model: string;
  readonly #lineOf: Table["lineOf"];
  readonly #runs: ReadonlyMap<string, RunPredictions>;

  constructor(
    essays: Essays,
    seeds: readonly string[],
    model: string,
    lineOf: Table["lineOf"],
  ) {
    this.#essays = essays;
    this.#model = model;
    this.#lineOf = lineOf;
    const rows = essays.given.length, bands = essays.bands.names.length;
    this.#runs = new Map(seeds.map((seed) => [seed, {
      folds: new Uint32Array(rows),
      predicted: new Uint8Array(rows),
      probabilities: new Float64Array(rows * bands),
    }]));
  }

  /** Keeps some of them. */
  add({ seed, fold, rows, predicted, probabilities }: HeldOutEssays): void {
    const run = this.#runs.get(seed)!, bands = probabilities.columns;
    const values = probabilities.toFloat64Array();
    rows.forEach((row, i) => {
      run.folds[row] = fold + 1;
      run.predicted[row] = predicted[i]!;
      run.probabilities.set(
        values.subarray(i * bands, (i + 1) * bands),
        row * bands,
      );
    });
  }

  /** A row for each essay and seed, in the order of the table. */
  *rows(): Generator<string[]> {
    const { given, bands: { names } } = this.#essays, bands = names.length;
    for (const [seed, { folds, predicted, probabilities }] of this.#runs) {
      for (let row = 0; row < given.length; row++) {
        const own = probabilities.subarray(row * bands, (row + 1) * bands);
        yield [
          ...[this.#model, seed, `${folds[row]}`],
          ...[`${row + 1}`, `${this.#lineOf(row)}`],
          ...[names[given[row]!]!, names[predicted[row]!]!],
          ...Array.from(own, String),
        ];
      }
    }
  }
}

interface RunPredictions {
  /** Counted from 1. */
  readonly folds: Uint32Array;
  readonly predicted: Uint8Array;
  readonly probabilities: Float64Array;
}

/**
 * A table of all predictions: model, seed, fold (counted from 1), row (counted
 * from 1 among the essays that could be used), the line of the file on which
 * it begins, the band given, the band predicted, and the probability of each
 * band in full.
 */
export function* predictionRows(
  models: readonly HeldOutPredictions[],
  bands: readonly string[],
): Generator<string[]> {
  yield [
    ...["model", "seed", "fold", "row", "line", "given", "predicted"],
    ...bands.map((band) => `p_${band}`),
  ];
  for (const model of models) yield* model.rows();
}
