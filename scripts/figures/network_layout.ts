/** Where the units and the weights of a network are drawn. */
import type { NetworkDrawing } from "./data.ts";
import { shortened } from "./plot_picture.ts";

/** A circle, or what stands for many. */
export interface Unit {
  /** A unit; the 1 from which biases come; or the place of units that are left out. */
  readonly kind: "unit" | "bias" | "gap";
  /** The layer, from 0 on. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** A weight. */
export interface Line {
  readonly from: Unit;
  readonly to: Unit;
  readonly weight: number;
  /** How far along the line its number would stand. */
  readonly part: number;
}

/** A layer: its units as they are drawn, by their index; those in the middle of many are left out. */
export interface Layer {
  readonly units: ReadonlyMap<number, Unit>;
  readonly bias?: Unit;
  readonly size: number;
}

/** More circles than this do not fit above each other. */
const MOST_UNITS = 20;
/** The index of what stands for the units that are left out. */
const GAP = -1;

/**
 * The layers of a network, small ones spread beside large ones.
 *
 * @param data The network.
 * @param more What stands where so many units are left out.
 * @returns The layers, from the inputs to the outputs.
 */
export function layersOf(
  data: NetworkDrawing,
  more: (count: number) => string,
): Layer[] {
  const sizes = [
    data.inputs.length,
    ...data.weights.map((rows) => rows[0]?.length ?? 0),
  ];
  const last = sizes.length - 1;
  const biases = (x: number): number =>
    data.biases !== undefined && x < last ? 1 : 0;
  const places = sizes.map((size, x) => shownUnits(size).length + biases(x));
  return sizes.map((size, x) => {
    const apart = Math.min(4, Math.max(1, Math.max(...places) / places[x]!));
    const top = apart * (places[x]! - 1) / 2;
    const names = x === 0 ? data.inputs : x === last ? data.outputs : [];
    const units = new Map<number, Unit>();
    for (const [row, index] of shownUnits(size).entries()) {
      const y = top - apart * (row + biases(x));
      units.set(
        index,
        index === GAP
          ? { kind: "gap", x, y, text: `⋮ ${more(size - MOST_UNITS)}` }
          : { kind: "unit", x, y, text: shortened(names[index] ?? "", 20) },
      );
    }
    return biases(x) === 0
      ? { units, size }
      : { units, size, bias: { kind: "bias", x, y: top, text: "1" } };
  });
}

/** The indexes of the units that are drawn. */
function shownUnits(size: number): number[] {
  const all = Array.from({ length: size }, (_, i) => i);
  const half = MOST_UNITS / 2;
  return size <= MOST_UNITS + 1
    ? all
    : [...all.slice(0, half), GAP, ...all.slice(-half)];
}

/** The lines of a network: one for each weight and bias between units that are drawn. */
export function linesOf(
  data: NetworkDrawing,
  layers: readonly Layer[],
): Line[] {
  const lines: Line[] = [];
  for (const [layer, rows] of data.weights.entries()) {
    const { units, bias } = layers[layer]!, next = layers[layer + 1]!.units;
    for (const [j, to] of next) {
      if (j === GAP) continue;
      for (const [i, from] of units) {
        const part = 0.3 + 0.4 * (i + 1) / (rows.length + 1);
        if (i !== GAP) lines.push({ from, to, weight: rows[i]![j]!, part });
      }
      const weight = data.biases?.[layer]?.[j];
      if (bias !== undefined && weight !== undefined) {
        lines.push({ from: bias, to, weight, part: 0.3 });
      }
    }
  }
  return lines;
}

/** Where a line's number stands: on those from the first units nearer to where they begin. */
export function along({ from, to, part }: Line, axis: "x" | "y"): number {
  return from[axis] + part * (to[axis] - from[axis]);
}
