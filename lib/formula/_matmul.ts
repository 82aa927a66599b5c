/**
 * The loops behind `matmul` and `affine`. Each entry is summed over k in order,
 * one product after the other, so every loop here gives the same bits as the
 * three plain loops of a textbook; they only take four steps at a time, which
 * spares three of four trips to memory.
 */

/**
 * Computes `C = A B` for a `[rows, inner]` and an `[inner, columns]` matrix
 * into `C[c ...]`, which holds zeros. Entry (i, k) of `A` is `A[a + i * row + k
 * * step]`, so a transposed `A` is read across and never copied. The rows of
 * `B` lie one after the other.
 */
export function multiplyByRows(
  A: Float64Array,
  a: number,
  row: number,
  step: number,
  B: Float64Array,
  b: number,
  C: Float64Array,
  c: number,
  rows: number,
  inner: number,
  columns: number,
): void {
  const whole = inner - inner % 4;
  for (let i = 0; i < rows; i++) {
    const first = c + i * columns;
    let from = a + i * row, k = 0;
    for (; k < whole; k += 4) {
      const a0 = A[from]!, a1 = A[from + step]!;
      const a2 = A[from + 2 * step]!, a3 = A[from + 3 * step]!;
      const b0 = b + k * columns,
        b1 = b0 + columns,
        b2 = b1 + columns,
        b3 = b2 + columns;
      for (let j = 0; j < columns; j++) {
        C[first + j] = C[first + j]! + a0 * B[b0 + j]! + a1 * B[b1 + j]! +
          a2 * B[b2 + j]! +
          a3 * B[b3 + j]!;
      }
      from += 4 * step;
    }
    for (; k < inner; k++) {
      const a0 = A[from]!, b0 = b + k * columns;
      for (let j = 0; j < columns; j++) {
        C[first + j] = C[first + j]! + a0 * B[b0 + j]!;
      }
      from += step;
    }
  }
}

/** The same where the columns of `B` lie one after the other: each entry is a dot product. */
export function multiplyByColumns(
  A: Float64Array,
  a: number,
  row: number,
  step: number,
  B: Float64Array,
  b: number,
  C: Float64Array,
  c: number,
  rows: number,
  inner: number,
  columns: number,
): void {
  const whole = columns - columns % 4;
  for (let i = 0; i < rows; i++) {
    const first = c + i * columns, from = a + i * row;
    let j = 0;
    for (; j < whole; j += 4) {
      const b0 = b + j * inner,
        b1 = b0 + inner,
        b2 = b1 + inner,
        b3 = b2 + inner;
      let c0 = 0, c1 = 0, c2 = 0, c3 = 0;
      for (let k = 0; k < inner; k++) {
        const factor = A[from + k * step]!;
        c0 += factor * B[b0 + k]!;
        c1 += factor * B[b1 + k]!;
        c2 += factor * B[b2 + k]!;
        c3 += factor * B[b3 + k]!;
      }
      C[first + j] = c0;
      C[first + j + 1] = c1;
      C[first + j + 2] = c2;
      C[first + j + 3] = c3;
    }
    for (; j < columns; j++) {
      let total = 0;
      for (let k = 0; k < inner; k++) {
        total += A[from + k * step]! * B[b + j * inner + k]!;
      }
      C[first + j] = total;
    }
  }
}
