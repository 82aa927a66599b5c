/**
 * Where the numbers of a matrix live: in a list of its own, so that keeping a
 * matrix keeps nothing else alive.
 *
 * The list is a plain one, which engines keep as a row of doubles. V8 makes a
 * short one in 20 ns, and a `Float64Array` in 300 ns and more, however short:
 * longer than the lecture's whole forward pass. Loops run as fast over one as
 * over the other, but twice as long over now one and now the other. So all
 * matrices have the same kind, except for giants, whose numbers would fill the
 * engine's heap.
 */

/** The numbers of a matrix. */
export type Numbers = number[] | Float64Array;

const longestBlank = 2 ** 16;
const longestList = 2 ** 24;

// As they are now: who replaces them later must not get hold of a list.
const NativeArray = Array;
const slice = NativeArray.call.bind(Array.prototype.slice) as Slice;
const concat = NativeArray.apply.bind(Array.prototype.concat) as Concat;
type Slice = (list: number[], start: number, end: number) => number[];
type Concat = (list: number[], others: number[][]) => number[];

/** Zeros to copy from; no other way makes a row of doubles as fast. */
let blank = [0.5];
blank[0] = 0;

/** Who lends lists, and knows when they are used no more. */
export interface Lender {
  /** A list of so many numbers, whatever they are; undefined for none. */
  lend(length: number): Numbers | undefined;
}

/** Whom lists are borrowed from at the moment, if from anybody. */
let lender: Lender | undefined;

/** Lends the lists that are asked for from now on; returns who did before. */
export function borrowFrom(next: Lender | undefined): Lender | undefined {
  const before = lender;
  lender = next;
  return before;
}

/** A list of so many zeros. */
export function newNumbers(length: number): Numbers {
  const list = lender?.lend(length);
  if (list === undefined) return ownNumbers(length);
  for (let i = 0; i < length; i++) list[i] = 0;
  return list;
}

/** A list of so many numbers, every one of which is to be written. */
export function roomForNumbers(length: number): Numbers {
  return lender?.lend(length) ?? ownNumbers(length);
}

/** The same numbers in a list that nobody else holds. */
export function copyOfNumbers(list: Numbers): Numbers {
  requireNativeArray();
  return list instanceof Float64Array
    ? new Float64Array(list)
    : slice(list, 0, list.length);
}

/** The engine asks these two what kind of list a copy is to be. */
function requireNativeArray(): void {
  if (
    NativeArray.prototype.constructor !== NativeArray ||
    NativeArray[Symbol.species] !== NativeArray
  ) {
    throw new TypeError(
      "Cannot make a matrix: the built-in Array has been changed, " +
        "the engine's own is needed",
    );
  }
}

/** A list of so many zeros, which nobody else holds. */
export function ownNumbers(length: number): Numbers {
  requireNativeArray();
  if (length > longestList) return new Float64Array(length);
  while (blank.length < length && blank.length < longestBlank) {
    blank = concat(blank, [blank]);
  }
  const first = slice(blank, 0, length);
  const parts: number[][] = [];
  for (let rest = length - first.length; rest > 0; rest -= blank.length) {
    parts[parts.length] = rest < blank.length ? slice(blank, 0, rest) : blank;
  }
  return parts.length === 0 ? first : concat(first, parts);
}
