/**
 * The pictures of the lecture: they are well-formed, say what they show, and
 * show the cells' numbers.
 */
import {
  assert,
  assertEquals,
  assertMatch,
  assertNotEquals,
} from "@std/assert";
import { type Matrix, matrix } from "kobai";
import type { Language } from "../../../scripts/cli/message.ts";
import { drawPicture } from "../../../scripts/figures/draw.ts";
import type { Picture } from "../../../scripts/figures/picture.ts";
import { lecture } from "../../../scripts/cells/lesson.ts";
import type { Cell } from "../../../scripts/lesson/cell.ts";
import { pictureOf } from "../../../scripts/lesson/picture.ts";
import { runCell } from "../../../scripts/lesson/run.ts";
import { elementsOf, textsOf } from "../../_support/markup.ts";

const LANGUAGES = ["ja", "en"] as const;

function cellOf(name: string): Cell {
  return lecture.find((cell) => cell.name.endsWith(name))!;
}

/** A cell's picture, drawn, and its values. */
function drawn(
  name: string,
  language: Language = "en",
): { svg: string; picture: Picture; values: Record<string, Matrix> } {
  const outcome = runCell(cellOf(name));
  const picture = pictureOf(outcome)!;
  return {
    svg: String(drawPicture(picture, "id", language)),
    picture,
    values: outcome.values as Record<string, Matrix>,
  };
}

/**
 * A weight as the drawing writes it: two decimals, or two digits if it is
 * small.
 */
const short = (value: number): string =>
  String(
    Number(Math.abs(value) < 0.1 ? value.toPrecision(2) : value.toFixed(2)),
  ).replace("-", "−");

Deno.test("the lecture has its pictures, in its order", () => {
  const pictures = lecture.filter(({ picture }) => picture !== undefined);
  assertEquals(pictures.map(({ name }) => name.replace(/^[^_]*_\d+_/, "")), [
    "layers",
    "weighted_sum",
    "network_of_three_layers",
    "scoring_model",
    "rating",
    "searching_a_weight",
    "predict",
    "choosing_h",
    "learning_rates",
  ]);
});

