/** Every cell of a notebook, run without Jupyter, shows what the cell gives. */
import { assert, assertEquals } from "@std/assert";
import { lesson as lecture } from "../../../scripts/cells/lesson.ts";
import type { Lesson } from "../../../scripts/lesson/lesson.ts";
import { notebookJson } from "../../../scripts/notebook/notebook.ts";
import { lesson as own } from "../../../examples/own_lesson/lesson.ts";
import config from "../../../deno.json" with { type: "json" };
import { CHECKOUT } from "../../_support/checkout.ts";
import { bitsOf, runNotebook } from "../../_support/notebook_program.ts";
import { needs } from "../../_support/permission.ts";
import { hostileLesson } from "./_hostile.ts";

const packages: Record<string, string> = config.imports;
const kit = new URL("mod.ts", CHECKOUT).href;

/** Runs a lesson's notebook, and requires each cell's own values of it. */
async function assertRuns(lesson: Lesson, language: "ja" | "en") {
  const shown = await runNotebook(notebookJson(lesson, {
    language,
    answers: "fold",
    resolve: (name) => name === "kobai" ? kit : packages[name] ?? name,
  }));
  // An answer is no code cell: it stands in a fold.
  const computing = lesson.cells.filter(({ code, exercise }) =>
    code !== "" && exercise === undefined
  );
  for (const { name, run, inputs, results } of computing) {
    const id = name.split("_", 2).join("-").replaceAll(".", "-");
    const values = run(inputs);
    assertEquals(
      shown[`${id}-code`],
      Object.fromEntries(
        Object.keys(results).map((key) => [key, bitsOf(values[key])]),
      ),
      name,
    );
  }
  const cells = Object.keys(shown).filter((id) => id.endsWith("-code"));
  assertEquals(cells.length, computing.length);
}

for (const language of ["ja", "en"] as const) {
  Deno.test(
    `each cell of the lecture's notebook in "${language}" shows the cell's values`,
    needs("run", "read", "write"),
    () => assertRuns(lecture, language),
  );
}

Deno.test(
  "each cell of own_lesson's notebook shows the cell's values",
  needs("run", "read", "write"),
  () => assertRuns(own, "en"),
);

Deno.test(
  "each cell of hostile code shows the cell's values in a notebook",
  needs("run", "read", "write"),
  async () => {
    const lesson = await hostileLesson();
    assert(lesson.cells.length > 10);
    await assertRuns(lesson, "en");
  },
);
