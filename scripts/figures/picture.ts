/**
 * What a picture shows, as plain data: the author of a cell makes it from the cell's own numbers,
 * and `draw.ts` draws it.
 */
import type { Matrix } from "kobai";
import type { Text } from "../cli/command_line.ts";

/** A picture of a cell. */
export type Picture = NetworkPicture | CurvesPicture;

/** What every picture has. */
interface Described {
  readonly title: Text;
  /** What there is to see, for those who do not see it. */
  readonly description: Text;
}

/** Circles in layers, from left to right, and a line for each weight. */
export interface NetworkPicture extends Described {
  readonly kind: "network";
  readonly layers: readonly Layer[];
  /** The weights that lead out of each layer but the last: rows on the left, columns on the right. */
  readonly weights: readonly Matrix[];
}

/** Units that stand above one another. */
export interface Layer {
  /** What stands above them. */
  readonly label: Text;
  readonly units: readonly Unit[];
}

/** A circle. */
export interface Unit {
  /** Inside the circle, in a few letters, such as `x_1`: the part behind `_` is set lower. */
  readonly name: string;
  /** Beside the circle, such as a value. */
  readonly note?: Text;
  /** From 0 to 1, drawn as a bar beside the note. */
  readonly share?: number;
}

/** Lines over two axes. */
export interface CurvesPicture extends Described {
  readonly kind: "curves";
  readonly x: Axis;
  readonly y: Axis;
  /** At most four, so that they are told apart without colour. */
  readonly lines: readonly Line[];
  /** Heights that mean something. */
  readonly levels?: readonly { readonly label: Text; readonly y: number }[];
  /** Words inside the picture, centred at a point of the axes. */
  readonly words?: readonly {
    readonly text: Text;
    readonly x: number;
    readonly y: number;
  }[];
}

/** An axis. */
export interface Axis {
  readonly label: Text;
  readonly logarithmic?: boolean;
}

/** A line through points. */
export interface Line {
  readonly label: Text;
  readonly x: readonly number[];
  readonly y: readonly number[];
}
