/**
 * `deno task test`: runs every test and every documentation example with the
 * permissions they need, and fails if one of them is ignored. Arguments go on
 * to `deno test`, as in `deno task test --filter softmax tests/lib`. Where no
 * paths are among them, the tests of a folder share a thread.
 *
 * With `--long` as its first argument, which is `deno task test:long`, tests
 * try as many cases as are told of, instead of a sample
 * (`tests/_support/how_many.ts`), those in `tests/long` run too, and types are
 * checked, which otherwise `deno task ok` does.
 *
 * Only a test that needs a program may be ignored, where that is missing: its
 * name ends with it, as in "the page opens [chromium]".
 *
 * The tests may start this Deno, serve on the loopback, read this folder, and
 * use one temporary folder, which is removed afterwards.
 *
 * Not called `test.ts`: `deno test` would take it for a test, and start itself.
 *
 * Permissions: `--allow-run --allow-read --allow-write`, to start the tests.
 */
import { temporaryEnv, testFlags } from "./test_flags.ts";
import { writeTestModules } from "./test_modules.ts";

/** The tests and steps that a JUnit report of `deno test` calls ignored. */
function ignoredTests(report: string): string[] {
  // A test that was filtered out is "skipped" too, but has no time.
  const ignored = /<testcase name="([^"]*)"[^>]* time="[^>]*>\s*<skipped\/>/g;
  const characters: Record<string, string> = {
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    amp: "&",
  };
  return [...report.matchAll(ignored)].map(([, name = ""]) =>
    name.replace(/&(\w+);/g, (entity, key) => characters[key] ?? entity)
  );
}

const isLong = Deno.args[0] === "--long";
const isToldOfTypes = Deno.args.some((arg) => /^--(no-)?check/.test(arg));

/** The arguments that say which tests run: all, or those that are named. */
function whatToRun(root: string, temporary: string): string[] {
  if (isLong) return ["--doc", ...Deno.args.slice(1)];
  if (Deno.args.every((arg) => arg.startsWith("-"))) {
    return [...Deno.args, ...writeTestModules(root, temporary, ["tests/long"])];
  }
  // It takes the place of what deno.json excludes.
  return ["--doc", "--ignore=tests/long,examples/exercises", ...Deno.args];
}

async function runTests(temporary: string, report: string): Promise<number> {
  const root = Deno.realPathSync(new URL("../..", import.meta.url));
  const tests = new Deno.Command(Deno.execPath(), {
    cwd: root,
    args: [
      "test",
      // most of the time goes into processes that the tests start and wait for
      "--parallel",
      ...testFlags(root, temporary),
      `--junit-path=${report}`,
      ...isLong || isToldOfTypes ? [] : ["--no-check"],
      ...whatToRun(root, temporary),
    ],
    env: {
      ...temporaryEnv(temporary),
      KOBAI_LONG: isLong ? "1" : "",
      // one more than there are cores: tests wait for what they started
      DENO_JOBS: String(navigator.hardwareConcurrency + 1),
    },
  }).spawn();
  return (await tests.status).code;
}

/** The programs that a test needs, from the end of its name: "[chromium]". */
function programsOf(name: string): string[] {
  const [list = ""] = name.match(/(?: \[\w+\])+(?= > |$)/) ?? [];
  return list.match(/\w+/g) ?? [];
}

async function isInstalled(program: string): Promise<boolean> {
  const script = new URL(
    "../../tests/_support/find_program.ts",
    import.meta.url,
  );
  const { success, stdout } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--no-config",
      "--no-prompt",
      "--allow-run",
      script.href,
      program,
    ],
    stderr: "null",
  }).output();
  // A program that nobody knows is no excuse.
  return !success || stdout.length > 0;
}

async function main(): Promise<number> {
  // Ctrl+C reaches the tests by themselves; stay to remove the folder.
  Deno.addSignalListener("SIGINT", () => {});
  const temporary = await Deno.realPath(await Deno.makeTempDir());
  try {
    const report = `${temporary}/report.xml`;
    const code = await runTests(temporary, report);
    if (code !== 0) return code;
    const all = ignoredTests(await Deno.readTextFile(report));
    const programs = new Set(all.flatMap(programsOf));
    const missing: string[] = [];
    for (const program of programs) {
      if (!(await isInstalled(program))) missing.push(program);
    }
    for (const program of missing) {
      const count = all.filter((name) => programsOf(name).includes(program))
        .length;
      console.error(
        `${count} ignored for want of ${program} / ${program} がないので実行しなかったテスト: ${count}`,
      );
    }
    const ignored = all.filter((name) =>
      !programsOf(name).some((program) => missing.includes(program))
    );
    if (ignored.length === 0) return 0;
    console.error(
      [
        `${ignored.length} ignored / 実行されなかったテスト:`,
        ...ignored,
      ].join("\n  "),
    );
    return 1;
  } finally {
    await Deno.remove(temporary, { recursive: true });
  }
}

Deno.exit(await main());
