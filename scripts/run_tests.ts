/**
 * `deno task test`: runs every test and every documentation example with the
 * permissions they need, and fails if one of them is ignored. Arguments go on
 * to `deno test`, as in `deno task test --filter softmax tests/lib`.
 *
 * The tests may start this Deno, serve on the loopback, read this folder, and
 * use one temporary folder, which is removed afterwards.
 *
 * Not called `test.ts`: `deno test` would take it for a test, and start itself.
 *
 * Permissions: `--allow-run --allow-read --allow-write`, to start the tests.
 */

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

async function runTests(temporary: string, report: string): Promise<number> {
  const root = Deno.realPathSync(new URL("..", import.meta.url));
  const tests = new Deno.Command(Deno.execPath(), {
    cwd: root,
    args: [
      "test",
      "--doc",
      // most of the time goes into processes that the tests start and wait for
      "--parallel",
      "--no-prompt",
      `--allow-read=${root},${temporary}`,
      `--allow-write=${temporary}`,
      `--allow-run=${Deno.execPath()}`,
      "--allow-net=127.0.0.1",
      "--allow-env=TMPDIR,TMP,TEMP",
      `--junit-path=${report}`,
      ...Deno.args,
    ],
    // where Deno.makeTempDir() makes its folders, on one system or another
    env: { TMPDIR: temporary, TMP: temporary, TEMP: temporary },
  }).spawn();
  return (await tests.status).code;
}

async function main(): Promise<number> {
  // Ctrl+C reaches the tests by themselves; stay to remove the folder.
  Deno.addSignalListener("SIGINT", () => {});
  const temporary = await Deno.realPath(await Deno.makeTempDir());
  try {
    const report = `${temporary}/report.xml`;
    const code = await runTests(temporary, report);
    if (code !== 0) return code;
    const ignored = ignoredTests(await Deno.readTextFile(report));
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
