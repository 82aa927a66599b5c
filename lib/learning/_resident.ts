/**
 * Training a network where the compiled loops are: its parameters, the values
 * of its units and all slopes stay in their memory for the length of a
 * training, so that a step makes nothing and copies nothing but its batch. The
 * steps are those that the tape would take, in the same order of additions, and
 * give the same bits.
 */
import { classesOf } from "../formula/_targets.ts";
import { mapNesting } from "../gradient/_nesting.ts";
import {
  borrowKernels,
  type Kernels,
  returnKernels,
  SIZE,
} from "../kernels/_compiled.ts";
import type { Numbers } from "../matrix/_numbers.ts";
import { type Matrix, rowMajor, traceOf, wrap } from "../matrix/matrix.ts";
import { copied, type Descent } from "./_descent.ts";
import type { NetworkParameters } from "./_network.ts";
import { walkFrom } from "./_optimizer.ts";
import type { Activation } from "./layer.ts";
import { Network } from "./network.ts";
import type { Optimizer } from "./optimizer.ts";
import type { Samples } from "./training.ts";

/** A layer, and where its numbers lie. */
interface Layer {
  readonly inputs: number;
  readonly units: number;
  readonly activation: Activation | undefined;
  readonly W: number;
  readonly b: number;
  readonly dW: number;
  readonly db: number;
  /** The scores of a batch, what its units pass on, and the slopes of both. */
  readonly h: number;
  readonly y: number;
  readonly dh: number;
}

/** Where everything lies. */
interface Places {
  readonly layers: readonly Layer[];
  /** The features of a batch, and its classes or targets. */
  readonly x: number;
  readonly t: number;
  /** What the loops need while they run. */
  readonly room: number;
  readonly end: number;
}

/**
 * The way of a network down its loss; undefined for what has to go the general
 * way, such as targets that are no classes.
 */
export function residentDescent(
  network: Network,
  { x, t }: Samples,
  optimizer: Optimizer,
  batchSize: number,
  action: string,
): Descent<NetworkParameters> | undefined {
  // What a class of somebody else's computes is its own affair.
  if (Object.getPrototypeOf(network) !== Network.prototype) return undefined;
  const at = network.parameters, targets = targetsOf(network, t, action);
  if (targets === undefined || Object.values(at).some(traceOf)) {
    return undefined;
  }
  const kernels = borrowKernels();
  if (kernels === undefined) return undefined;
  const most = Math.min(batchSize, x.rows);
  const places = placesFor(network, most, kernels);
  if (!kernels.reaches(places.end)) return undefined;

  const parameters = residentMatrices(kernels, places, "W", "b");
  const slopes = residentMatrices(kernels, places, "dW", "db");
  let next = 0;
  mapNesting(at, (matrix) => {
    const from = rowMajor(matrix), to = rowMajor(parameters[next++]!);
    for (let i = 0; i < from.length; i++) to[i] = from[i]!;
    return matrix;
  }, action);
  const lists = parameters.map(rowMajor);
  const walk = walkFrom(optimizer, parameters, lists);
  if (walk === undefined) return undefined;
  const features = rowMajor(x);
  return {
    step(batch) {
      gather(features, x.columns, batch, kernels, places.x);
      gather(targets, targets.length / x.rows, batch, kernels, places.t);
      const loss = forward(network, places, batch.length, kernels);
      if (!Number.isFinite(loss)) return loss;
      backward(network, places, batch.length, kernels);
      walk(slopes);
      return loss;
    },
    numbers: () => lists,
    parameters: (instead) => copied(at, lists, instead, action),
    last: () => copied(at, lists, undefined, action),
    end() {
      returnKernels(kernels);
    },
  };
}

/** The class of each sample, or its targets; undefined for another kind. */
function targetsOf(
  { output }: Network,
  t: Matrix,
  action: string,
): Numbers | undefined {
  if (output === "identity") return rowMajor(t);
  try {
    return classesOf(t, action);
  } catch {
    return undefined; // the loss says what is wrong, when its turn comes
  }
}

