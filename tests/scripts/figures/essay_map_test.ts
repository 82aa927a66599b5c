import { assert, assertEquals, assertThrows } from "@std/assert";
import { essayMapSvg, gridFor } from "../../../scripts/figures/essay_map.ts";
import { innermost, predictedBands } from "../../../scripts/figures/grid.ts";
import { type Element, elementsOf, textsOf } from "../../_support/markup.ts";
import { bands, stripes } from "./samples.ts";

/** The paths of each group with that label. */
function inside(svg: string, label: string): Element[][] {
  const groups: Element[][] = [];
  let wanted = false;
  for (const element of elementsOf(svg)) {
    const { tag, attributes: { "aria-label": name } } = element;
    if (name !== undefined) wanted = name === label;
    if (wanted && name !== undefined) groups.push([]);
    if (wanted && tag === "path") groups.at(-1)!.push(element);
  }
  return groups;
}

Deno.test("essayMapSvg() draws a sign for each essay, of its band's shape and colour", async () => {
  const data = stripes();
  const svg = await essayMapSvg(data, "ja");
  const [signs] = inside(svg, "dot").sort((a, b) => b.length - a.length);
  assertEquals(signs!.length, 150);
  const kinds = new Map<string, number>();
  for (const { attributes: { d, fill } } of signs!) {
    kinds.set(`${fill} ${d}`, (kinds.get(`${fill} ${d}`) ?? 0) + 1);
  }
  const expected = bands.map((_, band) =>
    data.essays.filter((essay) => essay.band === band).length
  );
  assertEquals([...kinds.values()].sort(), expected.sort());
  const shapes = [...kinds.keys()].map((kind) => kind.split(" ")[1]);
  assertEquals(new Set(shapes).size, 3);
});

Deno.test("essayMapSvg() draws an area for each band where it is predicted", async () => {
  const svg = await essayMapSvg(stripes(), "en");
  const areas = inside(svg, "contour").map(([path]) => path!.attributes.d!);
  assertEquals(areas.length, 3);
  const [left, middle, right] = areas.map((d) => {
    const xs = [...d.matchAll(/(-?[\d.]+),-?[\d.]+/g)].map(([, x]) =>
      Number(x)
    );
    return [Math.min(...xs), Math.max(...xs)];
  });
  // bands meet at 100 and at 200 words: at these places between the margins
  const { x: [least, most] } = stripes().grid;
  const at = (words: number): number =>
    56 + (720 - 56 - 20) * (words - least) / (most - least);
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

Deno.test("essayMapSvg() draws no area for a band that is never predicted", async () => {
  const data = stripes();
  const probabilities = data.grid.points.flatMap(() => [0.2, 0.5, 0.3]);
  const svg = await essayMapSvg({ ...data, probabilities }, "en");
  const texts = textsOf(svg, "text").filter((text) => text.startsWith("pred"));
  assertEquals(texts, ["predicted: 普通"]);
  assertEquals(inside(svg, "contour").length, 1);
});

Deno.test("essayMapSvg() says its axes, its bands, its essays and its remark", async () => {
  const svg = await essayMapSvg({ ...stripes(), remark: "年齢は平均" }, "ja");
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

Deno.test("essayMapSvg() draws some of very many essays, and says so", async () => {
  const svg = await essayMapSvg(stripes(9001), "en");
  const [signs] = inside(svg, "dot").sort((a, b) => b.length - a.length);
  assertEquals(signs!.length, 1801);
  assert(textsOf(svg, "text").includes("1801 of 9001 essays are drawn."));
});

Deno.test("essayMapSvg() draws one essay, and essays that are all alike", async () => {
  const one = { x: 0, y: -3, band: 0 };
  for (const essays of [[one], [one, one, one]]) {
    const grid = gridFor(essays);
    const probabilities = grid.points.flatMap(() => [0.5, 0.25, 0.25]);
    const svg = await essayMapSvg(
      { ...stripes(), essays, grid, probabilities },
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
  for (const [i, point] of [first!, second!, last].entries()) {
    for (const [j, value] of point.entries()) {
      assert(Math.abs(value - expected[i]![j]!) < 1e-9);
    }
  }
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
