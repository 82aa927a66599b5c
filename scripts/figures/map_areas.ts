/** The areas of a map: where each band is predicted, and its name in it. */
import { message, type Text } from "../cli/message.ts";
import { outlines } from "./contour.ts";
import { innermost, predictedBands } from "./grid.ts";
import { type Box, boxOf, overlap, type PlacedText } from "./placed_text.ts";
import { type Markup, markup } from "./markup.ts";
import { areaColor } from "./palette.ts";
import type { EssayMapPicture } from "./picture.ts";
import { shortened } from "./text_width.ts";

const PREDICTED = message({ ja: "予測：{band}", en: "predicted: {band}" });

/** The area in which a band is predicted; nothing if it is nowhere. */
export function drawArea(
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
export function areaNames(
  map: EssayMapPicture,
  box: Box,
  at: { x(value: number): number; y(value: number): number },
  language: keyof Text,
): PlacedText[] {
  const { bands, grid, essays } = map;
  const predicted = predictedBands(map.probabilities, bands.length);
  const many = bands.length > 4;
  const texts: PlacedText[] = [];
  for (const [band, name] of bands.entries()) {
    const words = {
      text: many
        ? shortened(name, (box.right - box.left) / bands.length - 10, {
          bold: true,
          size: 12,
        })
        : PREDICTED({ band: shortened(name, 170, { bold: true, size: 14 }) })[
          language
        ],
      anchor: "middle",
      size: many ? 12 : 14,
      bold: true,
    } as const;
    const placed = ([x, y]: readonly [number, number]): PlacedText => ({
      ...words,
      x: at.x(x),
      y: at.y(y),
    });
    const fits = (point: readonly [number, number]): boolean => {
      const room = boxOf(placed(point), 4);
      return room.left > box.left && room.right < box.right &&
        room.top > box.top && room.bottom < box.bottom &&
        !texts.some((other) => overlap(boxOf(other, 1), room));
    };
    const point = innermost(grid, predicted, band, essays, fits);
    if (point !== undefined) texts.push(placed(point));
  }
  return texts;
}
