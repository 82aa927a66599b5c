import { assertEquals, assertStrictEquals } from "@std/assert";
import seedrandom from "seedrandom";
import {
  crossEntropyError,
  matmul,
  matrix,
  numpyRandom,
  randn,
  SimpleNet,
  softmax,
  transpose,
  zeros,
} from "../../../mod.ts";
import { assertClose } from "../../_support/close.ts";
import {
  assertSame,
  drawMatrix,
  drawOneHot,
  drawSize,
  wrong,
} from "../../_support/matrices.ts";
import { assertRefuses } from "../../_support/refusal.ts";
import { forSeeds } from "../../_support/seeded.ts";

Deno.test("SimpleNet keeps the weights that it is given", () => {
  const W = matrix([[1, 2, 3], [4, 5, 6]]);
  assertStrictEquals(new SimpleNet(W).W, W);
  assertEquals(new SimpleNet(transpose(zeros(3, 2))).W.rows, 2);
});

Deno.test("SimpleNet draws its weights from a random source", () => {
  assertSame(new SimpleNet(numpyRandom(0)).W, randn(numpyRandom(0), 2, 3));
  // np.random.seed(0); np.random.randn(2, 3), as NumPy prints it
  assertEquals(
    String(new SimpleNet(numpyRandom(0)).W),
    "array([[ 1.76405235,  0.40015721,  0.97873798],\n" +
      "       [ 2.2408932 ,  1.86755799, -0.97727788]])",
  );
  const net = () => new SimpleNet(seedrandom("lesson"));
  assertSame(net().W, net().W);
  const source = numpyRandom(1);
  const first = new SimpleNet(source), second = new SimpleNet(source);
  assertEquals(first.W.at(0, 0) === second.W.at(0, 0), false);
});

Deno.test("SimpleNet.predict() is xW and loss() the cross entropy of its softmax", () => {
  forSeeds("SimpleNet", 30, (draw) => {
    const W = drawMatrix(draw, 2, 3, -3, 3), net = new SimpleNet(W);
    const x = drawMatrix(draw, 1 + drawSize(draw), 2, -3, 3);
    const t = drawOneHot(draw, x.rows, 3);
    assertSame(net.predict(x), matmul(x, W));
    const expected = crossEntropyError(softmax(matmul(x, W)), t);
    assertClose(net.loss(x, t), expected, { rtol: 1e-12, atol: 1e-15 });
  });
});

Deno.test("SimpleNet refuses weights of another shape or kind", () => {
  for (const [rows, columns] of [[3, 2], [2, 2], [1, 6], [0, 3]] as const) {
    assertRefuses(
      () => new SimpleNet(zeros(rows, columns)),
      RangeError,
      `Cannot build the net: the weights are ${rows}x${columns}, 2x3 is needed`,
    );
  }
  const kinds: [unknown, string][] = [
    [undefined, "undefined"],
    [null, "null"],
    [0, "0"],
    ["lesson", '"lesson"'],
    [[[1, 2, 3], [4, 5, 6]], "an array of 2"],
  ];
  for (const [weights, found] of kinds) {
    assertRefuses(
      () => new SimpleNet(wrong(weights)),
      TypeError,
      `Cannot build the net: the weights are ${found}, ` +
        "a 2x3 matrix or a random source is needed",
    );
  }
});

Deno.test("SimpleNet refuses a random source that returns no number", () => {
  assertRefuses(
    () => new SimpleNet(wrong(() => "0.5")),
    TypeError,
    'Cannot draw normals: the source returned "0.5", ' +
      "a number in [0, 1) is needed",
  );
});

Deno.test("SimpleNet refuses inputs and targets that do not fit", () => {
  const net = new SimpleNet(zeros(2, 3));
  assertRefuses(
    () => net.predict(matrix([1, 2, 3])),
    RangeError,
    "Cannot multiply matrices: left is 1x3 and right is 2x3, " +
      "left columns must equal right rows",
  );
  assertRefuses(
    () => net.loss(matrix([2, 3]), matrix([[0, 0, 1], [0, 0, 1]])),
    RangeError,
    "Cannot compute the cross entropy of scores: z is 1x3 and t is 2x3, " +
      "both must have the same shape",
  );
  assertRefuses(
    () => net.loss(matrix([2, 3]), matrix([0, 0.5, 0.25])),
    RangeError,
    "Cannot compute the cross entropy of scores: " +
      "row 0 of t has the sum 0.75, " +
      "one-hot rows are needed: a single 1, otherwise 0 " +
      "(or probabilities with the sum 1); " +
      "oneHot(labels, classes) makes them from labels",
  );
  assertRefuses(
    () => net.predict(wrong([2, 3])),
    TypeError,
    "Cannot multiply matrices: left is an array of 2, " +
      "a matrix or a number is needed",
  );
});
