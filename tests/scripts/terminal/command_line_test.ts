import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { Matrix } from "kobai";
import { UsageError } from "../../../scripts/cli/command_line.ts";
import { lecture } from "../../../scripts/cells/lesson.ts";
import type { Cell } from "../../../scripts/lesson/cell.ts";
import { dashed } from "../../../scripts/cli/option.ts";
import {
  readCommandLine,
  type Request,
} from "../../../scripts/terminal/command_line.ts";
import { cellUsage, lessonUsage } from "../../../scripts/terminal/main.ts";

const lesson = (...args: string[]): Request =>
  readCommandLine(args, lecture, "lesson");

function cellCalled(part: string): Cell {
  return lecture.find(({ name }) => name.includes(part))!;
}

/** A cell that runs by itself. */
const alone = (part: string, ...args: string[]): Request =>
  readCommandLine(args, [cellCalled(part)], "cell");

const namesOf = ({ cells }: Request): string[] => cells.map(({ name }) => name);

/** The message of a command line that cannot be followed: one line. */
function refusal(request: () => unknown): string {
  const { message } = assertThrows(request, UsageError);
  assertEquals(message.includes("\n"), false);
  return message;
}

const plain = (value: unknown): unknown =>
  value instanceof Matrix ? value.toArray() : value;

Deno.test("readCommandLine() without arguments runs everything, answers hidden", () => {
  const request = lesson();
  assertEquals(request.cells, lecture);
  const { answers, json, list, help, color, changes } = request;
  assertEquals({ answers, json, list, help, color, changes }, {
    answers: false,
    json: false,
    list: false,
    help: false,
    color: true,
    changes: {},
  });
});

Deno.test("readCommandLine() reads every flag", () => {
  const request = lesson("--answers", "--json", "--list", "--no-color");
  const { answers, json, list, color } = request;
  assertEquals([answers, json, list, color], [true, true, true, false]);
  for (const language of ["ja", "en"] as const) {
    assertEquals(lesson("--lang", language).language, language);
    assertEquals(lesson(`--lang=${language}`, "4.2.1").language, language);
  }
});

Deno.test("readCommandLine() knows a section", () => {
  const names = namesOf(lesson("4.2.3"));
  assertEquals(
    names,
    lecture.map(({ name }) => name).filter((name) => name.startsWith("4.2.3_")),
  );
  assert(names.length > 5);
  assertEquals(lesson("4.2").cells, lecture);
  assertEquals(lesson("4").cells, lecture);
});

Deno.test("readCommandLine() knows a cell by its name, its number and its file", () => {
  for (
    const name of [
      "4.2.3_02_sum_of_squared_errors",
      "sum_of_squared_errors",
      "4.2.3_02",
      "4.2.3-02",
      "4.2.3_02_sum_of_squared_errors.ts",
      "scripts/cells/4.2.3_02_sum_of_squared_errors.ts",
      "./scripts/cells/4.2.3_02_sum_of_squared_errors.ts",
      "scripts\\cells\\4.2.3_02_sum_of_squared_errors.ts",
    ]
  ) {
    assertEquals(
      namesOf(lesson(name)),
      ["4.2.3_02_sum_of_squared_errors"],
      name,
    );
  }
});

Deno.test("readCommandLine() finds every cell by its short name", () => {
  for (const { name } of lecture) {
    assertEquals(namesOf(lesson(name.replace(/^[^_]*_\d+_/, ""))), [name]);
  }
});

Deno.test("readCommandLine() names what is nearest to an unknown cell", () => {
  const nearest = (name: string): string =>
    refusal(() => lesson("--lang=en", name));
  assertStringIncludes(
    nearest("softmx"),
    '"softmx". Near it: 4.2.2_04_softmax_instead, ',
  );
  assertStringIncludes(nearest("gradeint"), "4.2.4_06_gradient");
  assertStringIncludes(nearest("4.2.9"), "4.2.1, 4.2.2, 4.2.3");
  assertMatch(
    refusal(() => lesson("--lang=ja", "softmx")),
    /「softmx」.*近いもの：4\.2/,
  );
});

Deno.test("readCommandLine() names what is nearest to an unknown option", () => {
  const nearest = (option: string): string =>
    refusal(() => lesson("--lang=en", option));
  assertStringIncludes(
    nearest("--anwsers"),
    "no option --anwsers. Near it: --answers, ",
  );
  assertStringIncludes(
    nearest("--colour=1"),
    "no option --colour. Near it: --no-color, ",
  );
  assertStringIncludes(nearest("--lagn"), "--lang");
  assertStringIncludes(nearest("-q"), "no option -q. ");
  assertMatch(
    refusal(() => lesson("--lang=ja", "--anwsers")),
    /--anwsers.*近いもの：--answers/,
  );
});

Deno.test("readCommandLine() offers a cell only its own options", () => {
  const message = refusal(() =>
    alone("_delta", "--lang=en", "--learning-rate", "1")
  );
  assertStringIncludes(message, "no option --learning-rate. ");
  assertStringIncludes(
    refusal(() => alone("_delta", "--lang=en", "--list")),
    "no option --list. ",
  );
  const picked = refusal(() =>
    lesson("delta", "--lang=en", "--learning-rate", "1")
  );
  assertStringIncludes(picked, "no option --learning-rate. ");
});

Deno.test("readCommandLine() takes one name, a cell none", () => {
  assertEquals(
    refusal(() => lesson("--lang=en", "loss", "delta")),
    "Give one name only, found loss, delta.",
  );
  assertEquals(
    refusal(() => lesson("--lang=en", "loss", "--", "--list")),
    "Give one name only, found loss, --list.",
  );
  assertMatch(
    refusal(() => alone("_delta", "--lang=en", "loss")),
    /^This cell takes no name \("loss"\)\. Inputs are changed as in --hit\.$/,
  );
});

