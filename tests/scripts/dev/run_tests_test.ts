import {
  assert,
  assertEquals,
  assertNotEquals,
  assertStringIncludes,
} from "@std/assert";
import { copyOf } from "../../_support/checkout.ts";
import { type Ended, runDeno } from "../../_support/deno_process.ts";
import { needs } from "../../_support/permission.ts";

const needed = needs("run", "read", "write");
const RUNNER = ["run_tests", "test_flags", "test_modules"]
  .map((name) => `scripts/dev/${name}.ts`);

/** Writes files into a project. */
function write(project: URL, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    const file = new URL(path, project);
    Deno.mkdirSync(new URL(".", file), { recursive: true });
    Deno.writeTextFileSync(file, text);
  }
}

/** Runs the script in a project whose only test file has this source. */
function runTests(source: string, ...args: string[]): Promise<Ended> {
  return runTestsWith(args, source);
}

async function runTestsWith(
  args: readonly string[],
  source: string,
): Promise<Ended> {
  const project = copyOf(...RUNNER, "tests/_support/permission.ts");
  Deno.writeTextFileSync(new URL("deno.json", project), "{}");
  Deno.writeTextFileSync(new URL("tests/it_test.ts", project), source);
  const permissions = [
    "--no-prompt",
    "--allow-run",
    "--allow-read",
    "--allow-write",
  ];
  return await runDeno(
    ["run", ...permissions, "scripts/dev/run_tests.ts", ...args],
    {
      cwd: project,
    },
  );
}

const GOOD = `Deno.test("good", () => {});`;
const IGNORED = `Deno.test("of <a> & \\"b\\"", { ignore: true }, () => {});`;

Deno.test(
  "run_tests passes on what deno test prints, and its success",
  needed,
  async () => {
    const { code, stdout } = await runTests(GOOD);
    assertEquals(code, 0);
    assertStringIncludes(stdout, "ok | 1 passed | 0 failed");
  },
);

Deno.test(
  "run_tests fails if a test fails or cannot be loaded, with --long if it has a wrong type",
  needed,
  async () => {
    for (const bad of [`Deno.test("bad", () => { throw 1; });`, `throw 1;`]) {
      assertNotEquals((await runTests(GOOD + bad)).code, 0);
    }
    const wrongType = `const a: number = "";`;
    const long = await runTestsWith(["--long"], GOOD + wrongType);
    assertNotEquals(long.code, 0);
    assertStringIncludes(long.stderr, "TS2322");
  },
);

Deno.test(
  "run_tests fails if a test is ignored, and names it",
  needed,
  async () => {
    const { code, stdout, stderr } = await runTests(GOOD + IGNORED);
    assertEquals(code, 1);
    assertStringIncludes(stdout, "ok | 1 passed | 0 failed | 1 ignored");
    assertStringIncludes(stderr, "1 ignored");
    assertStringIncludes(stderr, 'of <a> & "b"');
  },
);

Deno.test(
  "run_tests runs tests/long, and in full, only where it is asked to",
  needed,
  async () => {
    const project = copyOf(...RUNNER);
    write(project, {
      "deno.json": '{ "test": { "exclude": ["examples/exercises"] } }',
      "examples/exercises/it_test.ts": "throw 1;",
      "tests/it_test.ts":
        `Deno.test("short", () => console.log("[" + Deno.env.get("KOBAI_LONG") + "]"));`,
      "tests/long/it_test.ts": `Deno.test("long", () => {});`,
    });
    const run = (...args: string[]): Promise<Ended> =>
      runDeno(
        ["run", "-A", "scripts/dev/run_tests.ts", ...args],
        { cwd: project },
      );
    const sample = await run();
    assertEquals(sample.code, 0, sample.stderr);
    assertStringIncludes(sample.stdout, "[]");
    assertStringIncludes(sample.stdout, "ok | 1 passed");
    const full = await run("--long");
    assertEquals(full.code, 0, full.stderr);
    assertStringIncludes(full.stdout, "[1]");
    assertStringIncludes(full.stdout, "ok | 2 passed");
  },
);

/**
 * Runs an ignored test that needs a browser, where that is or is not installed.
 */
