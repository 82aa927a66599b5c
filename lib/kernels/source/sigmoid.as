/**
 * The sigmoid and the hyperbolic tangent of `lib/elementary`, two numbers at a
 * time, and their slopes as in `lib/formula/activation.ts`.
 */
import {
  expOf, firstOf, growthOver, headsOf, powerAt, restAfter, rootAt, secondOf,
  tailsOf, toSteps,
} from "./exp";
import { both, SIZE } from "./memory";

const NUMBERS = memory.data<f64>([
  44, 134217729, 1, 2, 0.125, 20, 0.9, 4, -2,
], 16);
const FAR = NUMBERS, TO_DIGITS = NUMBERS + SIZE, ONE = NUMBERS + 2 * SIZE;
const TWO = NUMBERS + 3 * SIZE, NEAR = NUMBERS + 4 * SIZE;
const FAR_TANH = NUMBERS + 5 * SIZE, HIGH = NUMBERS + 6 * SIZE;
const FOUR = NUMBERS + 7 * SIZE, MINUS_TWO = NUMBERS + 8 * SIZE;

/** The sigmoid of every number of a list; `y` may be `x`. */
export function sigmoid(x: usize, count: usize, y: usize): void {
  const end = x + count * SIZE, last = end - SIZE;
  for (; x < last; x += 2 * SIZE, y += 2 * SIZE) {
    const pair = v128.load(x);
    if (v128.any_true(f64x2.ge(f64x2.abs(pair), both(FAR)))) {
      f64.store(y, sigmoidOf(f64x2.extract_lane(pair, 0)));
      f64.store(y, sigmoidOf(f64x2.extract_lane(pair, 1)), SIZE);
    } else {
      v128.store(y, withOne(f64x2.neg(pair), false));
    }
  }
  if (x < end) f64.store(y, sigmoidOf(f64.load(x)));
}

/** The sigmoid of any number. */
function sigmoidOf(x: f64): f64 {
  if (x > -44 && x < 44) {
    return f64x2.extract_lane(withOne(f64x2.splat(-x), false), 0);
  }
  return x < 0 ? expOf(x) : x > 0 ? 1 : NaN;
}

/** The hyperbolic tangent of every number of a list; `y` may be `x`. */
export function tanh(x: usize, count: usize, y: usize): void {
  const end = x + count * SIZE, last = end - SIZE;
  for (; x < last; x += 2 * SIZE, y += 2 * SIZE) {
    const pair = v128.load(x), size = f64x2.abs(pair);
    const isNear = f64x2.lt(size, both(NEAR));
    if (v128.any_true(v128.or(isNear, f64x2.ge(size, both(FAR_TANH))))) {
      f64.store(y, tanhOf(f64x2.extract_lane(pair, 0)));
      f64.store(y, tanhOf(f64x2.extract_lane(pair, 1)), SIZE);
    } else {
      const sign = v128.xor(pair, size);
      v128.store(y, v128.or(withOne(f64x2.add(size, size), true), sign));
    }
  }
  if (x < end) f64.store(y, tanhOf(f64.load(x)));
}

/** The hyperbolic tangent of any number. */
function tanhOf(x: f64): f64 {
  const size = abs(x);
  if (size < 3.725290298461914e-9) return x; // 2⁻²⁸
  const y = size < 0.125
    ? nearZero(size)
    : size < 20
    ? f64x2.extract_lane(withOne(f64x2.splat(2 * size), true), 0)
    : size == size ? 1 : NaN;
  return x < 0 ? -y : y;
}

function nearZero(x: f64): f64 {
  const s = x * x, q = s * s;
  const low = (-1.0 / 3 + s * (2.0 / 15)) +
    q * (-17.0 / 315 + s * (62.0 / 2835));
  const high = (-1382.0 / 155925 + s * (21844.0 / 6081075)) +
    q * (-929569.0 / 638512875 + s * (6404582.0 / 10854718875));
  return x + x * (s * (low + (q * q) * high));
}

