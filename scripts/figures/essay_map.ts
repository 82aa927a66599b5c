/** The map of two features: which band is predicted where, and the essays. */
import { joinTexts, message, type Text } from "../cli/message.ts";
import {
  ABOVE_AXES,
  BELOW_AXES,
  drawAxes,
  linearScale,
  placesIn,
  roomForTicks,
} from "./axes.ts";
import { outlines } from "./contour.ts";
import type { Drawing, Reader } from "./frame.ts";
import { innermost, predictedBands } from "./grid.ts";
import {
  type Box,
  boxOf,
  drawLabel,
  drawOnPlate,
  type Label,
  LINE_HEIGHT,
  overlap,
} from "./label.ts";
import { type Markup, markup } from "./markup.ts";
import { areaColor, signColor } from "./palette.ts";
import type { EssayMapPicture } from "./picture.ts";
import { signAt } from "./signs.ts";
import { shortened, textWidth } from "./text_width.ts";

export { gridFor } from "./grid.ts";

/** What a model says of essays and of all that could stand beside them. */
export interface EssayMap extends
  Pick<
    EssayMapPicture,
    "bands" | "axes" | "essays" | "grid" | "probabilities"
  > {
  /** What else was held still, for models of more than two features. */
  readonly remark?: Text;
}

const TITLE: Text = {
  ja: "どこがどのバンドと予測されるか",
  en: "Which band is predicted where",
};
const DESCRIPTION = message({
  ja:
    "横軸は {x}、縦軸は {y}。面は予測されるバンド、印は {count} 編の作文と、人がつけたバンド。",
  en:
    "{x} from left to right, {y} upwards. Areas are predicted bands, signs are {count} essays with the band that people gave.",
});
const SOME = message({
  ja: "{count} 編のうち {shown} 編を描いています。",
  en: "{shown} of {count} essays are drawn.",
});
const LEGEND: Text = { ja: "人がつけたバンド", en: "band given by people" };
const AREA = message({ ja: "予測：{band}", en: "predicted: {band}" });

const WIDTH = 640, HEIGHT = 400;
/** More signs than this cover each other. */
const MOST_SIGNS = 2000;

/** The map's picture; of very many essays it shows some. */
export function essayMap(map: EssayMap): EssayMapPicture {
  const { bands, axes, grid, probabilities, essays } = map;
  const every = Math.ceil(essays.length / MOST_SIGNS);
  const shown = essays.filter((_, i) => i % every === 0);
  const remark = joinTexts([
    ...map.remark === undefined ? [] : [map.remark],
    ...every > 1 ? [SOME({ shown: shown.length, count: essays.length })] : [],
  ], { ja: "", en: " " });
  const [x, y] = axes;
  const description = DESCRIPTION({ x, y, count: essays.length });
  return {
    kind: "essay map",
    title: TITLE,
    description: remark.en === ""
      ? description
      : joinTexts([description, remark], { ja: " ", en: " " }),
    ...{ bands, axes, grid, probabilities, essays: shown, remark },
  };
}

/**
 * Draws the map: an area for each band, lighter to darker from the first to the
 * last, with its name in it; and a sign for each essay, by the band that people
 * gave.
 */
export function drawEssayMap(
  map: EssayMapPicture,
  { language, palette }: Reader,
): Drawing {
  const { bands, grid, axes, essays } = map;
  const remark = map.remark[language];
  const x = linearScale(grid.x, 8), y = linearScale(grid.y, 8);
  const left = roomForTicks(y);
  const width = left + WIDTH + 20;
  const legend = drawLegend(bands, LEGEND[language], width, palette.ink);
  const top = legend.height + ABOVE_AXES;
  const box = { left, right: left + WIDTH, top, bottom: top + HEIGHT };
  const at = placesIn(box, x, y);
  const radius = essays.length > 300 ? 2.6 : 3.6;
  const content = markup`${legend.content}
<g class="areas" stroke="${palette.ink}" stroke-linejoin="round">${
    bands.map((_, band) => drawArea(map, band, box))
  }</g>
<g class="essays" stroke="${palette.ink}" stroke-width="0.7">${
    essays.map(({ x, y, band }) =>
      markup`<path d="${signAt(band, at.x(x), at.y(y), radius)}" fill="${
        signColor(band, bands.length)
      }"/>`
    )
  }</g>
