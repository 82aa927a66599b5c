/** What the figures show, as plain numbers and texts. */

/** How training went. */
export interface LossCurves {
  /** The loss after each epoch, the first one first. */
  readonly training: readonly number[];
  /** The same on the validation part; empty if there is none. */
  readonly validation: readonly number[];
  /** The epoch whose parameters were kept, counted from 1. */
  readonly kept?: number;
}

/** Two features, the essays, and the band that the model predicts wherever one may stand. */
export interface EssayMap {
  readonly bands: readonly string[];
  /** What the two axes are called. */
  readonly axes: readonly [x: string, y: string];
  /** The essays: two features and the band that people gave. */
  readonly essays: readonly {
    readonly x: number;
    readonly y: number;
    readonly band: number;
  }[];
  /** Where the model was asked: see `gridFor`. */
  readonly grid: Grid;
  /** The probability of each band at each point: `probabilities[point * bands.length + band]`. */
  readonly probabilities: ArrayLike<number>;
  /** A sentence about what else was held still, for models of more than two features. */
  readonly remark?: string;
}

/** Points on which a map is drawn, row by row from the bottom; each is a cell's centre. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** [least, greatest] of each axis. */
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  /** The points: `columns * rows` pairs. */
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** How often each band was taken for which. */
export interface Confusion {
  readonly bands: readonly string[];
  /** `counts[actual][predicted]`. */
  readonly counts: readonly (readonly number[])[];
}

/** A network, to be drawn as circles and lines. */
export interface NetworkDrawing {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** `weights[layer][from][to]`. */
  readonly weights: readonly (readonly (readonly number[])[])[];
  /** `biases[layer][to]`. */
  readonly biases?: readonly (readonly number[])[];
  /** What each layer but the input ends with, such as `sigmoid`. */
  readonly activations?: readonly string[];
}
