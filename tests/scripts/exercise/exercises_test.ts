/**
 * The exercises as students have them: sheet, template, their own check and
 * bench.
 */
import { fileURLToPath } from "node:url";
import { assert, assertEquals, assertMatch } from "@std/assert";
import { compareGradients } from "../../../scripts/exercise/self_bench.ts";
import { tasksOf } from "../../../scripts/exercise/exercise.ts";
import { examOf, practiceSeed } from "../../../scripts/exercise/exam.ts";
import {
  type Check,
  checksOfFile,
} from "../../../scripts/exercise/self_check.ts";
import { handOut } from "../../../scripts/exercise/hand_out.ts";
import { course } from "../../../scripts/exercises/lecture.ts";
import { CHECKOUT, copyOf } from "../../_support/checkout.ts";
import { runDeno } from "../../_support/deno_process.ts";
import { isLong } from "../../_support/how_many.ts";
import { needs } from "../../_support/permission.ts";
import { right, solution } from "../grade/solution.ts";

const folder = new URL("examples/exercises/", CHECKOUT);

/** A copy of what students have, with this for their file. */
function withSolution(source: string): { cwd: URL } & Disposable {
  const copy = copyOf("examples/exercises", "scripts", "lib", "mod.ts");
  const cwd = new URL("examples/exercises/", copy);
  Deno.writeTextFileSync(new URL("exercises.ts", cwd), source);
  return {
    cwd,
    [Symbol.dispose]: () => Deno.removeSync(copy, { recursive: true }),
  };
}

Deno.test(
  "what students have is what the exercises say",
  needs("read"),
  () => {
    const file = fileURLToPath(
      new URL("scripts/exercises/lecture.ts", CHECKOUT),
    );
    const wanted = handOut(course, file, fileURLToPath(folder));
    const { "deno.json": _, "public_cases.json": cases, ...others } = wanted;
    const text = (name: string) => Deno.readTextFileSync(new URL(name, folder));
    for (const [name, wanted] of Object.entries(others)) {
      assertEquals(text(name), wanted, name);
    }
    assertEquals(JSON.parse(text("public_cases.json")), JSON.parse(cases!));
  },
);

Deno.test("the sheets name the Deno of .ci/run", needs("read"), () => {
  const version = /deno@[\d.]+/;
  const [gate] = version.exec(
    Deno.readTextFileSync(new URL(".ci/run", CHECKOUT)),
  )!;
  for (const name of ["sheet.md", "sheet.ja.md"]) {
    const sheet = Deno.readTextFileSync(new URL(name, folder));
    assertEquals(version.exec(sheet)?.[0], gate, name);
  }
});

Deno.test(
  "the template has every function, not written yet",
  needs("read"),
  async () => {
    const template = await import(new URL("exercises.ts", folder).href);
    const names = tasksOf(course).flatMap(({ functions }) =>
      Object.keys(functions)
    );
    assertEquals(Object.keys(template).sort(), names.sort());
    assertEquals(Object.keys(right).sort(), names);
  },
);

Deno.test(
  "the exercises' kobai has nothing that the tasks ask for",
  needs("read"),
  async () => {
    const kobai = await import(new URL("kobai.ts", folder).href);
    assertEquals(Object.keys(kobai).sort(), [
      "Matrix",
      "abs",
      "add",
      "argMax",
      "divide",
      "exp",
      "fromFloat64Array",
      "log",
      "matmul",
      "matrix",
      "max",
      "maximum",
      "mean",
      "multiply",
      "negate",
      "ones",
      "sqrt",
      "subtract",
      "sum",
      "transpose",
      "zeros",
    ]);
  },
);

Deno.test(
  "the sheets and the template have all that the exercises' kobai has",
  needs("read"),
  async () => {
    const kobai = await import(new URL("kobai.ts", folder).href);
    const names = Object.keys(kobai).filter((name) => /^[a-z]/.test(name))
      .filter((name) => name !== "fromFloat64Array"); // no task needs it
    const text = (name: string) => Deno.readTextFileSync(new URL(name, folder));
    const template = /import \{([^}]*)\}/.exec(text("exercises.ts"))![1]!
      .split(",").map((name) => name.trim());
    for (const name of names) {
      assert(template.includes(name), name);
      for (const sheet of ["sheet.md", "sheet.ja.md"]) {
        assertMatch(text(sheet), new RegExp(`\`${name}\\b`), name);
      }
    }
  },
);

Deno.test(
  "deno test in the folder accepts a right file, and takes what grading takes",
  needs("run", "read", "write"),
  async () => {
    using mine = withSolution(
      `import { zeros } from "./kobai.ts";\n${solution()}\nforward(zeros(1, 2), zeros(3, 3), zeros(1, 1));\n`,
    );
    // Types are those of the whole kit: they take their time.
    const args = isLong ? ["test"] : ["test", "--no-check"];
    const { code, stdout, stderr } = await runDeno(args, mine);
    assertEquals(code, 0, stdout + stderr);
    assertMatch(stdout, /^課題 1　順伝播 h = xW \+ b \.\.\. ok /m);
    assertMatch(stdout, /^ok \| 9 passed \| 0 failed /m);
  },
);