Deno.test("readCommandLine() refuses a language that is neither", () => {
  for (
    const args of [["--lang", "fr"], ["--lang="], ["--lang"], ["--lang=EN"]]
  ) {
    assertMatch(refusal(() => lesson(...args)), /--lang .*(ja か en|ja or en)/);
  }
});

Deno.test("readCommandLine() changes a matrix, a number and a text", () => {
  const changes = (part: string, ...args: string[]): unknown[] =>
    Object.entries(alone(part, ...args).changes).map((
      [name, value],
    ) => [name, plain(value)]);
  const W = [[1, 2, 3], [4, 5, 6]];
  for (
    const text of [
      "1,2,3;4,5,6",
      "[[1, 2, 3], [4, 5, 6]]",
      "[[1 2 3] [4 5 6]]",
      " 1 2 3 ; 4 5 6 ",
      "[[1.,2.,3.],[4.,5.,6.]]",
    ]
  ) {
    assertEquals(changes("_predict", "--W", text), [["W", W]], text);
  }
  assertEquals(changes("_predict", "--x", "[2, 3]"), [["x", [[2, 3]]]]);
  assertEquals(changes("_predict", "--x=2"), [["x", [[2]]]]);
  assertEquals(changes("_predict", "--x=-1e-3 +4"), [["x", [[-1e-3, 4]]]]);
  assertEquals(changes("_one_step", "--learning-rate", "1e-2"), [[
    "learningRate",
    0.01,
  ]]);
  assertEquals(changes("_ten_rows", "--seed", "7"), [["seed", 7]]);
  assertEquals(changes("_one_row", "--seed", "7 seas"), [["seed", "7 seas"]]);
  assertEquals(changes("_gradient", "--h", "0.1", "--t", "1,0,0").length, 2);
  // The last one counts.
  assertEquals(changes("_predict", "--x=1,1", "--x=2,2"), [["x", [[2, 2]]]]);
});

Deno.test("readCommandLine() takes a value that begins with a minus", () => {
  const { changes } = alone("_negative_scores", "--scores", "-1,2,.5");
  assertEquals(plain(changes.scores), [[-1, 2, 0.5]]);
  assertEquals(
    alone("_one_step", "--learning-rate", "-.5").changes.learningRate,
    -0.5,
  );
});

Deno.test("readCommandLine() changes the inputs of one cell, not of many", () => {
  const { changes } = lesson("one_step", "--learning-rate", "0.5");
  assertEquals(changes, { learningRate: 0.5 });
  assertEquals(
    refusal(() => lesson("4.2.4", "--lang=en", "--learning-rate", "0.5")),
    "--learning-rate needs a single cell to be chosen.",
  );
  assertMatch(
    refusal(() => lesson("--lang=ja", "--seed", "a")),
    /^--seed は.*一つ/,
  );
});

Deno.test("readCommandLine() refuses a value that is no number or no matrix", () => {
  const told = (part: string, ...args: string[]): string =>
    refusal(() => alone(part, "--lang=en", ...args));
  assertEquals(
    told("_one_step", "--learning-rate", "fast"),
    '--learning-rate needs a number, found "fast".',
  );
  assertEquals(
    told("_ten_rows", "--seed=1,2"),
    '--seed needs a number, found "1,2".',
  );
  for (
    const text of [
      "a,b",
      "1,,2",
      "1,2;3",
      ",",
      "[]",
      "[[]]",
      "nan, 1",
      "1;2,3",
      "1 2 x",
    ]
  ) {
    const message = told("_scores_to", "--scores", text);
    assertEquals(
      message,
      `--scores needs numbers such as "2,1,1", found "${text}".`,
    );
  }
  for (
    const args of [["--scores="], ["--scores"], ["--scores", "--json"], [
      "--scores= ",
    ]]
  ) {
    assertEquals(told("_scores_to", ...args), "--scores needs a value.");
  }
  assertEquals(told("_one_row", "--seed="), "--seed needs a value.");
  assertMatch(
    refusal(() => alone("_one_step", "--lang=ja", "--learning-rate", "速い")),
    /^--learning-rate には数を/,
  );
});

Deno.test("readCommandLine() gives help to whoever asks, whatever else there is", () => {
  for (const help of ["--help", "-h"]) {
    assert(lesson(help).help);
    assert(lesson("nonsense", help, "4.2.1").help);
    assert(alone("_gradient", help).help);
    assert(alone("_gradient", help, "0.1").help); // -h is not --h
  }
  assertEquals(lesson("--help", "--lang", "en").language, "en");
  assertEquals(alone("_gradient", "--h", "0.1").changes, { h: 0.1 });
});

Deno.test("the usage of the lesson and of a cell names every option", () => {
  for (const language of ["ja", "en"] as const) {
    const usage = lessonUsage(lecture, "deno task lesson", language);
    for (
      const flag of ["list", "lang", "answers", "json", "no-color", "help"]
    ) {
      assertStringIncludes(usage, `--${flag} `);
    }
    for (const cell of lecture) {
      const usage = cellUsage(cell, language);
      assertStringIncludes(usage, `deno run scripts/cells/${cell.name}.ts`);
      for (const name of Object.keys(cell.inputs)) {
        assertStringIncludes(usage, `  --${dashed(name)} `);
      }
      assertEquals(usage.includes("--answers"), cell.exercise !== undefined);
      assertEquals(/\{\w+\}/.exec(usage), null);
    }
  }
});
