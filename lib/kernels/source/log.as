/**
 * The logarithm of `lib/elementary/_log.ts`, two numbers at a time: the same
 * arithmetic in the same order.
 */
import { powerOf } from "./exp";
import { both, SIZE } from "./memory";

/** 1 / c and ln c, head and tail, for c = j / 256: written at the start. */
const LOGS = memory.data(3 * 182 * 8, 16);

export function logs(): usize {
  return LOGS;
}

/** ln 2, head and tail: written at the start. */
const LN2_HEAD = memory.data(2 * 8, 16), LN2_TAIL = LN2_HEAD + SIZE;

export function ln2(): usize {
  return LN2_HEAD;
}

const NUMBERS = memory.data<f64>([
  -1.0 / 2, 1.0 / 3, -1.0 / 4, 1.0 / 5, -1.0 / 6, 1.0 / 7, 256, 0.5,
  6755399441055744, 1.0 / 256, 6144,
], 16);
const C2 = NUMBERS, C3 = NUMBERS + SIZE, C4 = NUMBERS + 2 * SIZE;
const C5 = NUMBERS + 3 * SIZE, C6 = NUMBERS + 4 * SIZE;
const C7 = NUMBERS + 5 * SIZE, PARTS = NUMBERS + 6 * SIZE;
const HALF = NUMBERS + 7 * SIZE, TO_WHOLE = NUMBERS + 8 * SIZE;
const PART = NUMBERS + 9 * SIZE, TO_HEAD = NUMBERS + 10 * SIZE;

/** The first part of 1 that is in the table, and what √½ begins with. */
const FIRST_PART: i32 = 181, HALF_ROOT: i32 = 0x3fe6a09e;

/** 2⁻¹⁰²², 2¹⁰²², 1 - 2⁻⁹ and 1 + 2⁻⁹. */
const BOUNDS = memory.data<u64>([
  0x0010000000000000, 0x7fd0000000000000, 0x3feff00000000000,
  0x3ff0080000000000,
], 16);
const LEAST = BOUNDS, MOST = BOUNDS + SIZE;
const BELOW_ONE = BOUNDS + 2 * SIZE, ABOVE_ONE = BOUNDS + 3 * SIZE;

/** ln x for every number of a list; `y` may be `x`. */
export function log(x: usize, count: usize, y: usize): void {
  const end = x + count * SIZE, last = end - SIZE;
  for (; x < last; x += 2 * SIZE, y += 2 * SIZE) {
    const pair = v128.load(x);
    const isNear = v128.and(
      f64x2.ge(pair, both(BELOW_ONE)),
      f64x2.le(pair, both(ABOVE_ONE)),
    );
    const isIn = v128.and(
      f64x2.ge(pair, both(LEAST)),
      f64x2.le(pair, both(MOST)),
    );
    if (i64x2.all_true(v128.andnot(isIn, isNear))) {
      v128.store(y, scaledLog(pair, 0));
    } else {
      f64.store(y, logOf(f64x2.extract_lane(pair, 0)));
      f64.store(y, logOf(f64x2.extract_lane(pair, 1)), SIZE);
    }
  }
  if (x < end) f64.store(y, logOf(f64.load(x)));
}

/** ln x of any number. */
export function logOf(x: f64): f64 {
  if (x >= f64.load(LEAST) && x <= f64.load(MOST)) {
    if (x < f64.load(BELOW_ONE) || x > f64.load(ABOVE_ONE)) {
      return f64x2.extract_lane(scaledLog(f64x2.splat(x), 0), 0);
    }
    return x - 1 + f64x2.extract_lane(bendOver(f64x2.splat(x - 1)), 0);
  }
  if (x > 0 && x < Infinity) {
    const far = x < 1 ? -54 : 54, near = f64x2.splat(x * powerOf(-far));
    return f64x2.extract_lane(scaledLog(near, far), 0);
  }
  return x == 0 ? -Infinity : x > 0 ? x : NaN;
}

/** ln(2^exponent · x) of two numbers that are not next to 1. */
function scaledLog(x: v128, exponent: i32): v128 {
  const own = i32x4.shr_s(i32x4.sub(x, i32x4.splat(HALF_ROOT)), 20);
  const z = f64x2.mul(
    x,
    v128.and(
      i32x4.shl(i32x4.sub(i32x4.splat(1023), own), 20),
      i64x2.splat(0xffffffff00000000),
    ),
  );
  const parts = f64x2.floor(
    f64x2.add(f64x2.mul(z, both(PARTS)), both(HALF)),
  );
  const c = f64x2.mul(parts, both(PART));
  const j = f64x2.add(parts, both(TO_WHOLE));
  const one = LOGS + (i32x4.extract_lane(j, 0) - FIRST_PART) * 24;
  const other = LOGS + (i32x4.extract_lane(j, 2) - FIRST_PART) * 24;
  const a = v128.load(one), b = v128.load(other);
  const inverse = v128.shuffle<f64>(a, b, 0, 2);
  const over = f64x2.sub(z, c), r = f64x2.mul(over, inverse);
  const first = f64x2.sub(f64x2.add(r, both(TO_HEAD)), both(TO_HEAD));
  const second = f64x2.mul(f64x2.sub(over, f64x2.mul(first, c)), inverse);
  const k = f64x2.convert_low_i32x4_s(
    i32x4.add(v128.shuffle<i32>(own, own, 1, 3, 1, 3), i32x4.splat(exponent)),
  );
  const head = f64x2.add(
    f64x2.add(
      f64x2.mul(k, both(LN2_HEAD)),
      v128.shuffle<f64>(a, b, 1, 3),
    ),
    first,
  );
  const tail = f64x2.add(
    f64x2.add(
      f64x2.mul(k, both(LN2_TAIL)),
      v128.load64_lane(other + 16, v128.load64_zero(one + 16), 1),
    ),
    second,
  );
  return f64x2.add(head, f64x2.add(tail, bendOver(r)));
}

/** ln(1 + r) - r of small numbers. */
@inline
function bendOver(r: v128): v128 {
  const square = f64x2.mul(r, r);
  const first = f64x2.add(both(C2), f64x2.mul(r, both(C3)));
  const second = f64x2.add(both(C4), f64x2.mul(r, both(C5)));
  const third = f64x2.add(both(C6), f64x2.mul(r, both(C7)));
  return f64x2.mul(
    square,
    f64x2.add(
      first,
      f64x2.mul(square, f64x2.add(second, f64x2.mul(square, third))),
    ),
  );
}
