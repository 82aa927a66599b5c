import {
  crossEntropyError,
  type Matrix,
  matrix,
  numericalGradient,
  sigmoidCrossEntropy,
  softmaxCrossEntropy,
  sumSquaredError,
  transpose,
  zeros,
} from "../../../mod.ts";
import { assertClose } from "../../_support/close.ts";
import { columnByColumn, wrong } from "../../_support/matrices.ts";
import { assertRefuses, assertRefusesOptions } from "../../_support/refusal.ts";

const LOSSES = [
  {
    name: "sumSquaredError",
    loss: sumSquaredError,
    first: "y",
    action: "compute the sum of squared errors",
  },
  {
    name: "crossEntropyError",
    loss: crossEntropyError,
    first: "y",
    action: "compute the cross entropy",
  },
  {
    name: "softmaxCrossEntropy",
    loss: softmaxCrossEntropy,
    first: "z",
    action: "compute the cross entropy of scores",
  },
  {
    name: "sigmoidCrossEntropy",
    loss: sigmoidCrossEntropy,
    first: "z",
    action: "compute the binary cross entropy of scores",
  },
] as const;

for (const { name, loss, first, action } of LOSSES) {
  Deno.test(`${name}() refuses shapes that differ, one row for many too`, () => {
    const cases: [number, number, number, number][] = [
      [2, 3, 3, 2],
      [2, 3, 1, 3],
      [1, 3, 3, 1],
      [4, 1, 4, 2],
    ];
    for (const [rows, columns, others, classes] of cases) {
      assertRefuses(
        () => loss(zeros(rows, columns), zeros(others, classes)),
        RangeError,
        `Cannot ${action}: ${first} is ${rows}x${columns} and ` +
          `t is ${others}x${classes}, both must have the same shape`,
      );
    }
    assertRefuses(
      () => loss(transpose(zeros(2, 3)), zeros(2, 3)),
      RangeError,
      `Cannot ${action}: ${first} is 3x2 and t is 2x3, ` +
        "both must have the same shape",
    );
  });

  Deno.test(`${name}() refuses to take the mean of no sample`, () => {
    for (const [rows, columns] of [[0, 3], [3, 0], [0, 0]] as const) {
      const none = zeros(rows, columns);
      assertRefuses(
        () => loss(none, none),
        RangeError,
        `Cannot ${action}: ${first} is ${rows}x${columns}, a sample is needed`,
      );
    }
  });

  Deno.test(`${name}() refuses operands that are no matrix`, () => {
    const y = matrix([0, 1]);
    const cases: [unknown, string][] = [
      [undefined, "undefined"],
      [null, "null"],
      [0.5, "0.5"],
      [[0, 1], "an array of 2"],
      ["01", '"01"'],
      [{}, "an object"],
    ];
    for (const [value, found] of cases) {
      assertRefuses(
        () => loss(wrong(value), y),
        TypeError,
        `Cannot ${action}: ${first} is ${found}, a matrix is needed`,
      );
      assertRefuses(
        () => loss(y, wrong(value)),
        TypeError,
        `Cannot ${action}: t is ${found}, a matrix is needed`,
      );
    }
  });

  if (name === "sumSquaredError" || name === "sigmoidCrossEntropy") continue;

  Deno.test(`${name}() refuses targets that are not one-hot and no probabilities`, () => {
    const y = matrix([[0.2, 0.3, 0.5], [0.2, 0.3, 0.5]]);
    const needed = "one-hot rows are needed: a single 1, otherwise 0 " +
      "(or probabilities with the sum 1); " +
      "oneHot(labels, classes) makes them from labels";
    const cases: [number[], string][] = [
      [[0, 0, 0], "row 1 of t has no 1"],
      [[1, 0, 1], "row 1 of t has more than one 1"],
      [[1, 1, 1], "row 1 of t has more than one 1"],
      [[0.5, 0.25, 0], "row 1 of t has the sum 0.75"],
      [[0.5, 0, 1], "row 1 of t has the sum 1.5"],
      [[0, 0.999999, 0], "row 1 of t has the sum 0.999999"],
      [[0.5, 1.5, -1], "t has 1.5 in row 1, column 1"],
      [[0, 0, 2], "t has 2 in row 1, column 2"],
      [[1, 0, -1], "t has -1 in row 1, column 2"],
      [[0, NaN, 1], "t has NaN in row 1, column 1"],
      [[Infinity, 0, 0], "t has Infinity in row 1, column 0"],
    ];
    for (const [row, found] of cases) {
      const t = matrix([[1, 0, 0], row]);
      for (const same of [t, columnByColumn(t)]) {
        assertRefuses(
          () => loss(y, same),
          RangeError,
          `Cannot ${action}: ${found}, ${needed}`,
        );
      }
    }
  });

  Deno.test(`${name}() refuses labels where one-hot rows are needed`, () => {
    assertRefuses(
      () => loss(zeros(3, 1), matrix([[0], [1], [2]])),
      RangeError,
      `Cannot ${action}: row 0 of t has no 1, ` +
        "one-hot rows are needed: a single 1, otherwise 0 " +
        "(or probabilities with the sum 1); " +
        "oneHot(labels, classes) makes them from labels",
    );
    for (const t of [matrix([0, 1, 2]), matrix([[0], [1], [2]])]) {
      assertRefuses(
        () => loss(zeros(3, 4), t),
        RangeError,
        `Cannot ${action}: ${first} is 3x4 and t is ${t.rows}x${t.columns}, ` +
          "one-hot rows are needed: " +
          "oneHot(labels, 4) makes them from a list of labels",
      );
    }
  });

  Deno.test(`${name}() takes -0 for 0 in one-hot rows`, () => {
    loss(matrix([0.5, 0.5]), matrix([1, -0]));
  });
}

