/** The methods of `numericalGradient`, and `numericalGradientWithError`. */
import {
  assert,
  assertEquals,
  assertStrictEquals,
  assertThrows,
} from "@std/assert";
import {
  add,
  divide,
  exp,
  gradient,
  log,
  type Matrix,
  matrix,
  multiply,
  normalize,
  numericalGradient,
  type NumericalGradientOptions,
  numericalGradientWithError,
  relu,
  sum,
  tanh,
  zeros,
} from "../../../mod.ts";
import { assertSame, rowByRow, wrong } from "../../_support/matrices.ts";
import { drawNet, type Parameters } from "../../_support/random_nets.ts";
import { assertRefuses, assertRefusesOptions } from "../../_support/refusal.ts";
import { forSeeds } from "../../_support/seeded.ts";

const METHODS: readonly NumericalGradientOptions[] = [
  { method: "central" },
  { method: "forward" },
  { method: "richardson" },
];

/** The function, and how often it was called. */
function counted<T>(f: (at: T) => Matrix) {
  const counter = {
    calls: 0,
    f(at: T): Matrix {
      counter.calls++;
      return f(at);
    },
  };
  return counter;
}

function sizeOf(at: Parameters): number {
  return Object.values(at).reduce((n, x) => n + x.rows * x.columns, 0);
}

Deno.test("numericalGradient() calls f twice a weight, or once and once more", () => {
  forSeeds("calls", 10, (draw) => {
    const { at, loss } = drawNet(draw), P = sizeOf(at);
    for (
      const [method, calls] of [["central", 2 * P], ["forward", P + 1]] as const
    ) {
      const counter = counted(loss);
      numericalGradient(counter.f, at, { method });
      assertEquals(counter.calls, calls);
    }
  });
});

Deno.test("numericalGradientWithError() takes 11 calls a weight, or 13, and counts them", () => {
  let weights = 0, calls = 0, finerCalls = 0;
  forSeeds("calls with error", 30, (draw) => {
    const { at, loss } = drawNet(draw, { activations: ["sigmoid", "tanh"] });
    const counter = counted(loss);
    const found = numericalGradientWithError(counter.f, at);
    assertEquals(found.calls, counter.calls);
    const again = counted(loss);
    numericalGradient(again.f, at, { method: "richardson" });
    assertEquals(again.calls, counter.calls);
    const finer = numericalGradientWithError(loss, at, { differences: 5 });
    weights += sizeOf(at);
    calls += found.calls;
    finerCalls += finer.calls;
  });
  // A weight whose loss bends faster than most needs a second look.
  assert(calls < 11.5 * weights, `${calls} calls for ${weights} weights`);
  assert(finerCalls < 13.5 * weights, `${finerCalls}, ${weights} weights`);
});

Deno.test("numericalGradient() halves its error with h by forward differences, and quarters it by central ones", () => {
  const at = matrix([0.5, -1, 2]), f = (x: Matrix) => sum(exp(x));
  const exact = exp(at).toFloat64Array();
  const errors = (method: "forward" | "central", h: number) =>
    numericalGradient(f, at, { method, h }).toFloat64Array()
      .map((value, i) => (value - exact[i]!) / exact[i]!);
  for (const [method, factor] of [["forward", 2], ["central", 4]] as const) {
    const wide = errors(method, 2e-3), near = errors(method, 1e-3);
    wide.forEach((error, i) => {
      const ratio = error / near[i]!;
      assert(Math.abs(ratio - factor) < 0.01, `${method} ${i}: ${ratio}`);
    });
  }
  errors("forward", 1e-4).forEach((error, i) => {
    assert(error > 1e4 * Math.abs(errors("central", 1e-4)[i]!));
  });
});

Deno.test("numericalGradient() changes nothing that a call was given, by every method", () => {
  const at = { W: matrix([[1, 2], [3, 4]]), b: matrix([5, 6]) };
  const before = [rowByRow(at.W), rowByRow(at.b)];
  for (const options of METHODS) {
    const kept: { given: typeof at; W: number[][]; b: number[][] }[] = [];
    numericalGradient(
      (given: typeof at) => {
        kept.push({ given, W: given.W.toArray(), b: given.b.toArray() });
        return add(sum(exp(given.W)), sum(given.b));
      },
      at,
      options,
    );
    const seen = new Set([at]);
    for (const { given, W, b } of kept) {
      assert(!seen.has(given));
      seen.add(given);
      assertEquals([given.W.toArray(), given.b.toArray()], [W, b]);
    }
    assertSame(at.W, before[0]!);
    assertSame(at.b, before[1]!);
  }
});

