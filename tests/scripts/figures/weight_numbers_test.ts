/**
 * Numbers stand by their own lines, found by geometry in the drawing itself.
 */
import { assert, assertEquals } from "@std/assert";
import { type Matrix, matrix, randn } from "kobai";
import seedrandom from "seedrandom";
import { lecture } from "../../../scripts/cells/lesson.ts";
import { drawPicture } from "../../../scripts/figures/draw.ts";
import type { NetworkPicture } from "../../../scripts/figures/picture.ts";
import { textWidth } from "../../../scripts/figures/text_width.ts";
import { pictureOf } from "../../../scripts/lesson/picture.ts";
import { runCell } from "../../../scripts/lesson/run.ts";
import { type Element, elementsOf } from "../../_support/markup.ts";

type Point = readonly [x: number, y: number];
interface Line {
  readonly from: Point;
  readonly to: Point;
}
interface Written {
  readonly text: string;
  readonly middle: Point;
  readonly halfWidth: number;
}

/** Digits of 12 pixels are about 9 high; the middle is 4.3 above the foot. */
const HALF_HEIGHT = 4.5, FOOT = 4.3;

/**
 * The lines of a network, and the numbers on them, both in the weights' order.
 */
function drawn(picture: NetworkPicture): { lines: Line[]; numbers: Written[] } {
  const elements = elementsOf(`${drawPicture(picture, "a", "en")}`);
  const numbersAt = elements.findIndex(({ attributes }) =>
    attributes.class === "numbers"
  );
  const numbers: Written[] = [];
  for (let i = numbersAt + 1; elements[i]!.tag === "rect"; i += 2) {
    const [plate, { text, attributes }] = [elements[i]!, elements[i + 1]!];
    assertEquals(attributes["text-anchor"], "middle");
    const number = {
      text,
      middle: [Number(attributes.x), Number(attributes.y) - FOOT],
      halfWidth: textWidth(text, { size: 12 }) / 2,
    } as const;
    assertKeepsApart(plate, number);
    numbers.push(number);
  }
  // Lines are drawn first: the plates cover them.
  assert(elements.findLastIndex(({ tag }) => tag === "line") < numbersAt);
  const lines = elements.filter(({ tag }) => tag === "line")
    .map(({ attributes: { x1, y1, x2, y2 } }): Line => ({
      from: [Number(x1), Number(y1)],
      to: [Number(x2), Number(y2)],
    }));
  return { lines, numbers };
}

/** Requires that no line comes near to a minus sign or a point. */
function assertKeepsApart(
  plate: Element,
  { middle, halfWidth }: Written,
): void {
  assertEquals(plate.attributes.fill, "var(--figure-paper)");
  const [x, y, width, height] = ["x", "y", "width", "height"].map((name) =>
    Number(plate.attributes[name])
  ) as [number, number, number, number];
  assert(x <= middle[0] - halfWidth && x + width >= middle[0] + halfWidth);
  assert(y <= middle[1] - HALF_HEIGHT && y + height >= middle[1] + HALF_HEIGHT);
}

/** How far a point is from a line, by the area of the triangle between them. */
function distance([x, y]: Point, { from, to }: Line): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  if (x < from[0] || x > to[0]) return Infinity; // lines go to the right
  return Math.abs(dx * (y - from[1]) - dy * (x - from[0])) /
    Math.hypot(dx, dy);
}

/** Whether a line runs behind the digits themselves. */
function crosses({ from, to }: Line, { middle, halfWidth }: Written): boolean {
  for (let step = 0; step <= 40; step++) {
    const x = middle[0] - halfWidth + step * halfWidth / 20;
    if (x < from[0] || x > to[0]) continue;
    const y = from[1] + (x - from[0]) / (to[0] - from[0]) * (to[1] - from[1]);
    if (Math.abs(y - middle[1]) < HALF_HEIGHT) return true;
  }
  return false;
}

/** Requires that no number can be taken for another line's. */
function assertByOwnLines(picture: NetworkPicture): void {
  const { lines, numbers } = drawn(picture);
  assertEquals(numbers.length, lines.length);
  numbers.forEach((number, i) => {
    const own = distance(number.middle, lines[i]!);
    assert(own < 0.5, `${number.text} is ${own} from its line`);
    lines.forEach((line, j) => {
      if (i === j) return;
      const other = distance(number.middle, line);
      assert(
        other > 3,
        `${number.text} is ${other} from the line of ${numbers[j]!.text}`,
      );
    });
    numbers.slice(i + 1).forEach((other) => {
      const apart = Math.abs(number.middle[0] - other.middle[0]) >=
          number.halfWidth + other.halfWidth ||
        Math.abs(number.middle[1] - other.middle[1]) >= 2 * HALF_HEIGHT;
      assert(apart, `${number.text} covers ${other.text}`);
    });
  });
}

/** The numbers that stand on a line that is not theirs. */
function crossed(picture: NetworkPicture): string[] {
  const { lines, numbers } = drawn(picture);
  return numbers.filter((number, i) =>
    lines.some((line, j) => i !== j && crosses(line, number))
  ).map(({ text }) => text);
}

/** A network of units without notes. */
function networkOf(...weights: Matrix[]): NetworkPicture {
  const sizes = [weights[0]!.rows, ...weights.map(({ columns }) => columns)];
  const text = { ja: "層", en: "layer" };
  return {
    kind: "network",
    title: text,
    description: text,
    layers: sizes.map((size) => ({
      label: text,
      units: Array.from({ length: size }, (_, i) => ({ name: `x_${i + 1}` })),
    })),
    weights,
  };
}

for (const cell of lecture) {
  const picture = pictureOf(runCell(cell));
  if (picture?.kind !== "network") continue;
  Deno.test(`each weight's number of ${cell.name} stands by its own line`, () => {
    assertByOwnLines(picture);
    assertEquals(crossed(picture), [], "on other lines too");
  });
}

Deno.test("each weight's number stands by its own line, whatever the weights", () => {
  const random = seedrandom("numbers");
  for (const [inputs, outputs] of [[1, 3], [2, 2], [3, 1], [2, 5], [3, 3]]) {
    for (let round = 0; round < 10; round++) {
      assertByOwnLines(networkOf(randn(random, inputs!, outputs!)));
    }
  }
});

Deno.test("a network with no room for numbers has none", () => {
  const random = seedrandom("none");
  const { numbers, lines } = drawn(networkOf(randn(random, 6, 6)));
  assertEquals([numbers.length, lines.length], [0, 36]);
});

Deno.test("a number is written once for each line, with a real minus sign", () => {
  const { numbers } = drawn(networkOf(matrix([[1.784, -0.5]])));
  assertEquals(numbers.map(({ text }) => text), ["1.78", "−0.5"]);
});
