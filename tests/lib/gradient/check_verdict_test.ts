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
  relu,
  sigmoid,
  softmaxCrossEntropy,
  sum,
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
      `kink. There is no gradient: the function has a corner at [${row}, ${column}].`,
    );
    assertEquals([report.worst!.row, report.worst!.column], place);
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
    [(x) => sum(multiply(x, NaN)), matrix([1, 2])],
    [squares, matrix([NaN, 1])],
    [(x) => add(sum(x), detach(x).at(0, 0) < 1 ? 0 : 1), matrix([1, 2])],
  ];
  for (const [f, at] of functions) {
    const report = checkGradient(f, at);
    assertEquals(report.verdict, "undecided", report.sentence);
    assert(!report.sentence.includes("rounding"), report.sentence);
  }
});

Deno.test("checkGradient() looks at functions that refuse arguments beside the point", () => {
  // normalize() refuses scores below 0; these are none.
  const f = (x: Matrix) => sum(multiply(normalize(x), matrix([1, 2, 3])));
  const close = checkGradient(f, matrix([2, 1, 0.01]));
  assertEquals(close.verdict, "right", close.sentence);
  const edge = checkGradient(f, matrix([3, 0, 1]));
  assertEquals(edge.verdict, "undecided", edge.sentence);
});

Deno.test("checkGradient() of a constant, and of nothing, is right", () => {
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
  assertEquals([nothing.verdict, nothing.entries], ["right", 0]);
});
