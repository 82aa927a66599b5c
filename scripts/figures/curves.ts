/**
 * Lines over two axes, told apart by their dashes and by the words beside them.
 */
import {
  ABOVE_AXES,
  BELOW_AXES,
  drawAxes,
  placesIn,
  roomForTicks,
} from "./axes.ts";
import type { Drawing, Reader } from "./frame.ts";
import {
  type Box,
  drawOnPlate,
  drawText,
  LINE_HEIGHT,
  type PlacedText,
} from "./placed_text.ts";
import { type Markup, markup } from "./markup.ts";
import { fixed } from "./number_text.ts";
import type { Axis, CurvesPicture, Line } from "./picture.ts";
import {
  linearScale,
  logarithmicScale,
  roundedUp,
  type Scale,
} from "./scale.ts";
import { textWidth } from "./text_width.ts";

const WIDTH = 380, HEIGHT = 230;
/** At most so many points get a dot each. */
const MOST_DOTS = 30;
/**
 * Thick or thin, whole or broken: a curve that goes up and down stays whole.
 */
const STROKES = [
  { width: 2.2 },
  { width: 2.2, dashes: "8 4" },
  { width: 1.1 },
  { width: 2.2, dashes: "2 3" },
] as const;

/** Draws lines over two axes. */
export function drawCurves(
  picture: CurvesPicture,
  { language, palette }: Reader,
): Drawing {
  const { lines, levels = [], moments = [], words = [] } = picture;
  const x = scaleOf(picture.x, lines.flatMap((line) => line.x), 8, false);
  const y = scaleOf(
    picture.y,
    [
      ...lines.flatMap((line) => line.y),
      ...lines.flatMap(({ intervals = [] }) => intervals.flat()),
      ...levels.map((level) => level.y),
    ],
    6,
    true,
  );
  const left = roomForTicks(y);
  const top = ABOVE_AXES + (moments.length === 0 ? 0 : LINE_HEIGHT);
  const box = { left, right: left + WIDTH, top, bottom: top + HEIGHT };
  const at = placesIn(box, x, y);
  const color = (i: number): string => palette.series[i % 4]!;
  const names = lines.length < 2 ? [] : apart(
    lines.flatMap((line, i): PlacedText[] => {
      const last = points(line).at(-1);
      return last === undefined ? [] : [{
        text: line.label[language],
        x: box.right + 8,
        y: at.y(last[1]),
        fill: color(i),
        bold: true,
      }];
    }),
    box,
  );
  const inside: PlacedText[] = [
    ...levels.map((level): PlacedText => ({
      text: level.label[language],
      x: box.right - 4,
      y: at.y(level.y) + 10,
      anchor: "end",
      fill: palette.soft,
    })),
    ...words.map(({ text, x, y }): PlacedText => ({
      text: text[language],
      x: at.x(x),
      y: at.y(y),
      anchor: "middle",
    })),
  ];
  const above = moments.map((moment) =>
    within({
      text: moment.label[language],
      x: at.x(moment.x),
      y: box.top - 10,
      anchor: "middle",
    }, box)
  );
  const rules = [
    ...levels.map((level) =>
      `M${box.left},${fixed(at.y(level.y))}H${box.right}`
    ),
    ...moments.map(({ x }) =>
      `M${fixed(at.x(x))},${fixed(box.top)}V${fixed(box.bottom)}`
    ),
  ];
  const content = markup`${
    drawAxes(box, {
      x: { scale: x, label: picture.x.label[language] },
      y: { scale: y, label: picture.y.label[language], labelAt: 13 },
      grid: true,
    }, palette)
  }
${
    rules.map((d) =>
      markup`<path class="rule" d="${d}" stroke="${palette.ink}" stroke-dasharray="1 3"/>`
    )
  }
${lines.map((line, i) => drawLine(line, at, color(i), STROKES[i % 4]!))}
${inside.map((placed) => drawOnPlate(placed, palette.paper, 2))}
${[...above, ...names].map(drawText)}`;
  return {
    width: box.right + 16 +
      Math.max(0, ...names.map((placed) => textWidth(placed.text, placed))),
    height: box.bottom + BELOW_AXES,
    content,
  };
}

