/** What `checkGradient` reports of right gradients and of wrong ones. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import {
  add,
  affine,
  checkGradient,
  detach,
  exp,
  gradient,
  type GradientReport,
  type Matrix,
  matrix,
  multiply,
  numericalGradientWithError,
  numpyRandom,
  sum,
  transpose,
} from "../../../mod.ts";
import { assertSame, build, rowByRow, wrong } from "../../_support/matrices.ts";
import { drawNet, type Parameters } from "../../_support/random_nets.ts";
import { forSeeds } from "../../_support/seeded.ts";
import { assertClose } from "../../_support/close.ts";

const squares = (x: Matrix) => sum(multiply(x, x));

const W = matrix([[1, 2, 3], [4, 5, 6]]);

/** A verdict and the sentence that says it. */
function said({ verdict, sentence }: GradientReport): string {
  return `${verdict}. ${sentence}`;
}

Deno.test("checkGradient() checks the library's own gradient, and says so", () => {
  const report = checkGradient(squares, W);
  assertEquals(
    said(report),
    "right. The gradient is right: all 6 entries agree with what was measured.",
  );
  assertEquals([report.entries, report.looked, report.undecided], [6, 6, 0]);
  assert(Math.abs(report.order - 2) < 0.01, `order ${report.order}`);
  const worst = report.worst!;
  assertEquals(worst.path, "");
  assertEquals(worst.claimed, 2 * W.at(worst.row, worst.column));
  assertEquals(worst.error, Math.abs(worst.claimed - worst.measured));
  assert(worst.error <= worst.bound && worst.bound < 1e-9);
});

Deno.test("checkGradient() names the entry that is wrong, and both values", () => {
  const at = { layers: [{ W, b: matrix([7, 8, 9]) }] };
  const f = ({ layers: [{ W, b }] }: { layers: [{ W: Matrix; b: Matrix }] }) =>
    squares(affine(matrix([[1, 1]]), W, b));
  const given = at as { layers: [{ W: Matrix; b: Matrix }] };
  const right = gradient(f, given);
  const b = right.layers[0].b.toFloat64Array();
  const claimed = 1.5 * b[1]!;
  const spoiled = matrix([b[0]!, claimed, b[2]!]);
  const report = checkGradient(f, given, {
    gradient: { layers: [{ W: right.layers[0].W, b: spoiled }] },
  });
  assertEquals(report.verdict, "wrong");
  const { path, row, column, ...values } = report.worst!;
  assertEquals([path, row, column], ["layers[0].b", 0, 1]);
  assertEquals(values.claimed, claimed);
  assert(Math.abs(values.measured - b[1]!) <= values.bound);
  assert(values.error > 1e6 * values.bound);
  assert(Math.abs(report.order - 1) < 0.1, `order ${report.order}`);
  assertMatch(
    report.sentence,
    /^The gradient is wrong: layers\[0\]\.b\[0, 1\] claims 45\.0, and 30\.0 was measured, which is exact to \de-\d+\.$/,
  );
});

Deno.test("checkGradient() passes no entry that is off by more than its bound", () => {
  forSeeds("off by the bound", 60, (draw) => {
    const { at, loss, name } = drawNet(draw, { activations: ["tanh"] });
    const { gradient: slopes, error } = numericalGradientWithError(loss, at);
    const keys = Object.keys(at), key = keys[draw.integer(0, keys.length - 1)]!;
    const { rows, columns } = at[key]!;
    const [row, column] = [
      draw.integer(0, rows - 1),
      draw.integer(0, columns - 1),
    ];
    for (const part of [0, 1.01, -1.01]) {
      const verdict = part === 0 ? "right" : "wrong";
      const claim = build(rows, columns, (i, j) =>
        slopes[key]!.at(i, j) +
        (i === row && j === column ? part * error[key]!.at(i, j) : 0));
      const report = checkGradient(loss, at, {
        gradient: { ...slopes, [key]: claim },
      });
      assertEquals(report.verdict, verdict, `${name}: ${report.sentence}`);
      if (verdict === "right") continue;
      const { worst } = report;
      assertEquals([worst!.path, worst!.row, worst!.column], [
        key,
        row,
        column,
      ]);
      assertEquals(worst!.bound, error[key]!.at(row, column));
    }
  });
});

Deno.test("checkGradient() reports the lowest order of its directions", () => {
  // The two mistakes cancel along half of the directions, where the order is 2.
  const f = (x: Matrix) => sum(exp(x));
  const at = matrix([0.5, 0.5]), claim = add(exp(at), matrix([0.1, -0.1]));
  let low = 0;
  for (let seed = 0; seed < 40; seed++) {
    const random = numpyRandom(seed);
    const { order, verdict } = checkGradient(f, at, {
      gradient: claim,
      random,
    });
    assertEquals(verdict, "wrong");
    assert(Math.abs(order - 1) < 0.1 || Math.abs(order - 2) < 0.1);
    if (order < 1.5) low++;
  }
  // Three directions: all of them cancel once in eight times.
  assert(low > 25 && low < 40, `${low} of 40`);
});

