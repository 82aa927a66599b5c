import {
  crossEntropyError,
  matrix,
  softmaxCrossEntropy,
  sumSquaredError,
  transpose,
  zeros,
} from "../../../mod.ts";
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
] as const;

for (const { name, loss, first, action } of LOSSES) {
  Deno.test(`${name}() refuses shapes that differ, one row for many too`, () => {
    const cases = [[2, 3, 3, 2], [2, 3, 1, 3], [1, 3, 3, 1], [
      4,
      1,
      4,
      2,
    ]] as const;
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

  if (name === "sumSquaredError") continue;

  Deno.test(`${name}() refuses targets that are not one-hot`, () => {
    const y = matrix([[0.2, 0.3, 0.5], [0.2, 0.3, 0.5]]);
    const needed = "one-hot rows are needed: a single 1, otherwise 0";
    const cases: [number[], string][] = [
      [[0, 0, 0], "row 1 of t has no 1"],
      [[1, 0, 1], "row 1 of t has more than one 1"],
      [[1, 1, 1], "row 1 of t has more than one 1"],
      [[0.5, 0.5, 0], "t has 0.5 in row 1, column 0"],
      [[0, 0, 2], "t has 2 in row 1, column 2"],
      [[1, 0, -1], "t has -1 in row 1, column 2"],
      [[0, NaN, 1], "t has NaN in row 1, column 1"],
      [[Infinity, 0, 0], "t has Infinity in row 1, column 0"],
      [[0, 1 - 2 ** -53, 0], "t has 0.9999999999999999 in row 1, column 1"],
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
        "one-hot rows are needed: a single 1, otherwise 0",
    );
  });

  Deno.test(`${name}() takes -0 for 0 in one-hot rows`, () => {
    loss(matrix([0.5, 0.5]), matrix([1, -0]));
  });
}

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