/** The points of a line that can be drawn. */
function points({ x, y }: Pick<Line, "x" | "y">): [x: number, y: number][] {
  return x.map((value, i): [number, number] => [value, y[i]!])
    .filter((point) => point.every(Number.isFinite));
}

function drawLine(
  line: Line,
  at: { x(value: number): number; y(value: number): number },
  color: string,
  { width, dashes }: { readonly width: number; readonly dashes?: string },
): Markup {
  const all = points(line);
  const places = all.map(([x, y]) => `${fixed(at.x(x))},${fixed(at.y(y))}`);
  const dots = all.length > MOST_DOTS ? [] : all;
  const whiskers = (line.intervals ?? []).flatMap(([from, to], i) =>
    Number.isFinite(from) ? whisker(at.x(line.x[i]!), at.y(from), at.y(to)) : []
  );
  return markup`${
    whiskers.length === 0
      ? ""
      : markup`<path class="intervals" d="${
        whiskers.join("")
      }" fill="none" stroke="${color}"/>`
  }<path class="line" d="M${
    places.join("L")
  }" fill="none" stroke="${color}" stroke-width="${width}" stroke-linejoin="round"${
    dashes === undefined ? "" : markup` stroke-dasharray="${dashes}"`
  }/>${
    dots.map(([x, y]) =>
      markup`<circle cx="${fixed(at.x(x))}" cy="${
        fixed(at.y(y))
      }" r="3.2" fill="${color}"/>`
    )
  }`;
}

/** The path of an upright line with ends, as intervals are drawn. */
export function whisker(x: number, from: number, to: number): string {
  const ends = [from, to].map((y) =>
    `M${fixed(x - 4)},${fixed(y)}H${fixed(x + 4)}`
  );
  return `M${fixed(x)},${fixed(from)}V${fixed(to)}${ends.join("")}`;
}

/** A scale that holds all values; a logarithmic one with a little air. */
function scaleOf(
  { logarithmic = false, whole = false }: Axis,
  values: readonly number[],
  most: number,
  upward: boolean,
): Scale {
  const finite = values.filter(Number.isFinite);
  const least = finite.reduce((a, b) => Math.min(a, b), Infinity);
  const greatest = finite.reduce((a, b) => Math.max(a, b), -Infinity);
  if (finite.length === 0) return linearScale([0, 1], most, whole);
  if (logarithmic) {
    const air = (greatest / least) ** 0.1 || 1;
    const wide = air > 1 ? air : 2;
    return logarithmicScale([least / wide, greatest * wide], most);
  }
  const start = upward ? Math.min(0, least) : least;
  const end = greatest > start ? greatest : start + 1;
  return linearScale(
    [start, upward ? roundedUp(start, end, most) : end],
    most,
    whole,
  );
}

/** A text moved so far that it does not leave the axes' box at its sides. */
function within(text: PlacedText, { left, right }: Box): PlacedText {
  const half = textWidth(text.text, text) / 2;
  const x = Math.max(left + half, Math.min(right - half, text.x));
  return { ...text, x };
}

/** Texts above one another, none touching the next, each near its place. */
function apart(texts: PlacedText[], { top, bottom }: Box): PlacedText[] {
  const placed = texts.toSorted((a, b) => a.y - b.y);
  for (let round = 0; round < 20; round++) {
    for (let i = 1; i < placed.length; i++) {
      const [above, below] = [placed[i - 1]!, placed[i]!];
      const missing = LINE_HEIGHT - (below.y - above.y);
      if (missing <= 0.01) continue;
      placed[i - 1] = { ...above, y: above.y - missing / 2 };
      placed[i] = { ...below, y: below.y + missing / 2 };
    }
    const [first, last] = [placed[0], placed.at(-1)];
    if (first !== undefined && first.y < top) {
      placed[0] = { ...first, y: top };
    }
    if (last !== undefined && last.y > bottom) {
      placed[placed.length - 1] = { ...last, y: bottom };
    }
  }
  return placed;
}
