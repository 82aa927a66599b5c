/** What the operations with rules refuse, and how they say so. */
import * as kobai from "../../../mod.ts";
import { matrix, numpyRandom, ones, zeros } from "../../../mod.ts";
import { wrong } from "../../_support/matrices.ts";
import { assertRefuses, assertRefusesOptions } from "../../_support/refusal.ts";

const VERBS = {
  power: "raise",
  maximum: "compare",
  minimum: "compare",
  greater: "compare",
  less: "compare",
  greaterEqual: "compare",
  lessEqual: "compare",
};

for (const [name, verb] of Object.entries(VERBS)) {
  const operation = kobai[name as keyof typeof VERBS];

  Deno.test(`${name}() refuses shapes that do not fit, and what is no matrix`, () => {
    assertRefuses(
      () => operation(ones(2, 3), ones(3, 2)),
      RangeError,
      `Cannot ${verb} matrices: left is 2x3 and right is 3x2, the shapes must ` +
        "be equal, or one side a row, a column or a number that fits",
    );
    assertRefuses(
      () => operation(ones(2, 1), ones(1, 3)),
      RangeError,
      `Cannot ${verb} matrices: left is 2x1 and right is 1x3, the shapes must ` +
        "be equal: transpose(right) makes a column of the row; for all pairs " +
        "write multiply(left, ones(2, 3)) for left",
    );
    assertRefuses(
      () => operation(1, wrong([2])),
      TypeError,
      `Cannot ${verb}: right is an array of 1, a matrix or a number is needed`,
    );
  });
}

Deno.test("sqrt(), abs() and logSoftmax() refuse what is no matrix", () => {
  const needed = 'the operand is "4", a matrix or a number is needed';
  for (
    const [operation, action] of [
      [kobai.sqrt, "take the square root"],
      [kobai.abs, "take absolute values"],
      [kobai.logSoftmax, "take the logarithm of the softmax"],
    ] as const
  ) {
    assertRefuses(
      () => operation(wrong("4")),
      TypeError,
      `Cannot ${action}: ${needed}`,
    );
  }
});

Deno.test("where() refuses shapes of which none is large enough", () => {
  assertRefuses(
    () => kobai.where(ones(2, 1), ones(1, 3), 0),
    RangeError,
    "Cannot choose between matrices: the condition is 2x1, left is 1x3 and " +
      "right is 1x1, the shapes must be equal, or what is smaller a row, a " +
      "column or a number that fits",
  );
  assertRefuses(
    () => kobai.where(wrong(true), 1, 2),
    TypeError,
    "Cannot choose between matrices: the condition is true, " +
      "a matrix or a number is needed",
  );
});

Deno.test("clip() refuses limits that are no numbers, or the wrong way round", () => {
  const cases: [number, number, string][] = [
    [2, 1, "low is 2 and high is 1"],
    [NaN, 1, "low is NaN and high is 1"],
    [0, NaN, "low is 0 and high is NaN"],
  ];
  for (const [low, high, found] of cases) {
    assertRefuses(
      () => kobai.clip(1, low, high),
      RangeError,
      `Cannot clip: ${found}, numbers with low up to high are needed`,
    );
  }
  assertRefuses(
    () => kobai.clip(1, wrong(ones(1, 2)), 3),
    TypeError,
    "Cannot clip: low is a 1x2 matrix, a number is needed; " +
      "minimum(maximum(x, low), high) takes matrices",
  );
});

for (
  const [name, action] of [
    ["min", "find the smallest number"],
    ["argMin", "find where the smallest number is"],
    ["variance", "take the variance"],
    ["standardDeviation", "take the standard deviation"],
  ] as const
) {
  const reduce = kobai[name];

  Deno.test(`${name}() refuses options that it does not know, and no numbers`, () => {
    assertRefusesOptions((options) => reduce(1, options), action);
    assertRefuses(
      () => reduce(1, wrong({ axis: 0 })),
      TypeError,
      `Cannot ${action}: found the option "axis", { by: "column" } is ` +
        'NumPy\'s axis=0 and { by: "row" } its axis=1',
    );
    assertRefuses(
      () => reduce(1, wrong({ by: "rows" })),
      TypeError,
      `Cannot ${action}: by is "rows", "row" or "column" is needed`,
    );
    assertRefuses(
      () => reduce(zeros(0, 3), { by: "column" }),
      RangeError,
      `Cannot ${action}: the matrix is 0x3, at least one number is needed`,
    );
  });
}

