/**
 * Where the weights' numbers stand: each on its own line, clear of the others.
 */
import { type Box, boxOf, overlap, type PlacedText } from "./placed_text.ts";
import type { WeightLine } from "./network_layout.ts";
import { weightText } from "./number_text.ts";
import { FONT_SIZE } from "./text_width.ts";

/** More lines than this have no room for their numbers. */
const MOST_LINES = 30;
const SIZE = FONT_SIZE - 1;
/** How far along its line a number may stand. */
const PARTS = Array.from({ length: 33 }, (_, i) => (14 + 2 * i) / 100);

interface Place {
  readonly number: PlacedText;
  readonly box: Box;
  /** What is wrong with the place, whatever the other numbers do. */
  readonly trouble: number;
}

/**
 * The numbers of all lines, in their order.
 *
 * @param lines The lines.
 * @param colors That of positive weights, and that of negative ones.
 * @returns A text for each; none at all if some would cover each other.
 */
export function weightNumbers(
  lines: readonly WeightLine[],
  colors: readonly string[],
): PlacedText[] {
  if (lines.length > MOST_LINES) return [];
  const places = lines.map((line) =>
    PARTS.map((part) => placeOn(line, part, lines, colors))
  );
  const best = least(
    Array.from({ length: STARTS }, (_, start) => improved(places, start)),
    ({ trouble }) => trouble,
  );
  return best.trouble < COVERED ? best.places.map(({ number }) => number) : [];
}

/**
 * From one start to another the best place of a number may be a different one.
 */
const STARTS = 12, ROUNDS = 12;
/** Two numbers that cover each other are worse than anything else. */
const COVERED = 1000;

/** Each number in turn takes the place that is best while all others stay. */
function improved(
  all: readonly (readonly Place[])[],
  start: number,
): { places: Place[]; trouble: number } {
  const places = all.map((on, i) => on[(start * (5 + 7 * i)) % on.length]!);
  const troubleAt = (place: Place, own: number): number =>
    places.reduce(
      (sum, other, i) =>
        sum + (i !== own && overlap(place.box, other.box) ? COVERED : 0),
      place.trouble,
    );
  for (let round = 0, moved = true; moved && round < ROUNDS; round++) {
    moved = false;
    all.forEach((on, i) => {
      const better = least(on, (place) => troubleAt(place, i));
      if (better === places[i]) return;
      places[i] = better;
      moved = true;
    });
  }
  const trouble = places.reduce(
    (sum, place, i) => sum + troubleAt(place, i),
    0,
  );
  return { places, trouble };
}

function placeOn(
  line: WeightLine,
  part: number,
  lines: readonly WeightLine[],
  colors: readonly string[],
): Place {
  const { from, to } = line;
  const number: PlacedText = {
    text: weightText(line.weight),
    x: from.x + part * (to.x - from.x),
    y: from.y + part * (to.y - from.y),
    anchor: "middle",
    size: SIZE,
    fill: colors[line.weight < 0 ? 1 : 0]!,
  };
  const box = boxOf(number, 1.5);
  let trouble = Math.abs(part - 0.3);
  for (const other of lines) {
    if (other !== line) trouble += 10 * crossed(other, box);
  }
  for (const circle of [from, to]) {
    const near = circle.radius + 4;
    if (
      Math.abs(number.x - circle.x) < near + (box.right - box.left) / 2
    ) trouble += 100;
  }
  return { number, box, trouble };
}

/** How much of a box's width a line runs through, from 0 to 1. */
function crossed({ from, to }: WeightLine, box: Box): number {
  const slope = (to.y - from.y) / (to.x - from.x);
  const [low, high] = [Math.max(box.left, from.x), Math.min(box.right, to.x)];
  if (low >= high) return 0;
  const height = (x: number): number => from.y + slope * (x - from.x);
  if (slope === 0) {
    return height(low) > box.top && height(low) < box.bottom ? 1 : 0;
  }
  const [a, b] = [box.top, box.bottom].map((y) =>
    from.x + (y - from.y) / slope
  );
  const inside = Math.min(high, Math.max(a!, b!)) -
    Math.max(low, Math.min(a!, b!));
  return Math.max(0, inside / (box.right - box.left));
}

function least<T extends object>(
  items: readonly T[],
  of: (item: T) => number,
): T {
  let best = items[0]!, value = of(best);
  for (const item of items) {
    const found = of(item);
    if (found < value) [best, value] = [item, found];
  }
  return best;
}
