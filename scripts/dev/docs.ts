/**
 * `deno task docs`: writes the option tables into the docs, as the commands
 * declare them. With `--check` it writes nothing, and fails where a table is
 * not as declared.
 *
 * Permissions: `--allow-read=. --allow-write=.`, for the READMEs of the
 * project.
 */
import { languageOf, withOptionTables } from "./option_tables.ts";

/** The READMEs of a folder and of those in it. */
function readmesIn(folder: string): string[] {
  return [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) => {
    if (name.startsWith(".")) return [];
    if (isDirectory) return readmesIn(`${folder}/${name}`);
    return /^README.*\.md$/.test(name) ? [`${folder}/${name}`] : [];
  }).sort();
}

const isCheck = Deno.args.includes("--check");
for (const path of readmesIn(".")) {
  const before = Deno.readTextFileSync(path);
  const after = withOptionTables(before, languageOf(path));
  if (after === before) continue;
  if (isCheck) Deno.exitCode = 1;
  else Deno.writeTextFileSync(path, after);
  console.log(isCheck ? `${path} is not as declared` : `${path} is written`);
}
