import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  affine,
  crossEntropyError,
  divide,
  exp,
  matmul,
  type Matrix,
  matrix,
  mean,
  multiply,
  numericalGradient,
  numericalGradientWithError,
  softmax,
  softmaxCrossEntropy,
  subtract,
  sum,
  tanh,
  transpose,
  zeros,
} from "../../../mod.ts";
import { assertClose } from "../../_support/close.ts";
import {
  assertSame,
  assertSameNumbers,
  build,
  columnByColumn,
  drawMatrix,
  drawOneHot,
  wrong,
} from "../../_support/matrices.ts";
import { forSeeds } from "../../_support/seeded.ts";

Deno.test("numericalGradient() of a quadratic form xᵀAx is (A + Aᵀ)x", () => {
  forSeeds("quadratic form", 20, (draw) => {
    const A = drawMatrix(draw, 5, 5), x = drawMatrix(draw, 5, 1);
    const f = (x: Matrix) => matmul(transpose(x), matmul(A, x));
    const expected = matmul(build(5, 5, (i, j) => A.at(i, j) + A.at(j, i)), x);
    assertClose(numericalGradient(f, x), expected, "gradient");
  });
});

Deno.test("numericalGradient() meets the closed form of an affine softmax loss", () => {
  forSeeds("affine softmax", 20, (draw) => {
    const x = drawMatrix(draw, 7, 3), W = drawMatrix(draw, 3, 4);
    const b = drawMatrix(draw, 1, 4), t = drawOneHot(draw, 7, 4);
    const expected = multiply(
      matmul(transpose(x), subtract(softmax(affine(x, W, b)), t)),
      1 / 7,
    );
    const fused = (W: Matrix) => softmaxCrossEntropy(affine(x, W, b), t);
    const composed = (W: Matrix) =>
      crossEntropyError(softmax(affine(x, W, b)), t);
    for (const f of [fused, composed]) {
      assertClose(numericalGradient(f, W, { h: 1e-5 }), expected, "gradient");
      assertClose(numericalGradient(f, W), expected, "gradient");
    }
  });
});

Deno.test("numericalGradient() is the lecture's central difference, bit for bit", () => {
  const f = (x: number) => Math.exp(x) + x * x * x;
  for (const h of [1e-4, 1e-2, 1, 1e-9, 1e-12]) {
    for (const x of [0, 0.3, -2, 10]) {
      const expected = (f(x + h) - f(x - h)) / (2 * h);
      const of1x1 = numericalGradient((W) => f(W.item()), matrix([x]), { h });
      assertSameNumbers([of1x1.item()], [expected]);
    }
  }
});

Deno.test("numericalGradient() of w² is 2w, however large w is", () => {
  const square = (W: Matrix) => multiply(W, W);
  for (const w of [1, 1e5, 1e7, 1e9, 1e12, -1e13, 1e16, 1e100, -1e150]) {
    const slopes = {
      central: numericalGradient(square, matrix([w])).item(),
      forward: numericalGradient(square, matrix([w]), { method: "forward" })
        .item(),
      extrapolated: numericalGradientWithError(square, matrix([w])).gradient
        .item(),
    };
    assertClose(slopes.central / w, 2, { rtol: 1e-4, atol: 0 }, `${w}`);
    assertClose(slopes.forward / w, 2, { rtol: 1e-4, atol: 0 }, `${w}`);
    assertClose(slopes.extrapolated / w, 2, { rtol: 1e-7, atol: 0 }, `${w}`);
  }
});

Deno.test("numericalGradient() refuses an h that moves nothing", () => {
  for (const method of ["central", "forward"] as const) {
    assertThrows(
      () =>
        numericalGradient(({ b }) => sum(b), { b: matrix([1, 1e13]) }, {
          method,
          h: 1e-4,
        }),
      RangeError,
      "Cannot take the numerical gradient: h is 0.0001 and b[0, 1] is " +
        "10000000000000, a step that moves it is needed",
    );
  }
});

Deno.test("numericalGradient() takes a step of 1e-4 if none is given", () => {
  const cube = (W: Matrix) => multiply(multiply(W, W), W);
  const W = matrix([1]), options = { h: 1e-4 };
  assertSame(numericalGradient(cube, W), numericalGradient(cube, W, options));
  assertSame(numericalGradient(cube, W, {}), numericalGradient(cube, W));
  // The error of x³ is h²: 1e-8 for this step, and no other.
  assertClose(numericalGradient(cube, W).item() - 3, 1e-8, {
    rtol: 1e-3,
    atol: 0,
  });
});

Deno.test("numericalGradient() moves one weight at a time, both ways, by h", () => {
  const W = matrix([[1, 2], [3, 4]]), seen: number[][] = [];
  numericalGradient(
    (V) => {
      seen.push([...subtract(V, W).toFloat64Array()]);
      return 0;
    },
    W,
    { h: 0.5 },
  );
  assertEquals(seen, [
    [0.5, 0, 0, 0],
    [-0.5, 0, 0, 0],
    [0, 0.5, 0, 0],
    [0, -0.5, 0, 0],
    [0, 0, 0.5, 0],
    [0, 0, -0.5, 0],
    [0, 0, 0, 0.5],
    [0, 0, 0, -0.5],
  ]);
});

Deno.test("numericalGradient() gives each call a matrix that stays as it was", () => {
  const W = matrix([[1, 2, 3]]), kept: Matrix[] = [];
  numericalGradient((V) => (kept.push(V), sum(V)), W, { h: 0.25 });
  assertEquals(kept.map((V) => V.toArray()[0]), [
    [1.25, 2, 3],
    [0.75, 2, 3],
    [1, 2.25, 3],
    [1, 1.75, 3],
    [1, 2, 3.25],
    [1, 2, 2.75],
  ]);
  assertEquals(W.toArray(), [[1, 2, 3]]);
});

