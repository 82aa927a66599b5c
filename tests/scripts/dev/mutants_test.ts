import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { copyOf } from "../../_support/checkout.ts";
import { type Ended, runDeno } from "../../_support/deno_process.ts";
import { needs } from "../../_support/permission.ts";

const needed = needs("run", "read", "write");

const SOURCE = `export const add = (a: number, b: number): number => a + b;
export const half = (a: number): number => a / 2;
`;
const TESTS = `import { add, half } from "../it.ts";
Deno.test("add() adds", () => {
  if (add(2, 3) !== 5) throw new Error("2 + 3 is " + add(2, 3));
});
Deno.test("half() of 0", () => {
  if (half(0) !== 0) throw new Error("half of 0 is " + half(0));
});
`;
const noticed = {
  name: "add() subtracts",
  file: "it.ts",
  text: "a + b",
  replacement: "a - b",
  test: ["tests/it_test.ts", "add() adds"],
  says: "2 + 3 is -1",
};
/** The test of \`half\` tries too little. */
const surviving = {
  ...noticed,
  name: "half() is a third",
  text: "a / 2",
  replacement: "a / 3",
  test: ["tests/it_test.ts", "half() of 0"],
  says: "half of 0",
};

/** Runs the task in a small project with these mutants. */
async function mutants(list: object[], ...args: string[]): Promise<Ended> {
  const project = copyOf("scripts/dev/mutants.ts", "scripts/dev/test_flags.ts");
  const write = (path: string, text: string): void => {
    const file = new URL(path, project);
    Deno.mkdirSync(new URL(".", file), { recursive: true });
    Deno.writeTextFileSync(file, text);
  };
  write("deno.json", "{}");
  write("it.ts", SOURCE);
  write("tests/it_test.ts", TESTS);
  write("tests/mutants/it.json", JSON.stringify(list));
  const ended = await runDeno(
    ["run", "--no-prompt", "-A", "scripts/dev/mutants.ts", ...args],
    { cwd: project },
  );
  assertEquals(Deno.readTextFileSync(new URL("it.ts", project)), SOURCE);
  Deno.removeSync(project, { recursive: true });
  return ended;
}

Deno.test("mutants ends well where each is noticed", needed, async () => {
  const { code, stdout, stderr } = await mutants([noticed]);
  assertEquals([code, stderr], [0, ""]);
  assertMatch(stdout, /^ok {2}add\(\) subtracts \([\d.]+ s\)$/m);
  assertMatch(stdout, /^1 of 1 mutants noticed in [\d.]+ minutes/m);
});

Deno.test("mutants fails if one survives, and names it", needed, async () => {
  const { code, stdout } = await mutants([noticed, surviving]);
  assertEquals(code, 1);
  assertMatch(stdout, /^NOT half\(\) is a third .*: survives: /m);
  assertMatch(stdout, /^1 of 2 mutants noticed/m);
  assertMatch(stdout, /^not noticed: half\(\) is a third$/m);
});

Deno.test(
  "mutants fails if the test that fails says something else, or is another",
  needed,
  async () => {
    const silent = { ...noticed, says: "2 + 3 is 4" };
    const { code, stdout } = await mutants([silent]);
    assertEquals(code, 1);
    assertStringIncludes(stdout, 'its test does not say "2 + 3 is 4"');
    const [file] = noticed.test;
    for (const name of ["half() of 0", "no such test"]) {
      const other = await mutants([{ ...noticed, test: [file, name] }]);
      assertEquals(other.code, 1);
      assertStringIncludes(other.stdout, "survives: its test passes");
    }
    const broken = { ...noticed, replacement: "a +" };
    assertStringIncludes(
      (await mutants([broken])).stdout,
      "another fails, or it does not load",
    );
  },
);

Deno.test(
  "mutants names those whose text is not there once any more, and tries none",
  needed,
  async () => {
    const stale = {
      "its text is 0 times in it.ts": { text: "a * b" },
      "its text is 2 times in it.ts": { text: "number =>" },
      "it changes nothing": { replacement: "a + b" },
      "there is no ": { file: "other.ts" },
    };
    for (const [why, changed] of Object.entries(stale)) {
      const { code, stdout, stderr } = await mutants([
        surviving,
        { ...noticed, ...changed },
      ]);
      assertEquals([code, stdout], [1, ""]);
      assertStringIncludes(stderr, `add() subtracts: ${why}`);
      assertEquals(stderr.includes("half()"), false);
    }
  },
);

Deno.test("mutants tries those that are asked for", needed, async () => {
  const { code, stdout } = await mutants([noticed, surviving], "subtracts");
  assertEquals(code, 0);
  assertMatch(stdout, /^1 of 1 mutants/m);
  assertEquals((await mutants([noticed], "multiplies")).code, 1);
});
