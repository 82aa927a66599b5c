/**
 * NumPy's integers and choices, bit for bit, mixed with normals in any order.
 */
import { assert, assertEquals } from "@std/assert";
import {
  choice,
  type ChoiceOptions,
  numpyRandom,
  permutation,
  randint,
  type RandintOptions,
  randn,
  uniform,
} from "../../../mod.ts";
import golden from "../../golden/numpy_choices.json" with { type: "json" };
import { numbersIn } from "../../_support/numpy_golden.ts";

interface GoldenCall {
  readonly permutation?: number;
  readonly randint?: RandintOptions;
  readonly choice?: number;
  readonly options?: ChoiceOptions;
  readonly uniform?: number[];
  readonly size?: number;
  readonly random_sample?: number;
  readonly randn?: number;
  readonly values: string;
}
const streams: { seed: number; calls: GoldenCall[] }[] = golden.streams;

/** What the kit draws for a call that NumPy made. */
function drawAgain(random: () => number, call: GoldenCall): number[] {
  if (call.permutation !== undefined) {
    return permutation(random, call.permutation);
  }
  if (call.randint !== undefined) return randint(random, call.randint);
  if (call.choice !== undefined) {
    return choice(random, call.choice, call.options);
  }
  if (call.uniform !== undefined) {
    const [low = NaN, high = NaN] = call.uniform, { size = NaN } = call;
    return uniform(random, { low, high, size });
  }
  if (call.random_sample !== undefined) {
    return Array.from({ length: call.random_sample }, random);
  }
  return [...randn(random, 1, call.randn ?? NaN).toFloat64Array()];
}

Deno.test("permutation(), choice(), randint() and uniform() draw bit for bit what NumPy draws", () => {
  assertEquals([golden.numpy, streams.length], ["1.24.2", 12]);
  const kinds = new Map<string, number>();
  for (const { seed, calls } of streams) {
    const random = numpyRandom(seed);
    for (const [i, call] of calls.entries()) {
      const drawn = drawAgain(random, call), expected = numbersIn(call.values);
      const label = `seed ${seed}, call ${i}, ${JSON.stringify(call)}`;
      assertEquals(drawn.length, expected.length, label);
      const [kind = ""] = Object.keys(call);
      kinds.set(kind, (kinds.get(kind) ?? 0) + drawn.length);
      // NumPy's logarithm is the platform's: see randn.
      const few = kind === "randn" ? 1e-15 : 0;
      drawn.forEach((value, k) =>
        assert(
          Math.abs(value - expected[k]!) <= few * Math.abs(expected[k]!),
          `${label}: ${k} is ${value}`,
        )
      );
    }
  }
  for (const kind of ["permutation", "randint", "choice", "uniform", "randn"]) {
    assert(kinds.get(kind)! >= 100, `only ${kinds.get(kind)} of ${kind}`);
  }
});
