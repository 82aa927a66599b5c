/**
 * Points over two axes: groups are told apart by sign and colour, and a word
 * stands beside a point wherever it covers no other one.
 */
import {
  ABOVE_AXES,
  BELOW_AXES,
  drawAxes,
  placesIn,
  roomForTicks,
} from "./axes.ts";
import type { Drawing, Reader } from "./frame.ts";
import { markup } from "./markup.ts";
import type { Axis, ScatterPicture } from "./picture.ts";
import {
  type Box,
  boxOf,
  drawText,
  LINE_HEIGHT,
  overlap,
  type PlacedText,
} from "./placed_text.ts";
import { linearScale, logarithmicScale, type Scale } from "./scale.ts";
import { signAt } from "./signs.ts";
import { textWidth } from "./text_width.ts";

const WIDTH = 380, HEIGHT = 270, RADIUS = 4.5;

/** Draws points over two axes. */
export function drawScatter(
  { groups, x: across, y: upward }: ScatterPicture,
  { language, palette }: Reader,
): Drawing {
  const all = groups.flatMap(({ points }) => points);
  const x = scaleOf(across, all.map((point) => point.x), 8);
  const y = scaleOf(upward, all.map((point) => point.y), 6);
  const left = roomForTicks(y);
  const top = ABOVE_AXES + (groups.length < 2 ? 0 : LINE_HEIGHT);
  const box = { left, right: left + WIDTH, top, bottom: top + HEIGHT };
  const at = placesIn(box, x, y);
  const color = (group: number): string => palette.series[group % 4]!;
  const drawn = groups.flatMap(({ points }, group) =>
    points.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))
      .map((point) => ({
        group,
        x: at.x(point.x),
        y: at.y(point.y),
        word: point.label?.[language],
      }))
  );
  const taken: Box[] = drawn.map(({ x, y }) => ({
    left: x - RADIUS,
    right: x + RADIUS,
    top: y - RADIUS,
    bottom: y + RADIUS,
  }));
  const words = drawn.flatMap(({ x, y, word }): PlacedText[] => {
    if (word === undefined) return [];
    const places: PlacedText[] = [
      { text: word, x: x + 8, y },
      { text: word, x: x - 8, y, anchor: "end" },
      { text: word, x, y: y - 18, anchor: "middle" },
      { text: word, x, y: y + 18, anchor: "middle" },
    ];
    const free = places.find((placed) => {
      const room = boxOf(placed, 1);
      return room.left > left && room.right < box.right + 8 &&
        room.top > top - 8 && room.bottom < box.bottom &&
        !taken.some((other) => overlap(other, room));
    });
    if (free === undefined) return [];
    taken.push(boxOf(free, 1));
    return [free];
  });
  let end = left;
  const legend = groups.length < 2 ? [] : groups.map(({ label }, group) => {
    const start = end + 6, text = label[language];
    end = start + 16 + textWidth(text) + 14;
    return markup`<path d="${signAt(group, start, top - 12, RADIUS)}" fill="${
      color(group)
    }"/>${drawText({ text, x: start + 12, y: top - 12 })}`;
  });
  const content = markup`${
    drawAxes(box, {
      x: { scale: x, label: across.label[language] },
      y: { scale: y, label: upward.label[language], labelAt: 13 },
      grid: true,
    }, palette)
  }
${legend}
<g class="points">${
    drawn.map(({ x, y, group }) =>
      markup`<path d="${signAt(group, x, y, RADIUS)}" fill="${color(group)}"/>`
    )
  }</g>
${words.map(drawText)}`;
  return {
    width: Math.max(
      box.right + 16,
      end,
      16 + textWidth(upward.label[language]),
    ),
    height: box.bottom + BELOW_AXES,
    content,
  };
}

/** A scale that holds all values, with a little air at both ends. */
function scaleOf(
  { logarithmic = false, whole = false }: Axis,
  values: readonly number[],
  most: number,
): Scale {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return linearScale([0, 1], most, whole);
  const least = Math.min(...finite), greatest = Math.max(...finite);
  if (logarithmic) {
    const air = (greatest / least) ** 0.06;
    const wide = air > 1 ? air : 2;
    return logarithmicScale([least / wide, greatest * wide], most);
  }
  const air = 0.06 * (greatest - least) || 0.5;
  return linearScale([least - air, greatest + air], most, whole);
}
