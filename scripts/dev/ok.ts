/**
 * `deno task ok`: the one gate. Runs every check, shows what the failing ones
 * printed, and ends with exit code 0 only if all of them passed. With
 * `--tested=FOLDER` the tests have run already, and left there what they
 * covered.
 *
 * Permissions: `--allow-run --allow-read --allow-write`, to start the checks
 * and to keep what the tests covered in a temporary folder.
 */
interface Check {
  readonly name: string;
  readonly args: readonly string[];
  /** Shown while it runs, not only when it fails. */
  readonly shown?: boolean;
}

const ROOT = Deno.realPathSync(new URL("../..", import.meta.url));
const LEAST_COVERAGE = 95;
// deno.json keeps the stand-ins out of everything; here they are checked too
const STAND_INS = ["--no-config", "scripts/dev/npm_std"];

function filesIn(folder: string, ending: string): string[] {
  try {
    return [...Deno.readDirSync(`${ROOT}/${folder}`)]
      .filter((entry) => entry.isFile && entry.name.endsWith(ending))
      .map((entry) => `${folder}/${entry.name}`).sort();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

function allChecks(coverage: string, isTested: boolean): Check[] {
  const benches = filesIn("tests/bench", "_bench.ts");
  return [
    { name: "format", args: ["fmt", "--check"] },
    { name: "format of the stand-ins", args: ["fmt", "--check", ...STAND_INS] },
    { name: "lint", args: ["lint"] },
    { name: "lint of the stand-ins", args: ["lint", ...STAND_INS] },
    { name: "types, examples included", args: ["check", "--doc"] },
    { name: "types of the stand-ins", args: ["check", ...STAND_INS] },
    { name: "documentation", args: ["doc", "--lint", "mod.ts"] },
    // what is not committed yet is checked too
    { name: "package", args: ["publish", "--dry-run", "--allow-dirty"] },
    ...isTested ? [] : [{
      name: "tests",
      args: [
        ...["run", "--no-prompt", "--allow-run", "--allow-read"],
        ...["--allow-write", "scripts/dev/run_tests.ts"],
        ...[`--coverage=${coverage}`, "--coverage-raw-data-only"],
      ],
      shown: true,
    }],
    {
      name: `coverage of lib at least ${LEAST_COVERAGE} %`,
      args: [
        "coverage",
        coverage,
        // not the copies of it that some tests make and run
        `--include=^${new URL("../../lib/", import.meta.url)}`,
        `--threshold=${LEAST_COVERAGE}`,
      ],
      shown: true,
    },
    {
      name: `${benches.length} bench files run`,
      args: [
        "run",
        "--no-prompt",
        "--allow-read",
        "scripts/dev/bench_once.ts",
        ...benches,
      ],
    },
  ];
}

/**
 * Removes what was left half-written by a process or a thread that a test
 * ended, and says how much: a file of what was covered ends with a bracket.
 */
async function removeCut(coverage: string): Promise<void> {
  let cut = 0;
  for await (const { name } of Deno.readDir(coverage)) {
    if (!name.endsWith(".json")) continue;
    const path = `${coverage}/${name}`;
    const text = (await Deno.readTextFile(path)).trimEnd();
    if (text.endsWith("}")) continue;
    await Deno.remove(path);
    cut++;
  }
  if (cut > 0) console.log(`... ${cut} files of coverage were cut off`);
}

async function passes({ args, shown = false }: Check): Promise<boolean> {
  const output = shown ? "inherit" : "piped";
  const child = new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd: ROOT,
    stdin: "null",
    stdout: output,
    stderr: output,
  }).spawn();
  if (shown) return (await child.status).success;
  const { success, stdout, stderr } = await child.output();
  if (!success) {
    await Deno.stderr.write(stdout);
    await Deno.stderr.write(stderr);
  }
  return success;
}

async function main(): Promise<number> {
  const [, tested] = Deno.args[0]?.match(/^--tested=(.+)$/) ?? [];
  const temporary = await Deno.makeTempDir();
  const failed: string[] = [];
  console.log(`@std/assert is ${import.meta.resolve("@std/assert")}`);
  try {
    const coverage = tested ?? temporary;
    for (const check of allChecks(coverage, tested !== undefined)) {
      if (check.args[0] === "coverage") await removeCut(coverage);
      const start = performance.now();
      if (check.shown) console.log(`... ${check.name}`);
      const good = await passes(check);
      if (!good) failed.push(check.name);
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      console.log(`${good ? "ok " : "NOT"} ${check.name} (${seconds} s)`);
    }
  } finally {
    await Deno.remove(temporary, { recursive: true });
  }
  console.log(
    failed.length === 0
      ? "ok: every check passed"
      : `failed: ${failed.join(", ")}`,
  );
  return failed.length === 0 ? 0 : 1;
}

Deno.exit(await main());
