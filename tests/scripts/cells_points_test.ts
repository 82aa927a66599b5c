/**
 * Every point of the lecture has its place: the cells come in the order of the
 * points, and each point's sentence stands in its cell, in both languages and
 * in every reading.
 */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { oldNames } from "../../scripts/cells/_old_names.ts";
import { lecture, lesson } from "../../scripts/cells/lesson.ts";
import type { Language } from "../../scripts/cli/message.ts";
import { numberOf } from "../../scripts/lesson/heading.ts";
import { cellNamed } from "../../scripts/lesson/lesson.ts";
import { runCell } from "../../scripts/lesson/run.ts";
import { notebookJson } from "../../scripts/notebook/notebook.ts";
import { findCells } from "../../scripts/terminal/find_cells.ts";
import { showOutcome } from "../../scripts/terminal/show.ts";
import { pageOf, partOf } from "../_support/pages.ts";
import { plainMarkdown } from "../../scripts/terminal/plain_markdown.ts";
import golden from "../golden/lecture_points.json" with { type: "json" };

const { points } = golden;
const languages = ["ja", "en"] as const;

/** Letters alone: no spaces, marks or markup, and no low or high letters. */
function letters(text: string): string {
  return text.normalize("NFKC").replace(/[\s*`$_{}\\]/g, "");
}

/** What a page shows; of a formula its letters. */
function shownIn(html: string): string {
  return letters(
    html.replace(/<[^>]*>/g, "").replaceAll("&#39;", "'")
      .replaceAll("&amp;", "&"),
  );
}

Deno.test("the lecture's points are all there, in its order", () => {
  assertEquals(
    points.map(({ id }) => id),
    Array.from({ length: 51 }, (_, i) => `p${String(i + 1).padStart(2, "0")}`),
  );
  const places = points.map(({ cell }) =>
    lecture.indexOf(cellNamed(lesson, cell))
  );
  assertEquals(places, places.toSorted((a, b) => a - b));
  for (const { section, cell } of points) {
    assertEquals(cellNamed(lesson, cell).section, section, cell);
  }
});

for (const language of languages) {
  Deno.test(`each point's sentence stands in its cell in "${language}", in every reading`, async () => {
    const html = await pageOf(lesson, language);
    const notebook = notebookOf(language);
    for (const { id, cell: name, sentence, terms } of points) {
      const cell = cellNamed(lesson, name);
      const wanted = letters(sentence[language]);
      const terminal = showOutcome(runCell(cell), {
        language,
        answers: false,
        numpy: false,
        color: false,
      });
      assertStringIncludes(letters(terminal), wanted, id);
      assertStringIncludes(shownIn(partOf(html, cell)), wanted, id);
      assertStringIncludes(
        letters(notebook.get(numberOf(cell).replaceAll(".", "-")) ?? ""),
        wanted,
        id,
      );
      if (language === "ja") {
        const text = plainMarkdown(cell.text.ja).join() + cell.title.ja;
        for (const term of terms) assertStringIncludes(text, term, id);
      }
    }
  });
}

/** The texts of a notebook, by the numbers of their cells. */
function notebookOf(language: Language): Map<string, string> {
  const { cells } = JSON.parse(
    notebookJson(lesson, {
      language,
      answers: "fold",
      resolve: (name) => name,
    }),
  ) as { cells: { id: string; source: string | string[] }[] };
  const texts = new Map<string, string>();
  for (const { id, source } of cells) {
    const number = id.replace(/-\w+$/, "");
    const text = [source].flat().join("");
    texts.set(number, (texts.get(number) ?? "") + text);
  }
  return texts;
}

Deno.test("nothing beyond the lecture comes before a section's own point on it", () => {
  const own = new Set(points.map(({ cell }) => cell));
  for (const { name, beyond } of lecture) {
    assert(!(beyond && own.has(name)), `${name} makes a point of the lecture`);
  }
  // In each section the lecture's own cells come first.
  for (const [section, cells] of Map.groupBy(lecture, (cell) => cell.section)) {
    const marks = cells.map(({ beyond = false }) => beyond);
    assertEquals(
      marks,
      marks.toSorted((a, b) => Number(a) - Number(b)),
      section,
    );
  }
});

Deno.test("a name of the version before still finds its cell", () => {
  assertEquals(Object.keys(oldNames).length, 29);
  for (const [before, now] of Object.entries(oldNames)) {
    const found = (name: string) =>
      findCells(lesson, name).map(({ name }) => name);
    assertEquals(found(before), [now]);
    assertEquals(found(`scripts/cells/${before}.ts`), [now]);
  }
  const [found] = findCells(lesson, "ignored_argument");
  assertEquals(found!.name, "4.2.4_10_f_of_W");
});
