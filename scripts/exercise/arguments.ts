/**
 * Arguments of a submission's functions, from plain numbers. What is handed
 * over can tell afterwards whether it was changed and how often it was called.
 * (`intrinsics.ts` says why it is written so.)
 */
import { fromFloat64Array, Matrix, matrix } from "kobai";
import { apply, isList, isView } from "./intrinsics.ts";

/** Rows of numbers. */
export type Rows = readonly (readonly number[])[];

/**
 * A function of weights: `Σ linear·w + square·w² + cube·w³ + together·(Σ w)²`.
 */
export interface Surface {
  readonly linear: Rows;
  readonly square: Rows;
  readonly cube: Rows;
  readonly together: number;
}

/**
 * The gradient of a bowl: `pull·(w - center) + together·Σ (w - center)` for
 * each weight.
 */
export interface Slope {
  readonly center: Rows;
  readonly pull: number;
  readonly together: number;
}

/** An argument as a case has it. */
export type Argument =
  | Rows
  | number
  | Surface
  | Slope
  | string
  | readonly string[];

/**
 * What becomes of an argument: a `Matrix`, lists of numbers, a number, a
 * function, a text, or a list of texts.
 */
export type Kind =
  | "matrix"
  | "rows"
  | "number"
  | "count"
  | "surface"
  | "slope"
  | "text"
  | "texts";

/** An argument that is ready to be handed over. */
export interface Made {
  readonly value: unknown;
  /** Whether it holds other numbers than at first. */
  changed(): boolean;
  /** How often it was called. */
  calls(): number;
}

const { toFloat64Array } = Matrix.prototype;
const unchanged = (): boolean => false;
const never = (): number => 0;

/**
 * Makes an argument.
 *
 * @param kind What becomes of it.
 * @param argument Its numbers; lists of numbers are handed over as they are.
 * @param original The same numbers once more, to compare with.
 */
export function makeArgument(
  kind: Kind,
  argument: Argument,
  original: Argument,
): Made {
  if (kind === "surface") return makeSurface(argument as Surface);
  if (kind === "slope") return makeSlope(argument as Slope);
  if (kind === "number" || kind === "count" || kind === "text") {
    return { value: argument, changed: unchanged, calls: never };
  }
  if (kind === "texts") {
    const changed = () => !holdsTexts(argument, original as string[]);
    return { value: argument, changed, calls: never };
  }
  const rows = original as Rows;
  if (kind === "rows") {
    const changed = () => !holdsRows(argument, rows);
    return { value: argument, changed, calls: never };
  }
  const value = matrix(argument as Rows);
  return { value, changed: () => !holds(numbersOf(value), rows), calls: never };
}

/** The numbers of a matrix, row by row. */
export function numbersOf(x: Matrix): Float64Array {
  return apply(toFloat64Array, x, []) as Float64Array;
}

function makeSurface({ linear, square, cube, together }: Surface): Made {
  let calls = 0;
  const value = (W: unknown): number => {
    calls++;
    const weights = weightsIn(W);
    let sum = 0, result = 0;
    for (let i = 0; i < linear.length; i++) {
      for (let j = 0; j < linear[i]!.length; j++) {
        const w = weightAt(weights, i, j, linear);
        sum += w;
        result += w *
          (linear[i]![j]! + w * (square[i]![j]! + w * cube[i]![j]!));
      }
    }
    return result + together * sum * sum;
  };
  return { value, changed: unchanged, calls: () => calls };
}

/** What `weightAt` looks into: a matrix copies its numbers each time. */
function weightsIn(W: unknown): unknown {
  return W instanceof Matrix ? numbersOf(W) : isList(W) ? W : undefined;
}

function weightAt(
  weights: unknown,
  i: number,
  j: number,
  shape: Rows,
): number {
  const columns = shape[0]!.length;
  const w = isView(weights)
    ? (weights as Float64Array)[i * columns + j]
    : isList(weights) && isList(weights[i])
    ? weights[i][j]
    : undefined;
  if (typeof w === "number") return w;
  const size = `${shape.length}x${columns}`;
  throw new TypeError(
    `f には ${size} の数を渡します / f takes ${size} numbers`,
  );
}

function makeSlope({ center, pull, together }: Slope): Made {
  let calls = 0;
  const columns = center[0]!.length;
  const value = (W: unknown): Matrix => {
    calls++;
    const weights = weightsIn(W);
    let sum = 0;
    for (let i = 0; i < center.length; i++) {
      for (let j = 0; j < columns; j++) {
        sum += weightAt(weights, i, j, center) - center[i]![j]!;
      }
    }
    const slopes = new Float64Array(center.length * columns);
    for (let i = 0; i < center.length; i++) {
      for (let j = 0; j < columns; j++) {
        slopes[i * columns + j] = together * sum +
          pull * (weightAt(weights, i, j, center) - center[i]![j]!);
      }
    }
    return fromFloat64Array(slopes, center.length, columns);
  };
  return { value, changed: unchanged, calls: () => calls };
}

/**
 * Whether a flat list holds the numbers of rows; a rounding error is no
 * difference.
 */
function holds(values: ArrayLike<number>, rows: Rows): boolean {
  for (let i = 0, next = 0; i < rows.length; i++) {
    for (let j = 0; j < rows[i]!.length; j++) {
      if (!isNear(values[next++], rows[i]![j]!)) return false;
    }
  }
  return true;
}

/** Whether something is still what it was at first: these rows. */
function holdsRows(value: unknown, rows: Rows): boolean {
  if (!isList(value) || value.length !== rows.length) return false;
  for (let i = 0; i < rows.length; i++) {
    const row = value[i], wanted = rows[i]!;
    if (!isList(row) || row.length !== wanted.length) return false;
    for (let j = 0; j < wanted.length; j++) {
      if (!isNear(row[j], wanted[j]!)) return false;
    }
  }
  return true;
}

/** Whether something is still what it was at first: these texts. */
function holdsTexts(value: unknown, texts: readonly string[]): boolean {
  if (!isList(value) || value.length !== texts.length) return false;
  for (let i = 0; i < texts.length; i++) {
    if (value[i] !== texts[i]) return false;
  }
  return true;
}

function isNear(value: unknown, wanted: number): boolean {
  if (typeof value !== "number") return false;
  const difference = value - wanted;
  return difference < 1e-9 && difference > -1e-9;
}
