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
import {
  crossEntropyOf,
  crossEntropySlopeOf,
  mapped,
  type Mapping,
  softmaxOf,
} from "./_lists.ts";
import { multiplied } from "./_product.ts";

/** A product of fewer multiplications is plain, */
const LEAST_PRODUCT = 384;
/** and one of fewer rows or columns: every number is used too seldom. */
const LEAST_SIDE = 3;
/** Of fewer numbers a function is plain, and a softmax, */
const LEAST_MAPPED = 16;
/** and the cross entropy of fewer scores. */
const LEAST_SCORES = 48;

const mappings: readonly string[] = ["exp", "log", "sigmoid", "tanh"];

export type { Mapping } from "./_lists.ts";

/** Whether there is a compiled loop of a function of a number. */
export function isMapping(name: string): name is Mapping {
  return mappings.includes(name);
}

// Each of these gives undefined where the plain loop is to do it.

/** `A B`, row by row. */
export function compiledProduct(A: Matrix, B: Matrix): Numbers | undefined {
  const { rows, columns: inner } = A, { columns } = B;
  if (rows * inner * columns < LEAST_PRODUCT) return undefined;
  if (rows < LEAST_SIDE || columns < LEAST_SIDE) return undefined;
  const kernels = sharedKernels();
  return kernels && multiplied(kernels, A, B);
}

/** `f(x)` of every number. */
export function compiledMap(name: Mapping, x: Numbers): Numbers | undefined {
  if (x.length < LEAST_MAPPED) return undefined;
  const kernels = sharedKernels();
  return kernels && mapped(kernels, name, x);
}

/** The softmax of each row. */
export function compiledSoftmax(
  x: Numbers,
  columns: number,
): Numbers | undefined {
  if (x.length < LEAST_MAPPED) return undefined;
  const kernels = sharedKernels();
  return kernels && softmaxOf(kernels, x, columns);
}

/** The mean cross entropy of rows of scores, whose classes are looked up. */
export function compiledCrossEntropy(
  z: Numbers,
  classesOf: () => Numbers | undefined,
): number | undefined {
  if (z.length < LEAST_SCORES) return undefined;
  const kernels = sharedKernels(), classes = kernels && classesOf();
  return classes && crossEntropyOf(kernels, z, classes);
}

/** How much `factor` times the rows' cross entropies change with the scores. */
export function compiledCrossEntropySlope(
  z: Numbers,
  classesOf: () => Numbers | undefined,
  factor: number,
): Numbers | undefined {
  if (z.length < LEAST_SCORES) return undefined;
  const kernels = sharedKernels(), classes = kernels && classesOf();
  return classes && crossEntropySlopeOf(kernels, z, classes, factor);
}
