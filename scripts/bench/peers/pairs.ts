/** The kit and its peers at one work, timed in turn. */
import { type Spread, spreadOf } from "../measure.ts";
import type { Peer } from "./peer.ts";

/** The middle of some numbers, and between what the middle half of them is. */
export interface Quarters {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** The kit beside a peer at one work. */
export interface Pair {
  readonly peer: string;
  /** Nanoseconds a run. */
  readonly time: Spread;
  /** The kit's time as a part of the peer's, round by round. */
  readonly ratio: Quarters;
  /** The kit's shortest time as a part of the peer's shortest. */
  readonly ofMinima: number;
}

/** What came of one work. */
export interface Outcome {
  readonly work: string;
  readonly kit: Spread;
  readonly pairs: readonly Pair[];
}

/**
 * How long a peer runs in one round, in nanoseconds: not so long that a busy
 * machine takes a turn in every one.
 */
const ROUND = 6e6;
/** A training takes more steps than one, and sets itself up once for all. */
const TRAINING = 30e6;
/** Where a round takes longer, nine are enough. */
const LONG = 100e6;
/** How long it warms up. */
const WARM = 100e6;

/**
 * Times a work of the kit and of those peers that have it.
 *
 * @throws {RangeError} If a peer's result is not the kit's.
 */
export async function pairsOf(
  work: string,
  kit: Peer,
  peers: readonly Peer[],
  rounds: number,
): Promise<Outcome> {
  const { result: expected } = (await kit.ask(work))!;
  const taking = [kit];
  for (const peer of peers) {
    const answer = await peer.ask(work);
    if (answer?.result === undefined) continue;
    requireNear(answer.result, expected!, peer, work);
    taking.push(peer);
  }
  const calls: number[] = [];
  let slowest = 0;
  for (const one of taking) {
    const { count, time } = await callsFor(one, work);
    calls.push(count);
    slowest = Math.max(slowest, count * time);
  }
  const turns = slowest > LONG ? Math.min(rounds, 9) : rounds;
  const times: number[][] = taking.map(() => []);
  for (let round = 0; round < turns; round++) {
    for (let k = 0; k < taking.length; k++) {
      // Nobody is always the first after the same other.
      const i = (k + round) % taking.length;
      times[i]!.push((await taking[i]!.ask(work, calls[i]!))!.time!);
    }
  }
  return outcomeOf(work, taking.map(({ start }) => start.name), times);
}

/** Puts times beside each other, the kit's first. */
export function outcomeOf(
  work: string,
  names: readonly string[],
  times: readonly (readonly number[])[],
): Outcome {
  const own = times[0]!, kit = spreadOf(own);
  const pairs = names.slice(1).map((peer, i): Pair => {
    const theirs = times[i + 1]!, time = spreadOf(theirs);
    return {
      peer,
      time,
      ratio: quartersOf(own.map((one, round) => one / theirs[round]!)),
      ofMinima: kit.min / time.min,
    };
  });
  return { work, kit, pairs };
}

function quartersOf(numbers: readonly number[]): Quarters {
  const sorted = numbers.toSorted((a, b) => a - b), last = sorted.length - 1;
  return {
    median: spreadOf(numbers).median,
    low: sorted[Math.round(last / 4)]!,
    high: sorted[Math.round(last * 3 / 4)]!,
  };
}

/** How often a work runs in a round, and how long one run takes. */
async function callsFor(
  peer: Peer,
  work: string,
): Promise<{ count: number; time: number }> {
  const first = (await peer.ask(work, 1))!.time!;
  const warm = Math.max(1, Math.min(1e6, Math.round(WARM / first)));
  const time = (await peer.ask(work, warm))!.time!;
  const round = work.startsWith("training") ? TRAINING : ROUND;
  return { count: Math.max(1, Math.round(round / time)), time };
}

/** Requires that what is timed is the same. */
export function requireNear(
  found: readonly number[],
  expected: readonly number[],
  { start: { name, rtol, atol } }: Pick<Peer, "start">,
  work: string,
): void {
  const isNear = found.length === expected.length &&
    found.every((x, i) =>
      Math.abs(x - expected[i]!) <= atol + rtol * Math.abs(expected[i]!)
    );
  if (isNear) return;
  const at = found.findIndex((x, i) =>
    !(Math.abs(x - expected[i]!) <= atol + rtol * Math.abs(expected[i]!))
  );
  throw new RangeError(
    `Cannot time ${work}: ${name} has ${found[at]} where the kit has ` +
      `${expected[at]}, the same within ${rtol} is needed`,
  );
}