Deno.test("variance() and standardDeviation() refuse corrections too large or negative", () => {
  for (
    const [name, action] of [
      ["variance", "take the variance"],
      ["standardDeviation", "take the standard deviation"],
    ] as const
  ) {
    assertRefuses(
      () => kobai[name](ones(1, 3), { by: "column", correction: 1 }),
      RangeError,
      `Cannot ${action}: the correction is 1 and there are 1 numbers, ` +
        "a correction below their number is needed",
    );
    assertRefuses(
      () => kobai[name](1, { correction: -1 }),
      RangeError,
      `Cannot ${action}: correction is -1, a finite number of 0 or more is needed`,
    );
    assertRefuses(
      () => kobai[name](1, { correction: wrong("1") }),
      TypeError,
      `Cannot ${action}: correction is "1", a number is needed`,
    );
  }
});

Deno.test("concatenate() refuses what cannot be joined", () => {
  const { concatenate } = kobai, action = "Cannot concatenate matrices";
  assertRefuses(
    () => concatenate([ones(2, 3), ones(2, 2)]),
    RangeError,
    `${action}: one has rows of 3 and another of 2, as many columns are ` +
      'needed; { join: "columns" } joins side by side',
  );
  assertRefuses(
    () => concatenate([ones(2, 3), ones(3, 3)], { join: "columns" }),
    RangeError,
    `${action}: one is 2x3 and another 3x3, as many rows are needed to join ` +
      "columns",
  );
  assertRefuses(
    () => concatenate([]),
    RangeError,
    `${action}: the list is empty, at least one matrix is needed`,
  );
  assertRefuses(
    () => concatenate(wrong(ones(2, 3))),
    TypeError,
    `${action}: found a 2x3 matrix, a list of matrices is needed`,
  );
  assertRefuses(
    () => concatenate([1, wrong([2])]),
    TypeError,
    `${action}: part 1 is an array of 1, a matrix or a number is needed`,
  );
  assertRefuses(
    () => concatenate([1], wrong({ axis: 1 })),
    TypeError,
    `${action}: found the option "axis", { join: "rows" } is NumPy's axis=0 ` +
      'and { join: "columns" } its axis=1',
  );
  assertRefuses(
    () => concatenate([1], { join: wrong("row") }),
    TypeError,
    `${action}: join is "row", "rows" or "columns" is needed`,
  );
  assertRefusesOptions(
    (options) => concatenate([1], options),
    "concatenate matrices",
  );
});

Deno.test("cosineSimilarity() refuses shapes that do not fit, and a negative delta", () => {
  const { cosineSimilarity } = kobai, action = "Cannot compare directions";
  for (const [rows, columns] of [[3, 3], [2, 2], [0, 3]] as const) {
    assertRefuses(
      () => cosineSimilarity(ones(2, 3), ones(rows, columns)),
      RangeError,
      `${action}: left is 2x3 and right is ${rows}x${columns}, ` +
        "the shapes must be equal, or one side a row that fits",
    );
  }
  assertRefuses(
    () => cosineSimilarity(1, 1, { delta: -1 }),
    RangeError,
    `${action}: delta is -1, a finite number of 0 or more is needed`,
  );
});

Deno.test("sigmoidCrossEntropy() refuses targets that are neither yes nor no", () => {
  for (const value of [2, -0.5, NaN]) {
    assertRefuses(
      () => kobai.sigmoidCrossEntropy(ones(2, 2), matrix([[0, 1], [value, 1]])),
      RangeError,
      "Cannot compute the binary cross entropy of scores: " +
        `t has ${value} in row 1, column 0, 1 for yes and 0 for no are ` +
        "needed, or a probability between them",
    );
  }
});

Deno.test("dropoutMask() refuses a ratio that is no probability below 1", () => {
  const action = "Cannot draw a dropout mask", random = numpyRandom(0);
  for (const ratio of [1, -0.1, NaN]) {
    assertRefuses(
      () => kobai.dropoutMask(random, 1, 2, { ratio }),
      RangeError,
      `${action}: ratio is ${ratio}, a number in [0, 1) is needed`,
    );
  }
  assertRefuses(
    () => kobai.dropoutMask(random, 1, 2, { ratio: wrong("0.5") }),
    TypeError,
    `${action}: ratio is "0.5", a number is needed`,
  );
  assertRefuses(
    () => kobai.dropoutMask(wrong(7), 1, 2),
    TypeError,
    `${action}: random is 7, a function that returns numbers in [0, 1) is needed`,
  );
  assertRefuses(
    () => kobai.dropoutMask(() => 1, 1, 2),
    RangeError,
    `${action}: the source returned 1, a number in [0, 1) is needed`,
  );
});

Deno.test("takeColumns() refuses columns that there are not, and what is no list", () => {
  assertRefuses(
    () => kobai.takeColumns(ones(5, 2), [0, 2]),
    RangeError,
    "Cannot take columns: index 1 is 2, an integer from 0 to 1 is needed",
  );
  assertRefuses(
    () => kobai.takeColumns(ones(5, 2), wrong(1)),
    TypeError,
    "Cannot take columns: indices is 1, a list of numbers is needed",
  );
});
