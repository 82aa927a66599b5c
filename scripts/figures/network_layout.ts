/** Where the circles and the lines of a network are drawn. */
import { type Language, message } from "../cli/message.ts";
import { LINE_HEIGHT, type PlacedText } from "./placed_text.ts";
import type { Layer, NetworkPicture, Unit } from "./picture.ts";
import { textWidth } from "./text_width.ts";

/** A circle; or, without a radius, what stands for units that are left out. */
export interface Circle {
  readonly kind: "unit" | "bias" | "gap";
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** What stands in or beside it. */
  readonly unit: Unit;
  /** On which side of it its note stands: left (-1) or right (1). */
  readonly side: -1 | 1;
}

/** A weight, from a circle to a circle. */
export interface WeightLine {
  readonly from: Circle;
  readonly to: Circle;
  readonly weight: number;
}

/** A network in its place. */
export interface NetworkLayout {
  readonly width: number;
  readonly height: number;
  readonly circles: readonly Circle[];
  readonly lines: readonly WeightLine[];
  /** What stands above the layers, line by line. */
  readonly heads: readonly PlacedText[];
}

/** More circles than this do not fit above each other. */
const MOST_UNITS = 20;
/** The index of what stands for the units that are left out. */
const GAP = -1;
const ACROSS = 216, BIAS_RADIUS = 9;
/** The size of a bar below a note. */
export const BAR = { width: 64, height: 7 };
/** Circles with letters in them, and smaller ones without, in taller layers. */
const NAMED = { radius: 21, apart: 74 }, BARE = { radius: 12, apart: 31 };

const MORE = message({ ja: "⋮ ほか {count} 個", en: "⋮ {count} more" });
const ONE: Unit = { name: "1" };

/**
 * Lays a network out: small layers stand wider apart beside large ones.
 *
 * @param picture The network.
 * @param language The language of its words.
 * @param top Where the words above the layers begin.
 */
export function layOut(
  { layers, weights, biases }: NetworkPicture,
  language: Language,
  top: number,
): NetworkLayout {
  const { radius, apart } =
    layers.some(({ units }) => units.some(({ name }) => name !== ""))
      ? NAMED
      : BARE;
  const last = layers.length - 1;
  const margins = layers.map((layer) => marginOf(layer, radius, language));
  const left = margins[0]!;
  const hasBias = (i: number): number =>
    biases?.[i] === undefined || biases[i].columns === 0 ? 0 : 1;
  const shown = layers.map(({ units }) => shownUnits(units.length));
  const rows = shown.map((indexes, i) => indexes.length + hasBias(i));
  const most = Math.max(...rows);
  const step = Math.max(apart, most < 3 ? 0 : 148 / (most - 1));
  const heads = layers.flatMap(({ label }, i) =>
    label[language].split("\n").map((text, line): PlacedText => ({
      text,
      x: left + i * ACROSS,
      y: top + (line + 0.5) * LINE_HEIGHT,
      anchor: "middle",
    }))
  );
  const first = Math.max(...heads.map(({ y }) => y)) + LINE_HEIGHT / 2 + 12 +
    radius;
  const middle = first + (most - 1) * step / 2;
  const columns = layers.map(({ units }, i) => {
    const spread = step * Math.min(4, most / rows[i]!);
    const side = i === 0 ? -1 : 1;
    const place = (row: number) => ({
      x: left + i * ACROSS,
      y: middle + spread * (row - (rows[i]! - 1) / 2),
      side,
    } as const);
    const circles = new Map<number, Circle>(
      shown[i]!.map((index, row) => [
        index,
        index === GAP
          ? {
            ...place(row + hasBias(i)),
            kind: "gap",
            radius: 0,
            unit: {
              name: MORE({ count: units.length - MOST_UNITS })[language],
            },
          }
          : {
            ...place(row + hasBias(i)),
            kind: "unit",
            radius,
            unit: units[index]!,
          },
      ]),
    );
    const bias: Circle | undefined = hasBias(i) === 0 ? undefined : {
      ...place(0),
      kind: "bias",
      radius: BIAS_RADIUS,
      unit: ONE,
    };
    return { circles, bias };
  });
  const lines = weights.flatMap((W, i): WeightLine[] => {
    const { circles, bias } = columns[i]!, next = columns[i + 1]!.circles;
    const from = [...circles].filter(([row]) => row !== GAP);
    const to = [...next].filter(([column]) => column !== GAP);
    return [
      ...from.flatMap(([row, from]) =>
        to.map(([column, to]) => ({ from, to, weight: W.at(row, column) }))
      ),
      ...bias === undefined ? [] : to.map(([column, to]) => ({
        from: bias,
        to,
        weight: biases![i]!.at(0, column),
      })),
    ];
  });
  return {
    width: left + last * ACROSS + margins[last]!,
    height: first + (most - 1) * step + radius + 12,
    circles: columns.flatMap(({ circles, bias }) => [
      ...circles.values(),
      ...bias === undefined ? [] : [bias],
    ]),
    lines,
    heads,
  };
}

/** The lines of what stands beside a circle. */
export function noteLines({ note }: Unit, language: Language): string[] {
  return note === undefined ? [] : note[language].split("\n");
}

/** The indexes of the units that are drawn. */
function shownUnits(size: number): number[] {
  const all = Array.from({ length: size }, (_, i) => i);
  const half = MOST_UNITS / 2;
  return size <= MOST_UNITS + 1
    ? all
    : [...all.slice(0, half), GAP, ...all.slice(-half)];
}

/** The room that a layer needs beside its circles' middles, and its heading. */
function marginOf(
  { units, label }: Layer,
  radius: number,
  language: Language,
): number {
  const beside = Math.max(
    0,
    ...units.flatMap((unit) => [
      ...noteLines(unit, language).map((line) => textWidth(line)),
      ...unit.share === undefined ? [] : [BAR.width],
    ]),
  );
  const head = Math.max(
    ...label[language].split("\n").map((line) => textWidth(line)),
  );
  return Math.ceil(
    8 + Math.max(radius + (beside === 0 ? 0 : 8 + beside), head / 2),
  );
}
