/**
 * What NumPy reads in our files and writes in its own: see `numpy_files.py`.
 *
 * @module
 */
import { assertEquals } from "@std/assert";
import type { Matrix } from "../../mod.ts";
import { CHECKOUT } from "./checkout.ts";
import { runDeno } from "./deno_process.ts";
import { programPath } from "./permission.ts";

/** An array: its shape, and its numbers as hexadecimal bytes of float64. */
export interface Told {
  readonly shape: readonly number[];
  readonly bytes: string;
  /** Of a `.npy` file: its type, and whether NumPy writes the same file. */
  readonly dtype?: string;
  readonly same?: boolean;
}

/** What NumPy told of files, by name; of `.npz` by the names in it, too. */
export interface NumpyFiles {
  readonly read: Record<string, Told & Record<string, Told>>;
  readonly written: Record<string, Told & Record<string, Told>>;
  /** The bytes of a file. */
  bytes(name: string): Uint8Array;
}

/**
 * Lets NumPy read files and write its own, and calls `look` with both.
 *
 * @param ours Files by name, which begins with `ours`.
 * @param look What looks at what came out.
 * @throws {AssertionError} If NumPy does not read them.
 */
export async function withNumpyFiles(
  ours: Record<string, Uint8Array>,
  look: (files: NumpyFiles) => void,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    for (const [name, bytes] of Object.entries(ours)) {
      await Deno.writeFile(`${folder}/${name}`, bytes);
    }
    const { code, stdout, stderr } = await runDeno([
      ...["run", "--allow-run", "tests/_support/in_program.ts"],
      ...[programPath("numpy"), "tests/_support/numpy_files.py", folder],
    ], { cwd: CHECKOUT });
    assertEquals([code, stderr], [0, ""]);
    look({
      ...JSON.parse(stdout),
      bytes: (name: string) => Deno.readFileSync(`${folder}/${name}`),
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/**
 * The same of one of our matrices.
 *
 * @param x The matrix.
 * @returns Its shape and bytes.
 */
export function toldOf(x: Matrix): Told {
  const view = new DataView(new ArrayBuffer(8 * x.rows * x.columns));
  x.toFloat64Array().forEach((value, i) => view.setFloat64(8 * i, value, true));
  const bytes = [...new Uint8Array(view.buffer)]
    .map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return { shape: [x.rows, x.columns], bytes };
}