function placesFor(
  { sizes, activations }: Network,
  rows: number,
  { free, loops }: Kernels,
): Places {
  let end = free;
  const place = (count: number) => {
    const at = end;
    end += count * SIZE;
    return at;
  };
  const layers = sizes.slice(1).map((units, layer): Layer => {
    const inputs = sizes[layer]!, activation = activations[layer];
    const h = place(rows * units);
    return {
      inputs,
      units,
      activation,
      W: place(inputs * units),
      b: place(units),
      dW: place(inputs * units),
      db: place(units),
      h,
      y: activation === undefined ? h : place(rows * units),
      // Behind those of the scores the loss needs some room.
      dh: place(
        activation === undefined ? 2 * rows * units + rows : rows * units,
      ),
    };
  });
  const x = place(rows * sizes[0]!), outputs = sizes.at(-1)!;
  const t = place(rows * outputs);
  const room = place(loops.matmulRoom(Math.max(rows, ...sizes)));
  return { layers, x, t, room, end };
}

/** The matrices of all layers, over the numbers where they lie. */
function residentMatrices(
  kernels: Kernels,
  { layers }: Places,
  W: "W" | "dW",
  b: "b" | "db",
): Matrix[] {
  return layers.flatMap((layer) => {
    const { inputs, units } = layer;
    return [
      wrap(inputs, units, kernels.list(layer[W], inputs * units)),
      wrap(1, units, kernels.list(layer[b], units)),
    ];
  });
}

/** Copies the rows of a batch. */
function gather(
  from: Numbers,
  columns: number,
  batch: readonly number[],
  { numbers }: Kernels,
  to: number,
): void {
  let k = to / SIZE;
  for (let row = 0; row < batch.length; row++) {
    const first = batch[row]! * columns;
    for (let i = first; i < first + columns; i++) numbers[k++] = from[i]!;
  }
}

/** The loss of a batch. */
function forward(
  { output }: Network,
  { layers, x, t, room }: Places,
  rows: number,
  { loops }: Kernels,
): number {
  let from = x;
  for (const { inputs, units, activation, W, b, h, y } of layers) {
    const row = inputs * SIZE, next = units * SIZE;
    loops.matmul(from, row, SIZE, W, next, SIZE, h, rows, inputs, units, room);
    loops.addRow(h, rows, units, b);
    if (activation !== undefined) loops[activation](h, rows * units, y);
    from = y;
  }
  const { units, dh } = layers.at(-1)!;
  const loss = output === "softmax" ? loops.crossEntropy : loops.squaredError;
  return loss(from, t, rows, units, dh);
}

/** The slopes of all parameters, after `forward`. */
function backward(
  { output }: Network,
  { layers, x, t, room }: Places,
  rows: number,
  { loops }: Kernels,
): void {
  const { y, units, dh } = layers.at(-1)!;
  if (output === "softmax") {
    loops.crossEntropySlope(dh, t, rows, units, 1 / rows);
  } else loops.squaredErrorSlope(y, t, rows, units, 1 / rows, dh);
  for (let i = layers.length - 1; i >= 0; i--) {
    const { inputs, units, W, dW, db, dh } = layers[i]!, before = layers[i - 1];
    const row = inputs * SIZE, next = units * SIZE, from = before?.y ?? x;
    loops.biasSlope(dh, rows, units, db);
    loops.matmul(
      from,
      SIZE,
      row,
      dh,
      next,
      SIZE,
      dW,
      inputs,
      rows,
      units,
      room,
    );
    if (before === undefined) return;
    const to = before.dh;
    loops.matmul(dh, next, SIZE, W, SIZE, next, to, rows, units, inputs, room);
    const activation = before.activation!;
    loops[`${activation}Slope`](to, before.y, before.h, rows * inputs, to);
  }
}
