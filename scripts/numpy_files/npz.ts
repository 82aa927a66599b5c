/**
 * Parameters of any nesting to and from NumPy's `.npz`: for scripts of your
 * own, in a copy of this project. Reading and writing files is left to them.
 */
import {
  type AnyNesting,
  formatNpy,
  Matrix,
  type Nesting,
  parseNpy,
} from "kobai";
import { readZip, type ZipMember } from "../zip/read_zip.ts";
import { writeZip } from "../zip/write_zip.ts";

const reading = "read the .npz file", writing = "write a .npz file";

/**
 * The bytes of a `.npz` file, not compressed, as `np.savez` writes one:
 * `np.load` gives each matrix by its name. Names are the paths by which errors
 * name parameters, such as `W1` and `layers[0].b`; a single matrix has the name
 * `arr_0`.
 *
 * @param parameters A matrix, or any nesting of arrays and records of matrices.
 * @returns What is to be written into a file.
 * @throws {TypeError} If something in it is no matrix.
 */
export function formatNpz<T extends AnyNesting>(
  parameters: T & Nesting<T>,
): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  mapParts(parameters, (matrix, name) => {
    if (!(matrix instanceof Matrix)) {
      throw new TypeError(
        `Cannot ${writing}: ${name} is ${String(matrix)}, ` +
          "a matrix, or arrays and records of matrices are needed",
      );
    }
    files[`${name}.npy`] = formatNpy(matrix);
    return matrix;
  });
  return writeZip(files, false);
}

/**
 * The matrices in the bytes of a `.npz` file, by name, or in the nesting of
 * `like`. Each is read as `parseNpy` of the library reads it.
 *
 * @param bytes What is in the file.
 * @param like Parameters with the same names and shapes, such as those that
 * training starts from.
 * @returns A record by name, or what `like` is with other numbers.
 * @throws {RangeError} If the bytes are damaged, or what is in them does not
 * fit `like`: with the place.
 */
export function parseNpz(bytes: Uint8Array): Record<string, Matrix>;
export function parseNpz<T extends AnyNesting>(
  bytes: Uint8Array,
  like: T & Nesting<T>,
): T;
export function parseNpz(
  bytes: Uint8Array,
  like?: object,
): unknown {
  const found = new Map<string, Matrix>();
  for (const { name, content } of membersOf(bytes)) {
    if (!name.endsWith(".npy")) {
      throw new RangeError(
        `Cannot ${reading}: it has ${name}, files of .npy are needed`,
      );
    }
    found.set(name.slice(0, -4), parseMember(name, content));
  }
  if (like === undefined) return Object.fromEntries(found);
  const parameters = mapParts(like, (part, name) => {
    const matrix = found.get(name), wanted = part as Matrix;
    found.delete(name);
    if (matrix?.rows !== wanted.rows || matrix.columns !== wanted.columns) {
      const shape = matrix && `${matrix.rows}x${matrix.columns}`;
      throw new RangeError(
        `Cannot ${reading}: ${name} is ${shape ?? "missing"}, ` +
          `${wanted.rows}x${wanted.columns} is needed`,
      );
    }
    return matrix;
  });
  for (const [name] of found) {
    throw new RangeError(
      `Cannot ${reading}: it has ${name}, nothing is needed there`,
    );
  }
  return parameters;
}

function membersOf(bytes: Uint8Array): ZipMember[] {
  try {
    return readZip(bytes);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RangeError(`Cannot ${reading}: ${error.message}`);
  }
}

function parseMember(name: string, content: Uint8Array): Matrix {
  try {
    return parseNpy(content);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const why = error.message.replace("Cannot read the .npy file: ", "");
    throw new RangeError(`Cannot ${reading}: in ${name}, ${why}`);
  }
}

/** The same nesting of what `map` makes of each part that is no nesting. */
function mapParts(
  part: unknown,
  map: (part: unknown, name: string) => Matrix,
  path = "",
): unknown {
  if (Array.isArray(part)) {
    return part.map((item, i) => mapParts(item, map, `${path}[${i}]`));
  }
  if (typeof part !== "object" || part === null || part instanceof Matrix) {
    return map(part, path || "arr_0");
  }
  const mapped = Object.create(Object.getPrototypeOf(part));
  for (const [key, value] of Object.entries(part)) {
    mapped[key] = mapParts(value, map, memberOf(path, key));
  }
  return mapped;
}

/** The path of a member; what could be taken for two names is put in quotes. */
function memberOf(path: string, key: string): string {
  if (!/^[\p{ID_Continue}$]+$/u.test(key)) {
    return `${path}[${JSON.stringify(key)}]`;
  }
  return path === "" ? key : `${path}.${key}`;
}
