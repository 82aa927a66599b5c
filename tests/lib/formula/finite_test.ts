/** Where plain formulas overflow or lose their digits, and these do not. */
import { assertEquals } from "@std/assert";
import {
  cosineSimilarity,
  crossEntropyError,
  gradient,
  log,
  logSoftmax,
  type Matrix,
  matrix,
  oneHot,
  sigmoid,
  sigmoidCrossEntropy,
  softmax,
  softmaxCrossEntropy,
  sum,
} from "../../../mod.ts";
import { assertClose } from "../../_support/close.ts";
import { assertSame, build, drawMatrix } from "../../_support/matrices.ts";
import { forSeeds } from "../../_support/seeded.ts";

Deno.test("sigmoidCrossEntropy() is finite at ±1000 and keeps a small loss", () => {
  const loss = (z: number, t: number) =>
    sigmoidCrossEntropy(matrix([z]), matrix([t])).item();
  assertEquals(loss(1000, 1), 0);
  assertEquals(loss(-1000, 0), 0);
  assertEquals(loss(-1000, 1), 1000);
  assertEquals(loss(1000, 0), 1000);
  assertEquals(loss(Infinity, 1), 0);
  assertEquals(loss(0, 0.5), Math.LN2);
  // ln(1 + e^-40), by Python's decimal: -ln(sigmoid(40)) is 0 in doubles.
  assertClose(loss(40, 1), 4.248354255291589e-18, "golden");
});

Deno.test("sigmoidCrossEntropy() equals its definition, and sums over the columns", () => {
  forSeeds("binary", 20, (draw) => {
    const z = drawMatrix(draw, 5, 3, -4, 4);
    const t = build(5, 3, () => draw.integer(0, 4) / 4);
    const y = sigmoid(z).toFloat64Array(), T = t.toFloat64Array();
    let total = 0;
    y.forEach((p, i) => {
      total -= T[i]! * Math.log(p) + (1 - T[i]!) * Math.log(1 - p);
    });
    assertClose(sigmoidCrossEntropy(z, t).item(), total / 5, "golden");
  });
});

Deno.test("logSoftmax() keeps the logarithm of a probability near 1, and near 0", () => {
  const [row] = logSoftmax(matrix([-745, 0, -746])).toArray();
  // -ln(1 + e^-745 + e^-746): the smallest doubles.
  assertEquals(row, [-745, -5e-324, -746]);
  assertEquals(logSoftmax(matrix([1000, -1000])).toArray(), [[0, -2000]]);
  assertEquals(logSoftmax(matrix([3])).toArray(), [[0]]);
  forSeeds("logSoftmax", 20, (draw) => {
    const z = drawMatrix(draw, 3, 4, -3, 3);
    assertClose(logSoftmax(z), log(softmax(z)), { rtol: 1e-14, atol: 1e-15 });
  });
});

Deno.test("cross entropies with soft targets are the mixture of those with classes", () => {
  forSeeds("soft targets", 20, (draw) => {
    const z = drawMatrix(draw, 1, 3, -3, 3), y = softmax(z);
    const share = draw.integer(1, 3) / 4;
    const t = matrix([share, 0, 1 - share]);
    for (
      const [loss, x] of [[softmaxCrossEntropy, z], [
        crossEntropyError,
        y,
      ]] as const
    ) {
      const of = (k: number) => loss(x, oneHot([k], 3)).item();
      const expected = share * of(0) + (1 - share) * of(2);
      assertClose(loss(x, t).item(), expected, "golden");
    }
  });
  // One that was rounded, such as three thirds, is one.
  const third = matrix([1 / 3, 1 / 3, 1 / 3]);
  assertClose(
    softmaxCrossEntropy(matrix([0, 0, 0]), third).item(),
    Math.log(3),
    "golden",
  );
  const certain = matrix([0, 1 - 2 ** -53, 0]), z = matrix([1, 2, 3]);
  assertClose(
    softmaxCrossEntropy(z, certain).item(),
    softmaxCrossEntropy(z, oneHot([1], 3)).item(),
    "golden",
  );
});

Deno.test("soft targets keep what one-hot ones give bit for bit", () => {
  const z = matrix([[1, 2, 3], [3, 2, 1]]), t = oneHot([0, 2], 3);
  const mixed = matrix([[1, 0, 0], [0.5, 0.25, 0.25]]);
  const first = (t: Matrix) =>
    gradient((z) => softmaxCrossEntropy(z, t), z).toArray()[0];
  assertEquals(first(mixed), first(t));
});

Deno.test("cosineSimilarity() neither overflows nor vanishes", () => {
  for (const size of [1e-300, 1e-160, 1, 1e160, 1e308]) {
    const a = matrix([size, 0]), b = matrix([size / 2, size / 2]);
    assertClose(
      cosineSimilarity(a, b).item(),
      Math.SQRT1_2,
      "golden",
      `${size}`,
    );
  }
  assertSame(cosineSimilarity(matrix([0, 0]), matrix([1, 0])), matrix([NaN]));
  const words = matrix([[0, 0], [3, 4]]);
  const found = cosineSimilarity(words, matrix([3, 4]), { delta: 1e-8 });
  assertClose(found, [[0], [1]], { rtol: 1e-8, atol: 0 });
});

Deno.test("gradient() of cosineSimilarity() is at right angles to the vector", () => {
  forSeeds("cosine", 20, (draw) => {
    const a = drawMatrix(draw, 1, 5), b = drawMatrix(draw, 3, 5);
    const da = gradient((a) => sum(cosineSimilarity(a, b)), a);
    const along = da.toFloat64Array().reduce(
      (total, slope, k) => total + slope * a.at(0, k),
      0,
    );
    assertClose(along, 0, { rtol: 0, atol: 1e-14 });
  });
});
