import { type Numbers, roomForNumbers } from "../matrix/_numbers.ts";
import { isTransposed, type Matrix, numbersOf } from "../matrix/matrix.ts";
import { type Kernels, SIZE } from "./_compiled.ts";

/** `A B`, row by row, if there is memory for it. */
export function multiplied(
  kernels: Kernels,
  A: Matrix,
  B: Matrix,
): Numbers | undefined {
  const { loops, free: a } = kernels;
  const { rows, columns: inner } = A, { columns } = B;
  const b = a + rows * inner * SIZE, c = b + inner * columns * SIZE;
  const room = c + rows * columns * SIZE;
  if (!kernels.reaches(room + loops.matmulRoom(rows) * SIZE)) return undefined;
  kernels.put(numbersOf(A), a);
  kernels.put(numbersOf(B), b);
  loops.matmul(
    a,
    isTransposed(A) ? SIZE : inner * SIZE,
    isTransposed(A) ? rows * SIZE : SIZE,
    b,
    isTransposed(B) ? SIZE : columns * SIZE,
    isTransposed(B) ? inner * SIZE : SIZE,
    c,
    rows,
    inner,
    columns,
    room,
  );
  const C = roomForNumbers(rows * columns);
  kernels.take(c, C);
  return C;
}
