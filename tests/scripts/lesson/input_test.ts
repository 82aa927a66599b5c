import { assertEquals, assertThrows } from "@std/assert";
import { Matrix, matrix } from "kobai";
import { lecture } from "../../../scripts/cells/lesson.ts";
import { Misfit } from "../../../scripts/cli/option.ts";
import type { Input } from "../../../scripts/lesson/cell.ts";
import {
  inputLines,
  inputOption,
  inputText,
  MatrixMisfit,
  readInput,
} from "../../../scripts/lesson/input.ts";

const plain = (value: unknown): unknown =>
  value instanceof Matrix ? value.toArray() : value;

/** What an option makes of a text, where the input was another. */
function read(before: Input, written: string): unknown {
  return plain(inputOption(before).read(written));
}

const W = matrix([[1, 2, 3], [4, 5, 6]]);

Deno.test("inputText() writes an input as its option reads it", () => {
  for (const cell of lecture) {
    for (const [name, input] of Object.entries(cell.inputs)) {
      const text = inputText(input).replace(/^"(.*)"$/, "$1");
      assertEquals(read(input, text), plain(input), `${cell.name} ${name}`);
    }
  }
  assertEquals(inputText(matrix([[1, 2], [3, 4]])), '"1,2;3,4"');
});

Deno.test("inputLines() writes an input as code, its rows below each other", () => {
  const rows = "array([[1., 2., 3.],\n           [4., 5., 6.]])";
  assertEquals(inputLines(["W", W]), `W = ${rows}`);
  assertEquals(inputLines(["h", 1]), "h = 1");
  assertEquals(inputLines(["seed", "a"]), 'seed = "a"');
});

Deno.test("inputOption() reads a matrix as it is written anywhere", () => {
  const texts = [
    "1,2,3;4,5,6",
    "[[1, 2, 3], [4, 5, 6]]",
    "[[1 2 3] [4 5 6]]",
    " 1 2 3 ; 4 5 6 ",
    "[[1.,2.,3.],[4.,5.,6.]]",
    "１，２，３；４，５，６",
    "１、２、３；４、５、６",
    "１　２　３；４　５　６",
    "［［１，２，３］，［４，５，６］］",
  ];
  for (const text of texts) assertEquals(read(W, text), W.toArray(), text);
  assertEquals(read(W, "[2, 3]"), [[2, 3]]);
  assertEquals(read(W, "2"), [[2]]);
  assertEquals(read(W, "-1e-3 +4"), [[-1e-3, 4]]);
  assertEquals(read(W, "−１．５、２"), [[-1.5, 2]]);
});

Deno.test("inputOption() reads a number, and a text as it is", () => {
  assertEquals(read(0.1, "1e-2"), 0.01);
  assertEquals(read(0.1, "−０．５"), -0.5);
  assertEquals(read(0.1, "Infinity"), Infinity);
  assertEquals(read("lesson", "７ seas"), "７ seas");
});

Deno.test("readInput() reads what a spreadsheet copies", () => {
  for (
    const text of [
      "1\t2\t3\r\n4\t5\t6\r\n",
      "1 2 3\n4 5 6",
      "１，２，３\n４，５，６",
    ]
  ) {
    assertEquals(plain(readInput(text, W)), W.toArray(), text);
  }
  assertEquals(plain(readInput("[[1, 2, 3],\n [4, 5, 6]]", W)), W.toArray());
  assertThrows(() => readInput("1\t2\n\t3\n", W), Misfit);
});

Deno.test("readInput() says what is wrong with the numbers of a matrix", () => {
  const found = (text: string) =>
    assertThrows(() => readInput(text, W), MatrixMisfit).found;
  assertEquals(found("1, 2\n3, 四"), {
    ja: "「四」は数ではありません。",
    en: "“四” is no number.",
  });
  assertEquals(found("1 2\n3").en, "The rows have different lengths (2, 1).");
  // An empty cell of a sheet is not passed over.
  assertEquals(found("1\t\t3\n4\t5\t6").en, "A number is missing.");
  assertEquals(found("").ja, "数のないところがあります。");
});

Deno.test("readInput() keeps an input within what its cell can bear", () => {
  const limit = { least: 0, most: 1000, whole: true, count: 3 };
  const steps = (text: string) => readInput(text, matrix([0]), limit);
  assertEquals(plain(steps("0, 1000")), [[0, 1000]]);
  const needed = "a whole number from 0 to 1000";
  for (const text of ["-1", "1001", "0.5", "1 2 3 4", "1e9"]) {
    assertThrows(() => steps(text), Misfit, `${needed}, at most 3 times`, text);
  }
  assertEquals(readInput("12", 1, limit), 12);
  assertThrows(() => readInput("1e9", 1, limit), Misfit, needed);
  assertThrows(() => readInput("", 1), Misfit, "a number");
  const many = Array(2501).fill(1).join(" ");
  assertThrows(() => readInput(many, W), Misfit, "a number, at most 2500");
});

Deno.test("inputOption() says what it needs", () => {
  const needed = (before: Input, written: string) =>
    assertThrows(() => inputOption(before).read(written), Misfit).needed;
  assertEquals(needed(0.1, "1,2"), { ja: "数", en: "a number" });
  const wrong = [
    ...["a,b", "1,,2", "1,2;3", ",", "[]", "[[]]", "nan, 1", "1;2,3", "1 2 x"],
    ...["①", "1。2"],
  ];
  for (const text of wrong) {
    assertEquals(
      needed(matrix([2, 1, 1]), text),
      {
        ja: ' "2,1,1" のように並べた数',
        en: 'numbers such as "2,1,1"',
      },
    );
  }
});
