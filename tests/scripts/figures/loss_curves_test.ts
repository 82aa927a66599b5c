import { assert, assertEquals } from "@std/assert";
import { lossCurves } from "../../../scripts/figures/loss_curves.ts";
import { type Element, elementsOf, textsOf } from "../../_support/markup.ts";
import { losses, svgOf } from "./samples.ts";

/** The curves. */
function curves(svg: string): Element[] {
  return elementsOf(svg).filter(({ attributes }) =>
    attributes.class === "line"
  );
}

/** The corners of a path of straight lines. */
function corners(path: Element): [x: number, y: number][] {
  return path.attributes.d!.slice(1).split("L").map((point) => {
    const [x, y] = point.split(",").map(Number);
    return [x!, y!];
  });
}

Deno.test("lossCurves() draws a solid and a dashed curve, each with its name", () => {
  const svg = svgOf(lossCurves(losses), "ja");
  const [training, validation] = curves(svg);
  assertEquals(training!.attributes["stroke-dasharray"], undefined);
  assert(validation!.attributes["stroke-dasharray"]);
  const texts = textsOf(svg, "text");
  for (
    const text of ["学習", "検証", "損失", "エポック", "エポック 61 を採用"]
  ) {
    assert(texts.includes(text), text);
  }
  assertEquals(corners(training!).length, 80);
  const heights = corners(training!).map(([, y]) => y);
  // The loss falls, and y grows downwards.
  assertEquals(heights, heights.toSorted((a, b) => a - b));
});

Deno.test("lossCurves() tells the first and the last loss to those who cannot see it", () => {
  const svg = svgOf(
    lossCurves({ training: [1.5, 0.75, 0.25], validation: [], kept: 2 }),
    "en",
  );
  assertEquals(textsOf(svg, "desc"), [
    "Epochs from left to right, loss upwards. The training loss went from 1.5 to 0.25. " +
    "The weights of epoch 2 were kept.",
  ]);
  assertEquals(curves(svg).length, 1);
  assert(!textsOf(svg, "text").includes("validation"));
});

Deno.test("lossCurves() begins at 0, or goes by powers where the loss falls far", () => {
  const near = svgOf(lossCurves({ training: [1, 0.5], validation: [] }), "en");
  assert(textsOf(near, "text").includes("0"));
  assert(textsOf(near, "text").includes("loss"));
  const far = svgOf(
    lossCurves({ training: [1, 0.1, 0.001], validation: [] }),
    "en",
  );
  assert(textsOf(far, "text").includes("loss (logarithmic scale)"));
  const [[, top], [, middle], [, bottom]] = corners(curves(far)[0]!) as [
    [number, number],
    [number, number],
    [number, number],
  ];
  const ratio = (middle - top) / (bottom - top);
  assert(Math.abs(ratio - 1 / 3) < 0.01, `a tenth is a third of it: ${ratio}`);
});

Deno.test("lossCurves() leaves out what is not finite", () => {
  const svg = svgOf(
    lossCurves({
      training: [1, NaN, 0.5, Infinity],
      validation: [NaN],
    }),
    "en",
  );
  assertEquals(corners(curves(svg)[0]!).length, 2);
});

Deno.test("lossCurves() draws one epoch, and none", () => {
  for (const training of [[0.7], []]) {
    const svg = svgOf(lossCurves({ training, validation: [] }), "ja");
    for (const { attributes } of elementsOf(svg)) {
      assert(!/NaN|undefined|Infinity/.test(Object.values(attributes).join()));
    }
  }
});

Deno.test("lossCurves() keeps the peaks of many epochs in a small file", () => {
  const training = Array.from({ length: 100_000 }, () => 0.5);
  training[77_777] = 2;
  training[12_345] = 0.1;
  const svg = svgOf(lossCurves({ training, validation: training }), "en");
  assert(svg.length < 60_000, `${svg.length} characters`);
  const heights = corners(curves(svg)[0]!).map(([, y]) => y);
  const counts = new Map<number, number>();
  for (const y of heights) counts.set(y, (counts.get(y) ?? 0) + 1);
  assertEquals(counts.size, 3);
  assertEquals([
    counts.get(Math.min(...heights)),
    counts.get(Math.max(...heights)),
  ], [1, 1]);
});

Deno.test("lossCurves() keeps the names of near curves apart, each at its curve", () => {
  const cases = [
    { training: [1, 0.5], validation: [1, 0.5] },
    { training: [1, 0.5], validation: [1, 0.7] },
    // on a logarithmic scale
    { training: [1, 0.1, 0.008], validation: [0.6, 0.05, 0.014] },
  ];
  for (const data of cases) {
    const svg = svgOf(lossCurves(data), "en");
    const ends = curves(svg).map((path) => corners(path).at(-1)![1]);
    const labels = ["training", "validation"].map((name) => {
      const label = elementsOf(svg).find(({ text }) => text === name)!;
      return Number(label.attributes.y) - 5; // the middle of the line
    });
    assert(Math.abs(labels[0]! - labels[1]!) > 12, labels.join());
    ends.forEach((end, i) => {
      assert(Math.abs(end - labels[i]!) < 10, `${end} ${labels[i]}`);
    });
  }
});
