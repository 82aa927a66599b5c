/**
 * NumPy's own files: a matrix to and from the bytes of `.npy`. Reading and
 * writing files is left to the caller.
 *
 * Source: numpy/lib/format.py, the NPY format 1.0 to 3.0.
 */
import { newNumbers } from "./_numbers.ts";
import { readNpyHeader } from "./_npy_header.ts";
import { npyNumbers } from "./_npy_numbers.ts";
import { requireMatrix } from "./_operand.ts";
import { describe } from "./_require.ts";
import { type Matrix, requirePlain, rowMajor, wrap } from "./matrix.ts";

/**
 * The bytes of a `.npy` file: those that `np.save` of NumPy 1.24 writes for the
 * same array of float64. `np.load` reads every bit of every number, and gives
 * an array of two dimensions.
 *
 * @param x `[N, D]`.
 * @returns A header and the numbers, row by row.
 * @throws {TypeError} If `x` is no matrix, or a gradient is being taken.
 *
 * @example There and back
 * ```ts
 * import { formatNpy, matrix, parseNpy } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const bytes = formatNpy(matrix([[1, 2], [3, 4]]));
 * assertEquals(bytes.length, 128 + 4 * 8);
 * assertEquals(parseNpy(bytes).toArray(), [[1, 2], [3, 4]]);
 * ```
 */
export function formatNpy(x: Matrix): Uint8Array<ArrayBuffer> {
  const action = "write a .npy file";
  const { rows, columns } = requirePlain(requireMatrix(x, "x", action), action);
  const header = "{'descr': '<f8', 'fortran_order': False, " +
    `'shape': (${rows}, ${columns}), }`;
  // NumPy leaves room in which the number of rows may grow to 21 digits.
  const least = 10 + header.length + 21 - `${rows}`.length + 1;
  const start = Math.ceil(least / 64) * 64;
  const text = header.padEnd(start - 10 - 1) + "\n";
  const numbers = rowMajor(x);
  const bytes = new Uint8Array(start + 8 * numbers.length);
  bytes.set([0x93, ...[..."NUMPY"].map((c) => c.charCodeAt(0)), 1, 0]);
  const view = new DataView(bytes.buffer);
  view.setUint16(8, text.length, true);
  for (let i = 0; i < text.length; i++) bytes[10 + i] = text.charCodeAt(i);
  for (let i = 0; i < numbers.length; i++) {
    view.setFloat64(start + 8 * i, numbers[i]!, true);
  }
  return bytes;
}

/**
 * The matrix in the bytes of a `.npy` file, of version 1, 2 or 3: numbers of
 * the types float64, float32, int8 to int64, uint8 to uint64 and bool (0 and
 * 1), in both orders of bytes, row by row or column by column (Fortran). An
 * array of one dimension becomes a row, a single number a 1×1 matrix. As for
 * NumPy, bytes after the numbers are no fault.
 *
 * @param bytes What is in the file.
 * @returns `[N, D]`.
 * @throws {RangeError} If the bytes are damaged, cut off, or hold anything else
 * (such as three dimensions, texts, or an integer beyond 2⁵³, which no double
 * holds): with the place.
 * @throws {TypeError} If `bytes` is no Uint8Array.
 *
 * @example What `np.save` wrote for `np.array([1, 2], dtype=">i2")`
 * ```ts
 * import { parseNpy } from "kobai";
 * import { assertEquals } from "@std/assert";
 *
 * const header = "{'descr': '>i2', 'fortran_order': False, 'shape': (2,), }\n";
 * const bytes = Uint8Array.from([
 *   ...[0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length, 0],
 *   ...[...header].map((letter) => letter.charCodeAt(0)),
 *   ...[0, 1, 0, 2],
 * ]);
 * assertEquals(parseNpy(bytes).toArray(), [[1, 2]]);
 * ```
 */
export function parseNpy(bytes: Uint8Array): Matrix {
  const action = "read the .npy file";
  if (!(bytes instanceof Uint8Array)) {
    throw new TypeError(
      `Cannot ${action}: found ${describe(bytes)}, a Uint8Array is needed`,
    );
  }
  const { type, isFortran, rows, columns, start } = readNpyHeader(
    bytes,
    action,
  );
  const { size, read } = npyNumbers(type, bytes, action);
  const length = rows * columns, needed = length * size;
  if (bytes.length - start < needed) {
    throw new RangeError(
      `Cannot ${action}: ${bytes.length - start} bytes follow the header at ` +
        `byte ${start}, ${rows}x${columns} of ${type} needs ${needed}`,
    );
  }
  const to = newNumbers(length);
  for (let row = 0, i = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, i++) {
      const place = isFortran ? column * rows + row : i;
      const value = read(start + place * size);
      if (typeof value === "bigint") {
        throw new RangeError(
          `Cannot ${action}: the integer in row ${row}, column ${column} ` +
            `(byte ${start + place * size}) is ${value}, ` +
            "one of at most 2 to the 53rd, by its size, is needed",
        );
      }
      to[i] = value;
    }
  }
  return wrap(rows, columns, to);
}