async function runBrowserTest(
  installed: boolean,
  name = "shown [chromium]",
): Promise<Ended> {
  const project = copyOf(...RUNNER);
  const found = installed ? `console.log("/usr/bin/it");` : "";
  Deno.writeTextFileSync(new URL("deno.json", project), "{}");
  Deno.mkdirSync(new URL("tests/_support/", project), { recursive: true });
  Deno.writeTextFileSync(
    new URL("tests/_support/find_program.ts", project),
    `if (Deno.args[0] !== "chromium") throw 1; ${found}`,
  );
  Deno.writeTextFileSync(
    new URL("tests/it_test.ts", project),
    `${GOOD} Deno.test("${name}", { ignore: true }, () => {});`,
  );
  return await runDeno([
    ...["run", "--no-prompt", "--allow-run", "--allow-read", "--allow-write"],
    "scripts/dev/run_tests.ts",
  ], { cwd: project });
}

Deno.test(
  "run_tests lets a test be ignored whose program is missing, and says so",
  needed,
  async () => {
    const { code, stdout, stderr } = await runBrowserTest(false);
    assertEquals(code, 0);
    assertStringIncludes(stdout, "ok | 1 passed | 0 failed | 1 ignored");
    assertStringIncludes(stderr, "1 ignored for want of chromium");
    const two = await runBrowserTest(false, "shown [python] [chromium]");
    assertEquals(two.code, 0);
    assertStringIncludes(two.stderr, "1 ignored for want of chromium");
  },
);

Deno.test(
  "run_tests fails if a test is ignored whose program is there, or unknown",
  needed,
  async () => {
    const { code, stderr } = await runBrowserTest(true);
    assertEquals(code, 1);
    assertStringIncludes(stderr, "shown [chromium]");
    const named = `Deno.test("shown [nix]", { ignore: true }, () => {});`;
    assertEquals((await runTests(GOOD + named)).code, 1);
  },
);

Deno.test(
  "needs() ignores a test whose program is missing, and says which",
  needed,
  async () => {
    const project = copyOf("tests/_support/permission.ts");
    Deno.writeTextFileSync(
      new URL("tests/_support/find_program.ts", project),
      `if (Deno.args[0] === "nbclient") console.log("/usr/bin/python3");`,
    );
    Deno.writeTextFileSync(
      new URL("tests/it_test.ts", project),
      `import { needs, programPath } from "./_support/permission.ts";
       Deno.test("a [chromium]", needs("run", "read", "chromium"), () => {});
       Deno.test("b [nbclient]", needs("run", "read", "nbclient"), () => {
         if (programPath("nbclient") !== "/usr/bin/python3") throw 1;
       });`,
    );
    const test = (...flags: string[]): Promise<Ended> =>
      runDeno(["test", "--no-check", "--no-prompt", ...flags], {
        cwd: project,
      });
    const { code, stdout, stderr } = await test("--allow-run", "--allow-read");
    assertEquals(code, 0);
    assertStringIncludes(stdout, "1 passed | 0 failed | 1 ignored");
    assertStringIncludes(stdout + stderr, "need chromium are ignored here");
    // Without permission nobody looks for it.
    const without = await test();
    assertStringIncludes(without.stdout, "0 passed | 0 failed | 2 ignored");
    assertStringIncludes(
      without.stdout + without.stderr,
      "--allow-run --allow-read",
    );
  },
);

Deno.test("run_tests fails if a step is ignored", needed, async () => {
  const step = `await t.step({ name: "two", ignore: true, fn: () => {} });`;
  const { code, stderr } = await runTests(
    `Deno.test("one", async (t) => { ${step} });`,
  );
  assertEquals(code, 1);
  assertStringIncludes(stderr, "one > two");
});

Deno.test(
  "run_tests does not mind what --filter leaves out",
  needed,
  async () => {
    const { code, stdout } = await runTests(
      GOOD + `Deno.test("other", () => {});`,
      "--filter",
      "good",
    );
    assertEquals(code, 0);
    assertStringIncludes(stdout, "1 filtered out");
  },
);

Deno.test("run_tests runs documentation examples", needed, async () => {
  const example =
    "/**\n * ```ts\n * throw new RangeError('an example');\n * ```\n */\nexport const a = 1;";
  const { code, stdout } = await runTests(example + GOOD);
  assertEquals(code, 1);
  assertStringIncludes(stdout, "an example");
});

