import { type Lender, type Numbers, ownNumbers } from "../matrix/_numbers.ts";

/** A shorter list is made as fast as one is found. */
const SHORTEST = 64;
/** So many numbers at most are kept for later runs, 32 MB. */
const MOST = 2 ** 22;

/** Lists that no run uses, by their lengths. */
const unused = new Map<number, Numbers[]>();
let held = 0;

/**
 * Where the values and the slopes of one run lie: in lists that earlier runs
 * have left, because new memory costs more than the arithmetic in it. What goes
 * to somebody outside keeps its list; all others are for later runs.
 */
export class Arena implements Lender {
  readonly #lent: Numbers[] = [];
  #gone: Set<Numbers> | undefined;

  lend(length: number): Numbers | undefined {
    if (length < SHORTEST || length > MOST) return undefined;
    let list = unused.get(length)?.pop();
    if (list === undefined) list = ownNumbers(length);
    else held -= length;
    this.#lent.push(list);
    return list;
  }

  /** Leaves a list to somebody outside, if it is one of these. */
  leave(list: Numbers): void {
    (this.#gone ??= new Set()).add(list);
  }

  /** Takes back what was lent: the run is over. */
  end(): void {
    for (const list of this.#lent) {
      const { length } = list;
      if (this.#gone?.has(list)) continue;
      if (held + length > MOST) {
        unused.clear();
        held = 0;
      }
      const alike = unused.get(length);
      if (alike === undefined) unused.set(length, [list]);
      else alike.push(list);
      held += length;
    }
  }
}
