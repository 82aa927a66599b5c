import { assertEquals } from "@std/assert";
import { elementsOf, textsOf } from "../../_support/markup.ts";
import { learningCurve, svgOf } from "./samples.ts";

Deno.test("learningCurvePicture() puts each doubling as far to the right, with its interval", () => {
  const svg = svgOf(learningCurve, "en"), elements = elementsOf(svg);
  const points = elements.filter(({ tag }) => tag === "circle")
    .map(({ attributes: { cx, cy } }) => [Number(cx), Number(cy)] as const);
  const [[x0, y0], [x1, y1], [x2, y2]] = points as [
    ...[readonly [number, number], readonly [number, number]],
    readonly [number, number],
  ];
  assertEquals(Math.abs((x2 - x1) - (x1 - x0)) < 0.02, true);
  // 0.4, 0.6 and 1 upwards.
  assertEquals(Math.abs((y0 - y2) - 3 * (y0 - y1)) < 0.05, true);
  const whiskers = elements.find(({ attributes }) =>
    attributes.class === "intervals"
  )!.attributes.d!.match(/M[\d.]+,([\d.]+)V([\d.]+)/g)!;
  assertEquals(whiskers.length, 2);
  const [from, to] = whiskers[0]!.match(/[\d.]+/g)!.slice(1).map(Number);
  assertEquals(Math.abs((from! + to!) / 2 - y0) < 0.02, true);
  assertEquals(
    textsOf(svg, "desc")[0]!.includes(
      "0.4 with 50 essays, 0.6 with 100 essays, 1 with 200 essays",
    ),
    true,
  );
});
