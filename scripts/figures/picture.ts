/**
 * What a picture shows, as plain data: the author of a cell makes it from the
 * cell's own numbers, and `draw.ts` draws it.
 */
import type { Matrix } from "kobai";
import type { Text } from "../cli/message.ts";
import type { Grid } from "./grid.ts";

/** A picture of a cell or of a model. */
export type Picture =
  | NetworkPicture
  | CurvesPicture
  | BarsPicture
  | ScatterPicture
  | ConfusionPicture
  | CalibrationPicture
  | EssayMapPicture;

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
  /**
   * The weights that lead out of each layer but the last: rows on the left,
   * columns on the right. They are written on the lines where each of them
   * finds a place beside its own.
   */
  readonly weights: readonly Matrix[];
  /** One row for each of the weights: drawn as lines from a circle with 1. */
  readonly biases?: readonly Matrix[];
  /** Whether each weight is an arrow, whatever its number. */
  readonly arrows?: boolean;
  /** Whether the picture says which lines are negative, and the largest. */
  readonly legend?: boolean;
}

/** Units that stand above one another; the middle of very many is left out. */
export interface Layer {
  /** What stands above them; `\n` begins a new line. */
  readonly label: Text;
  readonly units: readonly Unit[];
}

/** A circle. */
export interface Unit {
  /**
   * Inside the circle, in a few letters, such as `x_1`: the part behind `_` is
   * set lower.
   */
  readonly name: string;
  /** Beside the circle, such as a value; `\n` begins a new line. */
  readonly note?: Text;
  /** From 0 to 1, drawn as a bar below the note. */
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
  /** Places on the lower axis that mean something. */
  readonly moments?: readonly { readonly label: Text; readonly x: number }[];
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
  /** Whether only whole numbers are written at it. */
  readonly whole?: boolean;
}

/** A line through points. */
export interface Line {
  readonly label: Text;
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** From what to what each point might be; NaN where it is not known. */
  readonly intervals?: readonly (readonly [from: number, to: number])[];
}

/** Bars to the right, one below the other, each with its number. */
export interface BarsPicture extends Described {
  readonly kind: "bars";
  /** What the numbers are. */
  readonly axis: Text;
  readonly bars: readonly { readonly label: Text; readonly value: number }[];
}

/** Points over two axes. */
export interface ScatterPicture extends Described {
  readonly kind: "scatter";
  readonly x: Axis;
  readonly y: Axis;
  /** At most four, so that they are told apart without colour. */
  readonly groups: readonly {
    readonly label: Text;
    readonly points: readonly Point[];
  }[];
}

/** A point, and the word beside it. */
export interface Point {
  readonly x: number;
  readonly y: number;
  /** Left out where it would cover another one. */
  readonly label?: Text;
}

/** How often each band was taken for which. */
export interface ConfusionPicture extends Described {
  readonly kind: "confusion";
  readonly bands: readonly string[];
  /** `counts[actual][predicted]`. */
  readonly counts: readonly (readonly number[])[];
}

/** How often a model is right, beside how sure it said it was. */
export interface CalibrationPicture extends Described {
  readonly kind: "calibration";
  readonly bins: readonly CalibrationBin[];
}

/** Predictions of which a model was about as sure. */
export interface CalibrationBin {
  /** The mean probability, from 0 to 1. */
  readonly said: number;
  /** The share that was right. */
  readonly right: number;
  /** From what to what that might be; NaN where it is not known. */
  readonly interval: readonly [from: number, to: number];
  readonly predictions: number;
}

/**
 * Two features, essays, and the band that a model predicts wherever one may
 * stand.
 */
export interface EssayMapPicture extends Described {
  readonly kind: "essay map";
  readonly bands: readonly string[];
  /** What the two axes are called. */
  readonly axes: readonly [x: string, y: string];
  /** Where the model was asked. */
  readonly grid: Grid;
  /**
   * The probability of each band at each point: `probabilities[point *
   * bands.length + band]`.
   */
  readonly probabilities: ArrayLike<number>;
  /** The essays that are drawn. */
  readonly essays: readonly Essay[];
  /** A sentence below the map; an empty one is not written. */
  readonly remark: Text;
}

/** An essay: two features and the band that people gave. */
export interface Essay {
  readonly x: number;
  readonly y: number;
  readonly band: number;
}
