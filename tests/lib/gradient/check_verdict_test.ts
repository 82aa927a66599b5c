/** Where there is no gradient to check, or none that can be measured. */
import { assert, assertEquals } from "@std/assert";
import {
  add,
  affine,
  checkGradient,
  detach,
  exp,
  gradient,
  type GradientReport,
  log,
  type Matrix,
  matrix,
  max,
  multiply,
  normalize,
  oneHot,
  relu,
  sigmoid,
  softmax,
  softmaxCrossEntropy,
  sum,
  sumSquaredError,
  tanh,
  zeros,
} from "../../../mod.ts";
import { build } from "../../_support/matrices.ts";
import { forSeeds } from "../../_support/seeded.ts";

const squares = (x: Matrix) => sum(multiply(x, x));

const W = matrix([[1, 2, 3], [4, 5, 6]]);

/** A verdict and the sentence that says it. */
function said({ verdict, sentence }: GradientReport): string {
  return `${verdict}. ${sentence}`;
}

Deno.test("checkGradient() finds a kink where a ReLU stands at 0, and where maxima tie", () => {
  const W1 = matrix([[1, -1], [2, -2]]), x = matrix([[3, 1], [2, -1]]);
  const functions: [(at: Matrix) => Matrix, Matrix, [number, number]][] = [
    [(x) => sum(relu(x)), matrix([[1, 0]]), [0, 1]],
    [(x) => add(1, sum(relu(x))), matrix([[1, -0]]), [0, 1]],
    [(x) => max(x), matrix([[2, 1, 2]]), [0, 0]],
    // the second sample is on the corner of both units
    [(b) => sum(sigmoid(relu(affine(x, W1, b)))), matrix([0, 0]), [0, 0]],
  ];
  for (const [f, at, place] of functions) {
    const report = checkGradient(f, at);
    const [row, column] = place;
    assertEquals(
      said(report),
      "kink. There is no gradient: the function has a corner at " +
        `[${row}, ${column}]. A claim there lies between the slopes to both ` +
        "sides, and all others agree with what was measured.",
    );
    assertEquals([report.worst!.row, report.worst!.column], place);
  }
});

Deno.test("checkGradient() takes every claim between the slopes at a kink, and no other", () => {
  const f = (x: Matrix) => add(multiply(3, sum(relu(x))), sum(x)); // 1 and 4
  const x = matrix([[0, 1, -1]]);
  for (
    const [claim, verdict] of [
      [1, "kink"],
      [2.5, "kink"],
      [4, "kink"],
      [0.999, "wrong"],
      [4.001, "wrong"],
      [-4, "wrong"],
      [12345, "wrong"],
      [NaN, "wrong"],
      [-Infinity, "wrong"],
    ] as const
  ) {
    const report = checkGradient(f, x, { gradient: matrix([claim, 4, 1]) });
    assertEquals(report.verdict, verdict, `${claim}`);
    const { agreeing, disagreeing, kinks, undecided } = report;
    assertEquals(
      [agreeing, disagreeing, kinks, undecided],
      verdict === "kink" ? [2, 0, 1, 0] : [2, 1, 0, 0],
    );
  }
  // A kink elsewhere excuses nothing.
  const wrong = checkGradient(f, x, { gradient: matrix([2, 4, 1.01]) });
  assertEquals([wrong.verdict, wrong.worst!.column], ["wrong", 2]);
});

Deno.test("checkGradient() measures to one side where the domain ends", () => {
  const f = (W: Matrix) =>
    sumSquaredError(normalize(W), oneHot([0, 1, 2, 0], 3));
  const W = matrix([[5, 0, 3], [2, 2, 1], [4, 1, 7], [3, 3, 3]]);
  const report = checkGradient(f, W);
  assertEquals([report.verdict, report.agreeing], ["right", 12]);
  const right = gradient(f, W);
  for (const claim of [12345, NaN, Infinity, right.at(0, 1) * 1.001]) {
    const claims = build(
      4,
      3,
      (i, j) => i === 0 && j === 1 ? claim : right.at(i, j),
    );
    const report = checkGradient(f, W, { gradient: claims });
    const { verdict, disagreeing, worst } = report;
    assertEquals([verdict, disagreeing], ["wrong", 1], `${claim}`);
    assertEquals([worst!.row, worst!.column], [0, 1]);
  }
});

Deno.test("checkGradient() measures slopes that are 0 against the whole gradient", () => {
  const x = matrix([[1, 2], [0.5, -1]]), t = oneHot([0, 2], 3);
  const at = { W: build(2, 3, (i, j) => i - 0.3 * j), b: matrix([0.3]) };
  const net = ({ W, b }: typeof at) =>
    softmaxCrossEntropy(add(affine(x, W, 0), b), t);
  const checks = [
    checkGradient((W) => sum(softmax(W)), at.W),
    checkGradient((W) => sum(softmax(W)), multiply(100, at.W)),
    checkGradient(net, at), // b moves no softmax
  ];
  for (const { verdict, sentence, agreeing, entries } of checks) {
    assertEquals([verdict, agreeing], ["right", entries], sentence);
  }
  // And a slope that is not there is wrong.
  const right = gradient(net, at);
  for (const claim of [1e-6, -1e-9]) {
    const gradient = { ...right, b: matrix([claim]) };
    assertEquals(checkGradient(net, at, { gradient }).verdict, "wrong");
  }
});

