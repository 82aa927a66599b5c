/**
 * A network: circles in layers, a line for each weight, the thicker the larger
 * it is; solid and blue if it is positive, broken and red if it is negative.
 */
import { message, type Text } from "../cli/message.ts";
import type { Drawing, Reader } from "./frame.ts";
import {
  drawOnPlate,
  drawText,
  LINE_HEIGHT,
  type PlacedText,
} from "./placed_text.ts";
import { Markup, markup } from "./markup.ts";
import {
  BAR,
  type Circle,
  layOut,
  type NetworkLayout,
  noteLines,
  type WeightLine,
} from "./network_layout.ts";
import { fixed, numberText } from "./number_text.ts";
import type { NetworkPicture } from "./picture.ts";
import { textWidth } from "./text_width.ts";
import { weightNumbers } from "./weight_numbers.ts";

const POSITIVE: Text = { ja: "正の重み", en: "positive weight" };
const NEGATIVE: Text = { ja: "負の重み", en: "negative weight" };
const WIDEST = message({
  ja: "最も太い線：|w| = {most}",
  en: "thickest line: |w| = {most}",
});
const BIASES: Text = {
  ja: "1 の丸からの線はバイアス",
  en: "lines from the circles with 1 are biases",
};

const THINNEST = 0.5, THICKEST = 4;
/** For the letters of formulas. */
const MATH_FONTS = "'STIX Two Text',Cambria,'Latin Modern Roman'," +
  "'Times New Roman','Liberation Serif','DejaVu Serif',serif";

/** Draws a network. */
export function drawNetwork(
  picture: NetworkPicture,
  reader: Reader,
): Drawing {
  const { language, palette } = reader;
  const top = picture.legend ? 2 * LINE_HEIGHT : 6;
  const layout = layOut(picture, language, top);
  const { circles, lines, heads } = layout;
  const most = Math.max(...lines.map(({ weight }) => Math.abs(weight)));
  const legend = picture.legend
    ? drawLegend(picture, reader, most, layout)
    : undefined;
  const content = markup`${legend?.content}
<g class="weights">${
    lines.map((line) =>
      picture.arrows
        ? drawArrow(line, palette.ink)
        : drawWeight(line, most, palette.series)
    )
  }</g>
${heads.map((placed) => drawText({ ...placed, fill: palette.soft }))}
<g class="numbers">${
    weightNumbers(picture.arrows ? [] : lines, palette.series).map((placed) =>
      drawOnPlate(placed, palette.paper, 4)
    )
  }</g>
<g stroke="${palette.ink}" stroke-width="1.6" fill="${palette.paper}">${
    circles.filter(({ kind }) => kind !== "gap").map(({ x, y, radius }) =>
      markup`<circle cx="${fixed(x)}" cy="${fixed(y)}" r="${radius}"/>`
    )
  }</g>
${circles.map((circle) => drawWords(circle, reader))}`;
  return {
    width: Math.max(layout.width, legend?.width ?? 0),
    height: layout.height + (legend?.below ?? 0),
    content,
  };
}

function drawWeight(
  { from, to, weight }: WeightLine,
  most: number,
  [positive, negative]: readonly string[],
): Markup {
  const thick = most === 0
    ? THINNEST
    : THINNEST + (THICKEST - THINNEST) * Math.abs(weight) / most;
  const dashes = weight < 0
    ? markup` stroke-dasharray="${fixed(4 + thick)} ${fixed(3 + thick / 2)}"`
    : "";
  return markup`<line x1="${fixed(from.x)}" y1="${fixed(from.y)}" x2="${
    fixed(to.x)
  }" y2="${fixed(to.y)}" stroke="${
    weight < 0 ? negative : positive
  }" stroke-width="${fixed(thick)}"${dashes}/>`;
}

