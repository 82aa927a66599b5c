/**
 * What TypeScript says of submissions. It changes no mark: programs run without
 * types. Of what it says only the numbers of errors and lines are taken, so
 * that nothing can be read out of other files.
 */
import { clockSeconds, limitedCommand, throwIfInterrupted } from "./limits.ts";
import { KOBAI, type Sandbox } from "./prepare.ts";
import type { TypeProblem } from "./type_problem.ts";

/** Seconds of processor time for a batch; a quarter of it is ordinary. */
const patience = 20;
/** What is kept of what was checked is bounded so. */
const files = { longest: 20_000, most: 1000 };
/** The first ones say enough. */
const mostProblems = 10;

/**
 * Checks the types of some submissions at once.
 *
 * @param sandbox What they run on.
 * @param sources Their texts.
 * @param signal Stops everything; throws its reason.
 * @returns For each what is wrong with it; undefined where it was not checked.
 */
export async function checkTypes(
  sandbox: Sandbox,
  sources: readonly string[],
  signal?: AbortSignal,
): Promise<(readonly TypeProblem[] | undefined)[]> {
  const found: (readonly TypeProblem[] | undefined)[] = sources.map(() =>
    undefined
  );
  const able = sources.flatMap((source, i) => staysAlone(source) ? [i] : []);
  const texts = able.map((i) => sources[i]!);
  const together = await check(sandbox, texts, signal);
  for (const [k, i] of able.entries()) {
    // One that no checker comes to terms with must not stand in the others'
    // way.
    found[i] = together?.[k] ??
      (await check(sandbox, [texts[k]!], signal))?.[0];
  }
  return found;
}

/**
 * Whether a source imports nothing but "kobai", and declares nothing for
 * others. (What can name another file or change other files' types has one of
 * these words, whatever stands around them.)
 */
export function staysAlone(source: string): boolean {
  const own = source.replaceAll(
    /^[ \t]*import\s+(type\s+)?\{[\w\s,]*\}\s*from\s*["']kobai["'];?/gm,
    "",
  );
  // A letter can be written as an escape, and TypeScript reads comments in
  // capitals too.
  return !/\b(import|from|require|declare|global|module)\b(?!-)|\\u/.test(
    own,
  ) &&
    !/\breference\b|@ts-|@deno-/i.test(own);
}

async function check(
  sandbox: Sandbox,
  sources: readonly string[],
  interrupt: AbortSignal | undefined,
): Promise<TypeProblem[][] | undefined> {
  interrupt?.throwIfAborted();
  if (sources.length === 0) return [];
  const folder = `${sandbox.folder}/types/${crypto.randomUUID()}`;
  await Deno.mkdir(folder, { recursive: true });
  try {
    const paths = sources.map((_, i) => `${folder}/${i}.ts`);
    await Promise.all(
      paths.map((path, i) => Deno.writeTextFile(path, sources[i]!)),
    );
    const map = `${folder}/import_map.json`;
    await Deno.writeTextFile(
      map,
      JSON.stringify({ imports: { kobai: KOBAI.href } }),
    );
    const child = limitedCommand(sandbox.shell, { seconds: patience, files }, [
      "check",
      "--quiet",
      "--no-config",
      "--no-lock",
      "--no-remote",
      "--no-npm",
      `--import-map=${map}`,
      ...paths,
    ], {
      cwd: folder,
      env: { DENO_DIR: `${sandbox.folder}/types/cache` },
      stdin: "null",
      stdout: "null",
      stderr: "piped",
      signal: AbortSignal.any([
        AbortSignal.timeout(
          1000 * clockSeconds(sandbox.shell, patience),
        ),
        ...interrupt === undefined ? [] : [interrupt],
      ]),
    });
    const { success, signal, stderr } = await child.output();
    await throwIfInterrupted(signal, interrupt);
    if (signal !== null) return undefined;
    const text = new TextDecoder().decode(stderr);
    const problems = problemsIn(text, folder, paths.length);
    // Another kind of error hides those of all others.
    return success || problems.some((list) => list.length > 0)
      ? problems
      : undefined;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Reads what `deno check` prints; nobody else knows the folder's name. */
function problemsIn(
  text: string,
  folder: string,
  count: number,
): TypeProblem[][] {
  const problems: TypeProblem[][] = Array.from({ length: count }, () => []);
  const place = `${folder}/`;
  let code = 0;
  for (const line of text.split("\n")) {
    code = Number(/^(?:error: )?TS(\d+) \[ERROR\]/.exec(line)?.[1] ?? code);
    const at = line.indexOf(place);
    if (at < 0 || !/^ +at /.test(line)) continue;
    const [, file, row] = /^(\d+)\.ts:(\d+):\d+$/
      .exec(line.slice(at + place.length)) ?? [];
    const list = problems[Number(file ?? -1)];
    // Without a code it is no error of types, but of what keeps all of them
    // from being looked for.
    if (code > 0 && list !== undefined && list.length < mostProblems) {
      list.push({ code, line: Number(row) });
    }
  }
  return problems;
}