Deno.test("checkGradient() calls nothing right that it could not measure", () => {
  // Of twelve slopes one jumps: no part of a gradient vouches for another.
  const x = build(3, 4, (i, j) => i + j + 0.5);
  const f = (x: Matrix) => add(squares(x), detach(x).at(1, 2) < 3.5 ? 0 : 1);
  const report = checkGradient(f, x);
  assertEquals(report.verdict, "undecided");
  assertEquals([report.agreeing, report.undecided], [11, 1]);
  // What is no number there is wrong all the same.
  for (const claim of [NaN, Infinity]) {
    const gradient = build(
      3,
      4,
      (i, j) => i === 1 && j === 2 ? claim : 2 * x.at(i, j),
    );
    const { verdict, sentence } = checkGradient(f, x, { gradient });
    assertEquals(verdict, "wrong");
    assertEquals(
      sentence,
      `The gradient is wrong: [1, 2] claims ${claim}, which is no slope.`,
    );
  }
});

Deno.test("checkGradient() is never wrong about a ReLU close to its corner", () => {
  forSeeds("close to a corner", 60, (draw) => {
    const near = () => draw.number(-1, 1) * 10 ** -draw.integer(2, 300);
    const x = matrix([near(), near(), near()]);
    const weights = build(1, 3, () => draw.number(-2, 2));
    const f = (x: Matrix) => add(exp(sum(x)), sum(multiply(weights, relu(x))));
    const { verdict, sentence } = checkGradient(f, x);
    assert(verdict !== "wrong", sentence);
  });
  // 1e-6 and more away it measures the slope on one side.
  const apart = matrix([1e-6, -1e-6, 1e-4, -1e-3]);
  assertEquals(checkGradient((x) => sum(relu(x)), apart).verdict, "right");
});

Deno.test("checkGradient() does not decide about slopes that rounding drowns", () => {
  const x = matrix([[0.5, -1], [2, 0.3]]), t = matrix([[1, 0], [0, 1]]);
  const at = matrix([[0.1, 0.2], [0.3, -0.4]]);
  for (const offset of [1e12, 1e13, 1e16, -1e14]) {
    const f = (W: Matrix) =>
      add(offset, softmaxCrossEntropy(tanh(affine(x, W, 0)), t));
    const right = gradient(f, at);
    for (const claim of [right, multiply(-1, right), zeros(2, 2)]) {
      const report = checkGradient(f, at, { gradient: claim });
      assertEquals(
        report.verdict,
        "undecided",
        `${offset}, ${report.sentence}`,
      );
      assertEquals([report.looked, report.undecided], [4, 4]);
    }
  }
});

Deno.test("checkGradient() decides by a bound of a thousandth, not of a hundredth", () => {
  for (const [offset, verdict] of [[1e8, "right"], [1e10, "undecided"]]) {
    const report = checkGradient(
      (x) => add(Number(offset), sum(multiply(x, x))),
      matrix([[0.5, -1.5]]),
    );
    const { bound, claimed } = report.worst!, part = bound / Math.abs(claimed);
    assertEquals(report.verdict, verdict, `${part} of the entry`);
    if (verdict === "right") assert(part < 1e-3, `${part}`);
    else assert(part > 1e-3 && part < 0.1, `${part}`);
  }
});

Deno.test("checkGradient() does not decide where the function is not finite, or jumps", () => {
  const functions: [(at: Matrix) => Matrix, Matrix][] = [
    [(x) => sum(log(x)), matrix([-1, 1])],
    [(x) => add(sum(x), detach(x).at(0, 0) < 1 ? 0 : 1), matrix([1, 2])],
  ];
  for (const [f, at] of functions) {
    const report = checkGradient(f, at);
    assertEquals(report.verdict, "undecided", report.sentence);
    assert(!report.sentence.includes("rounding"), report.sentence);
  }
  // A slope that is claimed to be no number is wrong there, too.
  const claimed: [(at: Matrix) => Matrix, Matrix][] = [
    [(x) => sum(multiply(x, NaN)), matrix([1, 2])],
    [squares, matrix([NaN, 1])],
  ];
  for (const [f, at] of claimed) {
    assertEquals(checkGradient(f, at).verdict, "wrong");
    const gradient = matrix([1, 2]);
    assertEquals(checkGradient(f, at, { gradient }).verdict, "undecided");
  }
});

Deno.test("checkGradient() looks at functions that refuse arguments beside the point", () => {
  // normalize() refuses scores below 0; these are none.
  const f = (x: Matrix) => sum(multiply(normalize(x), matrix([1, 2, 3])));
  const close = checkGradient(f, matrix([2, 1, 0.01]));
  assertEquals(close.verdict, "right", close.sentence);
  const edge = checkGradient(f, matrix([3, 0, 1]));
  assertEquals(edge.verdict, "right", edge.sentence);
});

Deno.test("checkGradient() of a constant is right, and of nothing undecided", () => {
  for (
    const f of [
      () => matrix([3]),
      () => matrix([-1e6]),
      (x: Matrix) => multiply(0, sum(x)),
    ]
  ) {
    assertEquals(checkGradient(f, W).verdict, "right");
  }
  const slight = checkGradient(() => matrix([3]), W, {
    gradient: build(2, 3, (i, j) => i * j === 2 ? 1e-3 : 0),
  });
  assertEquals(slight.verdict, "wrong");
  const nothing = checkGradient((x) => sum(x), zeros(0, 3));
  assertEquals([nothing.verdict, nothing.entries], ["undecided", 0]);
  assertEquals(
    nothing.sentence,
    "The gradient cannot be decided: there is no entry in it.",
  );
});
