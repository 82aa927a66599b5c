/** The essays about which a model and people differ most. */
import type { HeldOut } from "./uncertainty.ts";

/** An essay that a model puts elsewhere than people do. */
export interface FarEssay {
  /** Counted from 0. */
  readonly row: number;
  readonly given: number;
  /** What was predicted in most runs; the lowest of several. */
  readonly predicted: number;
  /** The mean probability of that band over the runs. */
  readonly probability: number;
  /** That of the band that people gave. */
  readonly ofGiven: number;
  /** How many bands apart, on average over the runs. */
  readonly distance: number;
}

/** So many are told of. */
export const MOST_FAR = 10;

/**
 * Finds the essays that are furthest from where people put them: where bands
 * have an order, by the mean number of bands between; otherwise, and among
 * essays that are as far, by how improbable the band seemed that people gave.
 *
 * @param held The predictions.
 * @param probabilities The sum over the runs for each band, `[N, K]`.
 * @param ordered Whether bands have an order.
 * @returns Those whose band differs in most runs, the furthest first.
 */
export function farthestOf(
  { given, predicted, classes }: HeldOut,
  probabilities: Float64Array,
  ordered: boolean,
): FarEssay[] {
  const runs = predicted.length, found: FarEssay[] = [];
  const compare = (a: FarEssay, b: FarEssay): number =>
    (ordered ? b.distance - a.distance : 0) || a.ofGiven - b.ofGiven ||
    a.row - b.row;
  const votes = new Uint32Array(classes);
  for (let row = 0; row < given.length; row++) {
    const own = given[row]!;
    votes.fill(0);
    let distance = 0;
    for (const bands of predicted) {
      votes[bands[row]!]!++;
      distance += Math.abs(bands[row]! - own);
    }
    const most = votes.indexOf(Math.max(...votes));
    if (most === own) continue;
    const mean = (band: number) => probabilities[row * classes + band]! / runs;
    const essay = {
      row,
      given: own,
      predicted: most,
      probability: mean(most),
      ofGiven: mean(own),
      distance: distance / runs,
    };
    if (found.length === MOST_FAR && compare(essay, found.at(-1)!) >= 0) {
      continue;
    }
    found.push(essay);
    found.sort(compare);
    found.splice(MOST_FAR);
  }
  return found;
}
