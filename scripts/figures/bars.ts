/** Bars to the right, one below the other, each with its number at its end. */
import type { Drawing, Reader } from "./frame.ts";
import { markup } from "./markup.ts";
import { fixed, numberText } from "./number_text.ts";
import type { BarsPicture } from "./picture.ts";
import { drawText, type PlacedText } from "./placed_text.ts";
import { textWidth } from "./text_width.ts";

const LONGEST = 300, THICK = 16, APART = 26, TOP = 34, GAP = 6;

/** Draws bars; those below 0 lead to the left. */
export function drawBars(
  { bars, axis }: BarsPicture,
  { language, palette }: Reader,
): Drawing {
  const values = bars.map(({ value }) => Number.isFinite(value) ? value : 0);
  const least = Math.min(0, ...values), greatest = Math.max(0, ...values);
  const unit = LONGEST / (greatest - least || 1);
  const numbers = bars.map(({ value }) => numberText(value, 4));
  const widest = (texts: readonly string[]): number =>
    Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text))));
  const names = bars.map(({ label }) => label[language]);
  const room = least < 0 ? widest(numbers) + GAP : 0;
  const left = 8 + widest(names) + GAP + 6 + room;
  const zero = left - least * unit;
  const bottom = TOP + bars.length * APART;
  const middle = (i: number): number => TOP + (i + 0.5) * APART;
  const texts = bars.flatMap((_, i): PlacedText[] => {
    const value = values[i]!, end = zero + value * unit;
    return [
      {
        text: names[i]!,
        x: left - room - GAP - 6,
        y: middle(i),
        anchor: "end",
      },
      {
        text: numbers[i]!,
        x: end + (value < 0 ? -GAP : GAP),
        y: middle(i),
        anchor: value < 0 ? "end" : "start",
      },
    ];
  });
  const content = markup`${
    drawText({ text: axis[language], x: 8, y: 15, fill: palette.soft })
  }
${
    values.map((value, i) =>
      markup`<rect class="bar" x="${
        fixed(Math.min(zero, zero + value * unit))
      }" y="${fixed(middle(i) - THICK / 2)}" width="${
        fixed(Math.abs(value) * unit)
      }" height="${THICK}" fill="${palette.series[value < 0 ? 1 : 0]}"/>`
    )
  }
<path class="ticks" d="M${fixed(zero)},${TOP}V${
    fixed(bottom)
  }" stroke="${palette.ink}"/>
${texts.map(drawText)}`;
  return {
    width: Math.max(
      left + LONGEST + GAP + widest(numbers) + 8,
      16 + textWidth(axis[language]),
    ),
    height: bottom + 10,
    content,
  };
}
