import { assert, assertEquals } from "@std/assert";
import { networkSvg } from "../../../scripts/figures/trained_network.ts";
import { type Element, elementsOf, textsOf } from "../../_support/markup.ts";
import { network } from "./samples.ts";

/** The lines, solid and dashed. */
function lines(svg: string): { solid: Element[]; dashed: Element[] } {
  const elements = elementsOf(svg);
  const found: { solid: Element[]; dashed: Element[] } = {
    solid: [],
    dashed: [],
  };
  for (const [i, { attributes }] of elements.entries()) {
    if (attributes["aria-label"] !== "link") continue;
    const kind = attributes["stroke-dasharray"] ? "dashed" : "solid";
    for (let j = i + 1; elements[j]?.tag === "path"; j++) {
      found[kind].push(elements[j]!);
    }
  }
  return found;
}

function circles(svg: string): Element[] {
  return elementsOf(svg).filter(({ tag }) => tag === "circle");
}

Deno.test("networkSvg() draws a circle for each unit and a line for each weight and bias", async () => {
  const data = network(2, 16, 3);
  const svg = await networkSvg(data, "ja");
  assertEquals(circles(svg).length, 2 + 16 + 3 + 2); // two from which the biases come
  const all = [...data.weights.flat(2), ...data.biases!.flat()];
  const { solid, dashed } = lines(svg);
  assertEquals(solid.length, all.filter((weight) => weight >= 0).length);
  assertEquals(dashed.length, all.filter((weight) => weight < 0).length);
});

Deno.test("networkSvg() makes a line the thicker the larger its weight", async () => {
  const svg = await networkSvg({
    inputs: ["x1", "x2"],
    outputs: ["y1", "y2"],
    weights: [[[2, -1], [0.5, 0]]],
  }, "en");
  const { solid, dashed } = lines(svg);
  const widths = [...solid, ...dashed].map(({ attributes }) =>
    Number(attributes["stroke-width"])
  );
  assertEquals(widths, [5, 1.25, 0.3, 2.5]);
  assert(textsOf(svg, "text").includes("thickest line: |w| = 2"));
});

Deno.test("networkSvg() draws a line from the unit to the unit that its weight is between", async () => {
  const svg = await networkSvg({
    inputs: ["x1", "x2"],
    outputs: ["y1", "y2"],
    weights: [[[1, -1], [-1, -1]]], // only x1 to y1 is positive
  }, "en");
  const place = (name: string): number[] => {
    const { attributes } = elementsOf(svg).find(({ text }) => text === name)!;
    return attributes.transform!.match(/-?[\d.]+/g)!.map(Number);
  };
  const ends = lines(svg).solid[0]!.attributes.d!.match(/-?[\d.]+/g)!.map(
    Number,
  );
  const [[x1, y1], [x2, y2]] = [place("x1"), place("y1")] as [
    [number, number],
    [number, number],
  ];
  for (const [i, value] of [x1, y1, x2, y2].entries()) {
    assert(Math.abs(ends[i]! - value) < 1, `${ends} for ${[x1, y1, x2, y2]}`);
  }
});

Deno.test("networkSvg() writes the weights where there are few", async () => {
  const numbers = (svg: string): string[] =>
    textsOf(svg, "text").filter((text) => /^−?\d+\.\d+$/.test(text));
  const small = await networkSvg(
    {
      ...network(2, 3),
      weights: [[[0.125, -0.25, 1.5], [2.25, -3.5, 0.0625]]],
      biases: [[]],
    },
    "en",
  );
  assertEquals(numbers(small).sort(), [
    ...["0.0625", "0.125", "1.5", "2.25", "−0.25", "−3.5"],
  ]);
  assertEquals(numbers(await networkSvg(network(2, 16, 3), "en")), []);
});

Deno.test("networkSvg() names inputs, outputs and layers", async () => {
  const texts = textsOf(await networkSvg(network(2, 4, 5, 3), "ja"), "text");
  for (const name of ["x1", "x2", "悪い", "普通", "良い"]) {
    assertEquals(texts.filter((text) => text === name).length, 1, name);
  }
  const tspans = textsOf(await networkSvg(network(2, 4, 5, 3), "ja"), "tspan");
  assertEquals(tspans, [
    ...["入力層", "2", "隠れ層 1 (sigmoid)", "4", "隠れ層 2 (sigmoid)", "5"],
    ...["出力層 (softmax)", "3"],
  ]);
});

Deno.test("networkSvg() leaves out units of a layer that is too tall, and says how many", async () => {
  const svg = await networkSvg(network(2, 50, 3), "en");
  assertEquals(circles(svg).length, 2 + 20 + 3 + 2);
  assert(textsOf(svg, "text").includes("⋮ 30 more"));
  const whole = await networkSvg(network(2, 21, 3), "en");
  assertEquals(circles(whole).length, 2 + 21 + 3 + 2);
});

Deno.test("networkSvg() draws weights that are all 0", async () => {
  const svg = await networkSvg({
    inputs: ["x"],
    outputs: ["y"],
    weights: [[[0]]],
  }, "ja");
  assertEquals(lines(svg).solid[0]!.attributes["stroke-width"], "0.3");
});
