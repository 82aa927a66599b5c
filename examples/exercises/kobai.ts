/**
 * What the exercises call "kobai": values, arithmetic and reductions. What the exercises ask for is
 * left out.
 *
 * @module
 */
export {
  add,
  divide,
  exp,
  log,
  multiply,
  negate,
  subtract,
} from "../../lib/elementwise.ts";
export { matmul, transpose } from "../../lib/linear_algebra.ts";
export {
  fromFloat64Array,
  Matrix,
  matrix,
  type MatrixLike,
  ones,
  zeros,
} from "../../lib/matrix.ts";
export {
  argMax,
  max,
  mean,
  type ReductionOptions,
  sum,
} from "../../lib/reduction.ts";
