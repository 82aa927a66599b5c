/** Shuffles and draws from any source are fair, and misuse is refused. */
import { assert, assertEquals } from "@std/assert";
import seedrandom from "seedrandom";
import {
  choice,
  numpyRandom,
  permutation,
  randint,
  uniform,
} from "../../../mod.ts";
import { wrong } from "../../_support/matrices.ts";
import { assertRefuses, assertRefusesOptions } from "../../_support/refusal.ts";

const SOURCES = {
  "NumPy's stream": () => numpyRandom(1),
  "another source": () => seedrandom("fair"),
};

/**
 * Requires that so many draws fall evenly, or as expected: no count further off
 * than five standard deviations.
 */
function assertFair(
  counts: readonly number[],
  expected: readonly number[],
): void {
  const total = counts.reduce((sum, count) => sum + count);
  counts.forEach((count, k) => {
    const mean = total * expected[k]!;
    const limit = 5 * Math.sqrt(mean * (1 - expected[k]!));
    assert(Math.abs(count - mean) <= limit, `${k}: ${count}, not ${mean}`);
  });
}

/** How often each of n integers comes among these. */
function countsOf(drawn: readonly number[], n: number): number[] {
  const counts = Array<number>(n).fill(0);
  for (const one of drawn) counts[one]!++;
  return counts;
}

for (const [name, make] of Object.entries(SOURCES)) {
  Deno.test(`permutation() of ${name} gives every order equally often`, () => {
    const random = make(), orders = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const order = permutation(random, 3).join();
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    assertEquals(orders.size, 6);
    assertFair([...orders.values()], Array(6).fill(1 / 6));
    const long = permutation(random, 1000);
    assertEquals(long.toSorted((a, b) => a - b), [...long.keys()]);
  });

  Deno.test(`randint() of ${name} gives every integer equally often`, () => {
    const drawn = randint(make(), { low: -3, high: 4, size: 7000 });
    assertFair(countsOf(drawn.map((one) => one + 3), 7), Array(7).fill(1 / 7));
    const high = 2 ** 53 - 1;
    const large = randint(make(), { high, size: 4000 });
    const quarters = large.map((one) => Math.floor(4 * one / high));
    assertFair(countsOf(quarters, 4), Array(4).fill(1 / 4));
  });

  Deno.test(`choice() of ${name} follows its probabilities`, () => {
    const random = make(), p = [0.1, 0, 0.6, 0.3];
    assertFair(countsOf(choice(random, 4, { size: 9000, p }), 4), p);
    const even = choice(random, 4, { size: 9000 });
    assertFair(countsOf(even, 4), Array(4).fill(1 / 4));
    // The first of two different ones follows p, too.
    const firsts: number[] = [];
    for (let i = 0; i < 3000; i++) {
      const pair = choice(random, 4, { size: 2, replace: false, p });
      assert(pair[0] !== pair[1] && !pair.includes(1));
      firsts.push(pair[0]!);
    }
    assertFair(countsOf(firsts, 4), p);
    const some = choice(random, 9, { size: 5, replace: false });
    assertEquals(new Set(some).size, 5);
  });

  Deno.test(`uniform() of ${name} stays between its bounds`, () => {
    const drawn = uniform(make(), { low: 2, high: 6, size: 4000 });
    assert(drawn.every((one) => one >= 2 && one < 6));
    assertFair(countsOf(drawn.map((one) => Math.floor(one - 2)), 4), [
      ...Array(4).fill(1 / 4),
    ]);
  });
}

Deno.test("choice() leaves its probabilities alone", () => {
  const p = [0.5, 0.25, 0.25];
  choice(numpyRandom(0), 3, { size: 3, replace: false, p });
  assertEquals(p, [0.5, 0.25, 0.25]);
});

Deno.test("permutation(), choice(), randint() and uniform() draw none and one", () => {
  const random = numpyRandom(0);
  assertEquals(permutation(random, 0), []);
  assertEquals(choice(random, 0, { size: 0 }), []);
  assertEquals(choice(random, 1, { size: 3 }), [0, 0, 0]);
  assertEquals(randint(random, { low: 5, high: 6 }), [5]);
  assertEquals(randint(random, { high: 9, size: 0 }), []);
  assertEquals(uniform(random).length, 1);
});

