import { assert, assertEquals, assertStrictEquals } from "@std/assert";
import {
  add,
  affine,
  argMax,
  detach,
  divide,
  exp,
  gradient,
  matmul,
  type Matrix,
  matrix,
  mean,
  multiply,
  negate,
  numericalGradient,
  relu,
  sigmoid,
  softmaxCrossEntropy,
  subtract,
  sum,
  tanh,
  transpose,
  valueAndGradient,
  zeros,
} from "../../../mod.ts";
import { assertClose } from "../../_support/close.ts";
import {
  assertSame,
  columnByColumn,
  drawMatrix,
  drawOneHot,
  rowByRow,
} from "../../_support/matrices.ts";
import { drawNet } from "../../_support/random_nets.ts";
import { type Draw, forSeeds } from "../../_support/seeded.ts";

/** The gradient of f at a single number. */
function slope(f: (x: Matrix) => Matrix, x: number): number {
  return gradient(f, matrix([x])).item();
}

Deno.test("gradient() of the example that one follows by hand", () => {
  const x = 2, t = 5;
  const at = { w: matrix([3]) };
  const e = ({ w }: typeof at) => subtract(multiply(w, x), t);
  const [loss, { w: dw }] = valueAndGradient(
    (at) => multiply(e(at), e(at)),
    at,
  );
  assertEquals([loss.item(), dw.item()], [1, 4]);
});

Deno.test("gradient() adds up what a value contributes on several ways", () => {
  assertEquals(slope((x) => multiply(x, x), 3), 6);
  assertEquals(slope((x) => add(x, add(x, x)), 3), 3);
  assertEquals(slope((x) => subtract(x, x), 3), 0);
  assertEquals(slope((x) => divide(x, x), 4), 0);
  // x¹⁰, one factor after the other
  const power = (x: Matrix) => {
    let y = x;
    for (let k = 1; k < 10; k++) y = multiply(y, x);
    return y;
  };
  assertEquals(slope(power, 2), 10 * 2 ** 9);
  // a diamond: u = 2x, v = 3x, y = uv + u, and a way that ends in nothing
  const diamond = (x: Matrix) => {
    const u = multiply(x, 2), v = multiply(3, x);
    exp(v);
    return add(multiply(u, v), u);
  };
  assertEquals(slope(diamond, 5), 12 * 5 + 2);
});

Deno.test("gradient() walks each step once: a thousand diamonds in a row", () => {
  const halves = (x: Matrix) => {
    let y = x;
    for (let k = 0; k < 1000; k++) y = multiply(add(y, y), 0.5);
    return y;
  };
  assertEquals(slope(halves, 7), 1); // 2¹⁰⁰⁰ ways lead back to x
});

Deno.test("gradient() of a chain of 200 layers, and of 20,000 steps", () => {
  const w = 0.9, b = 0.1;
  const chain = (x: Matrix) => {
    let y = x;
    for (let k = 0; k < 200; k++) y = tanh(add(multiply(w, y), b));
    return y;
  };
  let y = 0.3, dy = 1; // forwards, beside the value
  for (let k = 0; k < 200; k++) {
    y = Math.tanh(w * y + b);
    dy *= w * (1 - y * y);
  }
  assertClose(slope(chain, 0.3), dy, "golden");
  const long = (x: Matrix) => {
    let y = x;
    for (let k = 0; k < 20_000; k++) y = add(y, 1);
    return y;
  };
  assertEquals(slope(long, 0), 1);
});

Deno.test("gradient() follows loops, conditions and closures as they ran", () => {
  const A = matrix([[1, 2], [3, 4]]);
  let calls = 0;
  const f = (x: Matrix) => {
    calls++;
    const isLarge = detach(sum(x)).item() > 10;
    let y = x;
    for (let k = 0; k < (isLarge ? 3 : 1); k++) y = matmul(y, A);
    if (isLarge) y = negate(y);
    return sum(y);
  };
  // y = x A, and y = -x A³ with A³ = [[37, 54], [81, 118]]
  assertEquals(gradient(f, matrix([1, 2])).toArray(), [[3, 7]]);
  assertEquals(gradient(f, matrix([10, 2])).toArray(), [[-91, -199]]);
  assertEquals(calls, 2);
});

