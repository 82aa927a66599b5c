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
import type { Samples, TrainingSettings } from "./training.ts";

/** Requires the settings of any training, and no options but `others`. */
export function requireSettings<Options extends TrainingSettings>(
  options: Options,
  others: readonly string[],
  action: string,
): Options {
  const known = [
    ...["random", "optimizer", "epochs", "batchSize", ...others],
    ...["patience", "onEpoch", "signal"],
  ];
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
  if (onEpoch !== undefined) requireFunction(onEpoch, "onEpoch", action);
  if (signal !== undefined && typeof signal?.aborted !== "boolean") {
    throw new TypeError(
      `Cannot ${action}: the signal is ${
        describe(signal)
      }, an AbortSignal is needed`,
    );
  }
  if (epochs !== undefined) requireSize(epochs, "epochs", action);
  for (const [name, value] of Object.entries({ batchSize, patience })) {
    if (value !== undefined) requireCount(value, name, action);
  }
  return options;
}

export function requireFunction(
  value: unknown,
  name: string,
  action: string,
): void {
  if (typeof value === "function") return;
  throw new TypeError(
    `Cannot ${action}: ${name} is ${describe(value)}, a function is needed`,
  );
}

/** Requires an integer of 1 or more. */
export function requireCount(
  value: unknown,
  name: string,
  action: string,
): void {
  if (Number.isInteger(value) && value as number > 0) return;
  const Kind = typeof value === "number" ? RangeError : TypeError;
  throw new Kind(
    `Cannot ${action}: ${name} is ${describe(value)}, ` +
      "an integer of 1 or more is needed",
  );
}

/** Requires samples that the network can take, with finite numbers. */
export function requireSamples(
  network: Network,
  data: Samples,
  where: string,
  action: string,
): Samples {
  for (const name of ["x", "t"] as const) {
    const found: unknown = data?.[name];
    if (found instanceof Matrix) continue;
    throw new TypeError(
      `Cannot ${action}: ${where}${name} is ${describe(found)}, ` +
        "a matrix is needed",
    );
  }
  const { x, t } = data;
  const features = network.sizes[0], outputs = network.sizes.at(-1);
  if (
    x.columns !== features || t.columns !== outputs || x.rows !== t.rows ||
    x.rows === 0
  ) {
    throw new RangeError(
      `Cannot ${action}: ${where}x is ${shape(x)} and ${where}t is ${
        shape(t)
      }, Nx${features} and Nx${outputs} are needed, with N of 1 or more`,
    );
  }
  requireFiniteNumbers(x, `${where}x`, action);
  // Classes are looked at by the loss, which wants them one-hot.
  if (network.output === "identity") {
    requireFiniteNumbers(t, `${where}t`, action);
  }
  return data;
}

function requireFiniteNumbers(x: Matrix, name: string, action: string): void {
  const index = x.toFloat64Array().findIndex((value) =>
    !Number.isFinite(value)
  );
  if (index < 0) return;
  const row = Math.floor(index / x.columns), column = index % x.columns;
  throw new RangeError(
    `Cannot ${action}: ${name} is ${x.at(row, column)} in row ${row}, ` +
      `column ${column}, a finite number is needed`,
  );
}
