/**
 * What submissions are graded with, as one number: the kit that they import,
 * the tasks, the right answers, how close is close enough, the kinds of
 * mistake.
 */

const ROOT = new URL("../../", import.meta.url);

/** Folders and files whose text decides what a submission gets. */
const decisive = [
  "examples/exercises/kobai.ts",
  "examples/exercises/public_cases.json",
  "lib/",
  "scripts/exercise/",
  "scripts/grade/grade.ts",
  "scripts/grade/record.ts",
  "scripts/grade/sandbox/",
];

/** The digest of all that is decisive for marks. */
export async function kitDigest(): Promise<string> {
  const paths = (await Promise.all(decisive.map(filesOf))).flat().sort();
  const texts = await Promise.all(
    paths.map((path) => Deno.readTextFile(new URL(path, ROOT))),
  );
  const all = JSON.stringify(paths.map((path, i) => [path, texts[i]]));
  const bytes = new TextEncoder().encode(all);
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return new Uint8Array(digest).toHex().slice(0, 32);
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
