import { assert, assertEquals, assertThrows } from "@std/assert";
import { numpyRandom, randn } from "../../../mod.ts";
import golden from "../../golden/numpy_random.json" with { type: "json" };

interface GoldenCall {
  random_sample?: number;
  randn?: string;
  values: string;
}
const streams: { seed: number; calls: GoldenCall[] }[] = golden.streams;

/** Little-endian doubles in base64. */
function doublesIn(base64: string): Float64Array {
  const bytes = Uint8Array.from(
    atob(base64),
    (character) => character.charCodeAt(0),
  );
  const view = new DataView(bytes.buffer);
  return Float64Array.from(
    { length: bytes.length / 8 },
    (_, i) => view.getFloat64(8 * i, true),
  );
}

/** How many doubles lie between two finite ones of the same sign. */
function unitsApart(a: number, b: number): number {
  assertEquals(Math.sign(a), Math.sign(b));
  const bits = new BigInt64Array(new Float64Array([a, b]).buffer);
  return Math.abs(Number(bits[0]! - bits[1]!));
}

/** What the kit draws for a call that NumPy made. */
function drawAgain(random: () => number, call: GoldenCall): Float64Array {
  if (call.randn === undefined) {
    return Float64Array.from({ length: call.random_sample ?? NaN }, random);
  }
  const [rows = NaN, columns = NaN] = call.randn.split("x").map(Number);
  const drawn = randn(random, rows, columns);
  assertEquals([drawn.rows, drawn.columns], [rows, columns]);
  return drawn.toFloat64Array();
}

/** Each call of each seed, made again: what NumPy drew, and the kit. */
function* allCalls(): Generator<
  { label: string; call: GoldenCall; drawn: Float64Array }
> {
  for (const { seed, calls } of streams) {
    const random = numpyRandom(seed);
    for (const [i, call] of calls.entries()) {
      yield {
        label: `seed ${seed}, call ${i}`,
        call,
        drawn: drawAgain(random, call),
      };
    }
  }
}

Deno.test("numpyRandom() and randn() are checked against 20,000 draws over 20 seeds", () => {
  assertEquals(new Set(streams.map(({ seed }) => seed)).size, 20);
  const calls = streams.flatMap((stream) => stream.calls);
  const draws = calls.map(({ values }) => doublesIn(values).length);
  assert(draws.reduce((sum, count) => sum + count) >= 20_000);
});

Deno.test("numpyRandom() draws bit for bit what NumPy draws", () => {
  for (const { label, call, drawn } of allCalls()) {
    if (call.randn !== undefined) continue;
    const expected = doublesIn(call.values);
    assertEquals(drawn.length, expected.length, label);
    drawn.forEach((draw, i) =>
      assert(Object.is(draw, expected[i]), `${label}, draw ${i}`)
    );
  }
});

Deno.test("numpyRandom() draws as NumPy after a million draws", () => {
  for (const { seed, count, last } of golden.late) {
    const random = numpyRandom(seed);
    for (let i = 1; i < count; i++) random();
    assertEquals(random(), last, `seed ${seed}`);
  }
});

Deno.test("randn() is within 4 units in the last place of NumPy, and mostly equal", () => {
  let draws = 0;
  let differing = 0;
  for (const { label, call, drawn } of allCalls()) {
    if (call.randn === undefined) continue;
    const expected = doublesIn(call.values);
    assertEquals(drawn.length, expected.length, label);
    drawn.forEach((draw, i) => {
      const units = unitsApart(draw, expected[i]!);
      assert(
        units <= 4,
        `${label}, draw ${i}: ${draw} is ${units} units off ${expected[i]}`,
      );
      draws++;
      if (units > 0) differing++;
    });
  }
  assert(differing <= draws / 1000, `${differing} of ${draws} draws differ`);
});

Deno.test("numpyRandom() gives sources that do not disturb each other", () => {
  const [a, b] = [numpyRandom(7), numpyRandom(7)];
  const together = Array.from({ length: 700 }, () => [a(), b()]);
  const alone = numpyRandom(7);
  for (const pair of together) {
    const draw = alone();
    assertEquals(pair, [draw, draw]);
  }
});

Deno.test("numpyRandom() refuses a seed outside 0 to 2**32 - 1 and one that is no integer", () => {
  for (const seed of [-1, 2 ** 32, 1.5, NaN, Infinity]) {
    assertThrows(
      () => numpyRandom(seed),
      RangeError,
      `Cannot seed a random source: seed is ${seed}, an integer from 0 to 4294967295 is needed`,
    );
  }
});

Deno.test("numpyRandom() refuses a seed that is not a number", () => {
  const bad: [unknown, string][] = [["7", '"7"'], [undefined, "undefined"], [
    7n,
    "7n",
  ]];
  for (const [seed, found] of bad) {
    assertThrows(
      () => numpyRandom(seed as number),
      TypeError,
      `Cannot seed a random source: seed is ${found}, an integer from 0 to 4294967295 is needed`,
    );
  }
});
