/** The points at which a model is asked so that a map can be drawn. */

/**
 * Points on which a map is drawn, row by row from the bottom; each is a cell's
 * centre.
 */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** [least, greatest] of each axis. */
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  /** The points: `columns * rows` pairs. */
  readonly points: readonly (readonly [x: number, y: number])[];
}

const COLUMNS = 96, ROWS = 64;

/**
 * A grid that covers the essays, with a little room around them.
 *
 * @param essays The essays.
 * @returns The grid, and its points for the model.
 * @throws {RangeError} If there is no essay.
 */
export function gridFor(
  essays: readonly { readonly x: number; readonly y: number }[],
): Grid {
  if (essays.length === 0) {
    throw new RangeError("Cannot draw a map: found no essay, one is needed");
  }
  const x = rangeOf(essays.map((essay) => essay.x));
  const y = rangeOf(essays.map((essay) => essay.y));
  const points: [number, number][] = [];
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      points.push([
        x[0] + (x[1] - x[0]) * (column + 0.5) / COLUMNS,
        y[0] + (y[1] - y[0]) * (row + 0.5) / ROWS,
      ]);
    }
  }
  return { columns: COLUMNS, rows: ROWS, x, y, points };
}

/**
 * From the least to the greatest and 4 % more; not below 0 where no value is.
 */
function rangeOf(values: readonly number[]): [number, number] {
  let least = Infinity, most = -Infinity;
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const room = 0.04 * (most - least) || 0.5;
  return [least >= 0 ? Math.max(0, least - room) : least - room, most + room];
}

/** The band with the greatest probability at each point. */
export function predictedBands(
  probabilities: ArrayLike<number>,
  bands: number,
): Int32Array {
  const points = probabilities.length / bands;
  return Int32Array.from({ length: points }, (_, point) => {
    let best = 0;
    for (let band = 1; band < bands; band++) {
      const p = probabilities[point * bands + band]!;
      if (p > probabilities[point * bands + best]!) best = band;
    }
    return best;
  });
}

/**
 * The point of a band's area that is farthest from its edge and from every
 * essay: where its name is read best.
 *
 * @param grid The grid.
 * @param predicted The band at each point.
 * @param band The band.
 * @param essays The essays.
 * @param fits Whether the name can stand at a point.
 * @returns The point; none if there is none.
 */
export function innermost(
  grid: Grid,
  predicted: Int32Array,
  band: number,
  essays: readonly { readonly x: number; readonly y: number }[],
  fits: (point: readonly [x: number, y: number]) => boolean = () => true,
): readonly [x: number, y: number] | undefined {
  const { columns, rows, points } = grid;
  const taken = new Uint8Array(columns * rows);
  for (const { x, y } of essays) {
    taken[cellOf(y, grid.y, rows) * columns + cellOf(x, grid.x, columns)] = 1;
  }
  const distance = new Float64Array(columns * rows);
  const at = (column: number, row: number): number =>
    column < 0 || row < 0 || column >= columns || row >= rows
      ? 0
      : distance[row * columns + column]!;
  const visit = (column: number, row: number, step: number): void => {
    const i = row * columns + column;
    if (predicted[i] !== band) return;
    // Names are wide: a step upwards counts as three to the side. In a crowd
    // any point will do.
    const near = taken[i] === 1
      ? 0.1
      : Math.min(at(column - step, row) + 1, at(column, row - step) + 3);
    distance[i] = step > 0 ? near : Math.min(distance[i]!, near);
  };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) visit(column, row, 1);
  }
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      visit(column, row, -1);
    }
  }
  points.forEach((point, i) => {
    if (distance[i]! > 0 && !fits(point)) distance[i] = 0;
  });
  const farthest = distance.reduce((a, b) => Math.max(a, b), 0);
  const best = points.filter((_, i) => distance[i] === farthest);
  return farthest === 0 ? undefined : best[Math.floor(best.length / 2)];
}

function cellOf(
  value: number,
  [least, most]: readonly [number, number],
  cells: number,
): number {
  const cell = Math.floor(cells * (value - least) / (most - least));
  return Math.min(Math.max(cell, 0), cells - 1);
}