Deno.test("numericalGradient() leaves W alone, also when f throws", () => {
  const W = matrix([[1, 2], [3, 4]]);
  let calls = 0;
  try {
    numericalGradient(() => {
      if (++calls === 4) throw new Error("enough");
      return 0;
    }, W);
  } catch (error) {
    assertEquals((error as Error).message, "enough");
  }
  assertEquals(calls, 4);
  assertEquals(W.toArray(), [[1, 2], [3, 4]]);
});

Deno.test("numericalGradient() has the shape of W, in both orders", () => {
  forSeeds("shape of W", 10, (draw) => {
    const W = drawMatrix(draw, 2, 5), weights = drawMatrix(draw, 2, 5);
    const f = (W: Matrix) => sum(multiply(weights, tanh(W)));
    const found = numericalGradient(f, W);
    assertEquals([found.rows, found.columns], [2, 5]);
    assertSame(numericalGradient(f, columnByColumn(W)), found);
    const slopes = build(2, 5, (i, j) => {
      const y = Math.tanh(W.at(i, j));
      return weights.at(i, j) * (1 - y * y);
    });
    assertClose(found, slopes, "gradient");
  });
});

Deno.test("numericalGradient() takes f that returns a number or a 1x1 matrix", () => {
  const W = matrix([0, 1]);
  const asMatrix = numericalGradient((W) => sum(exp(W)), W);
  const asNumber = numericalGradient((W) => sum(exp(W)).item(), W);
  assertSame(asMatrix, asNumber);
  assertSame(numericalGradient(() => 3, W), zeros(1, 2));
});

Deno.test("numericalGradient() does not lose the step in whole numbers", () => {
  // NumPy on an integer array gives 5000, 15000, ...: the lecture's trap.
  const W = matrix([[1, 2, 3], [4, 5, 6]]);
  const found = numericalGradient((W) => sum(multiply(W, W)), W);
  assertClose(found, [[2, 4, 6], [8, 10, 12]], "gradient");
});

Deno.test("numericalGradient() of a function that ignores its argument is 0", () => {
  const W = matrix([[1, 2], [3, 4]]);
  assertSame(numericalGradient(() => mean(W), W), zeros(2, 2));
});

Deno.test("numericalGradient() lets NaN and infinities through", () => {
  const f = (W: Matrix) => sum(multiply(W, W));
  assertEquals(numericalGradient(f, matrix([NaN, 1])).toArray(), [[NaN, NaN]]);
  assertEquals(numericalGradient(() => NaN, matrix([1])).item(), NaN);
  assertEquals(numericalGradient(() => Infinity, matrix([1])).item(), NaN);
  const step = (W: Matrix) => W.item() > 1 ? Infinity : 0;
  assertEquals(numericalGradient(step, matrix([1])).item(), Infinity);
});

Deno.test("numericalGradient() of no weights does not ask f", () => {
  for (const [rows, columns] of [[0, 3], [3, 0]] as const) {
    const none = zeros(rows, columns);
    const f = () => assert(false, "f was called");
    assertSame(numericalGradient(wrong(f), none), none);
  }
});

Deno.test("numericalGradient() takes any nesting of matrices, and gives the same", () => {
  forSeeds("nesting", 5, (draw) => {
    const net = {
      layers: [drawMatrix(draw, 2, 3), drawMatrix(draw, 3, 2)] as const,
      b: { last: drawMatrix(draw, 1, 2) },
    };
    const x = drawMatrix(draw, 4, 2), t = drawOneHot(draw, 4, 2);
    type Net = typeof net;
    const loss = ({ layers: [W1, W2], b }: Net) =>
      softmaxCrossEntropy(affine(tanh(matmul(x, W1)), W2, b.last), t);
    const found = numericalGradient(loss, net);
    assertEquals(Object.keys(found), ["layers", "b"]);
    assertEquals(found.layers.length, 2);
    const { layers: [W1, W2], b } = net;
    const onlyW1 = (W1: Matrix) => loss({ layers: [W1, W2], b });
    assertSame(found.layers[0], numericalGradient(onlyW1, W1));
    const onlyW2 = (W2: Matrix) => loss({ layers: [W1, W2], b });
    assertSame(found.layers[1], numericalGradient(onlyW2, W2));
    const onlyB = (last: Matrix) => loss({ layers: [W1, W2], b: { last } });
    assertSame(found.b.last, numericalGradient(onlyB, b.last));
  });
});

Deno.test("numericalGradient() by forward differences, bit for bit", () => {
  const f = (x: number) => Math.exp(x) + x * x * x;
  for (const h of [1e-4, 1e-2, 1]) {
    for (const x of [0, 0.3, -2]) {
      const expected = (f(x + h) - f(x)) / h;
      const options = { method: "forward", h } as const;
      const found = numericalGradient((W) => f(W.item()), matrix([x]), options);
      assertSameNumbers([found.item()], [expected]);
    }
  }
});

Deno.test("numericalGradient() by extrapolation is better than by central differences", () => {
  const W = matrix([[0.5, 1], [-2, 3]]);
  const f = (W: Matrix) => sum(exp(W));
  const errorOf = (method: "forward" | "central" | "richardson") => {
    const slopes = numericalGradient(f, W, { method });
    const errors = divide(subtract(slopes, exp(W)), exp(W));
    return Math.max(...errors.toArray().flat().map(Math.abs));
  };
  assert(errorOf("richardson") < 1e-11);
  assert(errorOf("central") > 10 * errorOf("richardson"));
  assert(errorOf("forward") > 100 * errorOf("central"));
});