${
    areaLabels(map, box, at, language).map((label) =>
      drawOnPlate(label, palette.paper)
    )
  }
${
    drawAxes(box, {
      x: { scale: x, label: axes[0] },
      y: { scale: y, label: axes[1], labelAt: legend.height + 13 },
      grid: false,
    }, palette)
  }${
    remark === "" ? "" : drawLabel({
      text: shortened(remark, width - 16),
      x: 8,
      y: box.bottom + BELOW_AXES + 10,
    })
  }`;
  return {
    width,
    height: box.bottom + BELOW_AXES + (remark === "" ? 0 : 22),
    content,
  };
}

/** The area in which a band is predicted; nothing if it is nowhere. */
function drawArea(
  map: EssayMapPicture,
  band: number,
  box: Box,
): Markup | undefined {
  const { columns, rows } = map.grid;
  // The points are the middles of cells: those at the edge count to the frame.
  const place = ([column, row]: readonly [number, number]): string => {
    const x = Math.min(Math.max((column - 0.5) / columns, 0), 1);
    const y = Math.min(Math.max((row - 0.5) / rows, 0), 1);
    return `${Number((box.left + (box.right - box.left) * x).toFixed(1))},${
      Number((box.bottom - (box.bottom - box.top) * y).toFixed(1))
    }`;
  };
  const rings = outlines(leads(map, band), columns + 2);
  if (rings.length === 0) return undefined;
  const d = rings.map((ring) => `M${ring.map(place).join("L")}Z`).join("");
  return markup`<path d="${d}" fill="${areaColor(band, map.bands.length)}"/>`;
}

/**
 * By how much a band leads at each point: 0 or more where it is the predicted
 * one. A point more on every side, so that areas end at the frame and not at
 * the last points.
 */
function leads(map: EssayMapPicture, band: number): Float64Array {
  const { probabilities, bands: { length }, grid: { columns, rows } } = map;
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

/** The names of the areas, each in its own where there is room for it. */
function areaLabels(
  map: EssayMapPicture,
  box: Box,
  at: { x(value: number): number; y(value: number): number },
  language: keyof Text,
): Label[] {
  const { bands, grid, essays } = map;
  const predicted = predictedBands(map.probabilities, bands.length);
  const many = bands.length > 4;
  const labels: Label[] = [];
  for (const [band, name] of bands.entries()) {
    const label = {
      text: many
        ? shortened(name, WIDTH / bands.length - 10, { bold: true, size: 12 })
        : AREA({ band: shortened(name, 170, { bold: true, size: 14 }) })[
          language
        ],
      anchor: "middle",
      size: many ? 12 : 14,
      bold: true,
    } as const;
    const placed = ([x, y]: readonly [number, number]): Label => ({
      ...label,
      x: at.x(x),
      y: at.y(y),
    });
    const fits = (point: readonly [number, number]): boolean => {
      const room = boxOf(placed(point), 4);
      return room.left > box.left && room.right < box.right &&
        room.top > box.top && room.bottom < box.bottom &&
        !labels.some((other) => overlap(boxOf(other, 1), room));
    };
    const point = innermost(grid, predicted, band, essays, fits);
    if (point !== undefined) labels.push(placed(point));
  }
  return labels;
}

/**
 * The signs and their meaning, from left to right, in as many rows as they
 * need.
 */
function drawLegend(
  bands: readonly string[],
  heading: string,
  width: number,
  ink: string,
): { content: Markup; height: number } {
  let x = 8 + textWidth(heading) + 20, y = 12;
  const signs: Markup[] = [];
  for (const [band, name] of bands.entries()) {
    const text = shortened(name, 150);
    const end = x + 12 + textWidth(text);
    if (end > width - 8 && x > 8) [x, y] = [14, y + LINE_HEIGHT + 3];
    signs.push(
      markup`<path d="${signAt(band, x, y, 4)}" fill="${
        signColor(band, bands.length)
      }" stroke="${ink}"/>${drawLabel({ text, x: x + 12, y })}`,
    );
    x += 12 + textWidth(text) + 22;
  }
  return {
    content: markup`${drawLabel({ text: heading, x: 8, y: 12 })}${signs}`,
    height: y + 16,
  };
}
