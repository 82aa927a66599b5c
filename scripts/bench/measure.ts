/** Timing things against each other on a machine that is never quiet. */

/** The middle of some numbers, and their extremes. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** The middle and the extremes of some numbers. */
export function spreadOf(numbers: readonly number[]): Spread {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const median = (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
  return { median, min: sorted[0]!, max: sorted.at(-1)! };
}

/**
 * Times several functions in turn, round by round, so that a machine that slows
 * down slows all of them: ratios are taken within a round.
 *
 * @param functions What to time.
 * @param rounds How many rounds, after each function has warmed up.
 * @param perRound How long each function runs in a round, in milliseconds.
 * @returns For each function its nanoseconds a call in each round.
 */
export function timeInTurn(
  functions: readonly (() => unknown)[],
  rounds: number,
  perRound: number,
): number[][] {
  const repeats = functions.map((f) => {
    // Warm up, and find out how many calls fill a round.
    let calls = 1;
    for (;;) {
      const time = nanoseconds(f, calls) * calls;
      if (time >= perRound * 1e6) return calls;
      const wanted = Math.ceil(
        calls * 1.2 * perRound * 1e6 / Math.max(time, 1),
      );
      calls = Math.min(wanted, calls * 100);
    }
  });
  const times: number[][] = functions.map(() => []);
  for (let round = 0; round < rounds; round++) {
    functions.forEach((f, i) => times[i]!.push(nanoseconds(f, repeats[i]!)));
  }
  return times;
}

let result: unknown;

/**
 * What a timed function returned last: that it can be asked for keeps the call
 * from being dropped.
 */
export function lastResult(): unknown {
  return result;
}

function nanoseconds(f: () => unknown, calls: number): number {
  const start = performance.now();
  for (let i = 0; i < calls; i++) result = f();
  return (performance.now() - start) * 1e6 / calls;
}
