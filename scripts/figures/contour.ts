/** Areas of a grid, as outlines ("marching squares"). */

/** A point, in steps of the grid. */
export type Point = readonly [column: number, row: number];

/**
 * The outlines of the area where values are 0 or more. Between two points of
 * the grid the outline runs where a straight line between their values is 0.
 *
 * @param values Row by row. All around the grid values count as below 0.
 * @param columns How many values a row has.
 * @returns Closed outlines; those of holes run the other way round.
 */
export function outlines(
  values: ArrayLike<number>,
  columns: number,
): Point[][] {
  const rows = values.length / columns;
  const at = (column: number, row: number): number =>
    column < 0 || row < 0 || column >= columns || row >= rows
      ? -Infinity
      : values[row * columns + column]!;
  // Where an outline leaves a square, and where it entered it, by the numbers
  // of the edges: an edge to the right has an even one, an edge upwards an odd.
  const wide = columns + 2;
  const edge = (column: number, row: number, upward: 0 | 1): number =>
    2 * ((row + 1) * wide + column + 1) + upward;
  const next = new Map<number, number>();
  for (let row = -1; row < rows; row++) {
    for (let column = -1; column < columns; column++) {
      const corners = [
        at(column, row),
        at(column + 1, row),
        at(column + 1, row + 1),
        at(column, row + 1),
      ];
      const edges = [
        edge(column, row, 0),
        edge(column + 1, row, 1),
        edge(column, row + 1, 0),
        edge(column, row, 1),
      ];
      const inside = corners.map((value) => value >= 0);
      // Two areas that meet at a corner are one if the middle belongs to them.
      const joined = corners.reduce((sum, value) => sum + value) >= 0;
      for (let i = 0; i < 4; i++) {
        if (!inside[i] || inside[(i + 1) % 4]) continue;
        let entry = i;
        do entry = (entry + (joined ? 1 : 3)) % 4; while (
          inside[entry] || !inside[(entry + 1) % 4]
        );
        next.set(edges[i]!, edges[entry]!);
      }
    }
  }
  const crossing = (edge: number): Point => {
    const place = edge >> 1, upward = edge & 1;
    const column = place % wide - 1, row = Math.floor(place / wide) - 1;
    const from = at(column, row);
    const to = upward === 1 ? at(column, row + 1) : at(column + 1, row);
    const part = from === -Infinity
      ? 1
      : to === -Infinity
      ? 0
      : from / (from - to);
    return upward === 1 ? [column, row + part] : [column + part, row];
  };
  const found: Point[][] = [];
  for (let [start] of next) {
    const outline: Point[] = [];
    for (
      let edge = next.get(start);
      edge !== undefined;
      edge = next.get(start)
    ) {
      next.delete(start);
      outline.push(crossing(start));
      start = edge;
    }
    if (outline.length > 0) found.push(outline);
  }
  return found;
}
