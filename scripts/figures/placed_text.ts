/** Words in a picture, and the room that they take. */
import { type Markup, markup } from "./markup.ts";
import { fixed } from "./number_text.ts";
import { FONT_SIZE, type Letters, textWidth } from "./text_width.ts";

/** A line of words. */
export interface PlacedText extends Letters {
  readonly text: string;
  readonly x: number;
  /** The middle of the line, not its foot. */
  readonly y: number;
  /** Which part of it is at `x`; the start if it is not said. */
  readonly anchor?: "start" | "middle" | "end";
  /** The colour; ink if it is not said. */
  readonly fill?: string;
}

/** A rectangle. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The height of a line of letters with the room above and below them. */
export const LINE_HEIGHT = 1.35 * FONT_SIZE;

/** The room that a text takes, at the widest, and `air` pixels more. */
export function boxOf(placed: PlacedText, air = 0): Box {
  const { x, y, anchor = "start", size = FONT_SIZE } = placed;
  const width = textWidth(placed.text, placed);
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x -
    width / 2;
  return {
    left: left - air,
    right: left + width + air,
    top: y - 0.55 * size - air,
    bottom: y + 0.55 * size + air,
  };
}

/** Whether two rectangles have a point in common. */
export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom &&
    b.top < a.bottom;
}

/** A text as `<text>`. */
export function drawText(placed: PlacedText): Markup {
  const { text, x, y, anchor, size, bold, fill } = placed;
  const attribute = (name: string, value?: string | number): Markup | string =>
    value === undefined ? "" : markup` ${name}="${value}"`;
  return markup`<text x="${fixed(x)}" y="${
    fixed(y + 0.36 * (size ?? FONT_SIZE))
  }"${attribute("text-anchor", anchor === "start" ? undefined : anchor)}${
    attribute("font-size", size)
  }${attribute("font-weight", bold ? "bold" : undefined)}${
    attribute("fill", fill)
  }>${text}</text>`;
}

/**
 * A text on a plate of paper, which keeps whatever is drawn behind away from
 * minus signs and points. No outline of the letters: not every program draws
 * one behind them.
 *
 * @param placed The words.
 * @param paper The plate's colour.
 * @param trim How much lower the plate may be, for digits, which reach neither
 * as high nor as low as letters.
 */
export function drawOnPlate(
  placed: PlacedText,
  paper: string,
  trim = 0,
): Markup {
  const { left, top, right, bottom } = boxOf(placed, 1);
  return markup`<rect x="${fixed(left)}" y="${fixed(top + trim / 2)}" width="${
    fixed(right - left)
  }" height="${fixed(bottom - top - trim)}" rx="2" fill="${paper}"/>${
    drawText(placed)
  }`;
}
