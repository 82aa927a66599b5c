/** Two axes around a box: their lines, numbers and names. */
import { type Box, drawText, type PlacedText } from "./placed_text.ts";
import { type Markup, markup } from "./markup.ts";
import { fixed } from "./number_text.ts";
import type { Palette } from "./palette.ts";
import type { Scale, Tick } from "./scale.ts";
import { textWidth } from "./text_width.ts";

/** What is drawn along a box. */
export interface Axes {
  readonly x: { readonly scale: Scale; readonly label: string };
  /** The name of the upward axis stands at that height. */
  readonly y: {
    readonly scale: Scale;
    readonly label: string;
    readonly labelAt: number;
  };
  /** Whether lines lead from the upward axis through the box. */
  readonly grid: boolean;
}

/** The room that the numbers of the upward axis need on its left. */
export function roomForTicks({ ticks }: Scale): number {
  return Math.ceil(Math.max(...ticks.map(({ text }) => textWidth(text)))) + 12;
}

/** The numbers of an axis to the right that do not touch each other. */
function readable(ticks: readonly Tick[], at: (tick: Tick) => number): Tick[] {
  let end = -Infinity;
  return ticks.filter((tick) => {
    const half = textWidth(tick.text) / 2;
    if (at(tick) - half < end + 6) return false;
    end = at(tick) + half;
    return true;
  });
}

/** Heights and places of a box in which both axes are drawn. */
export function placesIn(
  { left, right, top, bottom }: Box,
  x: Scale,
  y: Scale,
): { x(value: number): number; y(value: number): number } {
  return {
    x: (value) => left + (right - left) * x.part(value),
    y: (value) => bottom - (bottom - top) * y.part(value),
  };
}

/** The room below the box that the axis to the right takes. */
export const BELOW_AXES = 44;

/** Draws both axes along a box: their numbers and names stand outside it. */
export function drawAxes(
  box: Box,
  { x, y, grid }: Axes,
  { ink, soft, grid: faint }: Palette,
): Markup {
  const at = placesIn(box, x.scale, y.scale);
  const { left, right, bottom } = box;
  const line = (x1: number, y1: number, x2: number, y2: number): string =>
    `M${fixed(x1)},${fixed(y1)}L${fixed(x2)},${fixed(y2)}`;
  const across = readable(x.scale.ticks, ({ value }) => at.x(value));
  const upward = y.scale.ticks;
  const texts: PlacedText[] = [
    ...across.map(({ value, text }): PlacedText => ({
      text,
      x: at.x(value),
      y: bottom + 14,
      anchor: "middle",
    })),
    ...upward.map(({ value, text }): PlacedText => ({
      text,
      x: left - 8,
      y: at.y(value),
      anchor: "end",
    })),
    { text: y.label, x: 8, y: y.labelAt, fill: soft },
    {
      text: x.label,
      x: (left + right) / 2,
      y: bottom + 34,
      anchor: "middle",
      fill: soft,
    },
  ];
  const gridLines = upward.map(({ value }) =>
    line(left, at.y(value), right, at.y(value))
  ).join("");
  const ticks = [
    ...across.map(({ value }) =>
      line(at.x(value), bottom, at.x(value), bottom + 5)
    ),
    ...upward.map(({ value }) =>
      line(left - 5, at.y(value), left, at.y(value))
    ),
  ].join("");
  return markup`${
    grid ? markup`<path class="grid" d="${gridLines}" stroke="${faint}"/>` : ""
  }<path class="ticks" d="${
    line(left, bottom, right, bottom)
  }${ticks}" stroke="${ink}"/>
${texts.map(drawText)}`;
}

/** The room above the box for a line that names the upward axis. */
export const ABOVE_AXES = 32;