/** A class whose method has an example, and what is none. */
const DOCUMENTED = `/**
 * \`\`\`ts ignore
 * throw 1;
 * \`\`\`
 */
export class Two {
  /**
   * \`\`\`ts
   * import { Two } from "two";
   * import { one } from
   *   "two/one";
   *
   * console.log("[" + new Two().minus(one) + "]");
   * \`\`\`
   */
  minus(x: number) {
    return 2 - x;
  }
}`;

Deno.test(
  "run_tests finds every test and example of a project, and what others brought is none",
  needed,
  async () => {
    const project = copyOf(...RUNNER);
    const test = (name: string) => `Deno.test("${name}", () => {});`;
    write(project, {
      "deno.json": `{ "exclude": ["left"], "imports": {
        "two": "./lib/two.ts", "two/one": "./lib/one.ts" } }`,
      "lib/one.ts": "export const one = 1;",
      "lib/two.ts": DOCUMENTED,
      "tests/a_test.ts": test("a"),
      "tests/b%23%2541/b_test.ts": test("b"), // of a folder called b#%41
      "tests/no_tests.ts": "throw 1;",
      "tests/deep/er/a_test.ts": `const needs = (..._: string[]) => ({}); ${
        test("c")
      }
         Deno.test("starts", needs("run"), () => {});`,
      ".std/a_test.ts": "throw 1;",
      "left/a_test.ts": "throw 1;",
      "node_modules/a/a_test.ts": "throw 1;",
    });
    const { code, stdout, stderr } = await runDeno(
      ["run", "-A", "scripts/dev/run_tests.ts"],
      { cwd: project },
    );
    assertEquals(code, 0, stderr);
    assertStringIncludes(stdout, "ok | 5 passed");
    assertStringIncludes(stdout, "[1]");
    assertStringIncludes(stdout, "lib/two.ts:8 ... ok");
  },
);

Deno.test(
  "run_tests grants every need, and only a temporary folder to write to",
  needed,
  async () => {
    const { code, stdout } = await runTests(`
    import { needs } from "./_support/permission.ts";
    Deno.test("all", needs("run", "read", "net", "write"), async () => {
      const folder = Deno.makeTempDirSync();
      Deno.writeTextFileSync(folder + "/a", "b");
      console.log("[" + Deno.readTextFileSync(folder + "/a") + "]", "[" + folder + "]");
      Deno.serve({ hostname: "127.0.0.1", port: 0 }, () => new Response("")).shutdown();
      const child = new Deno.Command(Deno.execPath(), { args: ["--version"] });
      if (!(await child.output()).success) throw 1;
      let refused = false;
      try { Deno.writeTextFileSync(new URL("x", import.meta.url), ""); } catch { refused = true; }
      if (!refused) throw 2;
    });`);
    assertEquals(code, 0, stdout);
    const folder = stdout.match(/^\[b\] \[(.*)\]$/m)?.[1];
    assert(folder !== undefined);
    let left = true;
    try {
      Deno.statSync(folder);
    } catch {
      left = false;
    }
    assertEquals(left, false);
  },
);

Deno.test(
  "needs() ignores what it must, and says what to do",
  needed,
  async () => {
    const source = `
    import { needs } from "./_support/permission.ts";
    Deno.test("a", needs("run", "net"), () => {});
    Deno.test("b", needs("run", "net"), () => {});
    Deno.test("c", needs("write"), () => {});
    Deno.test("d", () => {});`;
    const project = copyOf("tests/_support/permission.ts");
    Deno.writeTextFileSync(new URL("tests/it_test.ts", project), source);
    const { code, stdout, stderr } = await runDeno(["test", "--no-check"], {
      cwd: project,
    });
    assertEquals(code, 0);
    assertStringIncludes(stdout, "1 passed | 0 failed | 3 ignored");
    const told = (stdout + stderr).split("\n").filter((line) =>
      line.includes("deno task test")
    );
    assertEquals(told.map((line) => line.match(/--allow-\w+/g)), [
      ["--allow-run", "--allow-net"],
      ["--allow-write"],
    ]);
  },
);