Deno.test("permutation(), choice(), randint() and uniform() refuse what they cannot draw", () => {
  const random = numpyRandom(0);
  const integer =
    "an integer that doubles can tell from its neighbours is needed";
  const cases: [() => unknown, typeof RangeError | typeof TypeError, string][] =
    [
      [
        () => permutation(random, -1),
        RangeError,
        "Cannot draw a permutation: the number of items is -1, an integer of 0 or more is needed",
      ],
      [
        () => permutation(wrong(3), 3),
        TypeError,
        "Cannot draw a permutation: random is 3, a function that returns numbers in [0, 1) is needed",
      ],
      [
        () => permutation(() => 1, 3),
        RangeError,
        "Cannot draw a permutation: the source returned 1, a number in [0, 1) is needed",
      ],
      [
        () => choice(random, 0),
        RangeError,
        "Cannot choose at random: found 0 items for 1 choices, more are needed",
      ],
      [
        () => choice(random, 3, { size: 4, replace: false }),
        RangeError,
        "Cannot choose at random: found 3 items for 4 choices without replacement, more are needed",
      ],
      [
        () => choice(random, 3, { size: 2, replace: false, p: [1, 0, 0] }),
        RangeError,
        "Cannot choose at random: found 1 items for 2 choices without replacement, more are needed",
      ],
      [
        () => choice(random, 3, { p: [0.5, 0.5] }),
        RangeError,
        "Cannot choose at random: p has 2 numbers, 3 are needed",
      ],
      [
        () => choice(random, 2, { p: [0.5, 0.6] }),
        RangeError,
        "Cannot choose at random: the sum of p is 1.1, 1 is needed",
      ],
      [
        () => choice(random, 2, { p: [1.5, -0.5] }),
        RangeError,
        "Cannot choose at random: p[1] is -0.5, a probability of 0 or more is needed",
      ],
      [
        () => choice(random, 2, { p: [NaN, 1] }),
        RangeError,
        "Cannot choose at random: p[0] is NaN, a probability of 0 or more is needed",
      ],
      [
        () => choice(random, 2, { p: wrong(["0.5", 0.5]) }),
        TypeError,
        'Cannot choose at random: p[0] is "0.5", a probability of 0 or more is needed',
      ],
      [
        () => choice(random, 2, { replace: wrong(0) }),
        TypeError,
        "Cannot choose at random: replace is 0, true or false is needed",
      ],
      [
        () => randint(random, { low: 3, high: 3 }),
        RangeError,
        "Cannot draw integers: low is 3 and high is 3, from 1 to 2**53 - 1 integers between them are needed",
      ],
      [
        () => randint(random, { low: -(2 ** 53 - 1), high: 2 ** 53 - 1 }),
        RangeError,
        "Cannot draw integers: low is -9007199254740991 and high is 9007199254740991, from 1 to 2**53 - 1 integers between them are needed",
      ],
      [
        () => randint(random, { high: 2.5 }),
        RangeError,
        `Cannot draw integers: high is 2.5, ${integer}`,
      ],
      [
        () => randint(random, wrong({})),
        TypeError,
        `Cannot draw integers: high is undefined, ${integer}`,
      ],
      [
        () => uniform(random, { low: -Infinity }),
        RangeError,
        "Cannot draw numbers: low is -Infinity, a finite number is needed",
      ],
      [
        () => uniform(random, { low: -1.7e308, high: 1.7e308 }),
        RangeError,
        "Cannot draw numbers: low is -1.7e+308 and high is 1.7e+308, a finite distance between them is needed",
      ],
      [
        () => uniform(random, { size: 1.5 }),
        RangeError,
        "Cannot draw numbers: the number of numbers is 1.5, an integer of 0 or more is needed",
      ],
    ];
  for (const [call, Kind, message] of cases) {
    assertRefuses(call, Kind as RangeErrorConstructor, message);
  }
  assertRefusesOptions(
    (options) => choice(random, 3, options),
    "choose at random",
  );
  assertRefusesOptions((options) => randint(random, options), "draw integers");
  assertRefusesOptions((options) => uniform(random, options), "draw numbers");
});
