/** The check of a lesson, fed with one mistake after the other. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { type Matrix, matrix } from "kobai";
import { cellProblems } from "../../../scripts/check/cell_problems.ts";
import { lessonProblems } from "../../../scripts/check/lesson_problems.ts";
import { lineOf } from "../../../scripts/check/problem.ts";
import { lecture, lesson } from "../../../scripts/cells/lesson.ts";
import type { Cell } from "../../../scripts/lesson/cell.ts";

const words = { ja: "値。", en: "A value." };

const right: Cell = {
  name: "1_01_x",
  section: "1",
  url: "file:///1_01_x.ts",
  file: "1_01_x.ts",
  source: [
    "export const cell = defineCell({",
    "  number: 1,",
    "  title: 2,",
    "  text: 3,",
    "  formula: 4,",
    "  inputs: { x: 5 },",
    "  run({ x }) {",
    "  },",
    "  results: {",
    "    y: { label: 6, printed: 7 },",
    "  },",
    "});",
  ].join("\n"),
  code: "const y = x;",
  helpers: [],
  number: words,
  title: words,
  text: words,
  inputs: { x: matrix([1]) },
  run: ({ x }) => ({ y: (x as Matrix).item() }),
  results: { y: { label: words, printed: "1", expected: "identical" } },
};

/** What is said of a cell with these mistakes. */
function said(mistakes: Record<string, unknown>): string[] {
  return cellProblems({ ...right, ...mistakes } as Cell).map(({ en }) => en);
}

const gives = (y: unknown) => ({ run: () => ({ y }) });

Deno.test("cellProblems() finds nothing in a right cell", () => {
  assertEquals(said({}), []);
});

Deno.test("cellProblems() finds nothing in the lecture but what it means to show", () => {
  const found = lecture.flatMap(cellProblems);
  assertEquals(found, []);
  assertEquals(lessonProblems(lesson), []);
});

Deno.test("cellProblems() names cell, field and line of each mistake, and what is needed", () => {
  const cases: [Record<string, unknown>, RegExp][] = [
    [
      { titel: words },
      /, titel, line 1: is no field of a cell, one of number, title, .* is needed$/,
    ],
    [
      { results: {}, source: `${right.source}\nresult: {}` },
      /, results, line 9: is needed \(a text alone is made by defineText\)$/,
    ],
    [{ inputs: { x: [1] } }, /, inputs\.x, line 6: is a list, a matrix/],
    [
      { title: { ja: "題" } },
      /^Cell 1_01_x, title, line 3: has no text in English, one in Japanese and one in English, or a single text is needed$/,
    ],
    [
      { text: { en: "Text.", ja: " " } },
      /, text, line 4: has no text in Japanese/,
    ],
    [
      { results: { y: { label: { ja: "値" } } } },
      /, results\.y\.label, line 10: has no text in English/,
    ],
    [
      { formula: "\\frac{1}{" },
      /, formula, line 5: has TeX that cannot be read, "\\frac\{1\}\{" \(.*\), TeX as Temml reads it is needed$/,
    ],
    [
      { text: { ja: "$x^$", en: "x" } },
      /, text, line 4: has TeX that cannot be read, "x\^"/,
    ],
    [
      { run: () => Promise.resolve({ y: 1 }) },
      /, run, line 7: gives a Promise, a value computed by a run that is not async is needed$/,
    ],
    [gives(Promise.resolve(1)), /, results\.y, line 10: gives a Promise/],
    [gives([1, 2]), /, results\.y, line 10: gives a list, a matrix/],
    [gives(NaN), /, results\.y, line 10: gives NaN, a number is needed$/],
    [gives(matrix([1, NaN])), /gives NaN, a number is needed$/],
    [gives(true), /gives true, a matrix/],
    [{ run: () => ({}) }, /, results\.y, line 10: gives nothing, a matrix/],
    [{
      run: () => {
        throw new RangeError("Cannot do it");
      },
    }, /, run, line 7: does not compute: Cannot do it$/],
    [
      gives(2),
      /, results\.y, line 10: compares with "1" as different, the cell expects identical: value, printed or expected must be mended$/,
    ],
    [
      { results: { y: { label: words, printed: "1" } } },
      /, results\.y, line 10: printed and expected are needed both or neither$/,
    ],
    [
      { rounded: "z" },
      /, rounded, line \d+: names "z", which is not there, one of x is needed$/,
    ],
    [{ limits: { z: { least: 0, most: 1 } } }, /, limits, .*names "z"/],
    [
      { numpy: { code: "", prints: ["z"] } },
      /, numpy\.prints, .*one of y is needed$/,
    ],
    [
      { bothNumbers: { slip: [["y"]] } },
      /, bothNumbers, .*names "slip", which is not there, one of \(there are none\)/,
    ],
    [
      { errata: [{ id: "slip", why: words }], bothNumbers: { slip: [["z"]] } },
      /, bothNumbers\.slip, .*names "z"/,
    ],
    [{
      picture: () => {
        throw new TypeError("no picture");
      },
    }, /, picture, .*does not compute: no picture$/],
    [
      { picture: () => ({ kind: "curves", title: words, description: words }) },
      /, picture, .*does not compute/,
    ],
    [{
      worked: () => {
        throw new TypeError("no sum");
      },
    }, /, worked, .*: no sum$/],
  ];
  for (const [mistake, sentence] of cases) {
    const [first, ...others] = said(mistake);
    assertMatch(first ?? "", sentence, JSON.stringify(mistake));
    assertEquals(others, [], first);
  }
});

Deno.test("cellProblems() tells all that is wrong, in Japanese too", () => {
  const [number, text] = cellProblems({
    ...right,
    number: { en: "1" },
    text: { en: "Text." },
  } as unknown as Cell);
  assertMatch(
    number!.ja,
    /^セル 1_01_x の number（2 行目）：日本語の文がありません/,
  );
  assertMatch(text!.ja, /text（4 行目）/);
});

Deno.test("lessonProblems() names what is wrong with a lesson", () => {
  const of = (mistakes: Record<string, unknown>) =>
    lessonProblems(
      {
        title: words,
        lead: words,
        sections: { "1": words },
        cells: [right],
        ...mistakes,
      } as unknown as typeof lesson,
    ).map(({ en }) => en);
  assertEquals(of({}), []);
  assertEquals(of({ lead: { ja: "文" } }), [
    "The lesson's lead: has no text in English, one in Japanese and one in English, or a single text is needed",
  ]);
  assertEquals(of({ sections: {} }), [
    "The lesson's sections: section 1 has no title, sections needs one",
  ]);
  assertEquals(of({ sections: { "1": words, "2": words } }), [
    "The lesson's sections: section 2 has no cell, one of 1 is needed",
  ]);
  assertEquals(of({ cells: [right, { ...right, name: "1_01_y" }] }), [
    "The lesson's cells: 1_01_x and 1_01_y have the number 1-01 both, each needs one of its own",
  ]);
  assertEquals(of({ renamed: { old: "1_02_z" } }), [
    'The lesson\'s renamed: names "1_02_z", which is not there, one of 1_01_x is needed',
  ]);
  assert(of({ live: { start: "1_02_z" } })[0]!.includes("live.start"));
});

Deno.test("lineOf() finds a field behind the one before it", () => {
  assertEquals(lineOf(right.source, ["results", "y", "label"]), 10);
  assertEquals(lineOf(right.source, ["results", "nothing"]), 9);
  assertEquals(lineOf(right.source, ["nothing"]), 1);
});
