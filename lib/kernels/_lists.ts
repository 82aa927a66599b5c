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

function taken(kernels: Kernels, at: number, length: number): Numbers {
  const list = roomForNumbers(length);
  kernels.take(at, list);
  return list;
}
