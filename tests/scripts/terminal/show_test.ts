import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { unicodeWidth } from "@std/cli/unicode-width";
import { matrix } from "kobai";
import { pageWidth } from "../../../scripts/cli/wrap_text.ts";
import type { Language } from "../../../scripts/cli/message.ts";
import { lecture } from "../../../scripts/cells/lesson.ts";
import type { Cell, Input } from "../../../scripts/lesson/cell.ts";
import { runCell } from "../../../scripts/lesson/run.ts";
import { headingOf } from "../../../scripts/lesson/heading.ts";
import { beyondLecture } from "../../../scripts/lesson/words.ts";
import { plainMarkdown } from "../../../scripts/terminal/plain_markdown.ts";
import {
  type ShowOptions,
  showOutcome,
} from "../../../scripts/terminal/show.ts";

const LANGUAGES: Language[] = ["ja", "en"];
const PLAIN: ShowOptions = {
  language: "en",
  answers: true,
  numpy: false,
  color: false,
};

function cellCalled(part: string): Cell {
  return lecture.find(({ name }) => name.includes(part))!;
}

function shown(
  part: string,
  options: Partial<ShowOptions> = {},
  changes: Record<string, Input> = {},
): string {
  return showOutcome(runCell(cellCalled(part), changes), {
    ...PLAIN,
    ...options,
  });
}

for (const language of LANGUAGES) {
  Deno.test(`showOutcome() fills at most ${pageWidth} columns in "${language}", arrays aside`, () => {
    for (const cell of lecture) {
      for (const answers of [true, false]) {
        const text = showOutcome(runCell(cell), {
          ...PLAIN,
          language,
          answers,
        });
        for (const line of text.split("\n")) {
          const array = /array\(|^\s+\[*[-\d. e,]+[\]),]*$/.test(line);
          assert(array || unicodeWidth(line) <= pageWidth, line);
          assertEquals(line, line.trimEnd());
        }
      }
    }
  });

  Deno.test(`showOutcome() shows everything that a cell has in "${language}"`, () => {
    for (const cell of lecture) {
      const text = showOutcome(runCell(cell), { ...PLAIN, language });
      const squeezed = text.replace(/\s+/g, "");
      const has = (part: string): void =>
        assertStringIncludes(squeezed, part.replace(/\s+/g, ""), cell.name);
      assertStringIncludes(text, headingOf(cell, language));
      const texts = [cell.text, cell.exercise ?? cell.text];
      for (const text of texts) plainMarkdown(text[language]).forEach(has);
      has(cell.code);
      has(cell.beyond ? beyondLecture[language] : "");
      assertEquals(text.includes("import numpy"), false);
      const whole = showOutcome(runCell(cell), {
        ...PLAIN,
        language,
        numpy: true,
      });
      assertStringIncludes(
        whole.replace(/\s+/g, ""),
        (cell.numpy?.code ?? "").replace(/\s+/g, ""),
      );
      for (
        const { label, printed, reason, because } of Object.values(cell.results)
      ) {
        has(label[language]);
        has(because?.[language] ?? "");
        has(printed ?? "");
        has(reason?.[language] ?? "");
      }
      for (const { why } of cell.errata ?? []) has(why[language]);
      const outsideCode = text.replace(/^ {4}\S.*$/gm, "");
      assertEquals(/\{\w+\}/.exec(outsideCode), null, cell.name);
    }
  });
}

Deno.test("showOutcome() shows a value, what was printed, and how they compare", () => {
  const lines = shown("_predict").split("\n");
  const at = lines.indexOf("  The three scores");
  assertEquals(lines.slice(at, at + 5), [
    "  The three scores",
    "  a           array([5.25564129, 3.18313049, 1.15463432])",
    "  lecture     array([5.25564131, 3.1831305 , 1.15463432])",
    "  compared    = equal within the rounding of the printed W: off by 2.0e-8, at",
    "              most 3.0e-8",
  ]);
});

Deno.test("showOutcome() tells each of the four relations by a sign", () => {
  assertStringIncludes(
    shown("_weighted_sum"),
    "= identical: every printed digit",
  );
  assertStringIncludes(
    shown("4.2.4_08"),
    "= equal within the rounding of the printed W",
  );
  assertStringIncludes(
    shown("4.2.4_08"),
    "≠ differs by 2.82: see the erratum below",
  );
  assertStringIncludes(
    shown("_one_row"),
    "? not reproducible: no seed was set",
  );
});

Deno.test("showOutcome() tells a word that code gives in the reader's language", () => {
  const line = (language: Language) =>
    shown("4.2.4_13", { language }).split("\n")
      .find((line) => line.startsWith("  verdict "))!.trim();
  assertEquals(line("ja"), "verdict     正しい");
  assertEquals(line("en"), "verdict     right");
});

Deno.test("showOutcome() cries out when a comparison is not as expected", () => {
  const right = cellCalled("_weighted_sum");
  const wrong: Cell = { ...right, run: () => ({ h: matrix([8]) }) };
  const text = showOutcome(runCell(wrong), PLAIN);
  assertStringIncludes(text, '! not as expected: it should be "identical"');
  assertEquals(shown("_weighted_sum").includes("!"), false);
});

Deno.test("showOutcome() hides the answer and its code until it is asked for", () => {
  for (const cell of lecture.filter(({ exercise }) => exercise !== undefined)) {
    const outcome = runCell(cell);
    const hidden = showOutcome(outcome, { ...PLAIN, answers: false });
    assertStringIncludes(hidden, "Add --answers to see the answer.");
    for (const { label } of Object.values(cell.results)) {
      assertEquals(hidden.includes(`\n  ${label.en}\n`), false, label.en);
    }
    assertEquals(hidden.includes("const "), false);
    // What the lecture's text gets wrong is no answer.
    for (const { why } of cell.errata ?? []) {
      assertStringIncludes(hidden, why.en.slice(0, 40));
    }
    assertEquals(showOutcome(outcome, PLAIN).includes("--answers"), false);
  }
});

Deno.test("showOutcome() leaves out what was printed once an input is changed", () => {
  const text = shown("4.2.4_08", {}, { x: matrix([1, 1]) });
  assertStringIncludes(text, "x = array([[1., 1.]])");
  assertStringIncludes(text, "An input was changed");
  for (const gone of ["compared", "erratum", "lecture"]) {
    assertEquals(text.includes(`\n  ${gone} `), false, gone);
  }
});

Deno.test("showOutcome() colours only when asked to, and changes nothing else", () => {
  for (const cell of lecture) {
    const outcome = runCell(cell);
    const plain = showOutcome(outcome, PLAIN);
    const coloured = showOutcome(outcome, { ...PLAIN, color: true });
    assertEquals(plain.includes("\x1b"), false);
    assertStringIncludes(coloured, "\x1b[1m");
    // deno-lint-ignore no-control-regex
    assertEquals(coloured.replace(/\x1b\[\d+m/g, ""), plain);
  }
});