Deno.test("numericalGradient() leaves everything as it was when f throws", () => {
  const at = { W: matrix([[1, 2], [3, 4]]), b: matrix([5, 6]) };
  const before = [rowByRow(at.W), rowByRow(at.b)];
  const takes = [
    ...METHODS.map((options) => (f: (at: { W: Matrix; b: Matrix }) => Matrix) =>
      numericalGradient(f, at, options)
    ),
    (f: (at: { W: Matrix; b: Matrix }) => Matrix) =>
      numericalGradientWithError(f, at).gradient,
  ];
  for (const take of takes) {
    for (const last of [1, 2, 5]) {
      const error = new SyntaxError("mine");
      let calls = 0, thrown: unknown;
      try {
        take(({ W }) => {
          if (++calls === last) throw error;
          return sum(W);
        });
      } catch (found) {
        thrown = found;
      }
      assertStrictEquals(thrown, error);
      assertEquals(calls, last);
      assertSame(at.W, before[0]!);
      assertSame(at.b, before[1]!);
    }
    const slopes = take(({ W, b }) => add(sum(W), multiply(2, sum(b))));
    assertEquals(slopes.b.toArray().flat().map(Math.round), [2, 2]);
  }
});

/** Something in each matrix that has no derivative, beside things that have. */
const BROKEN = {
  a: matrix([[1, 0], [-2, 3]]), // relu: a corner at [0, 1]
  b: [matrix([0.5, 2, 0])], // √: an edge at [0, 2]
  c: matrix([[1], [4]]), // a jump at [1, 0]
};

function broken({ a, b: [b], c }: typeof BROKEN): Matrix {
  const jump = c.at(1, 0) < 4 ? 0 : 1;
  const [x, y, z] = b!.toArray()[0] as [number, number, number];
  const smooth = Math.log(x) + y ** 2, edge = Math.sqrt(z);
  return add(add(sum(relu(a)), smooth + edge), add(exp(c.at(0, 0)), jump));
}

Deno.test("numericalGradientWithError() says where there is no derivative, and why", () => {
  const { gradient, error, failures } = numericalGradientWithError(
    broken,
    BROKEN,
  );
  assertEquals(failures, [
    { path: "a", row: 0, column: 1, reason: "kink" },
    { path: "b[0]", row: 0, column: 2, reason: "domain" },
    { path: "c", row: 1, column: 0, reason: "unresolved" },
  ]);
  const isInfinite = (x: Matrix) =>
    x.toArray().map((row) => row.map((value) => value === Infinity));
  assertEquals(isInfinite(error.a), [[false, true], [false, false]]);
  assertEquals(isInfinite(error.b[0]!), [[false, false, true]]);
  assertEquals(isInfinite(error.c), [[false], [true]]);
  const known: [Matrix, Matrix, number[]][] = [
    [gradient.a, error.a, [1, NaN, 0, 1]],
    [gradient.b[0]!, error.b[0]!, [2, 4, NaN]],
    [gradient.c, error.c, [Math.E, NaN]],
  ];
  for (const [slopes, bounds, exact] of known) {
    const values = slopes.toFloat64Array(), limits = bounds.toFloat64Array();
    exact.forEach((expected, i) => {
      if (Number.isNaN(expected)) return;
      assert(limits[i]! < 1e-7 * Math.max(1, expected));
      assert(Math.abs(values[i]! - expected) <= limits[i]!);
    });
  }
});

Deno.test("numericalGradient() by extrapolation is NaN where it cannot be trusted", () => {
  const found = numericalGradient(broken, BROKEN, { method: "richardson" });
  const isNaN = (x: Matrix) => x.toArray().map((row) => row.map(Number.isNaN));
  assertEquals(isNaN(found.a), [[false, true], [false, false]]);
  assertEquals(isNaN(found.b[0]!), [[false, false, true]]);
  assertEquals(isNaN(found.c), [[false], [true]]);
  const { gradient } = numericalGradientWithError(broken, BROKEN);
  assertEquals(found.a.at(0, 0), gradient.a.at(0, 0));
});

