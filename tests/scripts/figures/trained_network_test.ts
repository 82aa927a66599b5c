import { assert, assertEquals } from "@std/assert";
import { matrix } from "kobai";
import type { Language } from "../../../scripts/cli/message.ts";
import {
  type TrainedNetwork,
  trainedNetwork,
} from "../../../scripts/figures/trained_network.ts";
import { type Element, elementsOf, textsOf } from "../../_support/markup.ts";
import { network, svgOf } from "./samples.ts";

function draw(data: TrainedNetwork, language: Language): string {
  return svgOf(trainedNetwork(data), language);
}

/** The lines, solid and dashed. */
function lines(svg: string): { solid: Element[]; dashed: Element[] } {
  const all = elementsOf(svg).filter(({ tag }) => tag === "line");
  const isDashed = ({ attributes }: Element): boolean =>
    "stroke-dasharray" in attributes;
  return {
    solid: all.filter((line) => !isDashed(line)),
    dashed: all.filter(isDashed),
  };
}

function circles(svg: string): Element[] {
  return elementsOf(svg).filter(({ tag }) => tag === "circle");
}

Deno.test("trainedNetwork() draws a circle for each unit and a line for each weight and bias", () => {
  const data = network(2, 16, 3);
  const svg = draw(data, "ja");
  // Two more are those from which the biases come.
  assertEquals(circles(svg).length, 2 + 16 + 3 + 2);
  const all = [...data.weights, ...data.biases!].flatMap((W) => W.toArray())
    .flat();
  const { solid, dashed } = lines(svg);
  assertEquals(solid.length, all.filter((weight) => weight >= 0).length);
  assertEquals(dashed.length, all.filter((weight) => weight < 0).length);
});

Deno.test("trainedNetwork() makes a line the thicker the larger its weight", () => {
  const svg = draw({
    inputs: ["x1", "x2"],
    outputs: ["y1", "y2"],
    weights: [matrix([[2, -1], [0.5, 0]])],
  }, "en");
  const { solid, dashed } = lines(svg);
  const widths = [...solid, ...dashed].map(({ attributes }) =>
    Number(attributes["stroke-width"])
  );
  assertEquals(widths, [4, 1.38, 0.5, 2.25]); // 0.5 and 3.5 times the share
  assert(textsOf(svg, "text").includes("thickest line: |w| = 2"));
});

Deno.test("trainedNetwork() draws a line from the unit to the unit that its weight is between", () => {
  const svg = draw({
    inputs: ["x1", "x2"],
    outputs: ["y1", "y2"],
    weights: [matrix([[1, -1], [-1, -1]])], // only x1 to y1 is positive
  }, "en");
  const { attributes } = lines(svg).solid[0]!;
  const [x1, y1, x2, y2] = ["x1", "y1", "x2", "y2"].map((name) =>
    Number(attributes[name])
  );
  const at = (x: number, y: number): boolean =>
    circles(svg).some(({ attributes: { cx, cy } }) =>
      Number(cx) === x && Number(cy) === y
    );
  assert(at(x1!, y1!) && at(x2!, y2!));
  // Each name stands at the height of its unit, the first above the second.
  const height = (name: string): number =>
    Number(
      elementsOf(svg).find(({ text }) => text === name)!.attributes.y,
    );
  assert(Math.abs(height("x1") - y1!) < 6 && height("x1") < height("x2"));
  assert(Math.abs(height("y1") - y2!) < 6 && height("y1") < height("y2"));
});

Deno.test("trainedNetwork() writes the weights where there are few", () => {
  const numbers = (svg: string): string[] =>
    textsOf(svg, "text").filter((text) => /^−?\d+\.\d+$/.test(text));
  const { inputs, outputs } = network(2, 3);
  const weights = [matrix([[0.124, -0.25, 1.5], [2.25, -3.5, 0.012]])];
  const small = draw({ inputs, outputs, weights }, "en");
  assertEquals(numbers(small).sort(), [
    ...["0.012", "0.12", "1.5", "2.25", "−0.25", "−3.5"].sort(),
  ]);
  assertEquals(numbers(draw(network(2, 16, 3), "en")), []);
});

Deno.test("trainedNetwork() names inputs, outputs and layers", () => {
  const texts = textsOf(draw(network(2, 4, 5, 3), "ja"), "text");
  for (const name of ["x1", "x2", "悪い", "普通", "良い"]) {
    assertEquals(texts.filter((text) => text === name).length, 1, name);
  }
  const start = texts.indexOf("入力層");
  assertEquals(texts.slice(start, start + 8), [
    ...["入力層", "2", "隠れ層 1 (sigmoid)", "4", "隠れ層 2 (sigmoid)", "5"],
    ...["出力層 (softmax)", "3"],
  ]);
});

Deno.test("trainedNetwork() leaves out units of a layer that is too tall, and says how many", () => {
  const svg = draw(network(2, 50, 3), "en");
  assertEquals(circles(svg).length, 2 + 20 + 3 + 2);
  assert(textsOf(svg, "text").includes("⋮ 30 more"));
  const whole = draw(network(2, 21, 3), "en");
  assertEquals(circles(whole).length, 2 + 21 + 3 + 2);
});

Deno.test("trainedNetwork() draws weights that are all 0", () => {
  const svg = draw({
    inputs: ["x"],
    outputs: ["y"],
    weights: [matrix([[0]])],
  }, "ja");
  assertEquals(lines(svg).solid[0]!.attributes["stroke-width"], "0.5");
});
