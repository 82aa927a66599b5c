/** Compiled loops over lists and rows, if there is memory for them. */
import { type Numbers, roomForNumbers } from "../matrix/_numbers.ts";
import { type Kernels, SIZE } from "./_compiled.ts";

/** The functions of a number that are compiled. */
export type Mapping = "exp" | "log" | "sigmoid" | "tanh";

/** `f(x)` of every number. */
export function mapped(
  kernels: Kernels,
  name: Mapping,
  x: Numbers,
): Numbers | undefined {
  const { loops, free: at } = kernels;
  if (!kernels.reaches(at + x.length * SIZE)) return undefined;
  kernels.put(x, at);
  loops[name](at, x.length, at);
  return taken(kernels, at, x.length);
}

/** The softmax of each row. */
export function softmaxOf(
  kernels: Kernels,
  x: Numbers,
  columns: number,
): Numbers | undefined {
  const { loops, free: at } = kernels;
  if (!kernels.reaches(at + x.length * SIZE)) return undefined;
  kernels.put(x, at);
  loops.softmax(at, x.length / columns, columns, at);
  return taken(kernels, at, x.length);
}

/** The mean cross entropy of rows of scores, whose classes are told. */
export function crossEntropyOf(
  kernels: Kernels,
  z: Numbers,
  classes: Numbers,
): number | undefined {
  const { loops, free: at } = kernels, rows = classes.length;
  const told = at + z.length * SIZE, powers = told + rows * SIZE;
  if (!kernels.reaches(powers + (2 * z.length + rows) * SIZE)) return undefined;
  kernels.put(z, at);
  kernels.put(classes, told);
  return loops.crossEntropy(at, told, rows, z.length / rows, powers);
}

/** How much `factor` times the rows' cross entropies change with the scores. */
export function crossEntropySlopeOf(
  kernels: Kernels,
  z: Numbers,
  classes: Numbers,
  factor: number,
): Numbers | undefined {
  const { loops, free: at } = kernels, rows = classes.length;
  const told = at + z.length * SIZE;
  if (!kernels.reaches(told + rows * SIZE)) return undefined;
  kernels.put(z, at);
  kernels.put(classes, told);
  loops.powers(at, rows, z.length / rows, at);
  loops.crossEntropySlope(at, told, rows, z.length / rows, factor);
  return taken(kernels, at, z.length);
}

function taken(kernels: Kernels, at: number, length: number): Numbers {
  const list = roomForNumbers(length);
  kernels.take(at, list);
  return list;
}
