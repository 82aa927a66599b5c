/**
 * What submissions are graded with, as one number: the kit that they import,
 * the tasks, the right answers, how close is close enough, the kinds of
 * mistake.
 */
import { dirname, join } from "node:path";

const ROOT = new URL("../../", import.meta.url);

/** Folders and files whose text decides what a submission gets. */
const decisive = [
  "examples/exercises/kobai.ts",
  "lib/",
  "scripts/exercise/",
  "scripts/exercises/",
  "scripts/grade/grade.ts",
  "scripts/grade/record.ts",
  "scripts/grade/sandbox/",
];

/**
 * The digest of all that is decisive for marks.
 *
 * @param exercises The file of exercises, which may import others beside it;
 * the lecture's if undefined.
 */
export async function kitDigest(exercises?: string): Promise<string> {
  const paths = (await Promise.all(decisive.map(filesOf))).flat();
  const texts = await textsOf(paths.sort().map((path) => new URL(path, ROOT)));
  const own = exercises === undefined ? [] : await textsOf(beside(exercises));
  const all = JSON.stringify([paths.map((path, i) => [path, texts[i]]), own]);
  const bytes = new TextEncoder().encode(all);
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return new Uint8Array(digest).toHex().slice(0, 32);
}

function textsOf(files: readonly (URL | string)[]): Promise<string[]> {
  return Promise.all(files.map((file) => Deno.readTextFile(file)));
}

/** A file of somebody's own, and the programs in its folder. */
function beside(file: string): string[] {
  const folder = dirname(file);
  const programs = [...Deno.readDirSync(folder)]
    .filter(({ name, isFile }) => isFile && /\.[mc]?[tj]s$/.test(name))
    .map(({ name }) => join(folder, name));
  return [...new Set([file, ...programs.sort()])];
}

/** A file, or all files of a folder and the folders in it. */
async function filesOf(path: string): Promise<string[]> {
  if (!path.endsWith("/")) return [path];
  const files: string[][] = [];
  for await (const { name, isDirectory } of Deno.readDir(new URL(path, ROOT))) {
    files.push(await filesOf(path + name + (isDirectory ? "/" : "")));
  }
  return files.flat();
}
