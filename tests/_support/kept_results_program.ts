/**
 * How much memory small results hold that are kept among many that are not, in
 * bytes. `tests/lib/matrix/memory_test.ts` runs it in a process of its own, so
 * that nothing else is counted:
 *
 * deno run --v8-flags=--expose-gc tests/_support/kept_results_program.ts COUNT
 *
 * @module
 */
import { add, type Matrix, matrix, sum, transpose } from "../../mod.ts";

/** What is held: JavaScript's heap, and arrays outside it. */
function held(): number {
  // Once for what is garbage, once more for what its finalizers let go.
  for (let k = 0; k < 2; k++) (globalThis as unknown as { gc(): void }).gc();
  const { heapUsed, external } = Deno.memoryUsage();
  return heapUsed + external;
}

const W = matrix([[1, 2, 3], [4, 5, 6]]), dW = matrix([[1, 1, 1], [1, 1, 1]]);

/** What so many results hold, with others made between each two of them. */
function whileKeeping(make: () => Matrix, count: number, others: number) {
  const before = held(), kept: Matrix[] = [];
  for (let k = 0; k < count; k++) {
    kept.push(make());
    for (let i = 0; i < others; i++) add(W, dW);
  }
  const bytes = held() - before;
  if (kept.length !== count) throw new RangeError("kept too few");
  return bytes;
}

const count = Number(Deno.args[0]);

console.log(JSON.stringify({
  results: whileKeeping(() => add(W, dW), count, 300),
  transposes: whileKeeping(() => transpose(add(W, dW)), count, 300),
  sums: whileKeeping(() => sum(W), count, 300),
}));