for (const cell of lecture.filter(({ picture }) => picture !== undefined)) {
  for (const language of LANGUAGES) {
    Deno.test(`picture of ${cell.name} in "${language}" is a file that tells what it shows`, () => {
      const picture = pictureOf(runCell(cell))!;
      const draw = (): string => String(drawPicture(picture, "a-1", language));
      const svg = draw();
      assertEquals(draw(), svg); // the same bytes
      const [root, ...inside] = elementsOf(svg);
      assertEquals(root!.attributes.xmlns, "http://www.w3.org/2000/svg");
      assertEquals(root!.attributes.lang, language);
      assertEquals(
        [root!.attributes.role, root!.attributes["aria-labelledby"]],
        [
          "img",
          "a-1-title a-1-description",
        ],
      );
      const [title, description] = inside;
      assertEquals([title!.tag, title!.text], [
        "title",
        picture.title[language],
      ]);
      assertEquals([description!.tag, description!.text], [
        "desc",
        picture.description[language],
      ]);
      const japanese = /[ぁ-んァ-ヶ一-龯]/;
      assertEquals(japanese.test(description!.text), language === "ja");
      const others = textsOf(svg, "text").filter((text) => japanese.test(text));
      if (language === "en") assertEquals(others, []);
      assert(svg.length < 15_000, `${svg.length} bytes`);
      // Nothing from elsewhere.
      assertEquals(
        svg.replace("http://www.w3.org/2000/svg", "").match(
          /https?:|url\(|@import/,
        ),
        null,
      );
    });
  }
}

for (
  const name of [
    "weighted_sum",
    "network_of_three_layers",
    "scoring_model",
    "rating",
    "predict",
  ]
) {
  Deno.test(`picture of ${name} draws the cell's own weights`, () => {
    const { svg, values } = drawn(name);
    const { inputs } = cellOf(name);
    const W = inputs.W ?? inputs.w;
    const weights = (W === undefined ? [values.W1!, values.W2!] : [W as Matrix])
      .flatMap((matrix) => matrix.toArray().flat());
    const lines = elementsOf(svg).filter(({ tag }) => tag === "line");
    assertEquals(lines.length, weights.length);
    // Written on the lines, in order; thicker where larger, broken where
    // negative.
    const written = textsOf(svg, "text");
    const start = written.indexOf(short(weights[0]!));
    assertEquals(
      written.slice(start, start + weights.length),
      weights.map(short),
    );
    const widths = lines.map(({ attributes }) =>
      Number(attributes["stroke-width"])
    );
    weights.forEach((weight, i) => {
      assertEquals("stroke-dasharray" in lines[i]!.attributes, weight < 0);
      weights.forEach((other, j) => {
        if (Math.abs(weight) > Math.abs(other)) {
          assert(widths[i]! >= widths[j]!);
        }
      });
    });
  });
}

Deno.test("picture of weighted_sum writes 2 × 0.5 + 3 × 2 = 7", () => {
  const { svg, picture } = drawn("weighted_sum");
  assertMatch(picture.description.en, /2 × 0\.5 \+ 3 × 2 = 7$/);
  assertEquals(textsOf(svg, "text").slice(-3), ["2 × 0.5", "+ 3 × 2", "= 7"]);
});

Deno.test("pictures of the model have its categories with scores and with probabilities", () => {
  const texts = (name: string) => textsOf(drawn(name, "ja").svg, "text");
  const bands = (name: string) =>
    texts(name).filter((text) => /^(良い|普通|悪い) /.test(text));
  assertEquals(bands("scoring_model"), ["良い 3.5", "普通 2.5", "悪い 2"]);
  assertEquals(bands("rating"), ["良い 0.4375", "普通 0.3125", "悪い 0.25"]);
  assert(texts("rating").includes("150") && texts("rating").includes("語数"));
});

Deno.test("pictures of networks have 2, 4 and 3 units, and 2 and 3", () => {
  const circles = (name: string): number =>
    elementsOf(drawn(name).svg).filter(({ tag }) => tag === "circle").length;
  assertEquals(circles("network_of_three_layers"), 9);
  assertEquals(circles("weighted_sum"), 3);
  assertEquals(circles("predict"), 5);
  // As in the lecture: arrows without numbers.
  const { svg } = drawn("layers");
  assertEquals(circles("layers"), 9);
  const heads = elementsOf(svg).filter(({ tag, attributes: { d = "" } }) =>
    tag === "path" && d.endsWith("Z")
  );
  assertEquals(heads.length, 2 * 4 + 4 * 3);
  assertEquals(textsOf(svg, "text").filter((text) => /^\d/.test(text)), []);
});

Deno.test("picture of learning_rates shows one rate that is too large", () => {
  const { svg, picture, values } = drawn("learning_rates");
  assert(picture.kind === "curves");
  assertEquals(picture.lines.map(({ label }) => label.en), [
    "learning rate 0.01",
    "learning rate 0.1",
    "learning rate 1",
  ]);
  const [slow, good, large] = picture.lines.map(({ y }) => y);
  for (const line of [slow!, good!, large!]) assertEquals(line.length, 101);
  assert(good!.at(-1)! < slow!.at(-1)! && slow!.at(-1)! < 1);
  assert(large!.at(-1)! > large![0]!, "nothing is gained");
  assert(Math.min(...good!) >= Math.log(2), "the least possible loss");
  // The same numbers as in the cell, where it shows them.
  const shown = (cellOf("learning_rates").inputs.shown as Matrix).toArray()[0]!;
  values.losses!.toArray().forEach((row, i) => {
    assertEquals(row, shown.map((step) => picture.lines[i]!.y[step]!));
  });
  // Told apart without colour: by dashes and thickness, and by their names.
  const strokes = elementsOf(svg).filter(({ attributes }) =>
    attributes.class === "line"
  ).map(({ attributes }) =>
    `${attributes["stroke-width"]} ${attributes["stroke-dasharray"]}`
  );
  assertEquals(new Set(strokes).size, 3);
  const texts = textsOf(svg, "text");
  for (const { label } of picture.lines) {
    assert(texts.includes(label.en), label.en);
  }
});

Deno.test("picture of choosing_h has rounding on the left and truncation on the right", () => {
  const { svg, picture, values } = drawn("choosing_h");
  assert(picture.kind === "curves");
  assert(picture.x.logarithmic && picture.y.logarithmic);
  const [line] = picture.lines;
  assertEquals([line!.x, line!.y], [
    values.h!.toArray()[0],
    values.errors!.toArray()[0],
  ]);
  const best = line!.x[line!.y.indexOf(Math.min(...line!.y))]!;
  const [rounding, truncation] = picture.words!;
  assert(rounding!.x < best && best < truncation!.x);
  const at = (word: string): number =>
    Number(elementsOf(svg).find(({ text }) => text === word)!.attributes.x);
  assert(at("rounding") < at("truncation"));
  assert(textsOf(svg, "text").includes("0.01"), "ticks are not rounded away");
});

Deno.test("drawPicture() escapes the words of a picture's author", () => {
  const bad = { ja: `<script>"&'`, en: `<script>"&'` };
  const network: Picture = {
    kind: "network",
    title: bad,
    description: bad,
    layers: [
      { label: bad, units: [{ name: "<x>", note: bad }] },
      { label: bad, units: [{ name: "y", note: bad, share: 0.5 }] },
    ],
    weights: [matrix([1])],
  };
  const curves: Picture = {
    kind: "curves",
    title: bad,
    description: bad,
    x: { label: bad },
    y: { label: bad, logarithmic: true },
    lines: [0, 1].map((i) => ({
      label: bad,
      x: [0, 1, 2],
      y: [1, 10, 100 + i],
    })),
    levels: [{ label: bad, y: 5 }],
    words: [{ text: bad, x: 1, y: 2 }],
  };
  for (const picture of [network, curves]) {
    const svg = String(drawPicture(picture, "a", "en"));
    assertEquals(elementsOf(svg).filter(({ tag }) => tag === "script"), []);
    assert(textsOf(svg, "text").includes(bad.en));
  }
});

Deno.test("drawPicture() draws other numbers for other inputs", () => {
  const cell = cellOf("weighted_sum");
  const svgOf = (changes: Record<string, Matrix>): string =>
    String(drawPicture(pictureOf(runCell(cell, changes))!, "a", "en"));
  const changed = svgOf({ x: matrix([4, 5]) });
  assertNotEquals(changed, svgOf({}));
  assertMatch(changed, /4 × 0\.5/);
});
