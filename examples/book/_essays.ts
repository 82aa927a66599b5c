/**
 * Essays of learners of German, 60 to learn from and 950 to test with: so few
 * that a large net learns them by heart (過学習).
 */
import {
  fitScaler,
  type Matrix,
  matrix,
  oneHot,
  permutation,
  standardize,
  takeRows,
} from "kobai";

/** Essays with the scores that they were given. */
export interface Essays {
  /** How many words and how many errors, standardized, `[N, 2]`. */
  readonly x: Matrix;
  /** The score of each, from 0 to 4. */
  readonly labels: number[];
  /** The same one-hot, `[N, 5]`. */
  readonly t: Matrix;
}

const file = new URL("../data/merlin-de/merlin_de.csv", import.meta.url);

/** The essays, divided by a permutation. */
export function drawEssays(
  random: () => number,
): { training: Essays; test: Essays } {
  const [, ...lines] = Deno.readTextFileSync(file).trim().split("\n");
  const table = lines.map((line) => line.split(",").map(Number));
  const order = permutation(random, table.length);
  const x = matrix(table.map(([words, errors]) => [words!, errors!]));
  const scaler = fitScaler(takeRows(x, order.slice(0, 60)));
  const essaysAt = (chosen: number[]): Essays => {
    const labels = chosen.map((i) => table[i]![2]! - 1);
    return {
      x: standardize(takeRows(x, chosen), scaler),
      labels,
      t: oneHot(labels, 5),
    };
  };
  return {
    training: essaysAt(order.slice(0, 60)),
    test: essaysAt(order.slice(60)),
  };
}