Deno.test("checkGradient() shows digits that differ where both values are close", () => {
  const claim = build(
    2,
    3,
    (i, j) => (i + j === 0 ? 1.0001 : 1) * 2 * W.at(i, j),
  );
  const { verdict, sentence } = checkGradient(squares, W, { gradient: claim });
  assertEquals(verdict, "wrong");
  const [, claimed, measured] = /claims ([\d.e+-]+), and ([\d.e+-]+) was/.exec(
    sentence,
  )!;
  assert(claimed !== measured, sentence);
});

Deno.test("checkGradient() finds a wrong rule of the library", () => {
  // detach() makes a rule wrong as a mistake in one would: half of x² is lost.
  const report = checkGradient((x) => sum(multiply(x, detach(x))), W);
  assertEquals(report.verdict, "wrong");
  const { claimed, measured } = report.worst!;
  assertClose(measured, 2 * claimed, { rtol: 1e-9, atol: 0 });
});

Deno.test("checkGradient() takes a function that computes the gradient, and calls it once", () => {
  let calls = 0;
  const own = (x: Matrix) => {
    calls++;
    assert(x === W);
    return multiply(2, x);
  };
  assertEquals(checkGradient(squares, W, { gradient: own }).verdict, "right");
  assertEquals(calls, 1);
  const forgotten = { gradient: (x: Matrix) => x };
  assertEquals(checkGradient(squares, W, forgotten).verdict, "wrong");
});

Deno.test("checkGradient() calls a gradient of other names or shapes wrong, and says which", () => {
  const at = { W1: W, b1: matrix([1, 2]) };
  const f = ({ W1, b1 }: typeof at) => add(squares(W1), sum(b1));
  const claims: [unknown, string][] = [
    [{ W1: W }, "it has nothing for b1"],
    [{ W: W, b1: at.b1 }, "it has nothing for W1"],
    [{ ...at, W2: W }, "W2 is no parameter"],
    [{ W1: at.b1, b1: W }, "W1 is 1x2, 2x3 is needed"],
    [{ W1: transpose(W), b1: at.b1 }, "W1 is 3x2, 2x3 is needed"],
    [W, "it has nothing for W1"],
    [[W, at.b1], "it has nothing for W1"],
  ];
  for (const [claim, what] of claims) {
    const report = checkGradient(f, at, { gradient: wrong(claim) });
    assertEquals(said(report), `wrong. The gradient is wrong: ${what}.`);
    const { worst, entries, looked, undecided, order, calls } = report;
    assertEquals([worst, entries, looked, undecided], [undefined, 8, 0, 0]);
    assertEquals([order, calls], [NaN, 0]);
  }
  assertEquals(
    said(checkGradient(squares, W, { gradient: matrix([1]) })),
    "wrong. The gradient is wrong: it is 1x1, 2x3 is needed.",
  );
  assertEquals(
    said(checkGradient(squares, W, { gradient: wrong({ W }) })),
    "wrong. The gradient is wrong: it has nothing for the matrix.",
  );
});

Deno.test("checkGradient() takes keys in any order", () => {
  const at = { a: matrix([1, 2]), b: matrix([3, 4]) };
  const f = ({ a, b }: typeof at) => add(squares(a), multiply(3, sum(b)));
  const claim = { b: matrix([3, 3]), a: matrix([2, 4]) };
  assertEquals(checkGradient(f, at, { gradient: claim }).verdict, "right");
});

Deno.test("checkGradient() calls a claim that is no number wrong", () => {
  for (const value of [NaN, Infinity, -Infinity]) {
    const claim = build(2, 3, (i, j) => i + j === 2 ? value : 2 * W.at(i, j));
    const report = checkGradient(squares, W, { gradient: claim });
    assertEquals(report.verdict, "wrong");
    assertEquals(report.worst!.claimed, value);
    assert(report.sentence.includes(`claims ${value}`), report.sentence);
  }
});

Deno.test("checkGradient() counts its calls, and leaves the parameters alone", () => {
  forSeeds("report", 20, (draw) => {
    const { at, loss } = drawNet(draw);
    const before = Object.values(at).map(rowByRow);
    let calls = 0;
    const report = checkGradient(
      (at: Parameters) => {
        calls++;
        return loss(at);
      },
      at,
      { gradient: gradient(loss, at) },
    );
    assertEquals(report.calls, calls);
    Object.values(at).forEach((x, i) => assertSame(x, before[i]!));
  });
});
