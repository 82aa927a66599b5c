/**
 * The exercises of a course author in examples/own_exercises: handed out,
 * checked by a student, and graded. (Browsers show them in a page:
 * `tests/browser/exercises_page_test.ts`.)
 */
import { assertEquals, assertMatch } from "@std/assert";
import { checkBuiltOn } from "../../scripts/exercise/check_built_on.ts";
import { checkCourse } from "../../scripts/exercise/check_course.ts";
import { course } from "../../examples/own_exercises/course.ts";
import { CHECKOUT } from "../_support/checkout.ts";
import { runDeno } from "../_support/deno_process.ts";
import { temporaryFolder } from "../_support/files.ts";
import { needs } from "../_support/permission.ts";
import { grade, recordsIn, writeSubmissions } from "./grade/grading.ts";
import { ownRight } from "./own_solution.ts";

/** The command line of `scripts/exercises.ts`, as its header has it. */
const COMMAND = [
  ...["run", "--no-prompt", "--allow-env=LC_ALL,LC_MESSAGES,LANG"],
  ...["--allow-read", "--allow-write", "scripts/exercises.ts"],
];
const FILE = "examples/own_exercises/course.ts";

Deno.test("own_exercises work", async () => {
  checkCourse(course);
  await checkBuiltOn(course);
});

Deno.test(
  "own_exercises are handed out, and a student's test tells the kind of mistake",
  needs("run", "read", "write"),
  async () => {
    using folder = temporaryFolder();
    const { code, stdout, stderr } = await runDeno(
      [...COMMAND, FILE, "--out", folder.path, "--lang", "en"],
      { cwd: CHECKOUT },
    );
    assertEquals([code, stderr], [0, ""]);
    assertMatch(stdout, /course\.ts works: 3 exercises, 60 points\.\n/);
    assertMatch(
      Deno.readTextFileSync(`${folder.path}exercises.ts`),
      /^export function typeTokenRatio\(words: string\[\]\): Matrix \| number \{$/m,
    );
    Deno.writeTextFileSync(
      `${folder.path}exercises.ts`,
      ownRight.replace("maximum(h, 0)", "h"),
    );
    const test = await runDeno(
      ["test", "--no-check", "--", "--lang", "en"],
      { cwd: new URL(`file://${folder.path}`) },
    );
    assertMatch(test.stdout, /^FAILED \| 2 passed \| 1 failed /m);
    assertMatch(
      test.stdout,
      /\n {2}there is no ReLU: Negative numbers become 0/,
    );
  },
);

Deno.test(
  "own_exercises are graded, whatever they are about",
  needs("run", "read", "write"),
  async () => {
    using folder = temporaryFolder();
    const submissions = writeSubmissions(`${folder.path}class`, {
      right: ownRight,
      product: ownRight.replace(
        "new Set(words).size / ",
        "new Set(words).size * ",
      ),
      none: "export {};",
      percent: ownRight.replace("return new", "return 100 * new"),
    });
    const { code, stdout, stderr } = await grade(
      submissions,
      ...["--out", `${folder.path}out`, "--exercises", FILE],
      ...["--types", "none"],
    );
    assertEquals(code, 0, stderr);
    assertMatch(stdout, /^1 {2}Type-token ratio +5\.0 +20 +1 /m);
    const records = recordsIn(`${folder.path}out`);
    const first = (student: string) => {
      const { points, tasks: [task] } = records.get(student)!;
      return [points, task!.points, task!.mistake];
    };
    assertEquals(first("right"), [60, 20, undefined]);
    assertEquals(first("percent"), [40, 0, "percent"]);
    assertEquals(first("product"), [40, 0, "other"]);
    assertEquals(first("none"), [0, 0, "missing"]);
  },
);