Deno.test("gradient() meets numericalGradient() for random nets, with the same f", () => {
  forSeeds("both gradients", 100, (draw) => {
    const { at, loss, name } = drawNet(draw, {
      activations: ["sigmoid", "tanh"],
    });
    const exact = gradient(loss, at);
    const measured = numericalGradient(loss, at, { h: 1e-5 });
    for (const key of Object.keys(at)) {
      assertClose(measured[key]!, exact[key]!, "gradient", `${name} ${key}`);
    }
  });
});

Deno.test("valueAndGradient() has the bits of f(at), and gradient() those of both", () => {
  forSeeds("the same bits", 50, (draw) => {
    const { at, loss, name } = drawNet(draw);
    const [value, slopes] = valueAndGradient(loss, at);
    assertSame(value, loss(at), name);
    const again = gradient(loss, at);
    for (const key of Object.keys(at)) {
      assertSame(slopes[key]!, again[key]!, `${name} ${key}`);
    }
  });
});

Deno.test("gradient() is the same for parameters in either order in memory", () => {
  forSeeds("orders of parameters", 10, (draw) => {
    const x = drawMatrix(draw, 4, 2), W = drawMatrix(draw, 2, 3);
    const loss = (W: Matrix) => sum(sigmoid(matmul(x, W)));
    assertSame(
      gradient(loss, columnByColumn(W)),
      gradient(loss, rowByRow(W)),
    );
  });
});

Deno.test("gradient() through a transpose is the transpose of the gradient", () => {
  forSeeds("transposed use", 10, (draw) => {
    const x = drawMatrix(draw, 4, 2), W = drawMatrix(draw, 2, 3);
    const loss = (W: Matrix) => mean(tanh(matmul(x, W)));
    const across = gradient((V) => loss(transpose(V)), transpose(W));
    assertSame(transpose(across), gradient(loss, W));
  });
});

Deno.test("gradient() of parameters that the value does not use is 0, in their shape", () => {
  const at = { used: matrix([2]), unused: zeros(3, 4), none: zeros(0, 2) };
  const slopes = gradient(({ used }) => multiply(used, used), at);
  assertEquals(slopes.used.item(), 4);
  assertSame(slopes.unused, zeros(3, 4));
  assertSame(slopes.none, zeros(0, 2));
  // used, but not for the value
  const aside = gradient(({ used, unused }) => {
    exp(unused);
    return used;
  }, at);
  assertSame(aside.used, matrix([1]));
  assertSame(aside.unused, zeros(3, 4));
});

Deno.test("gradient() of a constant is 0", () => {
  const W = matrix([[1, 2], [3, 4]]), five = matrix([5]);
  for (const f of [() => five, () => sum(W), (V: Matrix) => sum(detach(V))]) {
    const [value, dW] = valueAndGradient(f, W);
    assertSame(value, f(W));
    assertSame(dW, zeros(2, 2));
  }
});

Deno.test("gradient() of the parameter itself is 1, and its value is the parameter", () => {
  const [value, dx] = valueAndGradient((x) => x, matrix([7]));
  assertEquals([value.item(), dx.item()], [7, 1]);
  assertEquals(value.toArray(), [[7]]); // a value that one may look at
});

Deno.test("gradient() leaves its parameters and every constant as they were", () => {
  forSeeds("untouched", 20, (draw) => {
    const at = Object.freeze({
      W: drawMatrix(draw, 3, 4),
      b: drawMatrix(draw, 1, 4),
    });
    const x = drawMatrix(draw, 5, 3), t = drawOneHot(draw, 5, 4);
    const all = [at.W, at.b, x, t], before = all.map(rowByRow);
    const slopes = gradient(
      ({ W, b }) => softmaxCrossEntropy(affine(x, W, b), t),
      at,
    );
    slopes.W.toFloat64Array().fill(9);
    all.forEach((one, i) => assertSame(one, before[i]!));
  });
});

