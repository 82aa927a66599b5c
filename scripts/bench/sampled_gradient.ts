/**
 * The gradient by definition of a few weights, where all would take minutes.
 */
import {
  fromFloat64Array,
  Matrix,
  numericalGradient,
  numpyRandom,
} from "kobai";

/** Parameters by name. */
export type Parameters = { readonly [name: string]: Matrix };

/** The matrices of parameters, in order. */
export function listMatrices(at: Matrix | Parameters): Matrix[] {
  return at instanceof Matrix ? [at] : Object.values(at);
}

/** Different weights, drawn with seed 0, by their indices among all. */
export function drawIndices(length: number, count: number): number[] {
  const random = numpyRandom(0), drawn = new Set<number>();
  while (drawn.size < Math.min(count, length)) {
    drawn.add(Math.floor(random() * length));
  }
  return [...drawn];
}

/** The weights with these indices, in a row. */
export function pick(
  at: Matrix | Parameters,
  indices: readonly number[],
): Matrix {
  const all = listMatrices(at).flatMap((
    matrix,
  ) => [...matrix.toFloat64Array()]);
  return fromFloat64Array(
    Float64Array.from(indices, (index) => all[index]!),
    1,
    indices.length,
  );
}

/**
 * The central differences of the weights with these indices, in a row: the same
 * two evaluations for each that `numericalGradient` makes, which takes them of
 * the loss as a function of these few.
 */
export function sampledGradient<T extends Matrix | Parameters>(
  loss: (at: T) => Matrix,
  at: T,
  indices: readonly number[],
): Matrix {
  const replaced = (row: Matrix): T => {
    const numbers = row.toFloat64Array();
    let start = 0;
    const replace = (matrix: Matrix): Matrix => {
      const { rows, columns } = matrix;
      const values = matrix.toFloat64Array();
      indices.forEach((index, i) => {
        const own = index - start;
        if (own >= 0 && own < values.length) values[own] = numbers[i]!;
      });
      start += values.length;
      return fromFloat64Array(values, rows, columns);
    };
    if (at instanceof Matrix) return replace(at) as T;
    const entries = Object.entries(at as Parameters);
    return Object.fromEntries(
      entries.map(([name, matrix]) => [name, replace(matrix)]),
    ) as T;
  };
  return numericalGradient((row) => loss(replaced(row)), pick(at, indices));
}
