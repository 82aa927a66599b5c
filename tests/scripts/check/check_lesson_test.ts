/** Lessons as files: what keeps each of them from being read. */
import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import {
  checkLesson,
  type CheckLimits,
} from "../../../scripts/check/check_lesson.ts";
import { UnshownError } from "../../../scripts/lesson/code.ts";
import { helpersOf } from "../../../scripts/lesson/helpers.ts";
import { CHECKOUT } from "../../_support/checkout.ts";
import { good, run } from "../../_support/lesson_process.ts";
import { needs } from "../../_support/permission.ts";

const needed = needs("run", "read", "write");

const CELL = `import { divide, matrix } from "kobai";
import { type CellData, defineCell } from "kobai/lesson";
import { half } from "./half.ts";
export const cell: CellData = defineCell({
  number: "1",
  title: "A half",
  text: "Halves.",
  inputs: { x: matrix([1, 2]) },
  run({ x }) {
    // show
    const y = half(x);
    // end
    return { y };
  },
  results: { y: { label: "Half" } },
});
`;
const HELPER = `import { divide, type Matrix } from "kobai";
/** The half. */
export function half(x: Matrix) {
  return divide(x, 2);
}
`;
const LESSON = `import { lessonOf } from "kobai/lesson";
import { cell } from "./1_01_half.ts";
export const lesson = await lessonOf(import.meta.url, {
  title: "Halves", lead: "One cell.", sections: { "1": "All" },
  cells: { "1_01_half": cell },
});
`;

/** A lesson in a folder of its own, with some files changed. */
async function withLesson<T>(
  changes: Record<string, string>,
  look: (file: string) => Promise<T>,
): Promise<T> {
  const folder = await Deno.makeTempDir();
  const files = {
    "1_01_half.ts": CELL,
    "half.ts": HELPER,
    "lesson.ts": LESSON,
    ...changes,
  };
  for (const [name, text] of Object.entries(files)) {
    await Deno.writeTextFile(`${folder}/${name}`, text);
  }
  try {
    return await look(`${folder}/lesson.ts`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** What a process of its own finds wrong with a lesson that does not end. */
async function problemsAlone(
  file: string,
  limits: CheckLimits,
): Promise<string[]> {
  const stdout = await good(run([
    ...["--allow-read", "tests/_support/endless_process.ts", "check"],
    ...[`file://${file}`, JSON.stringify(limits)],
  ]));
  const report = JSON.parse(stdout);
  assertEquals(report.kind, "done");
  return report.problems.map(({ en }: { en: string }) => en);
}

/** Reads a lesson in the terminal, as its page and as its notebook. */
async function readings(file: string): Promise<
  { code: number; stderr: string }[]
> {
  const out = file.replace("lesson.ts", "out");
  const common = ["--lesson", file, "--lang=en"];
  const ended = await Promise.all([
    run(["--allow-read", "scripts/lesson.ts", ...common]),
    run([
      ...["--unstable-bundle", "--allow-read", "--allow-write"],
      ...["scripts/page.ts", ...common, "--out", `${out}/page.html`],
    ]),
    run([
      ...["--allow-read", "--allow-write", "scripts/notebook.ts"],
      ...[...common, "--out", out],
    ]),
  ]);
  return ended.map(({ code, stderr }) => ({ code, stderr }));
}

Deno.test(
  "a problem ends all three readings with 1, and nothing is written",
  needed,
  () =>
    withLesson({
      "1_01_half.ts": CELL.replace(
        '"Half"',
        '"Half", printed: "array([[1.]])", expected: "identical"',
      ),
    }, async (file) => {
      for (const { code, stderr } of await readings(file)) {
        assertEquals(code, 1);
        assertMatch(
          stderr,
          /^Cell 1_01_half, results\.y, line 15: compares with "array\(\[\[1\.\]\]\)" as different/,
        );
      }
      const folder = file.replace("/lesson.ts", "");
      const names = [...Deno.readDirSync(folder)].map(({ name }) => name);
      assertEquals(names.sort(), ["1_01_half.ts", "half.ts", "lesson.ts"]);
    }),
);

Deno.test(
  "a helper that cannot travel is named, with its line",
  needed,
  async () => {
    const said = (helper: string, cell = CELL) =>
      withLesson({ "half.ts": helper }, async (file) => {
        const url = `file://${file.replace("lesson.ts", "1_01_half.ts")}`;
        const inputs = { x: 1 };
        const { text } = await assertRejects(
          () => helpersOf({ name: "1_01_half", url, source: cell, inputs }),
          UnshownError,
        );
        return text.en;
      });
    const start = "Cannot show the code of cell 1_01_half: ";
    const kit = new URL("scripts/cli/plain.ts", CHECKOUT).href;
    const cases: [string, string][] = [
      [
        `${HELPER}Deno.exitCode;\n`,
        "half.ts, line 6, uses Deno, which a page does not have",
      ],
      [`${HELPER}export default half;\n`, "half.ts, line 6, exports in a way"],
      [
        `${HELPER}export const here = import.meta.url;\n`,
        "half.ts, line 6, uses import.meta",
      ],
      [
        `import { plainText } from "${kit}";\n${HELPER}plainText("");\n`,
        `half.ts, line 1, imports ${kit}, a file of the kit`,
      ],
    ];
    for (const [helper, sentence] of cases) {
      const stderr = await said(helper);
      assert(stderr.startsWith(start + sentence), stderr);
    }
    const renamed = CELL.replace("{ half }", "{ half as part }")
      .replace("half(x)", "part(x)");
    assertMatch(
      await said(HELPER, renamed),
      /1_01_half\.ts, line 3, imports under another name/,
    );
  },
);

Deno.test(
  "a cell under another file's name is named",
  needed,
  () =>
    withLesson({
      "1_02_half.ts": CELL.replace("half(x)", "divide(x, 2)"),
      "lesson.ts": LESSON.replace(
        '"1_01_half": cell',
        '"1_01_half": cell, "1_02_half": cell',
      ),
    }, async (file) => {
      const report = await checkLesson(`file://${file}`);
      assert(report.kind === "done");
      assertEquals(report.problems.map(({ en }) => en), [
        "The lesson's cells: 1_02_half is not the cell that 1_02_half.ts exports as cell, each needs the name of its own file",
      ]);
    }),
);

Deno.test(
  "a lesson that does not end loading is ended",
  needed,
  () =>
    withLesson({ "1_01_half.ts": `for (;;);\n${CELL}` }, async (file) => {
      const limits = { cell: 600, loading: 1 };
      assertEquals(await problemsAlone(file, limits), [
        "Loading the lesson has not ended after 1 seconds: computations belong into a run",
      ]);
    }),
);

Deno.test(
  "a cell that does not end is ended and named",
  needed,
  () =>
    withLesson({
      "1_01_half.ts": CELL.replace(
        "const y = half(x);",
        "const y = half(x);\n    for (;;) if (y === null) break;",
      ),
    }, async (file) => {
      const limits = { cell: 1, loading: 600 };
      assertEquals(await problemsAlone(file, limits), [
        "Cell 1_01_half has not ended after 1 seconds: its run and picture must end sooner",
      ]);
    }),
);
