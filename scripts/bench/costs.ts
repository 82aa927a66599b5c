/** What the gradient of one net costs. */
import { allClose, type Matrix } from "kobai";
import { type Spread, spreadOf, timeInTurn } from "./measure.ts";
import type { Net } from "./nets.ts";

/** With more weights than this, a sample of them stands for all. */
const mostWeights = 10_000;
/** How many weights that sample has. */
export const sampleSize = 100;

/** The times of one net, in nanoseconds, and their ratios. */
export interface Costs {
  readonly net: string;
  readonly weights: number;
  readonly samples: number;
  readonly byHand: Spread;
  readonly loss: Spread;
  readonly gradient: Spread;
  readonly formula?: Spread;
  readonly numerical: Spread;
  /** On how many weights the numerical gradient was measured. */
  readonly numericalSample: number;
  readonly gradientRatio: Spread;
  readonly numericalRatio: Spread;
  readonly handRatio: Spread;
}

/**
 * Times a net.
 *
 * @param net The net.
 * @param rounds How often.
 * @returns Its times and ratios.
 * @throws {RangeError} If its ways to the same numbers disagree.
 */
export function costsOf(net: Net, rounds: number): Costs {
  requireAgreement(net);
  const [byHand, once, back, closed] = timeInTurn(
    [
      () => net.byHand(),
      () => net.loss(),
      () => net.gradient(),
      ...(net.formula === undefined ? [] : [net.formula]),
    ],
    rounds,
    20,
  ) as [number[], number[], number[], number[]?];

  const sample = net.weights > mostWeights ? sampleSize : undefined;
  // One call of the slow ones fills many rounds.
  const few = net.weights > 1000 ? Math.min(rounds, 3) : rounds;
  const [beside, measured] = timeInTurn(
    [
      () => net.loss(),
      () => net.numerical(sample),
    ],
    few,
    20,
  ) as [number[], number[]];
  const scale = sample === undefined ? 1 : net.weights / sample;
  const numerical = measured.map((time) => time * scale);
  const ratio = (over: number[], under: number[]) =>
    spreadOf(over.map((time, i) => time / under[i]!));
  return {
    net: net.name,
    weights: net.weights,
    samples: net.samples,
    byHand: spreadOf(byHand),
    loss: spreadOf(once),
    gradient: spreadOf(back),
    ...(closed === undefined ? {} : { formula: spreadOf(closed) }),
    numerical: spreadOf(numerical),
    numericalSample: sample ?? net.weights,
    gradientRatio: ratio(back, once),
    numericalRatio: ratio(numerical, beside),
    handRatio: ratio(once, byHand),
  };
}

/**
 * What is fast and wrong is not worth timing: the loss must be that by hand,
 * and the gradient that by its definition.
 *
 * @throws {RangeError} If they are not.
 */
export function requireAgreement(net: Net): void {
  const loss = net.loss().item(), byHand = net.byHand();
  if (!allClose(byHand, loss, { rtol: 1e-12, atol: 0 })) {
    throw new RangeError(
      `Cannot time the net ${net.name}: its loss is ${loss}, ${byHand} is needed, as by hand`,
    );
  }
  const few = 10;
  const claimed = net.entries(net.gradient(), few).toArray()[0]!;
  const measured = net.numerical(few) as Matrix;
  measured.toArray()[0]!.forEach((slope, i) => {
    if (allClose(claimed[i]!, slope, { rtol: 0, atol: 1e-7 })) return;
    throw new RangeError(
      `Cannot time the net ${net.name}: its gradient has ${
        claimed[i]
      }, ${slope} is needed, as by its definition`,
    );
  });
}
