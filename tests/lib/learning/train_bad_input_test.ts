/** What `train` refuses. */
import { assertEquals, assertRejects } from "@std/assert";
import {
  adam,
  matrix,
  Network,
  numpyRandom,
  oneHot,
  train,
  zeros,
} from "../../../mod.ts";
import { wrong } from "../../_support/matrices.ts";

Deno.test("train() refuses samples that do not fit", async () => {
  const random = numpyRandom(0), start = new Network([2, 3], random);
  const x = zeros(4, 2), t = oneHot([0, 1, 2, 0], 3);
  const needed = "Nx2 and Nx3 are needed, with N of 1 or more";
  const cases: [unknown, ErrorConstructor, string][] = [
    [undefined, TypeError, "x is undefined, a matrix is needed"],
    [{ x }, TypeError, "t is undefined, a matrix is needed"],
    [{ x: [[1, 2]], t }, TypeError, "x is an array of 1, a matrix is needed"],
    [{ x: zeros(4, 3), t }, RangeError, `x is 4x3 and t is 4x3, ${needed}`],
    [{ x, t: zeros(4, 2) }, RangeError, `x is 4x2 and t is 4x2, ${needed}`],
    [{ x: zeros(5, 2), t }, RangeError, `x is 5x2 and t is 4x3, ${needed}`],
    [
      { x: zeros(0, 2), t: zeros(0, 3) },
      RangeError,
      `x is 0x2 and t is 0x3, ${needed}`,
    ],
    [
      { x: matrix([[1, 2], [3, NaN], [5, 6], [7, 8]]), t },
      RangeError,
      "x is NaN in row 1, column 1, a finite number is needed",
    ],
  ];
  for (const [data, kind, message] of cases) {
    const error = await assertRejects(
      () => train(start, wrong(data), { random }),
      kind,
    );
    assertEquals(error.message, `Cannot train the network: ${message}`);
    assertEquals(error.constructor, kind);
    if (data === undefined) continue;
    const other = await assertRejects(
      () => train(start, { x, t }, { random, validation: wrong(data) }),
      kind,
    );
    const renamed = message.replace(/\b([xt]) is/g, "validation.$1 is");
    assertEquals(other.message, `Cannot train the network: ${renamed}`);
  }
  await assertRejects(
    () => train(start, { x, t: zeros(4, 3) }, { random }),
    RangeError,
    "row 0 of t has no 1, one-hot rows are needed",
  );
});

Deno.test("train() refuses options that it cannot follow", async () => {
  const random = numpyRandom(0), start = new Network([2, 3], random);
  const data = { x: zeros(2, 2), t: oneHot([0, 1], 3) };
  const cases: [unknown, ErrorConstructor, string][] = [
    [
      {},
      TypeError,
      "random is undefined, a function that returns numbers in [0, 1) is needed",
    ],
    [
      { random, optimizer: adam },
      TypeError,
      "the optimizer is a function, one such as adam() is needed",
    ],
    [
      { random, epochs: -1 },
      RangeError,
      "the number of epochs is -1, an integer of 0 or more is needed",
    ],
    [
      { random, epochs: "9" },
      TypeError,
      'the number of epochs is "9", a number is needed',
    ],
    [
      { random, batchSize: 0 },
      RangeError,
      "batchSize is 0, an integer of 1 or more is needed",
    ],
    [
      { random, batchSize: "9" },
      TypeError,
      'batchSize is "9", an integer of 1 or more is needed',
    ],
    [
      { random, patience: 1.5 },
      RangeError,
      "patience is 1.5, an integer of 1 or more is needed",
    ],
    [{ random, onEpoch: 1 }, TypeError, "onEpoch is 1, a function is needed"],
    [
      { random, signal: true },
      TypeError,
      "the signal is true, an AbortSignal is needed",
    ],
    [
      { random, learningRate: 1 },
      TypeError,
      'found the option "learningRate", known are random, optimizer, epochs, batchSize, validation, patience, onEpoch, signal',
    ],
    [
      { random: () => 1 },
      RangeError,
      "the source returned 1, a number in [0, 1) is needed",
    ],
    [
      { random: () => "0" },
      TypeError,
      'the source returned "0", a number in [0, 1) is needed',
    ],
  ];
  for (const [options, kind, message] of cases) {
    const error = await assertRejects(
      () => train(start, data, wrong(options)),
      kind,
    );
    assertEquals(error.message, `Cannot train the network: ${message}`);
    assertEquals(error.constructor, kind);
  }
  const error = await assertRejects(
    () => train(wrong([2, 3]), data, { random }),
    TypeError,
  );
  assertEquals(
    error.message,
    "Cannot train the network: found an array of 2, a Network is needed",
  );
});
