/**
 * The product of two matrices, in packed tiles: the same additions in the same
 * order as the plain loops of `lib/formula/_matmul.ts`, so the same bits. Every
 * entry of the result is one lane of a vector, to which its terms are added one
 * after the other; no multiplication is fused with its addition.
 *
 * Source: K. Goto and R. A. van de Geijn, "Anatomy of high-performance matrix
 * multiplication" (2008).
 */

/** The bytes of a number; a vector has two. */
const size: usize = 8;

/** So many rows and columns has a tile of the result. */
const side: usize = 4;

/** So many terms are added before the next tile: their packed B stays near. */
const depth: usize = 256;

/** How many numbers of room `matmul` needs for a result of so many rows. */
export function matmulRoom(rows: usize): usize {
  const high = (rows + side - 1) / side * side;
  return side * side + (side + high) * depth;
}

/**
 * `C = A B`, C row by row. The entry of A in row i and column k lies at
 * `a + i · aRow + k · aColumn`, and so with B; the steps are bytes.
 */
export function matmul(
  a: usize, aRow: usize, aColumn: usize,
  b: usize, bRow: usize, bColumn: usize,
  c: usize, rows: usize, inner: usize, columns: usize, room: usize,
): void {
  const cRow = columns * size;
  const tile = room, packedB = tile + side * side * size;
  const packedA = packedB + side * depth * size;
  memory.fill(c, 0, rows * cRow);
  for (let k: usize = 0; k < inner; k += depth) {
    const terms = min(inner - k, depth);
    const band = terms * side * size;
    const first = a + k * aColumn;
    for (let i: usize = 0, to = packedA; i < rows; i += side, to += band) {
      pack(first + i * aRow, aRow, rows - i, aColumn, terms, to);
    }
    for (let j: usize = 0; j < columns; j += side) {
      const from = b + k * bRow + j * bColumn;
      pack(from, bColumn, columns - j, bRow, terms, packedB);
      for (let i: usize = 0, A = packedA; i < rows; i += side, A += band) {
        const at = c + i * cRow + j * size;
        const high = min(rows - i, side), wide = min(columns - j, side);
        if (high == side && wide == side) {
          addTerms(A, packedB, terms, at, cRow);
          continue;
        }
        // At the edge a whole tile is computed, and a part of it kept.
        if (k == 0) memory.fill(tile, 0, side * side * size);
        else move(at, cRow, tile, side * size, high, wide);
        addTerms(A, packedB, terms, tile, side * size);
        move(tile, side * size, at, cRow, high, wide);
      }
    }
  }
}

/**
 * Copies the terms of four lines (rows of A, columns of B) so that the four
 * numbers of a term lie side by side. Where there are fewer lines, the first
 * one stands in.
 */
function pack(
  from: usize, line: usize, lines: usize, next: usize, terms: usize, to: usize,
): void {
  const l1 = lines > 1 ? line : 0;
  const l2 = lines > 2 ? line * 2 : 0;
  const l3 = lines > 3 ? line * 3 : 0;
  let k: usize = 0;
  if (line == size && lines >= side) { // as they shall lie
    for (; k < terms; k++, from += next, to += side * size) {
      v128.store(to, v128.load(from));
      v128.store(to, v128.load(from, 16), 16);
    }
    return;
  }
  if (next == size) { // two terms at a time
    for (; k + 1 < terms; k += 2, from += 2 * size, to += 2 * side * size) {
      const r0 = v128.load(from), r1 = v128.load(from + l1);
      const r2 = v128.load(from + l2), r3 = v128.load(from + l3);
      v128.store(to, v128.shuffle<f64>(r0, r1, 0, 2));
      v128.store(to, v128.shuffle<f64>(r2, r3, 0, 2), 16);
      v128.store(to, v128.shuffle<f64>(r0, r1, 1, 3), 32);
      v128.store(to, v128.shuffle<f64>(r2, r3, 1, 3), 48);
    }
  }
  for (; k < terms; k++, from += next, to += side * size) {
    f64.store(to, f64.load(from));
    f64.store(to, f64.load(from + l1), 8);
    f64.store(to, f64.load(from + l2), 16);
    f64.store(to, f64.load(from + l3), 24);
  }
}

/** Adds terms, one after the other, to the tile at `c`. */
function addTerms(
  a: usize, b: usize, terms: usize, c: usize, row: usize,
): void {
  const c1 = c + row, c2 = c1 + row, c3 = c2 + row;
  let c00 = v128.load(c), c01 = v128.load(c, 16);
  let c10 = v128.load(c1), c11 = v128.load(c1, 16);
  let c20 = v128.load(c2), c21 = v128.load(c2, 16);
  let c30 = v128.load(c3), c31 = v128.load(c3, 16);
  for (const end = a + terms * 32; a < end; a += 32, b += 32) {
    const b0 = v128.load(b), b1 = v128.load(b, 16);
    let x = v128.load64_splat(a);
    c00 = f64x2.add(c00, f64x2.mul(x, b0));
    c01 = f64x2.add(c01, f64x2.mul(x, b1));
    x = v128.load64_splat(a, 8);
    c10 = f64x2.add(c10, f64x2.mul(x, b0));
    c11 = f64x2.add(c11, f64x2.mul(x, b1));
    x = v128.load64_splat(a, 16);
    c20 = f64x2.add(c20, f64x2.mul(x, b0));
    c21 = f64x2.add(c21, f64x2.mul(x, b1));
    x = v128.load64_splat(a, 24);
    c30 = f64x2.add(c30, f64x2.mul(x, b0));
    c31 = f64x2.add(c31, f64x2.mul(x, b1));
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  v128.store(c1, c10);
  v128.store(c1, c11, 16);
  v128.store(c2, c20);
  v128.store(c2, c21, 16);
  v128.store(c3, c30);
  v128.store(c3, c31, 16);
}

/** Copies a part of a tile. */
function move(
  from: usize, fromRow: usize, to: usize, toRow: usize,
  high: usize, wide: usize,
): void {
  const last = (wide - 1) * size;
  for (let i: usize = 0; i < high; i++, from += fromRow, to += toRow) {
    if (wide > 1) v128.store(to, v128.load(from));
    if (wide == side) v128.store(to, v128.load(from, 16), 16);
    else if (wide != 2) f64.store(to + last, f64.load(from + last));
  }
}
