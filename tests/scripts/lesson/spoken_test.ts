import { assertEquals } from "@std/assert";
import { type Matrix, matrix } from "kobai";
import { defineCell, defineText } from "../../../scripts/lesson/cell.ts";
import { spoken } from "../../../scripts/lesson/spoken.ts";
import type { Picture } from "../../../scripts/figures/picture.ts";

const both = (text: string) => ({ ja: text, en: text });

Deno.test("defineCell() takes single texts for both languages", () => {
  const cell = defineCell({
    number: "1",
    title: { ja: "題", en: "Title" },
    text: "Text.",
    exercise: "Which?",
    inputs: { x: matrix([1]) },
    run: ({ x }: { x: Matrix }) => ({ y: x.item() }),
    results: { y: { label: "Value", because: "Why", words: { a: "b" } } },
    errata: [{ id: "slip", why: "It slipped." }],
  });
  assertEquals([cell.number, cell.title], [both("1"), {
    ja: "題",
    en: "Title",
  }]);
  assertEquals([cell.text, cell.exercise], [both("Text."), both("Which?")]);
  assertEquals(cell.results.y, {
    label: both("Value"),
    because: both("Why"),
    words: { a: both("b") },
  });
  assertEquals(cell.errata, [{ id: "slip", why: both("It slipped.") }]);
});

Deno.test("defineText() makes a cell that computes nothing", () => {
  const cell = defineText({ number: "1", title: "T", text: "Text." });
  assertEquals([cell.inputs, cell.results, cell.run({})], [{}, {}, {}]);
});

Deno.test("spoken() leaves names and matrices of a picture as they are", () => {
  const W = matrix([1]);
  const picture = spoken<Picture>({
    kind: "network",
    title: "T",
    description: { ja: "図", en: "A picture" },
    layers: [{ label: "in", units: [{ name: "x_1", note: "2" }] }],
    weights: [W],
  });
  assertEquals(picture, {
    kind: "network",
    title: both("T"),
    description: { ja: "図", en: "A picture" },
    layers: [{ label: both("in"), units: [{ name: "x_1", note: both("2") }] }],
    weights: [W],
  });
});
