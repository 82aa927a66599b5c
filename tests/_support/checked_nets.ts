/**
 * `checkGradient` on many random networks: with the library's gradient, which
 * it must never call wrong, and with gradients that have a mistake in them.
 *
 * @module
 */
import {
  checkGradient,
  fromFloat64Array,
  gradient,
  type Matrix,
  multiply,
  numericalGradientWithError,
  takeRows,
  transpose,
} from "../../mod.ts";
import { type Choice, drawNet, type Parameters } from "./random_nets.ts";
import { type Draw, forSeeds } from "./seeded.ts";

/** What came of checking right gradients. */
export interface Tally {
  nets: number;
  right: number;
  agrees: number;
  wrong: number;
  kink: number;
  undecided: number;
  /** Entries that were looked at, and those of them that were too faint. */
  entries: number;
  faintEntries: number;
  /** How often the losses were evaluated. */
  calls: number;
  /** The largest error of an entry, as a part of its bound. */
  worst: number;
  /** What was found wrong. */
  complaints: string[];
}

/** Checks the library's gradients of so many networks. */
export function checkNets(name: string, count: number, choice?: Choice): Tally {
  const tally: Tally = {
    nets: 0,
    right: 0,
    agrees: 0,
    wrong: 0,
    kink: 0,
    undecided: 0,
    entries: 0,
    faintEntries: 0,
    calls: 0,
    worst: 0,
    complaints: [],
  };
  forSeeds(name, count, (draw) => {
    const net = drawNet(draw, choice);
    const report = checkGradient(net.loss, net.at);
    tally.nets++;
    tally[report.verdict]++;
    tally.entries += report.looked;
    tally.faintEntries += report.undecided;
    tally.calls += report.calls;
    const { worst } = report;
    if (worst !== undefined && Number.isFinite(worst.bound)) {
      tally.worst = Math.max(tally.worst, worst.error / worst.bound);
    }
    if (report.verdict === "wrong") {
      tally.complaints.push(
        `${name} ${tally.nets}, ${net.name}: ${report.sentence}`,
      );
    }
  });
  return tally;
}

/** The same parameters with one matrix replaced. */
function replaced(
  at: Parameters,
  key: string,
  f: (x: Matrix) => Matrix,
): Parameters {
  return { ...at, [key]: f(at[key]!) };
}

/** One entry of one matrix replaced, drawn at random. */
function withEntry(
  at: Parameters,
  draw: Draw,
  f: (value: number) => number,
): Parameters {
  const keys = Object.keys(at), key = keys[draw.integer(0, keys.length - 1)]!;
  return replaced(at, key, (x) => {
    const values = x.toFloat64Array();
    const place = draw.integer(0, values.length - 1);
    values[place] = f(values[place]!);
    return fromFloat64Array(values, x.rows, x.columns);
  });
}

/** What people get wrong in a backpropagation of their own. */
export const MISTAKES: Record<
  string,
  {
    choice?: Choice;
    make: (right: Parameters, samples: number, draw: Draw) => Parameters;
  }
> = {
  "a flipped sign": {
    make: (right) => replacedAll(right, (x) => multiply(-1, x)),
  },
  "a flipped sign in one matrix": {
    make: (right) => replaced(right, "W1", (x) => multiply(-1, x)),
  },
  "a missing 1/N": {
    choice: { leastSamples: 2 },
    make: (right, samples) => replacedAll(right, (x) => multiply(samples, x)),
  },
  "a transposed matrix": {
    choice: { width: 3 },
    make: (right) => replaced(right, "W1", transpose),
  },
  "a forgotten bias": {
    make: (right) => replaced(right, "b1", (x) => multiply(0, x)),
  },
  "two rows swapped": {
    choice: { width: 4 },
    make: (right) => replaced(right, "W1", (x) => takeRows(x, [1, 0, 2, 3])),
  },
  "two layers swapped": {
    choice: { width: 3, hidden: 1 },
    make: (right) => ({ ...right, W1: right.W2!, W2: right.W1! }),
  },
  "an entry off by 1 %": {
    make: (right, _n, draw) => withEntry(right, draw, (value) => 1.01 * value),
  },
  "an entry off by 0.1 %": {
    make: (right, _n, draw) => withEntry(right, draw, (value) => 0.999 * value),
  },
  "an entry that is 0": {
    make: (right, _n, draw) => withEntry(right, draw, () => 0),
  },
  "an entry that is NaN": {
    make: (right, _n, draw) => withEntry(right, draw, () => NaN),
  },
};

function replacedAll(at: Parameters, f: (x: Matrix) => Matrix): Parameters {
  return Object.fromEntries(
    Object.entries(at).map(([key, x]) => [key, f(x)]),
  );
}

/** What came of checking gradients with a mistake. */
export interface Catch {
  /** How many were tried. */
  tried: number;
  /** How many are off by more than what can be measured. */
  visible: number;
  /** How many were called wrong. */
  caught: number;
  /** The visible ones that were not. */
  missed: string[];
}

/**
 * Checks gradients with one kind of mistake. A mistake is visible where it
 * moves an entry by more than twice the error of its measurement: a gate in a
 * unit that is dead moves none.
 */
export function checkMistakes(mistake: string, count: number): Catch {
  const { make, choice = {} } = MISTAKES[mistake]!;
  const found: Catch = { tried: 0, visible: 0, caught: 0, missed: [] };
  forSeeds(mistake, count, (draw) => {
    const { at, loss, samples, name } = drawNet(draw, choice);
    const right = gradient(loss, at), claim = make(right, samples, draw);
    const { error } = numericalGradientWithError(loss, at);
    const isVisible = Object.keys(at).some((key) => {
      const limits = error[key]!.toFloat64Array();
      const claimed = claim[key]!.toFloat64Array();
      return right[key]!.toFloat64Array().some((value, i) =>
        limits[i] !== Infinity &&
        !(Math.abs(claimed[i]! - value) <= 2 * limits[i]!)
      );
    });
    const { verdict } = checkGradient(loss, at, { gradient: claim });
    found.tried++;
    if (isVisible) found.visible++;
    if (verdict === "wrong") found.caught++;
    else if (isVisible) found.missed.push(`${mistake} ${found.tried}, ${name}`);
  });
  return found;
}
