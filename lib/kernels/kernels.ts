/**
 * Where a loop of the library is compiled, and where it is plain: decided here,
 * by the shape alone. Both give the same bits, so that the choice can be seen
 * by a clock and by nothing else. Numbers are copied into the compiled loops'
 * memory and out of it, which a short loop does not earn back; each limit is
 * where a compiled loop was measured to take less than 0.93 of the plain one's
 * time.
 */
import type { Numbers } from "../matrix/_numbers.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { sharedKernels } from "./_compiled.ts";
import { multiplied } from "./_product.ts";

/** A product of fewer multiplications is plain, */
const LEAST_PRODUCT = 384;
/** and one of fewer rows or columns: every number is used too seldom. */
const LEAST_SIDE = 3;

/** `A B`, row by row; undefined where the plain loops are to do it. */
export function compiledProduct(A: Matrix, B: Matrix): Numbers | undefined {
  const { rows, columns: inner } = A, { columns } = B;
  if (rows * inner * columns < LEAST_PRODUCT) return undefined;
  if (rows < LEAST_SIDE || columns < LEAST_SIDE) return undefined;
  const kernels = sharedKernels();
  return kernels && multiplied(kernels, A, B);
}
