/** What every cell of the lecture keeps to. */
import {
  assert,
  assertEquals,
  assertMatch,
  assertNotEquals,
} from "@std/assert";
import { Matrix } from "kobai";
import * as cells from "../../scripts/cells/_cells.ts";
import { lecture } from "../../scripts/cells/lesson.ts";
import type { CellData, Input, Value } from "../../scripts/lesson/cell.ts";
import { runCell } from "../../scripts/lesson/run.ts";
import { CHECKOUT } from "../_support/checkout.ts";
import { assertClose } from "../_support/close.ts";
import { needs } from "../_support/permission.ts";

for (const cell of lecture) {
  Deno.test(`cell ${cell.name} comes out as expected`, () => {
    const outcome = runCell(cell);
    for (const [name, result] of Object.entries(cell.results)) {
      assert(name in outcome.values, `${name} is not computed`);
      const printed = result.printed !== undefined;
      assertEquals(printed, result.expected !== undefined, name);
      assertEquals(outcome.comparisons[name]?.relation, result.expected, name);
      // What differs from the lecture is explained.
      if (result.expected === "differs") {
        assert(result.because ?? cell.errata?.length, name);
      }
      const unsure = result.expected === "not reproducible";
      assertEquals(result.reason !== undefined, unsure, name);
    }
    assertEquals(
      Object.keys(outcome.values).sort(),
      Object.keys(cell.results).sort(),
    );
    assert(outcome.asExpected);
  });

  Deno.test(`cell ${cell.name} gives the same values twice and changes no input`, () => {
    const before = structuredValues(cell.inputs);
    assertEquals(
      structuredValues(cell.run(cell.inputs)),
      structuredValues(cell.run(cell.inputs)),
    );
    assertEquals(structuredValues(cell.inputs), before);
  });

  Deno.test(`cell ${cell.name} speaks Japanese and English`, () => {
    const texts = [
      cell.number,
      cell.title,
      cell.text,
      cell.exercise ?? cell.text,
    ];
    for (const { label, reason } of Object.values(cell.results)) {
      texts.push(label, reason ?? label);
    }
    texts.push(...(cell.errata ?? []).map(({ why }) => why));
    for (const { ja, en } of texts) {
      assertEquals([ja.trim(), en.trim()], [ja, en]);
      assert(ja.length > 0 && en.length > 0, `${ja} / ${en}`);
    }
    for (const { ja, en } of [cell.text, cell.exercise ?? cell.text]) {
      assertMatch(ja, /[ぁ-ん].*。$/s);
      assertMatch(en, /[.?]$/);
      assertNotEquals(ja, en);
    }
  });
}

function structuredValues(values: Record<string, Value | Input>): unknown {
  return Object.entries(values).map(([name, value]) => [
    name,
    value instanceof Matrix ? [value.toArray()] : value,
  ]);
}

Deno.test(
  "every cell is in the lesson, under its name",
  needs("read"),
  () => {
    for (const { name, run } of lecture) {
      assertEquals(run, (cells as Record<string, CellData>)[name]!.run);
    }
    const files = [...Deno.readDirSync(new URL("scripts/cells/", CHECKOUT))]
      .map(({ name }) => name).filter((name) => /^\d.*\.ts$/.test(name));
    assertEquals(
      lecture.map(({ name }) => `${name}.ts`).toSorted(),
      files.toSorted(),
    );
  },
);

Deno.test("cells are named and ordered as the lecture is", () => {
  const names = lecture.map(({ name }) => name);
  const inOrder = (name: string): string => name.replace("_", ".0_");
  assertEquals(
    names.map(inOrder),
    names.map(inOrder).toSorted(),
  ); // `4.2` comes before `4.2.1`
  assertEquals(new Set(names).size, names.length);
  for (const { name, section } of lecture) {
    assertMatch(name, /^\d\.\d(\.\d)?_\d\d_[A-Za-z0-9_]+$/);
    assert(name.startsWith(`${section}_`));
  }
  // Within a section the numbers have no gap.
  const seen: Record<string, number> = {};
  for (const { name, section } of lecture) {
    seen[section] = (seen[section] ?? 0) + 1;
    assertEquals(Number(name.split("_")[1]), seen[section], name);
  }
  assertEquals(Object.keys(seen), ["4.2", "4.2.1", "4.2.2", "4.2.3", "4.2.4"]);
});

Deno.test("the pictures' arithmetic, the scoring model and the lost steps are there", () => {
  const values = (name: string): Record<string, Value> => {
    const cell = lecture.find((cell) => cell.name.endsWith(name))!;
    return cell.run(cell.inputs);
  };
  assertEquals(
    values("_network_of_three_layers").numbers,
    2 * 4 + 4 + 4 * 3 + 3,
  );
  // 150 words, 5 errors: 150·0.02 - 5·0.1 + 1, 150·0.01 + 1, 5·0.2 + 1
  const { h } = values("_scoring_model");
  assertClose(h as Matrix, [[3.5, 2.5, 2]], "golden");
  const { P, category } = values("_rating");
  assertClose(P as Matrix, [[3.5 / 8, 2.5 / 8, 2 / 8]], "golden");
  assertEquals(category, "良い");
  const { y } = values("_hundred_steps"); // the loss is -ln of the last
  const losses = (values("_hundred_steps").losses as Matrix).toArray()[0]!;
  assertClose(-Math.log((y as Matrix).at(0, 2)), losses.at(-1)!, {
    rtol: 1e-12,
    atol: 0,
  });
});
