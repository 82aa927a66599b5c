/**
 * The project's folder, and copies of parts of it.
 *
 * @module
 */

/** The project's folder, with a slash at its end. */
export const CHECKOUT: URL = new URL("../../", import.meta.url);

function copy(from: URL, to: URL): void {
  if (!Deno.statSync(from).isDirectory) {
    Deno.mkdirSync(new URL(".", to), { recursive: true });
    return Deno.copyFileSync(from, to);
  }
  for (const { name } of Deno.readDirSync(from)) {
    copy(new URL(`${from.href}/${name}`), new URL(`${to.href}/${name}`));
  }
}

/**
 * A temporary folder with copies of the given files and folders.
 *
 * @param paths Relative to the checkout, without a slash at the end.
 * @returns The folder, with a slash at its end.
 */
export function copyOf(...paths: string[]): URL {
  const folder = new URL(`file://${Deno.makeTempDirSync()}/`);
  for (const path of paths) {
    copy(new URL(path, CHECKOUT), new URL(path, folder));
  }
  return folder;
}
