/** Which essays to learn from and which to tell; groups are kept together. */
import { type Split, stratifiedFolds, stratifiedSplit } from "kobai";
import type { Essays, Given } from "../essays/essays.ts";

/** How to divide. */
export interface FoldsOptions {
  readonly random: () => number;
  readonly folds: number;
}

/**
 * Folds with about as many essays of each band in all of them, and no group in
 * two.
 *
 * @param essays The essays.
 * @param options How many folds, and where chance comes from.
 * @returns For each fold, the rows to learn from and those to tell.
 */
export function foldsOf(
  { given, groups, bands }: Essays,
  { random, folds }: FoldsOptions,
): readonly Split[] {
  if (groups === undefined) return stratifiedFolds(given, { random, folds });
  const shares = Array<number>(folds).fill(1 / folds);
  const foldOf = dealGroups(
    given,
    groups.of,
    bands.names.length,
    shares,
    random,
  );
  return shares.map((_, fold) =>
    splitBy(given.length, (row) => foldOf[groups.of[row]!] === fold)
  );
}

/** The rows to learn from in a fold, and those to tell. */
export interface Fold {
  readonly train: Uint32Array;
  readonly test: Uint32Array;
}

/** The folds of `foldsOf`, one at a time: together they are large. */
export function* eachFold(
  essays: Essays,
  options: FoldsOptions,
): Generator<Fold> {
  const foldOf = foldOfEach(essays, options);
  for (let fold = 0; fold < options.folds; fold++) yield foldAt(foldOf, fold);
}

/** Not by `filter`, which makes a list of all rows first. */
function foldAt(foldOf: Uint32Array, fold: number): Fold {
  let tests = 0;
  for (const one of foldOf) if (one === fold) tests++;
  const train = new Uint32Array(foldOf.length - tests);
  const test = new Uint32Array(tests);
  for (let row = 0, i = 0, j = 0; row < foldOf.length; row++) {
    if (foldOf[row] === fold) test[j++] = row;
    else train[i++] = row;
  }
  return { train, test };
}

/** The fold in which each essay is told. */
function foldOfEach(essays: Essays, options: FoldsOptions): Uint32Array {
  const foldOf = new Uint32Array(essays.given.length);
  for (const [fold, { test }] of foldsOf(essays, options).entries()) {
    for (const row of test) foldOf[row] = fold;
  }
  return foldOf;
}

/**
 * A part of the essays held back, with about its share of each band, and no
 * group on both sides.
 */
export function splitOf(
  { given, groups, bands }: Essays,
  { random, part }: { readonly random: () => number; readonly part: number },
): Split {
  if (groups === undefined) return stratifiedSplit(given, { random, part });
  const shares = [1 - part, part];
  const sideOf = dealGroups(
    given,
    groups.of,
    bands.names.length,
    shares,
    random,
  );
  return splitBy(given.length, (row) => sideOf[groups.of[row]!] === 1);
}

/**
 * Deals groups, the largest first and those of one size in a random order: each
 * goes where it brings the bands closest to their shares.
 *
 * @returns Where each group went.
 */
function dealGroups(
  given: Given,
  groupOf: readonly number[],
  bands: number,
  shares: readonly number[],
  random: () => number,
): number[] {
  const groups = new Map<number, number[]>();
  const totals = Array<number>(bands).fill(0);
  for (const [row, group] of groupOf.entries()) {
    const counts = groups.get(group) ?? Array<number>(bands).fill(0);
    counts[given[row]!]!++;
    totals[given[row]!]!++;
    groups.set(group, counts);
  }
  const size = (counts: readonly number[]) => counts.reduce((a, b) => a + b);
  const order = [...groups].map(([group, counts]) => ({
    group,
    counts,
    size: size(counts),
    draw: random(),
  })).sort((a, b) => b.size - a.size || a.draw - b.draw);
  const dealt = shares.map(() => Array<number>(bands).fill(0));
  const places: number[] = [];
  for (const { group, counts } of order) {
    // How much closer to its shares a place comes: the greatest gain wins.
    const gains = dealt.map((held, place) =>
      counts.reduce((gain, count, band) => {
        const wanted = shares[place]! * totals[band]!;
        const missing = wanted - held[band]!;
        return gain + count * (2 * missing - count) / (wanted || 1);
      }, 0)
    );
    // Of places that gain as much, one that has fewest essays: none stays
    // empty.
    const most = Math.max(...gains);
    const sizes = dealt.map((held, i) =>
      gains[i] === most ? size(held) : Infinity
    );
    const place = sizes.indexOf(Math.min(...sizes));
    counts.forEach((count, band) => dealt[place]![band]! += count);
    places[group] = place;
  }
  return places;
}

function splitBy(length: number, isTest: (row: number) => boolean): Split {
  const train: number[] = [], test: number[] = [];
  for (let row = 0; row < length; row++) (isTest(row) ? test : train).push(row);
  return { train, test };
}
