/** What `gradient` refuses of its caller, and in which words. */
import { assert, assertEquals } from "@std/assert";
import {
  crossEntropyError,
  detach,
  exp,
  gradient,
  matmul,
  type Matrix,
  matrix,
  softmax,
  softmaxCrossEntropy,
  sum,
  sumSquaredError,
  transpose,
  valueAndGradient,
  zeros,
} from "../../../mod.ts";
import { wrong } from "../../_support/matrices.ts";
import { assertRefuses } from "../../_support/refusal.ts";

const action = "Cannot take the gradient";

const W = matrix([1, 2]);

const over = "Cannot use a value of an earlier gradient: its run is over, " +
  "a value to keep is made by detach(x) inside the function";

Deno.test("gradient() refuses targets that depend on the parameters", () => {
  const y = matrix([0.5, 0.5]), t = matrix([0, 1]);
  const losses = { crossEntropyError, softmaxCrossEntropy };
  for (const [name, loss] of Object.entries(losses)) {
    for (const f of [(t: Matrix) => loss(y, t), (t: Matrix) => loss(t, t)]) {
      assertRefuses(
        () => gradient(f, t),
        TypeError,
        `Cannot differentiate ${name}: operand 2 depends on the parameters, ` +
          "it must be a constant; detach(x) makes it one",
      );
    }
    const dy = gradient((y) => loss(y, detach(y)), t);
    assertEquals([dy.rows, dy.columns], [1, 2]);
  }
  // Squared errors have no favourite side.
  const dt = gradient((t) => sumSquaredError(y, t), t);
  assertEquals(dt.toArray(), [[-0.5, 0.5]]);
});

Deno.test("gradient() of crossEntropyError() at a probability of 0 names the way out", () => {
  const t = matrix([[1, 0], [0, 1]]), y = matrix([[0.5, 0.5], [1, 0]]);
  const message =
    "Cannot take the gradient of the cross entropy: row 1 gives its class " +
    "the probability 0 (loss Infinity), more than 0 is needed; " +
    "softmaxCrossEntropy(scores, t) has a gradient there";
  const loss = (y: Matrix) => crossEntropyError(y, t);
  assertRefuses(() => gradient(loss, y), RangeError, message);
  const scores = matrix([[0, 0], [1000, 0]]);
  assertRefuses(
    () => gradient((z) => loss(softmax(z)), scores),
    RangeError,
    message,
  );
  const fused = gradient((z) => softmaxCrossEntropy(z, t), scores);
  assertEquals(fused.toArray(), [[-0.25, 0.25], [0.5, -0.5]]);
  const withDelta = gradient((y) => crossEntropyError(y, t, { delta: 0.5 }), y);
  assertEquals(withDelta.toArray(), [[-0.5, 0], [0, -1]]);
});

Deno.test("gradient() refuses results that are no 1x1 matrix", () => {
  const needed = "a 1x1 matrix such as a loss is needed";
  const kinds: [unknown, string][] = [
    [3, "3"],
    [undefined, "undefined"],
    [null, "null"],
    ["1", '"1"'],
    [[W], "an array of 1"],
    [{ loss: W }, "an object"],
    [Promise.resolve(sum(W)), "an object of class Promise"],
  ];
  for (const [result, found] of kinds) {
    for (const take of [gradient, valueAndGradient]) {
      assertRefuses(
        () => take(() => wrong<Matrix>(result), W),
        TypeError,
        `${action}: f returned ${found}, ${needed}`,
      );
    }
  }
  const shapes: [(x: Matrix) => Matrix, string][] = [
    [(x) => x, "1x2"],
    [(x) => matmul(transpose(x), x), "2x2"],
    [() => W, "1x2"],
    [() => zeros(0, 0), "0x0"],
  ];
  for (const [f, found] of shapes) {
    assertRefuses(
      () => gradient(f, W),
      RangeError,
      `${action}: f returned a ${found} matrix, ${needed}; ` +
        "sum(x) or mean(x) makes one",
    );
  }
});

Deno.test("gradient() refuses an f that awaits, whose promise nobody would see", () => {
  const later = async (x: Matrix) => {
    await Promise.resolve();
    return sum(x);
  };
  // What it does later is done with values of a run that is over.
  const promises: Promise<Matrix>[] = [];
  assertRefuses(
    () =>
      gradient((x) => {
        promises.push(later(x));
        return wrong<Matrix>(promises[0]);
      }, W),
    TypeError,
    `${action}: f returned an object of class Promise, ` +
      "a 1x1 matrix such as a loss is needed",
  );
  return promises[0]!.then(
    () => assert(false, "the promise was kept"),
    (error) => assertEquals(error.message, over),
  );
});

Deno.test("gradient() refuses parameters of other kinds, and names them", () => {
  class Net {
    readonly W = W;
    loss() {
      return sum(this.W);
    }
  }
  const needed = "a matrix, or arrays and records of matrices are needed";
  const kinds: [unknown, string][] = [
    [undefined, "the parameters are undefined"],
    [null, "the parameters are null"],
    [3, "the parameters are 3"],
    ["W", 'the parameters are "W"'],
    [() => W, "the parameters are a function"],
    [new Net(), "the parameters are an object of class Net"],
    [new Map([["W", W]]), "the parameters are an object of class Map"],
    [
      new Float64Array(2),
      "the parameters are an object of class Float64Array",
    ],
    [[[1, 2], [3, 4]], "[0][0] is 1"],
    [{ W, learningRate: 0.1 }, "learningRate is 0.1"],
    [{ W, b: undefined }, "b is undefined"],
    [{ layers: [{ W }, new Net()] }, "layers[1] is an object of class Net"],
    [
      { layers: [{ W, activation: exp }] },
      "layers[0].activation is a function",
    ],
  ];
  let calls = 0;
  for (const [at, found] of kinds) {
    for (const take of [gradient, valueAndGradient]) {
      assertRefuses(
        () => take(() => (calls++, sum(W)), wrong<Matrix>(at)),
        TypeError,
        `${action}: ${found}, ${needed}`,
      );
    }
  }
  assertEquals(calls, 0);
});

Deno.test("gradient() refuses an f that is no function", () => {
  const kinds: [unknown, string][] = [
    [undefined, "undefined"],
    [W, "a 1x2 matrix"],
    ["loss", '"loss"'],
  ];
  for (const [f, found] of kinds) {
    assertRefuses(
      () => gradient(wrong<() => Matrix>(f), W),
      TypeError,
      `${action}: f is ${found}, a function is needed`,
    );
  }
});

Deno.test("gradient() lets an operation's own refusals through", () => {
  assertRefuses(
    () => gradient((x) => matmul(x, x), W),
    RangeError,
    "Cannot multiply matrices: left is 1x2 and right is 1x2, " +
      "left columns must equal right rows",
  );
});

Deno.test("detach() refuses what is no matrix", () => {
  assertRefuses(
    () => detach(wrong<Matrix>(3)),
    TypeError,
    "Cannot detach: x is 3, a matrix is needed",
  );
});
