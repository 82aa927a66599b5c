/** What the search for the largest and for the smallest number share. */
import { newNumbers, type Numbers } from "../matrix/_numbers.ts";
import { type Matrix, rowMajor, wrap } from "../matrix/matrix.ts";
import { type By, count } from "./_by.ts";

/** 1 looks for the largest number, -1 for the smallest. */
export type Sense = 1 | -1;

/** The extreme number of all, of each row or of each column. */
export function extreme(x: Matrix, by: By, sense: Sense): Matrix {
  return search(x, by, sense, (values, place) => values[place]!);
}

/** Its index; in a tie the first, and that of a NaN before all others. */
export function extremeIndex(x: Matrix, by: By, sense: Sense): Matrix {
  return search(x, by, sense, (_values, _place, index) => index);
}

/** The gradient of what was found: all of it goes to its place. */
export function extremeSlope(
  dy: Matrix,
  x: Matrix,
  by: By,
  sense: Sense,
): Matrix {
  const { rows, columns } = x, to = newNumbers(rows * columns);
  const places = rowMajor(search(x, by, sense, (_values, place) => place));
  const from = rowMajor(dy);
  for (let i = 0; i < from.length; i++) to[places[i]!] = from[i]!;
  return wrap(rows, columns, to);
}

/** Each search: what `take` makes of the place and the index that it found. */
function search(
  x: Matrix,
  by: By,
  sense: Sense,
  take: (values: Numbers, place: number, index: number) => number,
): Matrix {
  const values = rowMajor(x);
  // Each search has a first place, a step to the next, and a number of places.
  const searches = by === "row" ? x.rows : by === "column" ? x.columns : 1;
  const next = by === "row" ? x.columns : 1;
  const step = by === "column" ? x.columns : 1;
  const places = count(x, by);
  const to = newNumbers(searches);
  for (let search = 0; search < searches; search++) {
    const first = search * next;
    let index = 0;
    for (let i = 1; i < places; i++) {
      const best = sense * values[first + index * step]!;
      if (best !== best) break;
      const value = sense * values[first + i * step]!;
      if (value > best || value !== value) index = i;
    }
    to[search] = take(values, first + index * step, index);
  }
  return by === "row" ? wrap(searches, 1, to) : wrap(1, searches, to);
}
