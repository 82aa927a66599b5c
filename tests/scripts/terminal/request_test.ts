import {
  assert,
  assertEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { Matrix } from "kobai";
import {
  lecture,
  lesson as theLecture,
} from "../../../scripts/cells/lesson.ts";
import { helpText } from "../../../scripts/cli/help_text.ts";
import { dashed } from "../../../scripts/cli/option.ts";
import { UsageError } from "../../../scripts/cli/usage_error.ts";
import type { Cell } from "../../../scripts/lesson/cell.ts";
import {
  cellCommand,
  lessonCommand,
  type LessonRequest,
  readCell,
  readLesson,
  type Request,
} from "../../../scripts/terminal/request.ts";

const lesson = (...args: string[]): LessonRequest =>
  readLesson(args, theLecture, "deno task lesson");

function cellCalled(part: string): Cell {
  return lecture.find(({ name }) => name.includes(part))!;
}

/** A cell that runs by itself. */
const alone = (part: string, ...args: string[]): Request =>
  readCell(args, cellCalled(part));

const namesOf = ({ cells }: Request): string[] => cells.map(({ name }) => name);

/** What is said of a line that cannot be followed, in English: one line. */
function refusal(request: () => unknown): string {
  const { text } = assertThrows(request, UsageError);
  assertEquals(/\n/.test(text.ja + text.en), false);
  return text.en;
}

const plain = (value: unknown): unknown =>
  value instanceof Matrix ? value.toArray() : value;

Deno.test("readLesson() without arguments runs everything, answers hidden", () => {
  const { cells, ...rest } = lesson();
  assertEquals(cells, lecture);
  assertEquals(rest, {
    language: rest.language,
    answers: false,
    json: false,
    numpy: false,
    list: false,
    help: false,
    color: true,
    changes: {},
    figures: undefined,
  });
});

Deno.test("readLesson() reads every flag", () => {
  const request = lesson(
    ...["--answers", "--json", "--list", "--no-color", "--figures", "out"],
  );
  const { answers, json, list, color, figures } = request;
  assertEquals([answers, json, list, color], [true, true, true, false]);
  assertEquals(figures, "out");
});

Deno.test("readLesson() takes a section, or a cell by whatever it is called", () => {
  const section = namesOf(lesson("4.2.3"));
  assert(section.length > 5);
  assertEquals(
    section,
    lecture.map(({ name }) => name).filter((name) => name.startsWith("4.2.3_")),
  );
  assertEquals(namesOf(lesson("Out [9]")), ["4.2.4_08_loss"]);
  // As a shell hands it over that was not told to keep it together.
  assertEquals(namesOf(lesson("Out", "[9]", "--json")), ["4.2.4_08_loss"]);
});

Deno.test("readLesson() offers a cell only its own options", () => {
  const no = "There is no option --learning-rate. ";
  assertStringIncludes(refusal(() => lesson("delta", "--learning-rate=1")), no);
  assertStringIncludes(refusal(() => alone("_delta", "--learning-rate=1")), no);
  assertStringIncludes(
    refusal(() => alone("_delta", "--list")),
    "There is no option --list. ",
  );
  assertStringIncludes(
    refusal(() => lesson("--lerning-rate", "1")),
    "Near it: --learning-rate, ",
  );
});

Deno.test("readCell() takes no word", () => {
  assertEquals(
    refusal(() => alone("_delta", "loss")),
    'There is no use for "loss": only options can be written here.',
  );
});

Deno.test("readCell() changes a matrix, a number and a text", () => {
  const changes = (part: string, ...args: string[]): unknown[] =>
    Object.entries(alone(part, ...args).changes).map((
      [name, value],
    ) => [name, plain(value)]);
  const W = [[1, 2, 3], [4, 5, 6]];
  assertEquals(changes("_predict", "--W", "1,2,3;4,5,6"), [["W", W]]);
  assertEquals(changes("_predict", "--x", "１，２"), [["x", [[1, 2]]]]);
  assertEquals(changes("_predict", "－－ｘ＝−１、２"), [["x", [[-1, 2]]]]);
  assertEquals(changes("_negative_scores", "--scores", "-1,2,.5"), [
    ["scores", [[-1, 2, 0.5]]],
  ]);
  assertEquals(changes("_one_step", "--learning-rate", "-.5"), [
    ["learningRate", -0.5],
  ]);
  assertEquals(changes("_ten_rows", "--seed", "7"), [["seed", 7]]);
  assertEquals(changes("_one_row", "--seed", "7 seas"), [["seed", "7 seas"]]);
  assertEquals(changes("_11_gradient", "--h", "0.1", "--t", "1,0,0").length, 2);
});

Deno.test("readLesson() changes the inputs of one cell, not of many", () => {
  const { changes } = lesson("one_step", "--learning-rate", "0.5");
  assertEquals(changes, { learningRate: 0.5 });
  for (const words of [["4.2.4"], [], ["損失"]]) {
    assertEquals(
      refusal(() => lesson(...words, "--learning-rate", "0.5")),
      "--learning-rate needs a single cell to be chosen.",
    );
  }
});

Deno.test("readLesson() and readCell() refuse a value that does not fit", () => {
  for (const read of [lesson, alone]) {
    assertEquals(
      refusal(() => read("4.2.4_14_one_step", "--learning-rate", "fast")),
      '--learning-rate needs a number, found "fast".',
    );
    assertEquals(
      refusal(() => read("4.2.2_02_scores_to_probabilities", "--scores", "a")),
      '--scores needs numbers such as "2,1,1", found "a".',
    );
  }
  assertEquals(
    refusal(() => alone("_predict", "--x=1,1", "--x=2,2")),
    "--x is there twice.",
  );
});

Deno.test("readLesson() and readCell() give help to whoever asks", () => {
  assert(lesson("--help").help);
  assert(lesson("nonsense", "-h", "4.2.1", "--nonsense").help);
  assert(alone("_11_gradient", "-h", "0.1").help); // -h is not --h
  assertEquals(alone("_11_gradient", "--h", "0.1").changes, { h: 0.1 });
});

Deno.test("the help of the lesson and of a cell names every option", () => {
  for (const language of ["ja", "en"] as const) {
    const options = (help: string): string[] =>
      [...help.matchAll(/^ {2}(?:-h, )?--(\S+)/gm)].map(([, name]) => name!);
    const shown = ["answers", "json", "numpy", "no-color", "lang", "help"];
    assertEquals(
      options(helpText(lessonCommand(theLecture, "lesson"), language)),
      ["list", "figures", "lesson", ...shown],
    );
    for (const cell of lecture) {
      const help = helpText(cellCommand(cell), language);
      assertStringIncludes(help, `deno run scripts/cells/${cell.name}.ts`);
      assertStringIncludes(help, cell.title[language]);
      assertEquals(
        options(help),
        [...Object.keys(cell.inputs).map(dashed), ...shown],
      );
      assertEquals(/\{\w+\}/.exec(help), null);
    }
  }
});
