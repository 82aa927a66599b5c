/** The sums of `lib/formula/_numpy_sum.ts`, in the same eight lanes. */
import { SIZE } from "./memory";

/** The sum of numbers that lie side by side. */
export function sum(x: usize, count: usize): f64 {
  let total: f64 = 0;
  if (count < 8) {
    for (const end = x + count * SIZE; x < end; x += SIZE) total += f64.load(x);
    return total;
  }
  for (let done: usize = 0; done < count; done += 8192) {
    total += pairwise(x + done * SIZE, min(8192, count - done));
  }
  return total;
}

function pairwise(x: usize, count: usize): f64 {
  if (count < 8) return sum(x, count);
  if (count > 128) {
    const half = count / 2, left = half - half % 8;
    return pairwise(x, left) + pairwise(x + left * SIZE, count - left);
  }
  let s0 = v128.load(x), s2 = v128.load(x, 16);
  let s4 = v128.load(x, 32), s6 = v128.load(x, 48);
  const end = x + count * SIZE, whole = x + (count - count % 8) * SIZE;
  for (x += 64; x < whole; x += 64) {
    s0 = f64x2.add(s0, v128.load(x));
    s2 = f64x2.add(s2, v128.load(x, 16));
    s4 = f64x2.add(s4, v128.load(x, 32));
    s6 = f64x2.add(s6, v128.load(x, 48));
  }
  let total = (ofBoth(s0) + ofBoth(s2)) + (ofBoth(s4) + ofBoth(s6));
  for (; x < end; x += SIZE) total += f64.load(x);
  return total;
}

@inline
function ofBoth(pair: v128): f64 {
  return f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1);
}
