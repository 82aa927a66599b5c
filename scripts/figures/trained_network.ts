/** A network as the lecture draws it: circles for units, lines for weights. */
import { fill, type Language } from "../cli/command_line.ts";
import type { PlotLibrary } from "./load_plot.ts";
import type { NetworkDrawing } from "./data.ts";
import { figureMessages as messages } from "./messages.ts";
import {
  along,
  layersOf,
  type Line,
  linesOf,
  type Unit,
} from "./network_layout.ts";
import {
  INK,
  numberText,
  picture,
  shortened,
  textWidth,
} from "./plot_picture.ts";

const THICKEST = 5, POSITIVE = "#1d4e89", NEGATIVE = "#c2410c";
/** So few lines have room for their numbers. */
const MOST_NUMBERS = 12;

/**
 * Draws a network from its weights: the thicker a line, the larger the weight; solid lines are
 * positive weights, dashed ones negative.
 *
 * @param data The network.
 * @param language The language of its texts.
 * @returns An SVG picture.
 */
export function networkSvg(
  data: NetworkDrawing,
  language: Language,
): Promise<string> {
  const say = (
    name: keyof typeof messages,
    blanks: Record<string, string | number> = {},
  ): string => fill(messages[name], language, blanks);
  const layers = layersOf(data, (count) => say("moreUnits", { count }));
  const lines = linesOf(data, layers);
  const most = Math.max(...lines.map(({ weight }) => Math.abs(weight)));
  const tallest = Math.max(
    ...layers.map(({ units, bias }) =>
      units.size + (bias === undefined ? 0 : 1)
    ),
  );
  const last = layers.length - 1;
  const margin = Math.ceil(Math.max(
    ...[...data.inputs, ...data.outputs].map((name) =>
      1.15 * textWidth(shortened(name, 20)) + 32
    ),
    ...[0, last].map((x) => textWidth(layerName(data, x, say)) / 2 + 8),
  ));
  const units = layers.flatMap(({ units, bias }) => [
    ...units.values(),
    ...bias === undefined ? [] : [bias],
  ]);
  const side = 0.5 + Math.max(...units.map(({ y }) => y));
  const circles = units.filter(({ kind }) => kind !== "gap");
  return picture({
    name: "network",
    title: say("networkTitle"),
    description: say("networkDescription", {
      sizes: layers.map(({ size }) => size).join("-"),
    }),
    width: Math.max(560, 2 * margin + 230 * last),
    height: 108 + 58 + Math.max(230, 30 * (tallest + 1)),
    marginTop: 108,
    marginLeft: margin,
    marginRight: margin,
    marginBottom: 58,
    r: { type: "identity" },
    x: { axis: null, domain: [0, last] },
    y: { axis: null, domain: [-side, side] },
  }, (plot) => [
    ...[true, false].map((positive) =>
      plot.link(
        lines.filter(({ weight }) => weight >= 0 === positive),
        {
          x1: ({ from }: Line) => from.x,
          y1: ({ from }: Line) => from.y,
          x2: ({ to }: Line) => to.x,
          y2: ({ to }: Line) => to.y,
          stroke: positive ? POSITIVE : NEGATIVE,
          strokeOpacity: 0.8,
          strokeWidth: ({ weight }: Line) =>
            Math.max(0.3, THICKEST * Math.abs(weight) / (most || 1)),
          ...positive ? {} : { strokeDasharray: "7 4" },
        },
      )
    ),
    plot.dot(circles, {
      x: "x",
      y: "y",
      r: ({ kind }: Unit) => kind === "bias" ? 8 : 12,
      fill: ({ kind }: Unit) => kind === "bias" ? "#e8e8e8" : "white",
      stroke: INK,
      strokeWidth: 1.5,
    }),
    plot.text(units.filter(({ kind }) => kind === "bias"), {
      x: "x",
      y: "y",
      text: "text",
      fontSize: 10,
    }),
    plot.text(units.filter(({ kind }) => kind === "gap"), {
      x: "x",
      y: "y",
      text: "text",
      stroke: "white",
      strokeWidth: 4,
      fill: INK,
    }),
    ...[0, last].map((x) =>
      plot.text(
        units.filter((unit) => unit.x === x && unit.kind === "unit"),
        {
          x: "x",
          y: "y",
          text: "text",
          dx: x === 0 ? -20 : 20,
          textAnchor: x === 0 ? "end" : "start",
          fontWeight: "bold",
        },
      )
    ),
    lines.length > MOST_NUMBERS ? null : plot.text(lines, {
      x: (line: Line) => along(line, "x"),
      y: (line: Line) => along(line, "y"),
      text: ({ weight }: Line) => numberText(weight),
      stroke: "white",
      strokeWidth: 4,
      fill: INK,
    }),
    plot.text(layers.map((layer, x) => ({ ...layer, x })), {
      x: "x",
      frameAnchor: "top",
      dy: -36,
      text: ({ x, size }) => `${layerName(data, x, say)}\n${size}`,
      lineAnchor: "top",
    }),
    ...legend(plot, margin, [
      { text: say("positive"), color: POSITIVE, dashes: "none" },
      { text: say("negative"), color: NEGATIVE, dashes: "7 4" },
    ]),
    plot.text([[
      say("widest", { most: numberText(most) }),
      ...data.biases === undefined ? [] : [say("biases")],
    ].join(language === "ja" ? "。" : "; ")], {
      frameAnchor: "bottom-left",
      dx: 8 - margin,
      dy: 44,
    }),
  ]);
}

function layerName(
  { weights, activations }: NetworkDrawing,
  x: number,
  say: (name: keyof typeof messages, blanks?: Record<string, number>) => string,
): string {
  const last = weights.length;
  const name = x === 0
    ? say("inputLayer")
    : x === last
    ? say("outputLayer")
    : last === 2
    ? say("hiddenLayer")
    : say("hiddenLayerOf", { layer: x });
  const activation = activations?.[x - 1];
  return activation === undefined ? name : `${name} (${activation})`;
}

/** A short line of each kind, and what it means. */
function legend(
  plot: PlotLibrary,
  margin: number,
  kinds: readonly { text: string; color: string; dashes: string }[],
): import("@observablehq/plot").Markish[] {
  let dx = 8 - margin;
  return kinds.flatMap(({ text, color, dashes }) => {
    const start = dx;
    dx += 44 + textWidth(text) + 24;
    return [
      plot.text([text], { frameAnchor: "top-left", dx: start + 44, dy: -72 }),
      plot.vector([0], {
        frameAnchor: "top-left",
        dx: start,
        dy: -65,
        length: 36,
        rotate: 90,
        anchor: "start",
        shape: {
          draw: (context, length) => {
            context.moveTo(0, 0);
            context.lineTo(0, -length);
          },
        },
        stroke: color,
        strokeWidth: 3,
        strokeDasharray: dashes,
      }),
    ];
  });
}
