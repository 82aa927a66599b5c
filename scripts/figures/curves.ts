/** Lines over two axes, told apart by their dashes and by the words beside them. */
import type { AxisOptions, Markish } from "@observablehq/plot";
import { unicodeWidth } from "@std/cli";
import type { Language } from "../cli/command_line.ts";
import { markup } from "./markup.ts";
import { type Drawing, fontSize } from "./frame.ts";
import type { Axis, CurvesPicture, Line } from "./picture.ts";
import { drawChart, Plot } from "./plot.ts";

const width = 460, height = 320;
const margins = {
  marginLeft: 52,
  marginRight: 16,
  marginTop: 30,
  marginBottom: 44,
};
const colors = [
  "var(--figure-a)",
  "var(--figure-c)",
  "var(--figure-b)",
  "var(--figure-d)",
];
const dashes = ["2 4", "9 4", "none", "9 3 2 3"];

/** Draws lines over two axes. */
export function drawCurves(
  picture: CurvesPicture,
  language: Language,
): Drawing {
  const { lines, levels = [], words = [] } = picture;
  const x = lines.flatMap((line) => line.x);
  const y = [...lines.flatMap((line) => line.y), ...levels.map(({ y }) => y)];
  const scales = { x: scaleOf(picture.x, x), y: scaleOf(picture.y, y) };
  const named = lines.length > 1;
  const marks = [
    Plot.gridY({ ticks: scales.y.ticks, strokeOpacity: 0.14 }),
    Plot.axisX({ ...axisOf(scales.x), label: null }),
    Plot.axisY({ ...axisOf(scales.y), label: null }),
    Plot.ruleY(levels.map(({ y }) => y), {
      strokeDasharray: "1 3",
      strokeOpacity: 0.8,
    }),
    ...lines.flatMap((line, i) => [
      Plot.lineY(line.y, {
        x: line.x,
        stroke: colors[i]!,
        strokeWidth: 2.2,
        strokeDasharray: dashes[named ? i : 2]!,
      }),
      ...(line.x.length > 30 ? [] : [
        Plot.dot(line.y, { x: line.x, y: line.y, r: 3.2, fill: colors[i]! }),
      ]),
      ...(named ? [nameBeside(line, i, picture, language)] : []),
    ]),
    ...levels.map(({ label, y }) =>
      Plot.text([label[language]], {
        x: [scales.x.domain[1]!],
        y: [y],
        dy: 9,
        ...aside,
        textAnchor: "end",
      })
    ),
    ...words.map(({ text, x, y }) =>
      Plot.text([text[language]], { x: [x], y: [y], ...aside })
    ),
  ];
  const chart = drawChart({
    width,
    height,
    ...margins,
    style: { fontSize: `${fontSize}px` },
    x: { type: scales.x.type, domain: scales.x.domain },
    y: {
      type: scales.y.type,
      domain: scales.y.domain,
      nice: scales.y.type === "linear",
    },
    marks,
  });
  const content =
    markup`<g fill="currentColor" text-anchor="middle" font-size="${
      fontSize - 1
    }">${chart}</g>
<text class="soft" x="4" y="${fontSize + 2}">${picture.y.label[language]}</text>
<text class="soft" text-anchor="end" x="${width - 16}" y="${height - 6}">${
      picture.x.label[language]
    }</text>`;
  return { width, height, content };
}

/** Words inside the picture, readable over the lines. */
const aside = {
  fontSize,
  fill: "currentColor",
  stroke: "var(--figure-paper)",
  strokeWidth: 4,
};

interface Scale {
  readonly type: "log" | "linear";
  readonly domain: number[];
  /** Where the ticks are, or about how many there are to be. */
  readonly ticks: number[] | number;
}

/** A scale that holds all values; a logarithmic one with a little air. */
function scaleOf(axis: Axis, values: readonly number[]): Scale {
  const least = Math.min(...values), most = Math.max(...values);
  if (!axis.logarithmic) {
    return { type: "linear", domain: [Math.min(0, least), most], ticks: 6 };
  }
  const low = Math.log10(least), high = Math.log10(most);
  const air = (high - low) * 0.08;
  const domain = [10 ** (low - air), 10 ** (high + air)];
  // Whole powers of ten; where there are few of them, numbers between them too.
  const powers = Array.from(
    { length: Math.ceil(high) - Math.floor(low) + 1 },
    (_, i) => Math.floor(low) + i,
  );
  const every = Math.max(1, Math.round((high - low) / 6));
  const between = high - low < 1 ? [1, 1.5, 2, 3, 5, 7] : [1, 2, 5];
  const ticks = high - low < 2
    ? powers.flatMap((power) => between.map((n) => n * 10 ** power))
    : powers.filter((power) => power % every === 0).map((power) => 10 ** power);
  return {
    type: "log",
    domain,
    ticks: ticks.filter((tick) => domain[0]! <= tick && tick <= domain[1]!),
  };
}

function axisOf({ type, ticks }: Scale): AxisOptions {
  return {
    ticks,
    tickSize: 4,
    tickFormat: (tick: number) =>
      type === "log" && (tick < 1e-3 || tick > 1e4)
        ? tick.toExponential().replace("+", "").replace("-", "−")
        : String(Number(tick.toPrecision(3))),
  };
}

/** A line's name, above the point where the line is farthest from the others. */
function nameBeside(
  line: Line,
  index: number,
  picture: CurvesPicture,
  language: Language,
): Markish {
  const others = picture.lines.filter((_, i) => i !== index);
  const name = line.label[language];
  const position = (value: number): number =>
    picture.y.logarithmic ? Math.log(value) : value;
  const room = 0.5 * fontSize * unicodeWidth(name) / width;
  const distances = line.y.map((y, i) => {
    const part = i / (line.y.length - 1);
    if (part < room || part > 1 - room) return -1;
    return Math.min(
      ...others.map((other) =>
        Math.abs(position(y) - position(other.y[i] ?? y))
      ),
    );
  });
  const best = distances.indexOf(Math.max(...distances));
  return Plot.text([name], {
    x: [line.x[best]!],
    y: [line.y[best]!],
    dy: -12,
    ...aside,
  });
}
