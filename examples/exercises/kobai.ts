/**
 * What the exercises call "kobai": values, arithmetic and reductions. What the
 * exercises ask for is left out.
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
} from "../../lib/formula/elementwise.ts";
export { matmul, transpose } from "../../lib/formula/products.ts";
export {
  fromFloat64Array,
  matrix,
  ones,
  zeros,
} from "../../lib/matrix/make.ts";
export { Matrix, type MatrixLike } from "../../lib/matrix/matrix.ts";
export type { ReductionOptions } from "../../lib/formula/_by.ts";
export { argMax, max } from "../../lib/formula/largest.ts";
export { mean, sum } from "../../lib/formula/reduction.ts";
export { maximum } from "../../lib/formula/limits.ts";
export { abs, sqrt } from "../../lib/formula/powers.ts";
