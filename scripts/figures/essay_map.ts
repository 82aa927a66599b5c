/** The map of two features: which band is predicted where, and the essays. */
import { fill, type Language } from "../cli/command_line.ts";
import { areaColor, signColor, symbolOf } from "./colors.ts";
import type { EssayMap } from "./data.ts";
import { innermost, predictedBands } from "./grid.ts";
import { figureMessages as messages } from "./messages.ts";
import { INK, picture, shortened, textWidth } from "./plot_picture.ts";

export { gridFor } from "./grid.ts";

type Essay = EssayMap["essays"][number];

const WIDTH = 720, HEIGHT = 540;
/** The height of a row of the legend. */
const ROW = 20;
/** The longest remark that has room below the map, in columns; the description has all of it. */
const REMARK = 106;
/** More signs than this cover each other. */
const MOST_SIGNS = 2000;

/**
 * Draws the map: an area for each band, lighter to darker from the first to the last, with its name
 * in it; and a sign for each essay, by the band that people gave.
 *
 * @param data The essays, and what the model says on a grid.
 * @param language The language of its texts.
 * @returns An SVG picture.
 */
export function essayMapSvg(
  data: EssayMap,
  language: Language,
): Promise<string> {
  const { bands, grid, essays, axes: [x, y] } = data;
  const predicted = predictedBands(data.probabilities, bands.length);
  const every = Math.ceil(essays.length / MOST_SIGNS);
  const shown = essays.filter((_, i) => i % every === 0);
  const say = (
    name: keyof typeof messages,
    blanks: Record<string, string | number> = {},
  ): string => fill(messages[name], language, blanks);
  const remarks = [
    ...data.remark === undefined ? [] : [data.remark],
    ...every > 1
      ? [say("mapSome", { shown: shown.length, count: essays.length })]
      : [],
  ].join(language === "ja" ? "" : " ");
  const description = say("mapDescription", { x, y, count: essays.length });
  const areas = bands.map((name, band) => ({
    name,
    band,
    center: innermost(grid, predicted, band, essays),
  })).filter(({ center }) => center !== undefined);
  const signs = legend(data, say("mapLegend"));
  const marginTop = 92 + ROW * signs.at(-1)!.row;
  return picture({
    name: "essay-map",
    title: say("mapTitle"),
    description: `${description} ${remarks}`.trim(),
    upward: y,
    width: WIDTH,
    height: HEIGHT - 92 + marginTop,
    marginTop,
    marginLeft: 56,
    marginRight: 20,
    marginBottom: remarks === "" ? 46 : 66,
    x: {
      label: x,
      labelArrow: "none",
      labelAnchor: "center",
      labelOffset: 40, // above the remarks
      domain: grid.x,
      ...ticksOf(grid.x),
    },
    y: { label: null, domain: grid.y, ...ticksOf(grid.y) },
  }, (plot) => [
    ...areas.map(({ band }) =>
      plot.contour(margins(data, band), {
        ...outside(grid),
        value: (margin: number) => margin,
        thresholds: [0],
        clip: true,
        fill: areaColor(band, bands.length),
        stroke: INK,
        strokeWidth: 1,
      })
    ),
    plot.dot(shown, {
      x: "x",
      y: "y",
      symbol: ({ band }: Essay) => symbolOf(band),
      fill: ({ band }: Essay) => signColor(band, bands.length),
      stroke: INK,
      strokeWidth: 0.7,
      r: shown.length > 300 ? 2.6 : 3.6,
    }),
    plot.text(areas, {
      x: ({ center }) => center![0],
      y: ({ center }) => center![1],
      text: ({ name }) =>
        bands.length > 4
          ? shortened(name, Math.floor(80 / bands.length)) // there is no room for more
          : say("mapArea", { band: shortened(name, 24) }),
      fontSize: bands.length > 4 ? 12 : 14,
      fontWeight: "bold",
      fill: INK,
      stroke: "white",
      strokeWidth: 5,
    }),
    ...signs.map(({ text, band, dx, row }) => [
      plot.text([text], {
        frameAnchor: "top-left",
        dx,
        dy: 38 + ROW * row - marginTop,
      }),
      band === undefined ? null : plot.dot([0], {
        frameAnchor: "top-left",
        dx: dx - 11,
        dy: 44 + ROW * row - marginTop,
        symbol: symbolOf(band),
        fill: signColor(band, bands.length),
        stroke: INK,
        r: 4,
      }),
    ]),
    plot.text([shortened(remarks, REMARK)], {
      frameAnchor: "bottom-left",
      dx: -48,
      dy: 62,
    }),
  ]);
}

/** An outlier makes an axis reach to numbers that are too long to stand side by side. */
function ticksOf(
  domain: readonly [number, number],
): { tickFormat?: (value: number) => string } {
  if (Math.max(...domain.map(Math.abs)) < 1e6) return {};
  return {
    tickFormat: (value) =>
      value === 0 ? "0" : Number(value.toPrecision(3)).toExponential()
        .replaceAll("-", "\u2212"),
  };
}

/**
 * By how much a band leads at each point: more than 0 where it is the predicted one. A point more on
 * every side, so that areas end at the frame and not at the last points.
 */
function margins(data: EssayMap, band: number): Float64Array {
  const { probabilities, bands: { length }, grid: { columns, rows } } = data;
  const inside = (i: number, size: number): number =>
    Math.min(Math.max(i - 1, 0), size - 1);
  return Float64Array.from({ length: (columns + 2) * (rows + 2) }, (_, i) => {
    const column = inside(i % (columns + 2), columns);
    const row = inside(Math.floor(i / (columns + 2)), rows);
    const start = (row * columns + column) * length;
    let others = -Infinity;
    for (let other = 0; other < length; other++) {
      if (other === band) continue;
      others = Math.max(others, probabilities[start + other]!);
    }
    return probabilities[start + band]! - others;
  });
}

/** Where such a grid lies. */
function outside(
  { columns, rows, x, y }: EssayMap["grid"],
): { width: number; height: number; [side: string]: number } {
  const [dx, dy] = [(x[1] - x[0]) / columns, (y[1] - y[0]) / rows];
  return {
    width: columns + 2,
    height: rows + 2,
    x1: x[0] - dx,
    x2: x[1] + dx,
    y1: y[0] - dy,
    y2: y[1] + dy,
  };
}

/** The signs and their meaning, from left to right, in as many rows as they need. */
function legend(
  { bands }: EssayMap,
  heading: string,
): { text: string; band?: number; dx: number; row: number }[] {
  const start = -48, end = WIDTH - 56 - 8;
  let dx = start + textWidth(heading), row = 0;
  return [
    { text: heading, dx: start, row },
    ...bands.map((name, band) => {
      const text = shortened(name, 16), width = 30 + textWidth(text);
      if (dx + width > end) [dx, row] = [start - 8, row + 1];
      const item = { text, band, dx: dx + 30, row };
      dx += width;
      return item;
    }),
  ];
}
