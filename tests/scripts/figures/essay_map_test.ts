import { assert, assertEquals, assertThrows } from "@std/assert";
import { essayMap, gridFor } from "../../../scripts/figures/essay_map.ts";
import { innermost, predictedBands } from "../../../scripts/figures/grid.ts";
import { type Element, elementsOf, textsOf } from "../../_support/markup.ts";
import { bands, stripes, svgOf } from "./samples.ts";
import { assertClose } from "../../_support/close.ts";

/** The paths directly behind the group of that class. */
function inside(svg: string, group: string): Element[] {
  const elements = elementsOf(svg);
  const start = 1 +
    elements.findIndex(({ attributes }) => attributes.class === group);
  const end = elements.findIndex(({ tag }, i) => i >= start && tag !== "path");
  return elements.slice(start, end);
}

Deno.test("essayMap() draws a sign for each essay, of its band's shape and colour", () => {
  const data = stripes();
  const svg = svgOf(essayMap(data), "ja");
  const signs = inside(svg, "essays");
  assertEquals(signs.length, 150);
  const kinds = new Map<string, number>();
  for (const { attributes: { d, fill } } of signs) {
    const kind = `${fill} ${d!.replace(/[^A-Za-z]/g, "")}`; // its corners
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const expected = bands.map((_, band) =>
    data.essays.filter((essay) => essay.band === band).length
  );
  assertEquals([...kinds.values()].sort(), expected.sort());
  const shapes = [...kinds.keys()].map((kind) => kind.split(" ")[1]);
  assertEquals(new Set(shapes).size, 3);
});

Deno.test("essayMap() draws an area for each band where it is predicted", () => {
  const svg = svgOf(essayMap(stripes()), "en");
  const areas = inside(svg, "areas").map(({ attributes }) => attributes.d!);
  assertEquals(areas.length, 3);
  const [left, middle, right] = areas.map((d) => {
    const xs = [...d.matchAll(/(-?[\d.]+),-?[\d.]+/g)].map(([, x]) =>
      Number(x)
    );
    return [Math.min(...xs), Math.max(...xs)];
  });
  // bands meet at 100 and at 200 words: at these places between the margins
  const { x: [least, most] } = stripes().grid;
  const [start, end] = [left![0]!, right![1]!]; // of the frame
  const at = (words: number): number =>
    start + (end - start) * (words - least) / (most - least);
  const meet = [left![1]!, middle![0]!, middle![1]!, right![0]!];
  for (const [i, words] of [100, 100, 200, 200].entries()) {
    assert(Math.abs(meet[i]! - at(words)) < 1, `${meet[i]} for ${at(words)}`);
  }
  for (
    const name of ["predicted: 悪い", "predicted: 普通", "predicted: 良い"]
  ) {
    assert(textsOf(svg, "text").includes(name), name);
  }
});

Deno.test("essayMap() draws no area for a band that is never predicted", () => {
  const data = stripes();
  const probabilities = data.grid.points.flatMap(() => [0.2, 0.5, 0.3]);
  const svg = svgOf(essayMap({ ...data, probabilities }), "en");
  const texts = textsOf(svg, "text").filter((text) => text.startsWith("pred"));
  assertEquals(texts, ["predicted: 普通"]);
  assertEquals(inside(svg, "areas").length, 1);
});

Deno.test("essayMap() says its axes, its bands, its essays and its remark", () => {
  const svg = svgOf(
    essayMap({ ...stripes(), remark: { ja: "年齢は平均", en: "age: mean" } }),
    "ja",
  );
  const texts = textsOf(svg, "text");
  for (
    const text of ["語数", "誤り", ...bands, "年齢は平均", "人がつけたバンド"]
  ) {
    assert(texts.includes(text), text);
  }
  assertEquals(textsOf(svg, "desc"), [
    "横軸は 語数、縦軸は 誤り。面は予測されるバンド、印は 150 編の作文と、人がつけたバンド。 年齢は平均",
  ]);
});

Deno.test("essayMap() draws some of very many essays, and says so", () => {
  const svg = svgOf(essayMap(stripes(9001)), "en");
  assertEquals(inside(svg, "essays").length, 1801);
  assert(textsOf(svg, "text").includes("1801 of 9001 essays are drawn."));
});

Deno.test("essayMap() draws one essay, and essays that are all alike", () => {
  const one = { x: 0, y: -3, band: 0 };
  for (const essays of [[one], [one, one, one]]) {
    const grid = gridFor(essays);
    const probabilities = grid.points.flatMap(() => [0.5, 0.25, 0.25]);
    const svg = svgOf(
      essayMap({ ...stripes(), essays, grid, probabilities }),
      "ja",
    );
    for (const { attributes } of elementsOf(svg)) {
      assert(!/NaN|undefined|Infinity/.test(Object.values(attributes).join()));
    }
  }
});

Deno.test("gridFor() covers the essays with a little room, and not below 0 without need", () => {
  const grid = gridFor([{ x: 1, y: -10 }, { x: 101, y: 90 }]);
  assertEquals([grid.x, grid.y], [[0, 105], [-14, 94]]);
  assertEquals(grid.points.length, grid.columns * grid.rows);
  const [first, second] = grid.points, last = grid.points.at(-1)!;
  const [dx, dy] = [105 / grid.columns, 108 / grid.rows];
  const expected = [[dx / 2, -14 + dy / 2], [1.5 * dx, -14 + dy / 2], [
    105 - dx / 2,
    94 - dy / 2,
  ]];
  assertClose([first!, second!, last], expected, "golden");
});

Deno.test("gridFor() refuses no essays", () => {
  assertThrows(
    () => gridFor([]),
    RangeError,
    "Cannot draw a map: found no essay, one is needed",
  );
});

Deno.test("predictedBands() takes the greatest, and of equal ones the first", () => {
  const probabilities = [0.2, 0.5, 0.3, 0.4, 0.2, 0.4, 0, 0, 1];
  assertEquals([...predictedBands(probabilities, 3)], [1, 0, 2]);
});

Deno.test("innermost() finds the middle of an area, away from essays", () => {
  const grid = gridFor([{ x: 0, y: 0 }, { x: 100, y: 100 }]);
  const predicted = Int32Array.from(
    grid.points,
    ([x]) => x < 50 ? 0 : 1,
  );
  const [x, y] = innermost(grid, predicted, 0, [])!;
  assert(x > 15 && x < 35 && y > 20 && y < 80, `${x}, ${y}`);
  const crowd = Array.from({ length: 60 }, (_, i) => ({ x: 25, y: i }));
  const [, above] = innermost(grid, predicted, 0, crowd)!;
  assert(above > 60, `${above}`);
  assertEquals(innermost(grid, predicted, 2, []), undefined);
});
