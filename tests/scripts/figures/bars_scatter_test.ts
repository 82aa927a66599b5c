import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Picture } from "../../../scripts/figures/picture.ts";
import { elementsOf, textsOf } from "../../_support/markup.ts";
import { svgOf } from "./samples.ts";

const both = (text: string) => ({ ja: text, en: text });

const bars = (...values: number[]): Picture => ({
  kind: "bars",
  title: both("words"),
  description: both("how often"),
  axis: both("times"),
  bars: values.map((value, i) => ({ label: both(`word ${i}`), value })),
});

const widths = (svg: string): number[] =>
  elementsOf(svg).filter(({ attributes }) => attributes.class === "bar")
    .map(({ attributes }) => Number(attributes.width));

Deno.test("bars are as long as their numbers, which stand at their ends", () => {
  const svg = svgOf(bars(4, 2, 1), "en");
  assertEquals(widths(svg), [300, 150, 75]);
  const texts = textsOf(svg, "text");
  for (const text of ["times", "word 0", "4", "word 2", "1"]) {
    assert(texts.includes(text), text);
  }
});

Deno.test("bars below 0 lead to the left; none has no length", () => {
  const svg = svgOf(bars(1, -2, 0, NaN), "ja");
  assertEquals(widths(svg), [100, 200, 0, 0]);
  assert(textsOf(svg, "text").includes("−2"));
  assertEquals(widths(svgOf(bars(), "ja")), []);
});

const scatter = (points: [number, number, string?][], second = 0): Picture => ({
  kind: "scatter",
  title: both("points"),
  description: both("where"),
  x: { label: both("across") },
  y: { label: both("upward") },
  groups: [points, points.slice(0, second)].filter(({ length }) => length > 0)
    .map((some, i) => ({
      label: both(`group ${i}`),
      points: some.map(([x, y, word]) => ({
        x,
        y,
        ...(word === undefined ? {} : { label: both(word) }),
      })),
    })),
});

/** How many signs are drawn. */
const signs = (svg: string): number =>
  svg.match(/<g class="points">.*?<\/g>/s)![0].split("<path").length - 1;

Deno.test("a scatter picture has every point, and words that cover no other", () => {
  const svg = svgOf(scatter([[0, 0, "left"], [10, 5, "right"]]), "en");
  assertEquals(signs(svg), 2);
  const texts = textsOf(svg, "text");
  for (const text of ["across", "upward", "left", "right"]) {
    assert(texts.includes(text), text);
  }
  assertEquals(texts.includes("group 0"), false);
  // At one place there is room for four words around the sign.
  const heap = Array.from(
    { length: 9 },
    (_, i): [number, number, string] => [1, 1, `heap ${i}`],
  );
  const crowded = svgOf(scatter([...heap, [0, 0], [2, 2]]), "en");
  const shown = textsOf(crowded, "text")
    .filter((text) => text.startsWith("heap"));
  assertEquals(shown.length, 4);
  assertEquals(signs(crowded), 11);
});

Deno.test("a scatter picture names its groups where there are two", () => {
  const svg = svgOf(scatter([[0, 0], [1, 1], [NaN, 1]], 2), "en");
  assertEquals(signs(svg), 4);
  assertStringIncludes(svg, "group 1");
});

Deno.test("a scatter picture stands with one point, and with none", () => {
  assertEquals(signs(svgOf(scatter([[3, 3, "x"]]), "ja")), 1);
  assertEquals(/NaN|Infinity/.test(svgOf(scatter([[3, 3]]), "ja")), false);
  assertEquals(/NaN|Infinity/.test(svgOf(scatter([]), "ja")), false);
});
