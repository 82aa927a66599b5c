/**
 * Files for the time of a test.
 *
 * @module
 */

/** A temporary folder, removed with everything in it when it is disposed of. */
export interface TemporaryFolder extends Disposable {
  /** Its path, with a slash at its end. */
  readonly path: string;
  /** Writes a file into it, and returns the file's path. */
  file(name: string, content: string | readonly number[]): string;
  /** The names of everything in it, hidden ones too. */
  names(): string[];
}

/** Makes a temporary folder: `using folder = temporaryFolder()`. */
export function temporaryFolder(): TemporaryFolder {
  const path = `${Deno.makeTempDirSync()}/`;
  return {
    path,
    file(name, content) {
      const bytes = typeof content === "string"
        ? new TextEncoder().encode(content)
        : new Uint8Array(content);
      Deno.writeFileSync(path + name, bytes);
      return path + name;
    },
    names: () => [...Deno.readDirSync(path)].map(({ name }) => name).sort(),
    [Symbol.dispose]: () => Deno.removeSync(path, { recursive: true }),
  };
}
