/**
 * What every peer computes with: the same numbers to the last bit, made alike
 * in `numpy_works.py`.
 */

/** The lecture's weights, its sample and its class. */
export const lecture = {
  W: [[1.72265811, 0.68672941, 1.10772301], [
    0.60344169,
    0.60322389,
    -0.3536039,
  ]],
  x: [[2, 3]],
  t: [[0, 0, 1]],
};

/** Numbers between -scale and scale, in a fixed disorder. */
export function ramp(length: number, salt: number, scale = 1): Float64Array {
  return Float64Array.from(
    { length },
    (_, i) => ((i * 7919 + salt * 104729) % 10007 - 5003) / 5003 * scale,
  );
}

/** The class of each of so many samples. */
export function classes(samples: number, count: number): number[] {
  return Array.from({ length: samples }, (_, i) => (i * 7 + 3) % 11 % count);
}

/** A net of two layers and its batch of 100, the numbers row by row. */
export interface Net {
  readonly sizes: readonly [number, number, number];
  readonly x: Float64Array;
  readonly labels: readonly number[];
  readonly W1: Float64Array;
  readonly b1: Float64Array;
  readonly W2: Float64Array;
  readonly b2: Float64Array;
}

/** How many samples a batch has. */
export const BATCH = 100;
/** How far a step goes. */
export const RATE = 0.1;

/** The net with these sizes, such as `2-16-3`. */
export function netOf(name: string): Net {
  const sizes = name.split("-").map(Number) as [number, number, number];
  const [features, hidden, count] = sizes;
  return {
    sizes,
    x: ramp(BATCH * features, 1),
    labels: classes(BATCH, count),
    W1: ramp(features * hidden, 2, 1 / Math.sqrt(features)),
    b1: ramp(hidden, 3, 0.1),
    W2: ramp(hidden * count, 4, 1 / Math.sqrt(hidden)),
    b2: ramp(count, 5, 0.1),
  };
}

/** One-hot targets, row by row. */
export function oneHotOf({ labels, sizes: [, , count] }: Net): Float64Array {
  const t = new Float64Array(labels.length * count);
  labels.forEach((label, i) => t[i * count + label] = 1);
  return t;
}

/** Two matrices of n × n. */
export function square(n: number): [Float64Array, Float64Array] {
  return [ramp(n * n, 6), ramp(n * n, 7)];
}
