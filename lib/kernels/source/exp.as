/**
 * The exponential of `lib/elementary/_exp.ts`, two numbers at a time: the same
 * arithmetic in the same order. What is no common number is computed by itself.
 */
import { both, SIZE } from "./memory";

/** 2^(j / 128) for every j, head and tail: written at the start. */
const ROOTS = memory.data(2 * 128 * 8, 16);

export function roots(): usize {
  return ROOTS;
}

/** ln 2 / 128, head and tail: written at the start. */
const STEP_HEAD = memory.data(2 * 8, 16), STEP_TAIL = STEP_HEAD + SIZE;

export function steps(): usize {
  return STEP_HEAD;
}

const NUMBERS = memory.data<f64>([
  128 / 0.6931471805599453, 6755399441055744, 1.0 / 2, 1.0 / 6, 1.0 / 24,
  1.0 / 120, 708, 1,
], 16);
const STEPS_PER_UNIT = NUMBERS, TO_WHOLE = NUMBERS + SIZE;
const C2 = NUMBERS + 2 * SIZE, C3 = NUMBERS + 3 * SIZE;
const C4 = NUMBERS + 4 * SIZE, C5 = NUMBERS + 5 * SIZE;
const FAR = NUMBERS + 6 * SIZE, ONE = NUMBERS + 7 * SIZE;

/** e^x for every number of a list; `y` may be `x`. */
export function exp(x: usize, count: usize, y: usize): void {
  const end = x + count * SIZE, last = end - SIZE;
  for (; x < last; x += 2 * SIZE, y += 2 * SIZE) {
    const pair = v128.load(x);
    if (v128.any_true(f64x2.ge(f64x2.abs(pair), both(FAR)))) {
      f64.store(y, expOf(f64x2.extract_lane(pair, 0)));
      f64.store(y, expOf(f64x2.extract_lane(pair, 1)), SIZE);
    } else {
      v128.store(y, expOfBoth(pair));
    }
  }
  if (x < end) f64.store(y, expOf(f64.load(x)));
}

/** e^x of two common numbers; a NaN stays one. */
@inline
export function expOfBoth(x: v128): v128 {
  const t = toSteps(x), growth = growthOver(restAfter(t, x));
  const first = rootAt(firstOf(t)), second = rootAt(secondOf(t));
  const head = headsOf(first, second);
  const tail = tailsOf(first, second, head, growth);
  return f64x2.mul(f64x2.add(head, tail), powerAt(t));
}

/** The steps to x, as the last bits of a number. */
@inline
export function toSteps(x: v128): v128 {
  return f64x2.add(f64x2.mul(x, both(STEPS_PER_UNIT)), both(TO_WHOLE));
}

/** What they leave of x. */
@inline
export function restAfter(t: v128, x: v128): v128 {
  const n = f64x2.sub(t, both(TO_WHOLE));
  return f64x2.sub(
    f64x2.sub(x, f64x2.mul(n, both(STEP_HEAD))),
    f64x2.mul(n, both(STEP_TAIL)),
  );
}

/** e^r - 1 of small numbers. */
@inline
export function growthOver(r: v128): v128 {
  const square = f64x2.mul(r, r);
  const low = f64x2.add(both(C2), f64x2.mul(r, both(C3)));
  const high = f64x2.add(both(C4), f64x2.mul(r, both(C5)));
  return f64x2.add(
    r,
    f64x2.mul(square, f64x2.add(low, f64x2.mul(square, high))),
  );
}

/** Head and tail of the root after so many steps. */
@inline
export function rootAt(n: i32): v128 {
  return v128.load(ROOTS + ((n & 127) << 4));
}

/** The steps of the first number, as a whole number. */
@inline
export function firstOf(t: v128): i32 {
  return i32x4.extract_lane(t, 0);
}

@inline
export function secondOf(t: v128): i32 {
  return i32x4.extract_lane(t, 2);
}

@inline
export function headsOf(first: v128, second: v128): v128 {
  return v128.shuffle<f64>(first, second, 0, 2);
}

@inline
export function tailsOf(
  first: v128, second: v128, head: v128, growth: v128,
): v128 {
  const tail = v128.shuffle<f64>(first, second, 1, 3);
  return f64x2.add(tail, f64x2.mul(head, growth));
}

/** The power of two for the whole doublings among the steps. */
@inline
export function powerAt(t: v128): v128 {
  return i64x2.add(i64x2.shl(i64x2.shr_u(t, 7), 52), both(ONE));
}

/** e^x of any number. */
export function expOf(x: f64): f64 {
  if (x > -708 && x < 709) {
    return f64x2.extract_lane(expOfBoth(f64x2.splat(x)), 0);
  }
  if (!(x < 710)) return x == x ? Infinity : NaN;
  if (x < -746) return 0;
  const t = toSteps(f64x2.splat(x));
  const growth = growthOver(restAfter(t, f64x2.splat(x)));
  const root = rootAt(firstOf(t));
  const head = f64x2.extract_lane(root, 0);
  const tail = f64x2.extract_lane(root, 1) +
    head * f64x2.extract_lane(growth, 0);
  const k = firstOf(t) >> 7;
  if (k > 0) return 2 * (head + tail) * powerOf(k - 1);
  if (k > -1022) return (head + tail) * powerOf(k);
  // Below 2^-1022, as there, it is rounded once.
  const large = head * powerOf(k + 64), small = tail * powerOf(k + 64);
  const TO_GRID: f64 = powerOf(-958), SCALE: f64 = powerOf(-64);
  if (large + small >= TO_GRID) return (large + small) * SCALE;
  const sum = TO_GRID + large, left = (TO_GRID - sum) + large;
  return ((sum + (left + small)) - TO_GRID) * SCALE;
}

/** 2^k. */
@inline
export function powerOf(k: i32): f64 {
  return reinterpret<f64>(<i64>(k + 1023) << 52);
}