Deno.test("gradient() gives f values that have a shape and no numbers", () => {
  gradient((W) => {
    assertEquals([W.rows, W.columns], [2, 3]);
    const y = matmul(W, zeros(3, 4));
    assertEquals([y.rows, y.columns], [2, 4]);
    return sum(y);
  }, zeros(2, 3));
});

Deno.test("detach() is a constant inside a gradient, and the matrix itself outside", () => {
  const W = matrix([2, 3]);
  assertStrictEquals(detach(W), W);
  const kept: Matrix[] = [];
  const dW = gradient((W) => {
    const constant = detach(multiply(W, W));
    kept.push(constant, detach(W));
    return sum(multiply(constant, W));
  }, W);
  assertSame(dW, matrix([4, 9]));
  assertSame(kept[0]!, matrix([4, 9])); // still there after the run
  assertSame(kept[1]!, W);
  assertStrictEquals(detach(kept[0]!), kept[0]);
});

Deno.test("detach() lets f look at a value and choose by it", () => {
  const f = (x: Matrix) => {
    const [[place]] = argMax(detach(x)).toArray() as [[number]];
    return sum(multiply(x, place));
  };
  assertEquals(gradient(f, matrix([1, 9, 2])).toArray(), [[1, 1, 1]]);
  assertEquals(gradient(f, matrix([1, 2, 9])).toArray(), [[2, 2, 2]]);
});

Deno.test("gradient() lets f throw what it likes, and works as before afterwards", () => {
  const W = matrix([[1, 2]]), before = rowByRow(W);
  const error = new SyntaxError("mine");
  let thrown: unknown;
  try {
    gradient((W) => {
      exp(W);
      throw error;
    }, W);
  } catch (found) {
    thrown = found;
  }
  assertStrictEquals(thrown, error);
  assertSame(W, before);
  assertEquals(gradient((W) => sum(multiply(W, W)), W).toArray(), [[2, 4]]);
});

Deno.test("gradient() lets f catch an error of its own and go on", () => {
  const dW = gradient((W) => {
    try {
      matmul(W, W);
    } catch {
      // 1x2 times 1x2
    }
    return sum(multiply(W, 3));
  }, matrix([1, 2]));
  assertEquals(dW.toArray(), [[3, 3]]);
});

Deno.test("gradient() inside f, of other values, is a constant there", () => {
  const squares = (y: Matrix) => sum(multiply(y, y));
  const dW = gradient((W) => {
    const inner = gradient(squares, matrix([3, 4]));
    const measured = numericalGradient(squares, matrix([1, 0]), { h: 0.5 });
    return sum(multiply(W, add(inner, measured)));
  }, matrix([1, 1]));
  assertEquals(dW.toArray(), [[8, 8]]);
  // Newton's step: the inner gradient is taken at a value that was let go.
  const detached = gradient((W) => {
    return sum(multiply(W, gradient(squares, detach(W))));
  }, matrix([1, 5]));
  assertEquals(detached.toArray(), [[2, 10]]);
});

Deno.test("gradient() of NaN is NaN and of infinities what arithmetic says", () => {
  const f = (x: Matrix) => sum(multiply(x, x));
  assertSame(gradient(f, matrix([NaN, 1])), matrix([NaN, 2]));
  assertSame(gradient(f, matrix([Infinity, -1])), matrix([Infinity, -2]));
  assertEquals(slope((x) => relu(multiply(x, NaN)), 1), NaN);
});

/** A descent that must arrive: gradients in earnest, one after the other. */
Deno.test("gradient() leads gradient descent to the least loss", () => {
  forSeeds("descent", 3, (draw: Draw) => {
    const x = drawMatrix(draw, 20, 3), W = drawMatrix(draw, 3, 2);
    const t = matmul(x, W);
    const loss = (V: Matrix) => {
      const error = subtract(matmul(x, V), t);
      return mean(multiply(error, error));
    };
    let V = zeros(3, 2);
    for (let step = 0; step < 2000; step++) {
      V = subtract(V, multiply(0.5, gradient(loss, V)));
    }
    assertClose(V, W, { rtol: 0, atol: 1e-9 });
    assert(loss(V).item() < 1e-18);
  });
});
