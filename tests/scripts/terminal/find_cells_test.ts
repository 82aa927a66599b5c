import { assert, assertEquals, assertThrows } from "@std/assert";
import { lecture, lesson } from "../../../scripts/cells/lesson.ts";
import { UsageError } from "../../../scripts/cli/usage_error.ts";
import { headingOf } from "../../../scripts/lesson/heading.ts";
import { findCells } from "../../../scripts/terminal/find_cells.ts";

const find = (name: string): string[] =>
  findCells(lesson, name).map(({ name }) => name);

Deno.test("findCells() knows a section", () => {
  for (
    const [name, begin] of [["4.2.3", "4.2.3_"], ["４．２．３", "4.2.3_"], [
      "4.2",
      "4",
    ]]
  ) {
    const names = lecture.map(({ name }) => name);
    assertEquals(find(name!), names.filter((name) => name.startsWith(begin!)));
  }
  assertEquals(find("4").length, lecture.length);
});

Deno.test("findCells() knows a cell by its name, its number and its file", () => {
  const [folder, name] = ["scripts/cells/", "4.2.3_04_sum_of_squared_errors"];
  const names = [
    ...[name, "sum_of_squared_errors", "4.2.3_04", "4.2.3-04", "4.2.3-4"],
    ...[`${name}.ts`, `${folder}${name}.ts`, `./${folder}${name}.ts`],
    ...["scripts\\cells\\" + name, "４．２．３－０４", "Out5"],
  ];
  for (const one of names) assertEquals(find(one), [name], one);
});

Deno.test("findCells() finds every cell by its short name and by its heading", () => {
  for (const cell of lecture) {
    assertEquals(find(cell.name.replace(/^[^_]*_\d+_/, "")), [cell.name]);
    for (const language of ["ja", "en"] as const) {
      const heading = headingOf(cell, language);
      assertEquals(find(heading), [cell.name]);
      assertEquals(find(heading.replace(/^\S+/, cell.name)), [cell.name]);
      assert(find(cell.title[language]).includes(cell.name), heading);
      assert(find(cell.number[language]).includes(cell.name), heading);
    }
  }
});

Deno.test("findCells() knows what the lecture calls a cell, however it is written", () => {
  for (const name of ["Out [9]", "Out[9]", "out9", "OUT 9", "Ｏｕｔ［９］"]) {
    assertEquals(find(name), ["4.2.4_08_loss"], name);
  }
  assertEquals(find("In [9]"), ["4.2.3_13_exercise_cross_entropy_batch"]);
  assertEquals(find("式 (h₁, h₂)"), [
    "4.2.1_04_bias",
    "4.2.1_05_two_units",
  ]);
  assertEquals(find("Out(9)"), ["4.2.4_08_loss"]);
  assertEquals(find("式E"), ["4.2.3_03_formula_of_E"]);
  assertEquals(find("equation e"), ["4.2.3_03_formula_of_E"]);
});

Deno.test("findCells() takes all cells with the same words, in order", () => {
  assertEquals(find("損失"), [
    "4.2.3_10_searching_a_weight",
    "4.2.4_02_partial_derivative",
    "4.2.4_08_loss",
    "4.2.4_10_f_of_W",
    "4.2.4_11_gradient",
    "4.2.4_19_what_a_gradient_costs",
  ]);
  assertEquals(find("In [3]"), [
    "4.2.1_07_forward_one_row",
    "4.2.1_08_forward_ten_rows",
  ]);
  assertEquals(find("問題").length, 2);
  // `out 1` is not the beginning of `out 12`, nor `row` that of `rows`.
  assertThrows(() => find("out1"), UsageError);
  assert(!find("row").includes("4.2.1_08_forward_ten_rows"));
});

Deno.test("findCells() takes a section by its title where no cell has the words", () => {
  assertEquals(find("損失関数"), find("4.2.3"));
  assertEquals(find("weighted sums"), find("4.2.1"));
});

Deno.test("findCells() names what is nearest to what it does not find", () => {
  const said = (name: string) =>
    assertThrows(() => find(name), UsageError).text;
  const near = (name: string) => said(name).en.split("Near it: ")[1]!;
  assertEquals(near("softmx").split(", ")[0], "4.2.4_03_softmax");
  assert(near("gradeint").includes("4.2.4_11_gradient"));
  assertEquals(near("4.2.9"), "4.2.1, 4.2.2, 4.2.3");
  assert(near("学習立").includes("4.2.4_20_learning_rates"));
  assertEquals(
    said("4.2.9").ja,
    "「4.2.9」というセルや節はありません。近いもの：4.2.1, 4.2.2, 4.2.3",
  );
  for (const name of ["", " ", "[]", "。"]) {
    assertThrows(() => find(name), UsageError);
  }
});
