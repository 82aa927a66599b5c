/**
 * `deno task mutants`: makes small deliberate mistakes in copies of the
 * project, one at a time, and requires that the one test that is near each of
 * them fails and says what is wrong. They stand in `tests/mutants`, a file for
 * each room. Arguments: words of the names of those to try; without any, all
 * are.
 *
 * Permissions: `--allow-run --allow-read --allow-write`, to copy the project
 * and to start its tests.
 */
import { temporaryEnv, testFlags } from "./test_flags.ts";

/** A mistake, and who must notice it. */
interface Mutant {
  /** What is wrong then. */
  readonly name: string;
  readonly file: string;
  /** What stands in the file, once. */
  readonly text: string;
  readonly replacement: string;
  /** The file of the test, and a part of its name that no other test has. */
  readonly test: readonly [file: string, name: string];
  /** What the failing test must say. */
  readonly says: string;
}

/** What came of one. */
interface Verdict {
  readonly mutant: Mutant;
  readonly seconds: number;
  /** What was expected and did not happen; undefined if it was noticed. */
  readonly trouble?: string;
}

const ROOT = Deno.realPathSync(new URL("../..", import.meta.url));
/** Left behind where the project is copied. */
const LEFT = [".git", "node_modules", "out", "submissions"];
/** A test should take no longer; where one does, it is told. */
const LONG_S = 10;
/** What ends a test that hangs; a slow machine is waited for. */
const PATIENCE_MS = 300_000;

function readMutants(): Mutant[] {
  const folder = `${ROOT}/tests/mutants`;
  return [...Deno.readDirSync(folder)].map(({ name }) => name).sort()
    .flatMap((name) =>
      JSON.parse(Deno.readTextFileSync(`${folder}/${name}`)) as Mutant[]
    );
}

/** Why a mutant cannot be made any more; undefined if it can. */
function staleness(
  { file, text, replacement, test }: Mutant,
): string | undefined {
  try {
    const times = Deno.readTextFileSync(`${ROOT}/${file}`).split(text).length;
    if (times !== 2) {
      return `its text is ${times - 1} times in ${file}, not once`;
    }
    if (text === replacement) return "it changes nothing";
    Deno.statSync(`${ROOT}/${test[0]}`);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    return `there is no ${error.message.match(/'([^']+)'$/)?.[1]}`;
  }
}

function copyFolder(from: string, to: string): void {
  Deno.mkdirSync(to);
  for (const { name, isDirectory } of Deno.readDirSync(from)) {
    if (LEFT.includes(name)) continue;
    const [source, target] = [`${from}/${name}`, `${to}/${name}`];
    if (isDirectory) copyFolder(source, target);
    else Deno.copyFileSync(source, target);
  }
}

/** Runs the test of a mutant in a copy of the project, as it stands there. */
async function runTest(
  { test: [file, name] }: Mutant,
  copy: string,
  temporary: string,
): Promise<{ success: boolean; output: string }> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["test", "--no-check", ...testFlags(copy, temporary)],
      ...["--filter", name, file],
    ],
    cwd: copy,
    env: { ...temporaryEnv(temporary), NO_COLOR: "1", KOBAI_LONG: "" },
    stdin: "null",
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).output();
  const [out, err] = [stdout, stderr].map((b) => new TextDecoder().decode(b));
  return { success, output: `${out}\n${err}` };
}

/** What was expected of a test and did not happen. */
function troubleWith(
  { test: [, name], says }: Mutant,
  { success, output }: { success: boolean; output: string },
): string | undefined {
  if (success) {
    return "survives: its test passes, or there is none of that name";
  }
  const [, failures = ""] = output.split(/^ FAILURES $/m);
  if (!failures.includes(name)) {
    return `another fails, or it does not load:\n${output}`;
  }
  if (!output.includes(says)) {
    return `its test does not say "${says}":\n${output}`;
  }
}

async function tryMutant(
  mutant: Mutant,
  copy: string,
  temporary: string,
): Promise<Verdict> {
  const path = `${copy}/${mutant.file}`;
  const right = Deno.readTextFileSync(path);
  const [before, after] = right.split(mutant.text);
  Deno.writeTextFileSync(path, before + mutant.replacement + after);
  const start = performance.now();
  try {
    const ended = await runTest(mutant, copy, temporary);
    const seconds = (performance.now() - start) / 1000;
    const trouble = troubleWith(mutant, ended);
    return { mutant, seconds, ...trouble === undefined ? {} : { trouble } };
  } finally {
    Deno.writeTextFileSync(path, right);
  }
}

/**
 * Tries mutants, as many at a time as there are cores, each in its own copy.
 */
async function tryAll(mutants: readonly Mutant[]): Promise<Verdict[]> {
  const folder = Deno.realPathSync(Deno.makeTempDirSync());
  const verdicts: Verdict[] = [];
  const waiting = mutants.values();
  async function work(worker: number): Promise<void> {
    const copy = `${folder}/copy${worker}`,
      temporary = `${folder}/tmp${worker}`;
    copyFolder(ROOT, copy);
    Deno.mkdirSync(temporary);
    for (const mutant of waiting) {
      const verdict = await tryMutant(mutant, copy, temporary);
      verdicts.push(verdict);
      tell(verdict);
    }
  }
  try {
    const workers = Math.min(navigator.hardwareConcurrency, mutants.length);
    await Promise.all(Array.from({ length: workers }, (_, i) => work(i)));
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
  return verdicts;
}

function tell({ mutant, seconds, trouble }: Verdict): void {
  const time = `${seconds.toFixed(1)} s${seconds > LONG_S ? ", long" : ""}`;
  console.log(
    trouble === undefined
      ? `ok  ${mutant.name} (${time})`
      : `NOT ${mutant.name} (${time}): ${trouble}`,
  );
}

async function main(): Promise<number> {
  const all = readMutants();
  const stale = all.flatMap((mutant) => {
    const why = staleness(mutant);
    return why === undefined ? [] : [`${mutant.name}: ${why}`];
  });
  if (stale.length > 0) {
    console.error(["mutants that cannot be made:", ...stale].join("\n  "));
    return 1;
  }
  const wanted = all.filter(({ name }) =>
    Deno.args.every((word) => name.includes(word))
  );
  if (wanted.length === 0) {
    console.error(`no mutant is called ${Deno.args.join(" ")}`);
    return 1;
  }
  const start = performance.now();
  const verdicts = await tryAll(wanted);
  const troubled = verdicts.filter(({ trouble }) => trouble !== undefined);
  const slowest = Math.max(...verdicts.map(({ seconds }) => seconds));
  const minutes = (performance.now() - start) / 60_000;
  console.log(
    `${
      verdicts.length - troubled.length
    } of ${verdicts.length} mutants noticed ` +
      `in ${minutes.toFixed(1)} minutes, the slowest in ${
        slowest.toFixed(1)
      } s`,
  );
  for (const { mutant } of troubled) console.log(`not noticed: ${mutant.name}`);
  return troubled.length === 0 ? 0 : 1;
}

Deno.exit(await main());