Deno.test("crossEntropyError() refuses scores, and names what takes them", () => {
  const cases: [number[], string][] = [
    [[2.5, 0.3, -1], "2.5 in row 1, column 0"], // its loss would be below 0
    [[0.5, -0.1, 0.6], "-0.1 in row 1, column 1"],
    [[-5e-324, 0.5, 0.5], "-5e-324 in row 1, column 0"],
    [[0, 0, 1.0011], "1.0011 in row 1, column 2"],
    [[0, Infinity, 0], "Infinity in row 1, column 1"],
  ];
  const t = matrix([[0, 1, 0], [1, 0, 0]]);
  for (const [row, found] of cases) {
    for (const delta of [0, 1e-7, 5]) {
      assertRefuses(
        () => crossEntropyError(matrix([[0, 1, 0], row]), t, { delta }),
        RangeError,
        `Cannot compute the cross entropy: y has ${found}, ` +
          "probabilities from 0 to 1 are needed; " +
          "softmaxCrossEntropy(z, t) takes scores",
      );
    }
  }
  // A numerical gradient looks a little beyond 1.
  const slope = numericalGradient(
    (y: Matrix) => crossEntropyError(y, matrix([1, 0])),
    matrix([1, 0.5]),
  );
  assertClose(slope, [[-1, 0]], { rtol: 1e-7, atol: 0 });
});

Deno.test("crossEntropyError() refuses a delta that is none", () => {
  const y = matrix([0.5, 0.5]), t = matrix([1, 0]);
  const action = "Cannot compute the cross entropy";
  for (const delta of [-1e-7, NaN, Infinity, -Infinity]) {
    assertRefuses(
      () => crossEntropyError(y, t, { delta }),
      RangeError,
      `${action}: delta is ${delta}, a finite number of 0 or more is needed`,
    );
  }
  const kinds: [unknown, string][] = [
    ["1e-7", '"1e-7"'],
    [null, "null"],
    [y, "a 1x2 matrix"],
    [0n, "0n"],
  ];
  for (const [delta, found] of kinds) {
    assertRefuses(
      () => crossEntropyError(y, t, { delta: wrong<number>(delta) }),
      TypeError,
      `${action}: delta is ${found}, a number is needed`,
    );
  }
});

Deno.test("crossEntropyError() refuses options that are no object", () => {
  const y = matrix([0.5, 0.5]), t = matrix([1, 0]);
  const call = (options: never) => crossEntropyError(y, t, options);
  assertRefusesOptions(call, "compute the cross entropy");
});
