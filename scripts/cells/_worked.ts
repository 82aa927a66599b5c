/** Formulas with their numbers, for more than one cell. */
import type { Matrix } from "kobai";
import { operand, short } from "../lesson/worked.ts";

/** `½ [(0.2 - 0)² + (0.7 - 1)²] = 0.065` */
export function halfOfSquares(
  y: Matrix,
  t: Matrix,
  E: Matrix | number,
): string {
  const squares = y.toArray()[0]!.map((y, k) =>
    `(${short(y)} - ${operand(t.at(0, k))})²`
  );
  return `½ [${squares.join(" + ")}] = ${short(E)}`;
}
