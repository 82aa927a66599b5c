/**
 * The loops behind `matmul` and `affine`. Each entry is summed over k in order,
 * one product after the other, so every loop here gives the same bits as the
 * three plain loops of a textbook; they only take four steps at a time, which
 * spares three of four trips to memory.
 */
import { compiledProduct } from "../kernels/kernels.ts";
import { newNumbers, type Numbers } from "../matrix/_numbers.ts";
import { isTransposed, type Matrix, numbersOf } from "../matrix/matrix.ts";

/** The numbers of `A B`, row by row, for two matrices that fit. */
export function product(A: Matrix, B: Matrix): Numbers {
  return compiledProduct(A, B) ?? plainProduct(A, B);
}

/** The same by the loops below alone. */
export function plainProduct(A: Matrix, B: Matrix): Numbers {
  const C = newNumbers(A.rows * B.columns);
  if (isTransposed(B)) multiplyByColumns(A, B, C);
  else multiplyByRows(A, B, C);
  return C;
}

/** Adds `A B` to `C`, where the rows of `B` lie one after the other. */
function multiplyByRows(A: Matrix, B: Matrix, C: Numbers): void {
  const { rows, columns: inner } = A, { columns } = B;
  // A transposed A is read across and never copied.
  const across = isTransposed(A);
  const row = across ? 1 : inner, step = across ? rows : 1;
  const a = numbersOf(A), b = numbersOf(B);
  const whole = inner - inner % 4;
  for (let i = 0; i < rows; i++) {
    const first = i * columns;
    let from = i * row, k = 0;
    for (; k < whole; k += 4) {
      const a0 = a[from]!, a1 = a[from + step]!;
      const a2 = a[from + 2 * step]!, a3 = a[from + 3 * step]!;
      const b0 = k * columns, b1 = b0 + columns;
      const b2 = b1 + columns, b3 = b2 + columns;
      for (let j = 0; j < columns; j++) {
        C[first + j] = C[first + j]! + a0 * b[b0 + j]! + a1 * b[b1 + j]! +
          a2 * b[b2 + j]! + a3 * b[b3 + j]!;
      }
      from += 4 * step;
    }
    for (; k < inner; k++) {
      const a0 = a[from]!, b0 = k * columns;
      for (let j = 0; j < columns; j++) {
        C[first + j] = C[first + j]! + a0 * b[b0 + j]!;
      }
      from += step;
    }
  }
}

/** The same where its columns do: each entry of `C` is a dot product. */
function multiplyByColumns(A: Matrix, B: Matrix, C: Numbers): void {
  const { rows, columns: inner } = A, { columns } = B;
  const across = isTransposed(A);
  const row = across ? 1 : inner, step = across ? rows : 1;
  const a = numbersOf(A), b = numbersOf(B);
  const whole = columns - columns % 4;
  for (let i = 0; i < rows; i++) {
    const first = i * columns, from = i * row;
    let j = 0;
    for (; j < whole; j += 4) {
      const b0 = j * inner, b1 = b0 + inner, b2 = b1 + inner, b3 = b2 + inner;
      let c0 = 0, c1 = 0, c2 = 0, c3 = 0;
      for (let k = 0; k < inner; k++) {
        const factor = a[from + k * step]!;
        c0 += factor * b[b0 + k]!;
        c1 += factor * b[b1 + k]!;
        c2 += factor * b[b2 + k]!;
        c3 += factor * b[b3 + k]!;
      }
      C[first + j] = c0;
      C[first + j + 1] = c1;
      C[first + j + 2] = c2;
      C[first + j + 3] = c3;
    }
    for (; j < columns; j++) {
      let total = 0;
      for (let k = 0; k < inner; k++) {
        total += a[from + k * step]! * b[j * inner + k]!;
      }
      C[first + j] = total;
    }
  }
}
