/** Training, whatever is trained: epochs, mini-batches, the best epoch. */
import { listNesting } from "../gradient/_nesting.ts";
import { differentiate } from "../gradient/backpropagation.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { indicesTo, shuffleInPlace } from "../random/_shuffle.ts";
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
  /** What the caller gives for the parameters that are kept. */
  keep(parameters: T): Kept;
}

export async function runTraining<T extends object, Kept extends object>(
  trained: Trained<T, Kept>,
  {
    random,
    optimizer = adam({ learningRate: 0.01 }),
    epochs = 100,
    batchSize = 32,
    patience = Infinity,
    onEpoch,
    signal,
  }: TrainingSettings,
): Promise<Kept & TrainingOutcome> {
  const { action, at, samples, validation } = trained;
  let state: State<T> = { parameters: at, optimizer };
  let kept = at, keptEpoch = 0, best = Infinity;
  const history: Epoch[] = [];
  const sofar = () => ({ ...trained.keep(kept), epoch: keptEpoch, history });
  const indices = indicesTo(samples);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    if (signal?.aborted) return { ...sofar(), end: "aborted" };
    shuffleInPlace(indices, random, action);
    const passed = runEpoch(trained, state, indices, batchSize);
    state = passed.state;
    const validationLoss = validation?.(state.parameters).item();
    const worst = passed.loss + (validationLoss ?? 0);
    if (!Number.isFinite(worst) || !areFinite(state.parameters, action)) {
      const what = Number.isFinite(worst)
        ? "a parameter is no longer finite"
        : `the loss is ${worst}`;
      throw new DivergenceError(
        `Cannot ${action}: in epoch ${epoch} ${what}, ` +
          "a finite one is needed; a lower learning rate than " +
          `${optimizer.learningRate} may help`,
        sofar(),
      );
    }
    const report: Epoch = validationLoss === undefined
      ? { epoch, loss: passed.loss }
      : { epoch, loss: passed.loss, validationLoss };
    history.push(report);
    if (validationLoss === undefined || validationLoss < best) {
      best = validationLoss ?? best;
      kept = state.parameters;
      keptEpoch = epoch;
    }
    // A copy: history stays what it is, whatever becomes of this one.
    const wait = onEpoch?.({ ...report });
    if (wait !== undefined) await wait;
    if (epoch - keptEpoch >= patience) return { ...sofar(), end: "patience" };
  }
  return { ...sofar(), end: "epochs" };
}

interface State<T> {
  readonly parameters: T;
  readonly optimizer: Optimizer;
}

/** Goes through all samples once; ends early where the loss is not finite. */
function runEpoch<T extends object>(
  trained: Trained<T, object>,
  start: State<T>,
  indices: readonly number[],
  batchSize: number,
): { state: State<T>; loss: number } {
  let state = start, total = 0;
  for (let first = 0; first < indices.length; first += batchSize) {
    const batch = indices.slice(first, first + batchSize);
    const [loss, slope] = differentiate(
      (parameters) => trained.loss(parameters, batch),
      state.parameters,
    );
    total += loss.item() * batch.length;
    if (!Number.isFinite(total)) return { state, loss: total };
    state = stepOf(state, slope);
  }
  return { state, loss: total / indices.length };
}

/** A step; that the parameters are matrices has been looked at already. */
function stepOf<T extends object>(
  { parameters, optimizer }: State<T>,
  slope: T,
): State<T> {
  return optimizer.step(parameters as Matrix, slope as Matrix) as
    & object
    & State<T>;
}

function areFinite(parameters: object, action: string): boolean {
  return listNesting(parameters, action).every(({ matrix }) =>
    matrix.toFloat64Array().every(Number.isFinite)
  );
}
