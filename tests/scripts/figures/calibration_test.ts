import { assertEquals } from "@std/assert";
import { elementsOf, textsOf } from "../../_support/markup.ts";
import { calibration, svgOf } from "./samples.ts";

Deno.test("calibrationPicture() puts a point where it is right as often, and counts below", () => {
  const svg = svgOf(calibration, "en"), elements = elementsOf(svg);
  const points = elements.filter(({ tag }) => tag === "circle")
    .map(({ attributes: { cx, cy } }) => [Number(cx), Number(cy)]);
  const rule = elements.find(({ attributes }) => attributes.class === "rule")!;
  const [x0, y0, x1, y1] = rule.attributes.d!.match(/[\d.]+/g)!.map(Number);
  const expected = [[0.46, 0.5], [0.75, 0.6], [1, 1]].map(([said, right]) => [
    x0! + said! * (x1! - x0!),
    y0! + right! * (y1! - y0!),
  ]);
  for (const [i, point] of points.entries()) {
    for (const [axis, value] of point.entries()) {
      assertEquals(Math.abs(value - expected[i]![axis]!) < 0.01, true);
    }
  }
  assertEquals(points.length, 3);
  const columns = elements.filter(({ tag, attributes }) =>
    tag === "rect" && "x" in attributes && attributes.rx === undefined
  ).map(({ attributes }) => Number(attributes.height));
  // As high as there are predictions, the most to the top.
  assertEquals(
    columns,
    [50 * 10 / 12345, 50, 50 * 1234 / 12345].map((height) =>
      Number(height.toFixed(2))
    ),
  );
  for (const text of ["10", "12345", "1234"]) {
    assertEquals(textsOf(svg, "text").includes(text), true);
  }
  // One whisker less than points: an interval that is not known has none.
  const whiskers = elements.find(({ attributes }) =>
    attributes.class === "intervals"
  )!;
  assertEquals(whiskers.attributes.d!.match(/V/g)!.length, 2);
});

Deno.test("calibrationPicture() says each point to those who cannot see it", () => {
  assertEquals(
    textsOf(svgOf(calibration, "en"), "desc")[0]!.split("as it says. ")[1],
    "of 10 predictions at 46 %, 50 % are right; of 12345 predictions at 75 %, 60 % are right; of 1234 predictions at 100 %, 100 % are right.",
  );
});