Deno.test("numericalGradientWithError() bounds its error, for random nets", () => {
  let entries = 0, tight = 0;
  forSeeds("bounds", 150, (draw) => {
    const { at, loss, name } = drawNet(draw);
    const exact = gradient(loss, at);
    const { gradient: found, error } = numericalGradientWithError(loss, at);
    for (const key of Object.keys(at)) {
      const right = exact[key]!.toFloat64Array();
      const bounds = error[key]!.toFloat64Array();
      found[key]!.toFloat64Array().forEach((value, i) => {
        if (bounds[i] === Infinity) return;
        const off = Math.abs(value - right[i]!);
        assert(off <= bounds[i]!, `${name} ${key} ${i}: ${off}, ${bounds[i]}`);
        entries++;
        if (bounds[i]! <= 1e-3 * Math.abs(right[i]!) || right[i] === 0) tight++;
      });
    }
  });
  assert(entries > 3000);
  assert(tight >= 0.97 * entries, `${tight} of ${entries} bounds are small`);
});

Deno.test("numericalGradientWithError() of nothing does not ask f", () => {
  const never = () => assert(false, "f was called");
  const at = { W: zeros(0, 3), b: zeros(2, 0) };
  const found = numericalGradientWithError<typeof at>(wrong(never), at);
  assertEquals([found.calls, found.failures], [0, []]);
  assertSame(found.error.W, zeros(0, 3));
  for (const options of METHODS.filter(({ method }) => method !== "forward")) {
    assertSame(
      numericalGradient<typeof at>(wrong(never), at, options).b,
      zeros(2, 0),
    );
  }
});

Deno.test("numericalGradientWithError() takes f that returns a number", () => {
  const at = matrix([1, 2]);
  const ofMatrix = numericalGradientWithError((x) => sum(tanh(x)), at);
  const ofNumber = numericalGradientWithError((x) => sum(tanh(x)).item(), at);
  assertSame(ofMatrix.gradient, ofNumber.gradient);
  assertSame(ofMatrix.error, ofNumber.error);
});

Deno.test("numericalGradientWithError() does not know a function at NaN or beside a pole", () => {
  const { failures } = numericalGradientWithError(
    (x) => sum(divide(1, x)),
    matrix([NaN, 1, 0]),
  );
  assertEquals(failures.map(({ reason }) => reason), [
    "domain",
    "domain",
    "domain",
  ]);
  const alone = numericalGradientWithError((x) => log(x), matrix([-1]));
  assertEquals(alone.failures[0]?.reason, "domain");
  assertEquals(alone.gradient.item(), NaN);
});

Deno.test("numericalGradientWithError() takes a RangeError beside the point for the end of the domain", () => {
  // normalize() refuses scores below 0; these are none.
  const f = (x: Matrix) => sum(multiply(normalize(x), matrix([1, 2, 3])));
  const near = matrix([2, 1, 0.01]), exact = gradient(f, near);
  const found = numericalGradientWithError(f, near);
  assertEquals(found.failures, []);
  for (let k = 0; k < 3; k++) {
    const off = Math.abs(found.gradient.at(0, k) - exact.at(0, k));
    assert(off <= found.error.at(0, k) && off < 1e-9, `${k} is off by ${off}`);
  }
  assertEquals(numericalGradientWithError(f, matrix([3, 0, 1])).failures, [
    { path: "", row: 0, column: 1, reason: "domain" },
  ]);
  // At the point itself it is a mistake of the caller.
  assertThrows(
    () => numericalGradientWithError(f, matrix([3, -1, 1])),
    RangeError,
    "scores of 0 or more are needed",
  );
});

Deno.test("numericalGradientWithError() refuses what numericalGradient() refuses", () => {
  const at = matrix([1, 2]), action = "take the numerical gradient";
  for (const [given, found] of [[6, "6"], ["4", '"4"'], [null, "null"]]) {
    assertRefuses(
      () =>
        numericalGradientWithError((x) => sum(x), at, {
          differences: wrong(given),
        }),
      TypeError,
      `Cannot ${action}: differences is ${found}, 4 or 5 is needed`,
    );
  }
  assertRefuses(
    () => numericalGradientWithError((x) => sum(x), at, wrong({ h: 1e-4 })),
    TypeError,
    `Cannot ${action}: found the option "h", known are differences`,
  );
  assertRefusesOptions(
    (options) => numericalGradientWithError((x) => sum(x), at, options),
    action,
  );
  assertRefuses(
    () => numericalGradientWithError(wrong<() => Matrix>(3), at),
    TypeError,
    `Cannot ${action}: f is 3, a function is needed`,
  );
  assertRefuses(
    () => numericalGradientWithError(() => wrong(undefined), at),
    TypeError,
    `Cannot ${action}: f returned undefined, a number or a 1x1 matrix is needed`,
  );
  assertRefuses(
    () => numericalGradientWithError((x) => x, at),
    RangeError,
    `Cannot ${action}: f returned a 1x2 matrix, a 1x1 matrix is needed`,
  );
});
