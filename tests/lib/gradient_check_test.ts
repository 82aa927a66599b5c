/** The verdicts of `checkGradient`, its report, and what it refuses. */
import { assert, assertEquals, assertMatch, assertThrows } from "@std/assert";
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
  numericalGradientWithError,
  numpyRandom,
  randn,
  relu,
  sigmoid,
  softmaxCrossEntropy,
  sum,
  tanh,
  transpose,
  zeros,
} from "../../mod.ts";
import {
  assertSame,
  build,
  drawOneHot,
  rowByRow,
  wrong,
} from "../_support/matrices.ts";
import { drawNet, type Parameters } from "../_support/random_nets.ts";
import { assertRefuses, assertRefusesOptions } from "../_support/refusal.ts";
import { type Draw, forSeeds } from "../_support/seeded.ts";

const action = "Cannot check a gradient";
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
  assert(Math.abs(measured / claimed - 2) < 1e-9);
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
      "right. The gradient is right: 20 of 2410 entries agree with what was measured.",
    );
    assertEquals([fine.entries, fine.looked], [2410, 20]);
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

Deno.test("checkGradient() draws the same sample each time, another with another source", () => {
  forSeeds("samples", 1, (draw) => {
    const { f, at, right } = bigNet(draw);
    const options = { gradient: right, sample: 3 };
    const once = checkGradient(f, at, options);
    assertEquals(checkGradient(f, at, options), once);
    const others = [1, 2, 3, 4].map((seed) =>
      checkGradient(f, at, { ...options, random: numpyRandom(seed) })
    );
    for (const { verdict } of others) assertEquals(verdict, "right");
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
    assertEquals([report.verdict, report.looked], ["right", 4]);
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

Deno.test("checkGradient() lets what f throws through, at the point itself", () => {
  const at = rowByRow(W);
  assertThrows(
    () =>
      checkGradient(
        () => {
          throw new SyntaxError("mine");
        },
        at,
        { gradient: at },
      ),
    SyntaxError,
    "mine",
  );
  assertSame(at, W);
});

Deno.test("checkGradient() refuses options that are none", () => {
  for (
    const [sample, found] of [
      [0, "0"],
      [-1, "-1"],
      [1.5, "1.5"],
      [NaN, "NaN"],
      ["3", '"3"'],
    ]
  ) {
    assertRefuses(
      () => checkGradient(squares, W, { sample: wrong<number>(sample) }),
      RangeError,
      `${action}: sample is ${found}, an integer above 0 is needed`,
    );
  }
  assertRefuses(
    () => checkGradient(squares, W, wrong({ h: 1e-4 })),
    TypeError,
    `${action}: found the option "h", known are gradient, sample, random`,
  );
  assertRefuses(
    () => checkGradient(squares, W, { random: wrong(0) }),
    TypeError,
    `${action}: random is 0, a function that returns numbers in [0, 1) is needed`,
  );
  assertRefusesOptions(
    (options) => checkGradient(squares, W, options),
    "check a gradient",
  );
});

Deno.test("checkGradient() refuses gradients, parameters and f of other kinds", () => {
  const needed = "a matrix, or arrays and records of matrices are needed";
  const claims: [unknown, string][] = [
    [3, "the gradient is 3"],
    [null, "the gradient is null"],
    [() => undefined, "the gradient is undefined"],
    [{ W: 3 }, "W is 3"],
  ];
  for (const [claim, found] of claims) {
    assertRefuses(
      () => checkGradient(squares, W, { gradient: wrong(claim) }),
      TypeError,
      `${action}: ${found}, ${needed}`,
    );
  }
  assertRefuses(
    () => checkGradient(squares, wrong<Matrix>({ W: "W" })),
    TypeError,
    `${action}: W is "W", ${needed}`,
  );
  assertRefuses(
    () => checkGradient(wrong<() => Matrix>(3), W),
    TypeError,
    `${action}: f is 3, a function is needed`,
  );
  assertRefuses(
    () => checkGradient((x) => x, W, { gradient: W }),
    RangeError,
    `${action}: f returned a 2x3 matrix, a 1x1 matrix is needed`,
  );
});