Deno.test(
  "deno test in the folder tells what kind of mistake it was, and survives a loop without end",
  needs("run", "read", "write"),
  async () => {
    using mine = withSolution(solution({
      sumSquaredError: right.sumSquaredError.replace(
        "multiply(0.5, ",
        "add(0, ",
      ),
      category: "",
      softmax:
        `export function softmax() { throw new Error("まだ書いていません / not written yet"); }`,
      loss: `export const loss = (x: Matrix, t: Matrix, W: Matrix) =>
  matmul(W, x);`,
      descend: "export function descend(): void { for (;;); }",
    }));
    const english = ["test", "--no-check", "--", "--lang", "en"];
    const { code, stdout } = await runDeno(english, mine);
    assertEquals(code, 1);
    assertMatch(stdout, /^FAILED \| 4 passed \| 5 failed /m);
    assertMatch(stdout, /^Task 4: Cross entropy of one sample \.\.\. ok /m);
    assertMatch(
      stdout,
      /9 of 9 cases are wrong\.\n {2}the ½ is missing: Multiply the sum by ½\.\n[^]*sumSquaredError\(y, t\)\n {4}y = \[\[0\.2, 0\.7, 0\.1\]\]\n[^]*asked for: 0\.07\n {2}came out: 0\.14\n/,
    );
    assertMatch(
      stdout,
      /9 of 17 cases are wrong\.\n {2}the function is missing: /,
    );
    assertMatch(stdout, /Task 9: Gradient descent => [^]*timed out/);
    assertMatch(stdout, /Task 6: Softmax => .*\nerror: not written yet: /);
    // where in the file the error came from, and nothing of the kit's own
    const line = 1 + Deno.readTextFileSync(new URL("exercises.ts", mine.cwd))
      .split("\n").indexOf("  matmul(W, x);");
    assertMatch(
      stdout,
      new RegExp(
        `W = \\[\\[1\\.72[^]*came out: RangeError: [^]*an error, at line ${line} of exercises\\.ts\\n`,
      ),
    );
    assert(!/\n +at /.test(stdout), stdout);
  },
);

Deno.test("checksOfFile() refuses what grading refuses, in the same words", async () => {
  const refused: [source: string, said: RegExp][] = [
    [
      'import { softmax as s } from "../../mod.ts";\n' + solution(),
      /^exercises\.ts, line 1, column 1: Cannot import "\.\.\/\.\.\/mod\.ts"/,
    ],
    [
      solution() + 'import seedrandom from "npm:seedrandom@3.0.5";\n',
      /column 1: Cannot import "npm:seedrandom@3\.0\.5": only "kobai"/,
    ],
    [
      solution({
        forward: right.forward.replace("return ", 'eval("1");\n  return '),
      }),
      /column 3: A text cannot be run as a program with eval\./,
    ],
  ];
  for (const [source, said] of refused) {
    const checks = await checksOfFile(
      source,
      examOf(course, practiceSeed),
      "en",
    );
    assertEquals(checks.length, 1);
    const told = await toldBy(checks);
    assertMatch(told[0]!, said);
  }
});

/** The first line of what each check says; undefined if it says nothing. */
function toldBy(checks: readonly Check[]): Promise<(string | undefined)[]> {
  return Promise.all(checks.map(async ({ fn }) => {
    try {
      await fn();
      return undefined;
    } catch (error) {
      return (error as { message: string }).message.split("\n")[0];
    }
  }));
}

Deno.test("checksOfFile() says what follows from an earlier task", async () => {
  const source = solution({
    softmax: right.softmax.replace("exp(", "negate("),
  });
  const checks = await checksOfFile(
    source,
    examOf(course, practiceSeed),
    "en",
  );
  const told = await toldBy(checks);
  assertEquals(told.map((text) => typeof text), [
    ...new Array(5).fill("undefined"),
    "string",
    "string",
    ...new Array(2).fill("undefined"),
  ]);
  assertMatch(told[6]!, /^It comes of softmax in earlier tasks: /);
});

Deno.test("compareGradients() counts the evaluations of the loss", () => {
  const numericalGradient = (
    f: (W: number[][]) => number,
    W: number[][],
    h: number,
  ) =>
    W.map((row, i) =>
      row.map((w, j) => {
        const here = f(W);
        W[i]![j] = w + h;
        const above = f(W);
        W[i]![j] = w;
        return (above - here) / h;
      })
    );
  // The forward difference is off by h / 2 times the largest second derivative,
  // x²p(1 - p) = 9 * 0.109.
  const { text, benches } = compareGradients({ numericalGradient }, "en");
  const lines = text.split("\n").filter((line) => line.startsWith("- "));
  assertMatch(
    lines[0]!,
    /^- your numericalGradient: evaluations of the loss 12, largest error 4\.9e-5$/,
  );
  assertMatch(
    lines[1]!,
    /^- numericalGradient of kobai: evaluations of the loss 12, largest error 3\.\de-9$/,
  );
  assertMatch(
    lines[2]!,
    /^- gradient of kobai, by backpropagation: evaluations of the loss 1, largest error \d\.\de-1[56]$/,
  );
  assertEquals(benches.length, 4);
  for (const { fn } of benches) fn();
});

Deno.test("compareGradients() says that a gradient does not work yet", () => {
  const { text, benches } = compareGradients({}, "ja");
  assert(text.startsWith("あなたの numericalGradient はまだ動きません："));
  assertEquals(benches.length, 3);
});

Deno.test(
  "deno bench in the folder compares the gradients",
  needs("run", "read", "write"),
  async () => {
    using mine = withSolution(solution());
    const args = ["bench", "--no-check", "--filter", "none of them"];
    const { code, stdout } = await runDeno(args, mine);
    assertEquals(code, 0);
    assertMatch(
      stdout,
      /- あなたの numericalGradient：損失の計算 12 回、最大の誤差 3\.\de-9\n/,
    );
  },
);
