/**
 * The tests of the project in few modules. `deno test` gives each module a
 * thread that reads the library anew, which costs more than most tests and
 * examples do: what stands in one folder shares a thread.
 *
 * @module
 */
import { pathToFileURL } from "node:url";

const TEST = /(^|[._])test\.ts$/;

/** Where a test starts a program. */
const STARTS = /\bneeds\([^)]*"run"/;

/** To so many modules tests that start programs are dealt out. */
const HANDS = 12;

/** An example in a comment, where a line begins with a star. */
const EXAMPLE = /^( *\*) ```ts\n((?:\1.*\n)*?)\1 ```$/gm;

/** The TypeScript files of a folder, by paths relative to `root`. */
function* filesIn(
  root: string,
  left: readonly string[],
  folder = "",
): Generator<string> {
  const entries = [...Deno.readDirSync(`${root}/${folder}`)];
  entries.sort((a, b) => a.name < b.name ? -1 : 1);
  for (const { name, isDirectory } of entries) {
    const path = folder + name;
    if (left.includes(path) || /^\.|^node_modules$/.test(name)) continue;
    if (isDirectory) yield* filesIn(root, left, `${path}/`);
    else if (name.endsWith(".ts")) yield path;
  }
}

/** What `deno.json` says is not to be looked at. */
function excludedIn(root: string): string[] {
  const { exclude = [], test } = JSON.parse(
    Deno.readTextFileSync(`${root}/deno.json`),
  );
  return [...exclude, ...test?.exclude ?? []];
}

/** The modules of the examples in a file: each is a test. */
function examplesOf(path: string, text: string): string[] {
  return [...text.matchAll(EXAMPLE)].map(({ 1: star, 2: block, index }) => {
    const code = block!.split("\n").map((line) =>
      line.slice(star!.length).replace(/^ /, "")
    ).join("\n");
    const imports = /^import [^;]*;\n/gm;
    const name = `${path}:${text.slice(0, index).split("\n").length}`;
    return `${(code.match(imports) ?? []).join("")}
Deno.test(${JSON.stringify(name)}, async () => {
${code.replaceAll(imports, "")}
});`;
  });
}

/**
 * Writes modules that hold every test, and one with every example in the
 * documentation.
 *
 * @param root The project's folder.
 * @param out Where the modules go: a folder that is there.
 * @param left Files and folders that are left out, besides those that
 * `deno.json` excludes.
 * @returns The modules' paths; those that take long come first.
 */
export function writeTestModules(
  root: string,
  out: string,
  left: readonly string[],
): string[] {
  const files = [...filesIn(root, [...excludedIn(root), ...left])]
    .map((path) => ({
      path,
      text: Deno.readTextFileSync(`${root}/${path}`),
    }));
  const write = (name: string, text: string): string => {
    const path = `${out}/${name}_test.ts`;
    Deno.writeTextFileSync(path, text);
    return path;
  };
  const importing = (paths: readonly string[]): string =>
    paths.map((path) => `import ${JSON.stringify(pathToFileURL(path))};\n`)
      .join("");
  const examples = files.flatMap(({ path, text }) => examplesOf(path, text))
    .map((text, i) => write(`example${i}`, text));
  // Tests that wait for programs are dealt out, so that they run side by side.
  let dealt = 0;
  const modules = Map.groupBy(
    files.filter(({ path }) => TEST.test(path)),
    ({ path, text }) =>
      STARTS.test(text)
        ? `programs${dealt++ % HANDS}`
        : path.slice(0, path.lastIndexOf("/")).replaceAll("/", "_"),
  );
  const isLate = (name: string): number => name.startsWith("programs") ? 0 : 1;
  return [
    ...[...modules].sort(([a], [b]) => isLate(a) - isLate(b))
      .map(([name, tests]) =>
        write(name, importing(tests.map(({ path }) => `${root}/${path}`)))
      ),
    write("examples", importing(examples)),
  ];
}
