/** Training, whatever is trained: epochs, mini-batches, the best epoch. */
import type { Numbers } from "../matrix/_numbers.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { indicesTo, shuffleInPlace } from "../random/_shuffle.ts";
import { type Descent, descentFrom } from "./_descent.ts";
import { adam } from "./adam.ts";
import type { Optimizer } from "./optimizer.ts";
import {
  DivergenceError,
  type Epoch,
  type TrainingOutcome,
  type TrainingSettings,
} from "./training.ts";

/** What is trained. */
export interface Trained<T, Kept> {
  /** What the caller was about to do, for errors. */
  readonly action: string;
  /** The parameters to start from. */
  readonly at: T;
  /** How many samples there are. */
  readonly samples: number;
  /** The mean loss of the samples with these indices. */
  loss(parameters: T, batch: readonly number[]): Matrix;
  /** The loss by which the best epoch is chosen. */
  readonly validation: ((parameters: T) => Matrix) | undefined;
  /** Another way down that loss, where there is one. */
  resident?(optimizer: Optimizer, batchSize: number): Descent<T> | undefined;
  /** What the caller gives for the parameters that are kept. */
  keep(parameters: T): Kept;
}

export async function runTraining<T extends object, Kept extends object>(
  trained: Trained<T, Kept>,
  settings: TrainingSettings,
): Promise<Kept & TrainingOutcome> {
  const { optimizer = adam({ learningRate: 0.01 }), batchSize = 32 } = settings;
  const { at, loss, action } = trained;
  const descent = trained.resident?.(optimizer, batchSize) ??
    descentFrom(at, loss, optimizer, action);
  try {
    return await descend(trained, descent, optimizer.learningRate, settings);
  } finally {
    descent.end?.();
  }
}

async function descend<T extends object, Kept extends object>(
  trained: Trained<T, Kept>,
  descent: Descent<T>,
  learningRate: number,
  {
    random,
    epochs = 100,
    batchSize = 32,
    patience = Infinity,
    onEpoch,
    signal,
  }: TrainingSettings,
): Promise<Kept & TrainingOutcome> {
  const { action, at, samples, validation } = trained;
  let kept = at, keptEpoch = 0, best = Infinity;
  // Without validation the last epoch is kept: as it lies, until another comes.
  let isLast = false;
  const history: Epoch[] = [];
  const sofar = () => {
    const parameters = isLast ? descent.last() : kept;
    return { ...trained.keep(parameters), epoch: keptEpoch, history };
  };
  const indices = indicesTo(samples);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    if (signal?.aborted) return { ...sofar(), end: "aborted" };
    if (isLast) kept = descent.parameters(kept === at ? undefined : kept);
    isLast = false;
    shuffleInPlace(indices, random, action);
    const loss = runEpoch(descent, indices, batchSize);
    const parameters = validation && descent.parameters();
    const validationLoss = parameters && validation?.(parameters).item();
    const worst = loss + (validationLoss ?? 0);
    if (!Number.isFinite(worst) || !descent.numbers().every(areFinite)) {
      const what = Number.isFinite(worst)
        ? "a parameter is no longer finite"
        : `the loss is ${worst}`;
      throw new DivergenceError(
        `Cannot ${action}: in epoch ${epoch} ${what}, ` +
          "a finite one is needed; a lower learning rate than " +
          `${learningRate} may help`,
        sofar(),
      );
    }
    const report: Epoch = validationLoss === undefined
      ? { epoch, loss }
      : { epoch, loss, validationLoss };
    history.push(report);
    isLast = validation === undefined;
    if (isLast || validationLoss! < best) {
      best = validationLoss ?? best;
      kept = parameters ?? kept;
      keptEpoch = epoch;
    }
    // A copy: history stays what it is, whatever becomes of this one.
    const wait = onEpoch?.({ ...report });
    if (wait !== undefined) await wait;
    if (epoch - keptEpoch >= patience) return { ...sofar(), end: "patience" };
  }
  return { ...sofar(), end: "epochs" };
}

/** Goes through all samples once; ends early where the loss is not finite. */
function runEpoch(
  descent: Descent<object>,
  indices: readonly number[],
  batchSize: number,
): number {
  let total = 0;
  for (let first = 0; first < indices.length; first += batchSize) {
    const batch = indices.slice(first, first + batchSize);
    const loss = descent.step(batch);
    total += loss * batch.length;
    if (!Number.isFinite(total)) return total;
  }
  return total / indices.length;
}

function areFinite(numbers: Numbers): boolean {
  for (let i = 0; i < numbers.length; i++) {
    if (!Number.isFinite(numbers[i]!)) return false;
  }
  return true;
}
