/** What training is given, checked. */
import {
  describe,
  requireOptions,
  requireSize,
  shape,
} from "../matrix/_require.ts";
import { Matrix } from "../matrix/matrix.ts";
import { requireRandom } from "../random/_source.ts";
import type { Network } from "./network.ts";
import type { Samples, TrainingOptions } from "./training.ts";

export const action = "train the network";

const known = [
  "random",
  "optimizer",
  "epochs",
  "batchSize",
  "validation",
  "patience",
  "onEpoch",
  "signal",
];

export function requireTrainingOptions(
  options: TrainingOptions,
): TrainingOptions {
  requireOptions(options, known, action);
  const { random, optimizer, epochs, batchSize, patience, onEpoch, signal } =
    options;
  requireRandom(random, action);
  if (optimizer !== undefined && typeof optimizer?.step !== "function") {
    throw new TypeError(
      `Cannot ${action}: the optimizer is ${describe(optimizer)}, ` +
        "one such as adam() is needed",
    );
  }
  if (onEpoch !== undefined && typeof onEpoch !== "function") {
    throw new TypeError(
      `Cannot ${action}: onEpoch is ${describe(onEpoch)}, a function is needed`,
    );
  }
  if (signal !== undefined && typeof signal?.aborted !== "boolean") {
    throw new TypeError(
      `Cannot ${action}: the signal is ${
        describe(signal)
      }, an AbortSignal is needed`,
    );
  }
  if (epochs !== undefined) requireSize(epochs, "epochs", action);
  for (const [name, value] of Object.entries({ batchSize, patience })) {
    if (value === undefined || Number.isInteger(value) && value > 0) continue;
    const Kind = typeof value === "number" ? RangeError : TypeError;
    throw new Kind(
      `Cannot ${action}: ${name} is ${describe(value)}, ` +
        "an integer of 1 or more is needed",
    );
  }
  return options;
}

/** Requires samples that the network can take, with finite features. */
export function requireSamples(
  network: Network,
  data: Samples,
  where: string,
): void {
  for (const name of ["x", "t"] as const) {
    const found: unknown = data?.[name];
    if (found instanceof Matrix) continue;
    throw new TypeError(
      `Cannot ${action}: ${where}${name} is ${describe(found)}, ` +
        "a matrix is needed",
    );
  }
  const { x, t } = data;
  const features = network.sizes[0], classes = network.sizes.at(-1);
  if (
    x.columns !== features || t.columns !== classes || x.rows !== t.rows ||
    x.rows === 0
  ) {
    throw new RangeError(
      `Cannot ${action}: ${where}x is ${shape(x)} and ${where}t is ${
        shape(t)
      }, Nx${features} and Nx${classes} are needed, with N of 1 or more`,
    );
  }
  const index = x.toFloat64Array().findIndex((value) =>
    !Number.isFinite(value)
  );
  if (index < 0) return;
  const row = Math.floor(index / x.columns), column = index % x.columns;
  throw new RangeError(
    `Cannot ${action}: ${where}x is ${x.at(row, column)} in row ${row}, ` +
      `column ${column}, a finite number is needed`,
  );
}
