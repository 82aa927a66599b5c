import { assert, assertEquals } from "@std/assert";
import { confusionMatrix } from "../../../scripts/figures/confusion.ts";
import { inkOn, shade } from "../../../scripts/figures/palette.ts";
import { elementsOf, textsOf } from "../../_support/markup.ts";
import { bands, confusion, counts, svgOf } from "./samples.ts";

Deno.test("confusionMatrix() writes every count, its share of the row, and the totals", () => {
  const texts = textsOf(svgOf(confusion, "en"), "text");
  const numbers = texts.filter((text) => /^\d+$/.test(text)).map(Number);
  assertEquals(numbers, [
    ...[31, 4, 0, 5, 22, 7, 0, 6, 26],
    // the sums of a row and of a column
    ...[35, 36, 34, 32, 32, 33],
  ]);
  assertEquals(texts.filter((text) => text.endsWith(" %")), [
    ...["89 %", "11 %", "15 %", "65 %", "21 %", "19 %", "81 %"],
  ]);
  for (const name of bands) {
    assertEquals(texts.filter((text) => text === name).length, 2);
  }
});

Deno.test("confusionMatrix() shades a cell by its share, and frames the diagonal", () => {
  const cells = elementsOf(svgOf(confusion, "ja"))
    .filter(({ tag, attributes }) => tag === "rect" && "x" in attributes);
  const shares = counts.flatMap((row) => {
    const total = row.reduce((a, b) => a + b);
    return row.map((count) => count / total);
  });
  assertEquals(
    cells.slice(0, 9).map(({ attributes }) => attributes.fill),
    shares.map(shade),
  );
  assertEquals(cells.length, 12);
});

Deno.test("confusionMatrix() counts those that agree for those who cannot see it", () => {
  assertEquals(textsOf(svgOf(confusion, "en"), "desc"), [
    "Rows are the bands that people gave, columns the predicted ones. 79 of 101 essays agree.",
  ]);
});

Deno.test("confusionMatrix() draws a band that nobody got, and names cut to the same", () => {
  const svg = svgOf(
    confusionMatrix(
      [
        "a very long name of a band, the first",
        "a very long name of a band, the second",
      ],
      [[0, 0], [3, 4]],
    ),
    "en",
  );
  const names = new Set(
    textsOf(svg, "text").filter((text) => text.startsWith("a very")),
  );
  assertEquals([...names], ["a very long name…", "a very long name… (2)"]);
  for (const { attributes } of elementsOf(svg)) {
    assert(!/NaN|undefined/.test(Object.values(attributes).join()));
  }
});

/**
 * How bright a colour is, and the contrast of two, by the Web Content
 * Accessibility Guidelines 2.
 */
function contrast(a: string, b: string): number {
  const luminance = (color: string): number => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const part = parseInt(color.slice(at, at + 2), 16) / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

Deno.test("inkOn() can be read on every shade", () => {
  for (let percent = 0; percent <= 100; percent++) {
    const found = contrast(inkOn(percent / 100), shade(percent / 100));
    assert(found >= 4.5, `${found} at ${percent} %`);
  }
});
