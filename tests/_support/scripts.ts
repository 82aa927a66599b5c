/**
 * The project's scripts, and what their headers say.
 *
 * @module
 */
import { assert } from "@std/assert";
import { CHECKOUT } from "./checkout.ts";

function read(path: string): string {
  return Deno.readTextFileSync(new URL(path, CHECKOUT));
}

/** The TypeScript files of a folder, whose path ends with a slash. */
export function filesIn(folder: string): string[] {
  return [...Deno.readDirSync(new URL(folder, CHECKOUT))]
    .filter(({ isFile, name }) => isFile && name.endsWith(".ts"))
    .map(({ name }) => `${folder}${name}`).sort();
}

/** The TypeScript files of a folder and of the folders in it. */
export function filesBelow(folder: string): string[] {
  const inside = [...Deno.readDirSync(new URL(folder, CHECKOUT))]
    .filter(({ isDirectory }) => isDirectory)
    .flatMap(({ name }) => filesBelow(`${folder}${name}/`));
  return [...filesIn(folder), ...inside].sort();
}

/** The cells of the lecture. */
export function cellFiles(): string[] {
  return filesIn("scripts/cells/").filter((path) => /\/\d[^/]*$/.test(path));
}

/** The files in `scripts/` that are run and not imported. */
export function allScripts(): string[] {
  return [...filesIn("scripts/"), ...filesIn("scripts/dev/")].filter((path) =>
    !/^export /m.test(read(path))
  );
}

/** The comment in which a script introduces itself. */
export function headerOf(path: string): string {
  const source = read(path);
  assert(source.startsWith("/**\n"), `${path} has a header`);
  return source.slice(0, source.indexOf("*/"));
}

/** The permission flags in a header or a command, each once. */
export function flagsIn(text: string): string[] {
  const flags = text.match(/--allow-[a-z]+(=[^\s`,]+(,[^\s`,]+)*)?/g) ?? [];
  return [...new Set(flags)].sort();
}
