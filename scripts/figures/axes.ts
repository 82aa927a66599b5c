/**
 * Two axes: where a number lies, which numbers are written, and their lines.
 */
import { type Box, drawLabel, type Label } from "./label.ts";
import { type Markup, markup } from "./markup.ts";
import { fixed, numberText } from "./number_text.ts";
import type { Palette } from "./palette.ts";
import { textWidth } from "./text_width.ts";

/** An axis without its place: how far along it a number lies, from 0 to 1. */
export interface Scale {
  part(value: number): number;
  readonly ticks: readonly Tick[];
}

/** A number that is written at an axis. */
export interface Tick {
  readonly value: number;
  readonly text: string;
}

/**
 * Even steps.
 *
 * @param domain The numbers at both ends.
 * @param most How many ticks there may be.
 * @param whole Whether only whole numbers are written.
 */
export function linearScale(
  [least, greatest]: readonly [number, number],
  most: number,
  whole = false,
): Scale {
  const range = greatest - least;
  const step = Math.max(niceStep(range / most), whole ? 1 : 0);
  const first = Math.ceil(least / step - 1e-9);
  const last = Math.floor(greatest / step + 1e-9);
  const values = Array.from(
    { length: last - first + 1 },
    (_, i) => Number(((first + i) * step).toPrecision(12)),
  );
  const large = values.some((value) => Math.abs(value) >= 1e6);
  return {
    part: (value) => (value - least) / range,
    ticks: values.map((value) => ({
      value,
      text: large && value !== 0
        ? powerText(value)
        : String(value).replace("-", "−"),
    })),
  };
}

/**
 * The end of an axis that begins at `least`: the next tick above `greatest`.
 */
export function roundedUp(
  least: number,
  greatest: number,
  most: number,
): number {
  const step = niceStep((greatest - least) / most);
  return Number((step * Math.ceil(greatest / step - 1e-9)).toPrecision(12));
}

/** The least of 1, 2, 5, 10, 20 and so on that is not below a number. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((n) => n * power)
    .find((step) => step >= least * (1 - 1e-9))!;
}

/**
 * Even factors. Powers of ten are written; where there are few of them,
 * numbers between them too.
 *
 * @param domain The numbers at both ends, above 0.
 * @param most About how many ticks there may be.
 */
export function logarithmicScale(
  [least, greatest]: readonly [number, number],
  most: number,
): Scale {
  const low = Math.log10(least), high = Math.log10(greatest);
  const from = Math.floor(low);
  const powers = Array.from(
    { length: Math.ceil(high) - from + 1 },
    (_, i) => from + i,
  );
  const every = Math.max(1, Math.ceil((high - low) / most));
  const between = high - low < 1 ? [1, 1.5, 2, 3, 5, 7] : [1, 2, 5];
  const values = high - low < 2
    ? powers.flatMap((power) => between.map((n) => n * 10 ** power))
    : powers.filter((power) => power % every === 0).map((power) => 10 ** power);
  return {
    part: (value) => (Math.log10(value) - low) / (high - low),
    ticks: values.filter((value) => least <= value && value <= greatest)
      .map((value) => ({
        value,
        text: value < 1e-3 || value > 1e4
          ? powerText(value)
          : numberText(value),
      })),
  };
}

/** As 1e−4. */
function powerText(value: number): string {
  return Number(value.toPrecision(3)).toExponential().replace("+", "")
    .replaceAll("-", "−");
}

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
  const labels: Label[] = [
    ...across.map(({ value, text }): Label => ({
      text,
      x: at.x(value),
      y: bottom + 14,
      anchor: "middle",
    })),
    ...upward.map(({ value, text }): Label => ({
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
${labels.map(drawLabel)}`;
}

/** The room above the box for a line that names the upward axis. */
export const ABOVE_AXES = 32;