/** 1 / (1 + e^x), or 1 - 2 / (1 + e^x), of two common numbers. */
@inline
function withOne(x: v128, isTanh: bool): v128 {
  const t = toSteps(x), growth = growthOver(restAfter(t, x));
  const first = rootAt(firstOf(t)), second = rootAt(secondOf(t));
  const root = headsOf(first, second), power = powerAt(t);
  const e = f64x2.mul(root, power);
  const more = f64x2.mul(tailsOf(first, second, root, growth), power);

  const one = both(ONE), most = f64x2.add(one, e);
  const added = f64x2.sub(most, one);
  const left = f64x2.add(
    f64x2.add(f64x2.sub(one, f64x2.sub(most, added)), f64x2.sub(e, added)),
    more,
  );
  const sum = f64x2.add(most, left);
  const rest = f64x2.add(f64x2.sub(most, sum), left);
  const inverse = f64x2.div(one, sum), head = firstDigits(inverse);
  const digits = firstDigits(sum);
  const missing = f64x2.sub(
    f64x2.sub(one, f64x2.mul(head, digits)),
    f64x2.mul(head, f64x2.add(f64x2.sub(sum, digits), rest)),
  );
  const tail = f64x2.mul(missing, inverse);
  if (!isTanh) return f64x2.add(head, tail);

  const twice = f64x2.mul(both(TWO), head), whole = f64x2.sub(one, twice);
  return f64x2.add(
    whole,
    f64x2.sub(
      f64x2.sub(f64x2.sub(one, whole), twice),
      f64x2.mul(both(TWO), tail),
    ),
  );
}

/** The first 26 digits of both numbers. */
@inline
function firstDigits(x: v128): v128 {
  const large = f64x2.mul(x, both(TO_DIGITS));
  return f64x2.sub(large, f64x2.sub(large, x));
}

/** `dx = dy · slope` of the sigmoid `y` of `x`; `dx` may be `dy`. */
export function sigmoidSlope(
  dy: usize, y: usize, x: usize, count: usize, dx: usize,
): void {
  const end = y + count * SIZE, last = end - SIZE;
  const pair = SIZE * 2;
  for (; y < last; y += pair, x += pair, dy += pair, dx += pair) {
    const value = v128.load(y), isHigh = f64x2.gt(value, both(HIGH));
    let rest = f64x2.sub(both(ONE), value);
    if (v128.any_true(isHigh)) {
      const own = expOfPair(f64x2.neg(v128.load(x)));
      rest = v128.bitselect(f64x2.mul(value, own), rest, isHigh);
    }
    v128.store(dx, f64x2.mul(v128.load(dy), f64x2.mul(value, rest)));
  }
  if (y < end) {
    const value = f64.load(y);
    const rest = value > 0.9 ? value * expOf(-f64.load(x)) : 1 - value;
    f64.store(dx, f64.load(dy) * (value * rest));
  }
}

/** The same of the hyperbolic tangent. */
export function tanhSlope(
  dy: usize, y: usize, x: usize, count: usize, dx: usize,
): void {
  const end = y + count * SIZE, last = end - SIZE;
  const one = both(ONE);
  const pair = SIZE * 2;
  for (; y < last; y += pair, x += pair, dy += pair, dx += pair) {
    const value = f64x2.abs(v128.load(y)), isHigh = f64x2.gt(value, both(HIGH));
    let slope = f64x2.mul(f64x2.sub(one, value), f64x2.add(one, value));
    if (v128.any_true(isHigh)) {
      const e = expOfPair(f64x2.mul(both(MINUS_TWO), f64x2.abs(v128.load(x))));
      const sum = f64x2.add(one, e);
      const own = f64x2.div(f64x2.mul(both(FOUR), e), f64x2.mul(sum, sum));
      slope = v128.bitselect(own, slope, isHigh);
    }
    v128.store(dx, f64x2.mul(v128.load(dy), slope));
  }
  if (y < end) {
    const value = abs(f64.load(y));
    let slope = (1 - value) * (1 + value);
    if (value > 0.9) {
      const e = expOf(-2 * abs(f64.load(x)));
      slope = 4 * e / ((1 + e) * (1 + e));
    }
    f64.store(dx, f64.load(dy) * slope);
  }
}

/** e^x of two numbers, common or not. */
function expOfPair(x: v128): v128 {
  const pair = f64x2.splat(expOf(f64x2.extract_lane(x, 0)));
  return f64x2.replace_lane(pair, 1, expOf(f64x2.extract_lane(x, 1)));
}