/** A line that ends in a head, at the edge of its circle. */
function drawArrow({ from, to }: WeightLine, color: string): Markup {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const tip = [to.x - dx * (to.radius + 1), to.y - dy * (to.radius + 1)];
  const at = (back: number, aside: number): string =>
    [tip[0]! - dx * back - dy * aside, tip[1]! - dy * back + dx * aside]
      .map(fixed).join(",");
  return markup`<path d="M${fixed(from.x)},${fixed(from.y)}L${
    at(8, 0)
  }" stroke="${color}"/><path d="M${at(0, 0)}L${at(9, 3.5)}L${
    at(9, -3.5)
  }Z" fill="${color}"/>`;
}

/** The name inside a circle, and its note and its bar beside it. */
function drawWords(circle: Circle, { language, palette }: Reader): Markup {
  const { kind, unit, x, y, radius, side } = circle;
  if (kind === "gap") {
    const placed: PlacedText = { text: unit.name, x, y, anchor: "middle" };
    return drawOnPlate(placed, palette.paper);
  }
  if (kind === "bias") {
    return drawText({ text: unit.name, x, y, anchor: "middle", size: 11 });
  }
  const lines = noteLines(unit, language);
  const beside = x + side * (radius + 8);
  const bar = unit.share === undefined ? 0 : 11;
  const top = y - ((lines.length - 1) * LINE_HEIGHT + bar) / 2;
  const notes = lines.map((text, i) =>
    drawText({
      text,
      x: beside,
      y: top + i * LINE_HEIGHT,
      anchor: side < 0 ? "end" : "start",
    })
  );
  return markup`${unit.name === "" ? "" : drawName(unit.name, x, y)}${notes}${
    unit.share === undefined ? "" : drawBar(
      unit.share,
      side < 0 ? beside - BAR.width : beside,
      top + (lines.length - 1) * LINE_HEIGHT + 11,
      palette.series[0],
      palette.soft,
    )
  }
`;
}

/** `x_1` with its index set lower. */
function drawName(name: string, x: number, y: number): Markup {
  const [letter, index] = name.split("_");
  return markup`<text x="${fixed(x)}" y="${
    fixed(y + 5)
  }" text-anchor="middle" font-size="17" font-family="${MATH_FONTS}" font-style="italic">${letter}${
    index === undefined
      ? ""
      : markup`<tspan dy="4" font-size="12" font-style="normal">${index}</tspan>`
  }</text>`;
}

function drawBar(
  share: number,
  x: number,
  y: number,
  color: string,
  outline: string,
): Markup {
  return markup`<rect x="${fixed(x)}" y="${
    fixed(y)
  }" width="${BAR.width}" height="${BAR.height}" fill="none" stroke="${outline}"/><rect x="${
    fixed(x)
  }" y="${fixed(y)}" width="${
    fixed(BAR.width * share)
  }" height="${BAR.height}" fill="${color}"/>`;
}

/** Above the network what its lines mean, and below it how large they are. */
function drawLegend(
  { biases }: NetworkPicture,
  { language, palette }: Reader,
  most: number,
  { height }: NetworkLayout,
): { content: Markup; width: number; below: number } {
  const [positive, negative] = [POSITIVE[language], NEGATIVE[language]];
  const [blue, red] = palette.series;
  const second = 8 + 44 + textWidth(positive) + 24;
  const remark = [
    WIDEST({ most: numberText(most) })[language],
    ...biases === undefined ? [] : [BIASES[language]],
  ].join(language === "ja" ? "。" : "; ");
  const line = (x: number, color: string, dashes: string): Markup =>
    markup`<path d="M${
      fixed(x)
    },13h36" stroke="${color}" stroke-width="3"${new Markup(dashes)}/>`;
  return {
    content: markup`${line(8, blue, "")}${
      drawText({ text: positive, x: 52, y: 13 })
    }${line(second, red, ' stroke-dasharray="7 4"')}${
      drawText({ text: negative, x: second + 44, y: 13 })
    }${drawText({ text: remark, x: 8, y: height + 10 })}`,
    width: 16 + Math.max(
      second + 44 + textWidth(negative) - 8,
      textWidth(remark),
    ),
    below: 26,
  };
}
