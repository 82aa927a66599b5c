/** `checkGradient` on a few entries of a large net. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import {
  affine,
  checkGradient,
  gradient,
  type GradientReport,
  type Matrix,
  matrix,
  multiply,
  numpyRandom,
  randn,
  sigmoid,
  softmaxCrossEntropy,
  sum,
  zeros,
} from "../../../mod.ts";
import { build, drawOneHot } from "../../_support/matrices.ts";
import { type Draw, forSeeds } from "../../_support/seeded.ts";

const squares = (x: Matrix) => sum(multiply(x, x));

const W = matrix([[1, 2, 3], [4, 5, 6]]);

/** A verdict and the sentence that says it. */
function said({ verdict, sentence }: GradientReport): string {
  return `${verdict}. ${sentence}`;
}

/** A net of 2,410 weights, a batch, and its gradient. */
function bigNet(draw: Draw) {
  const random = numpyRandom(0);
  const x = randn(random, 5, 64), t = drawOneHot(draw, 5, 10);
  const at = {
    W1: multiply(0.1, randn(random, 64, 32)),
    b1: zeros(1, 32),
    W2: randn(random, 32, 10),
    b2: zeros(1, 10),
  };
  const f = ({ W1, b1, W2, b2 }: typeof at) =>
    softmaxCrossEntropy(affine(sigmoid(affine(x, W1, b1)), W2, b2), t);
  return { f, at, right: gradient(f, at) };
}

Deno.test("checkGradient() looks at a sample of a large net, and at all of it along directions", () => {
  forSeeds("large net", 1, (draw) => {
    const { f, at, right } = bigNet(draw);
    const fine = checkGradient(f, at, { sample: 20 });
    assertEquals(
      said(fine),
      "undecided. The gradient cannot be decided: it was looked at in part; " +
        "20 of 2410 entries agree with what was measured, " +
        "2390 were not looked at.",
    );
    assertEquals([fine.entries, fine.looked, fine.agreeing], [2410, 20, 20]);
    assert(fine.calls < 500, `${fine.calls} calls`);

    // One entry off, hardly ever one of the 20: the directions see it.
    for (const factor of [-1, 0, 1.01, 1.001]) {
      for (const [row, column] of [[0, 0], [33, 7], [63, 31]] as const) {
        const W1 = build(
          64,
          32,
          (i, j) =>
            (i === row && j === column ? factor : 1) * right.W1.at(i, j),
        );
        const claim = { ...right, W1 };
        const report = checkGradient(f, at, { gradient: claim, sample: 20 });
        assertEquals(report.verdict, "wrong");
        assertMatch(
          report.sentence,
          /^The gradient is wrong: (along a random direction it claims|W1\[)/,
        );
      }
    }
  });
});

Deno.test("checkGradient() finds a claim that is no number in no sample, too", () => {
  for (const value of [NaN, Infinity]) {
    const claim = build(2, 3, (i, j) => i + j === 3 ? value : 2 * W.at(i, j));
    for (let seed = 0; seed < 10; seed++) {
      const report = checkGradient(squares, W, {
        gradient: claim,
        sample: 1,
        random: numpyRandom(seed),
      });
      assertEquals(report.verdict, "wrong");
      assertEquals(report.worst!.claimed, value);
    }
  }
});

Deno.test("checkGradient() draws the same sample each time, another with another source", () => {
  forSeeds("samples", 1, (draw) => {
    const { f, at, right } = bigNet(draw);
    const options = { gradient: right, sample: 3 };
    const once = checkGradient(f, at, options);
    assertEquals(checkGradient(f, at, options), once);
    const others = [1, 2, 3, 4].map((seed) =>
      checkGradient(f, at, { ...options, random: numpyRandom(seed) })
    );
    for (const { agreeing } of others) assertEquals(agreeing, 3);
    const places = [once, ...others].map(({ worst }) =>
      `${worst!.path} ${worst!.row} ${worst!.column}`
    );
    assert(new Set(places).size > 1, places.join());
  });
});

Deno.test("checkGradient() with a sample of all or more looks at every entry", () => {
  for (const sample of [6, 7, 1e9]) {
    assertEquals(checkGradient(squares, W, { sample }).looked, 6);
  }
  const seen = new Set<string>();
  for (let seed = 0; seed < 40; seed++) {
    const report = checkGradient(squares, W, {
      sample: 1,
      random: numpyRandom(seed),
    });
    assertEquals(report.looked, 1);
    seen.add(`${report.worst!.row} ${report.worst!.column}`);
  }
  assertEquals(seen.size, 6); // each has its turn
});

Deno.test("checkGradient() finds different entries whatever the random source gives", () => {
  for (const random of [() => 0, () => 0.5, () => 1 - 2 ** -53]) {
    const report = checkGradient(squares, W, { sample: 4, random });
    const { verdict, looked, agreeing } = report;
    assertEquals([verdict, looked, agreeing], ["undecided", 4, 4]);
  }
});
