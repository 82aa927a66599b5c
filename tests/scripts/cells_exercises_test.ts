/** The answers to exercises stand in their own folds and nowhere else. */
import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { Matrix } from "kobai";
import { lecture, lesson } from "../../scripts/cells/lesson.ts";
import type { Language } from "../../scripts/cli/message.ts";
import type { Cell } from "../../scripts/lesson/cell.ts";
import { runCell } from "../../scripts/lesson/run.ts";
import { notebookJson } from "../../scripts/notebook/notebook.ts";
import { showOutcome } from "../../scripts/terminal/show.ts";
import { pageOf, partOf } from "../_support/pages.ts";

const exercises = lecture.filter(({ exercise }) => exercise !== undefined);
const languages = ["ja", "en"] as const;

/** The numbers that answer an exercise, in the 6 digits that tell them. */
function answersOf(cell: Cell): string[] {
  const values = Object.values(cell.run(cell.inputs)).flatMap((value) =>
    value instanceof Matrix ? [...value.toFloat64Array()] : [Number(value)]
  );
  return values.map((value) => String(value).slice(0, 8));
}

/** Those of the answers that stand in a text; `0.39` is not in `0.3936`. */
function found(text: string, answers: string[]): string[] {
  return answers.filter((answer) =>
    answer.length < 8
      ? new RegExp(`(?<!\\d)${answer.replace(".", "\\.")}(?!\\d)`).test(text)
      : text.includes(answer)
  );
}

Deno.test("the exercises have answers that can be told", () => {
  assertEquals(exercises.length, 4);
  assertEquals(exercises.flatMap(answersOf), [
    ...["0.39", "0.356674", "0.356674", "1.203972", "1.203972"],
    ...["2.302585", "0.693147", "1.497866", "1.497865"],
  ]);
});

/** What is everywhere: ln 2 is the loss that two raters leave. */
const COMMON = ["0.693147"];

for (const language of languages) {
  Deno.test(`the answers stand nowhere outside their folds in "${language}"`, async () => {
    const answers = exercises.flatMap(answersOf)
      .filter((answer) => !COMMON.includes(answer));
    assertEquals(found(terminalOf(language), answers), []);

    let page = await pageOf(lesson, language);
    for (const cell of exercises) {
      const part = partOf(page, cell);
      const [open = "", folded = ""] = part.split('<details class="answer">');
      assertEquals(found(open, answersOf(cell)), [], cell.name);
      assert(found(folded, answersOf(cell)).length > 0, cell.name);
      for (const name of Object.keys(cell.inputs)) {
        assertStringIncludes(open, `${name} = `, cell.name);
      }
      page = page.replace(folded, "");
    }
    assertEquals(found(page.replace(/<svg.*?<\/svg>/gs, ""), answers), []);

    const { cells } = JSON.parse(
      notebookJson(lesson, {
        language,
        answers: "fold",
        resolve: (name) => name,
      }),
    ) as { cells: { id: string; source: string | string[] }[] };
    const folds = cells.filter(({ id }) => id.endsWith("-answer"));
    assertEquals(folds.length, exercises.length);
    folds.forEach(({ source }, i) => {
      const text = [source].flat().join("");
      assertMatch(text, /^<details>[^]*<\/details>$/);
      const told = answersOf(exercises[i]!);
      assertEquals(found(text, told), told);
    });
    const shown = cells.filter(({ id }) => !id.endsWith("-answer"))
      .map((cell) => ({ ...cell, attachments: undefined }));
    assertEquals(found(JSON.stringify(shown), answers), []);
  });
}

function terminalOf(language: Language): string {
  return lecture.map((cell) =>
    showOutcome(runCell(cell), {
      language,
      answers: false,
      numpy: true,
      color: false,
    })
  ).join("\n");
}
