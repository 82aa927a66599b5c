import { assertEquals } from "@std/assert";
import { fromFloat64Array, matrix, ones, zeros } from "../../../mod.ts";
import { columnByColumn, wrong } from "../../_support/matrices.ts";
import { assertRefuses } from "../../_support/refusal.ts";

/** Values that are no number, and how an error names them. */
const NO_NUMBERS: [unknown, string][] = [
  ["2", '"2"'],
  [null, "null"],
  [undefined, "undefined"],
  [2n, "2n"],
  [true, "true"],
  [Symbol("two"), "Symbol(two)"],
  [[2], "an array of 1"],
  [{ a: 2 }, "an object"],
  [() => 2, "a function"],
  [matrix([2]), "a 1x1 matrix"],
  [new Date(0), "an object of class Date"],
];

function assertMatrixRefuses(
  rows: unknown,
  kind: RangeErrorConstructor | TypeErrorConstructor,
  message: string,
): void {
  assertRefuses(
    () => matrix(wrong<number[]>(rows)),
    kind,
    `Cannot make a matrix: ${message}`,
  );
}

Deno.test("matrix() refuses what is no list", () => {
  const cases: [unknown, string][] = [
    [undefined, "undefined"],
    [null, "null"],
    [3, "3"],
    ["1, 2", '"1, 2"'],
    [{ 0: 1, length: 1 }, "an object"],
    [new Float32Array(2), "an object of class Float32Array"],
    [zeros(2, 3), "a 2x3 matrix"],
  ];
  for (const [value, name] of cases) {
    const message = `found ${name}, a list of rows is needed`;
    assertMatrixRefuses(value, TypeError, message);
  }
  assertMatrixRefuses(
    new Float64Array(2),
    TypeError,
    "found an object of class Float64Array, a list of rows is needed; " +
      "fromFloat64Array(values, rows, columns) takes such an array",
  );
});

Deno.test("matrix() refuses an empty list", () => {
  assertMatrixRefuses(
    [],
    RangeError,
    "the list is empty, at least one row is needed; " +
      "write zeros(0, columns) for a matrix without rows",
  );
});

Deno.test("matrix() refuses ragged rows and names the first", () => {
  const needed = "all rows must have the same length";
  const cases: [number[][], string][] = [
    [[[1], [2, 3], [4, 5, 6]], "row 1 has 2 columns and row 0 has 1"],
    [[[1, 2], [3, 4], [5]], "row 2 has 1 columns and row 0 has 2"],
    [[[1, 2], []], "row 1 has 0 columns and row 0 has 2"],
    [[[], [1]], "row 1 has 1 columns and row 0 has 0"],
  ];
  for (const [rows, found] of cases) {
    assertMatrixRefuses(rows, RangeError, `${found}, ${needed}`);
  }
});

Deno.test("matrix() refuses numbers among rows and rows among numbers", () => {
  assertMatrixRefuses(
    [[1], 2],
    TypeError,
    "row 1 is 2, a list of numbers is needed",
  );
  assertMatrixRefuses(
    [1, [2]],
    TypeError,
    "row 0, column 1 is an array of 1, a number is needed",
  );
  assertMatrixRefuses(
    [[1, 2], null],
    TypeError,
    "row 1 is null, a list of numbers is needed",
  );
});

Deno.test("matrix() refuses what is no number and names its place", () => {
  for (const [value, name] of NO_NUMBERS) {
    assertMatrixRefuses(
      [[1, 2], [3, value]],
      TypeError,
      `row 1, column 1 is ${name}, a number is needed`,
    );
    assertMatrixRefuses(
      [0, 1, value],
      TypeError,
      `row 0, column 2 is ${name}, a number is needed`,
    );
  }
});

Deno.test("matrix() refuses holes and nests of more than two levels", () => {
  const hole = "is undefined, a number is needed";
  const holes = [1, , 3]; // deno-lint-ignore-line no-sparse-arrays
  assertMatrixRefuses(holes, TypeError, `row 0, column 1 ${hole}`);
  assertMatrixRefuses([[1, 2, 3], holes], TypeError, `row 1, column 1 ${hole}`);
  assertMatrixRefuses(new Array(2), TypeError, `row 0, column 0 ${hole}`);
  assertMatrixRefuses(
    [[[1, 2]]],
    TypeError,
    "row 0, column 0 is an array of 2, a number is needed",
  );
});

Deno.test("zeros() and ones() refuse sizes that are none", () => {
  const makers = [
    [zeros, "make a matrix of zeros"],
    [ones, "make a matrix of ones"],
  ] as const;
  for (const [make, action] of makers) {
    for (const size of [-1, 1.5, NaN, Infinity, -Infinity, 0.1 + 0.2]) {
      const needed = "an integer of 0 or more is needed";
      assertRefuses(
        () => make(size, 2),
        RangeError,
        `Cannot ${action}: the number of rows is ${size}, ${needed}`,
      );
      assertRefuses(
        () => make(2, size),
        RangeError,
        `Cannot ${action}: the number of columns is ${size}, ${needed}`,
      );
    }
    for (const [value, name] of NO_NUMBERS) {
      assertRefuses(
        () => make(wrong<number>(value), 2),
        TypeError,
        `Cannot ${action}: the number of rows is ${name}, a number is needed`,
      );
      assertRefuses(
        () => make(2, wrong<number>(value)),
        TypeError,
        `Cannot ${action}: the number of columns is ${name}, a number is needed`,
      );
    }
    assertRefuses(
      () => make(2 ** 20, 2 ** 20),
      RangeError,
      `Cannot ${action}: 1048576x1048576 is 1099511627776 numbers, ` +
        "at most 2**31 fit",
    );
  }
});

Deno.test("fromFloat64Array() refuses other kinds and sizes that do not fit", () => {
  const action = "Cannot make a matrix from an array";
  const other: [unknown, string][] = [
    [[1, 2], "an array of 2"],
    [new Float32Array(2), "an object of class Float32Array"],
    [undefined, "undefined"],
    [zeros(1, 2), "a 1x2 matrix"],
  ];
  for (const [value, name] of other) {
    assertRefuses(
      () => fromFloat64Array(wrong(value), 1, 2),
      TypeError,
      `${action}: found ${name}, a Float64Array is needed`,
    );
  }
  const five = new Float64Array(5);
  assertRefuses(
    () => fromFloat64Array(five, 2, 3),
    RangeError,
    `${action}: the array has 5 numbers, 2x3 needs 6`,
  );
  assertRefuses(
    () => fromFloat64Array(five, 2, 2),
    RangeError,
    `${action}: the array has 5 numbers, 2x2 needs 4`,
  );
  assertRefuses(
    () => fromFloat64Array(five, -1, -5),
    RangeError,
    `${action}: the number of rows is -1, an integer of 0 or more is needed`,
  );
  assertRefuses(
    () => fromFloat64Array(five, wrong(undefined), 5),
    TypeError,
    `${action}: the number of rows is undefined, a number is needed`,
  );
});

Deno.test("at() refuses a place that is none, in both orders", () => {
  const action = "Cannot read a number of a matrix";
  const x = matrix([[1, 2, 3], [4, 5, 6]]);
  for (const same of [x, columnByColumn(x)]) {
    for (const row of [2, 3, -1, 0.5, NaN, Infinity]) {
      assertRefuses(
        () => same.at(row, 0),
        RangeError,
        `${action}: the row is ${row}, an integer from 0 to 1 is needed`,
      );
    }
    assertRefuses(
      () => same.at(1, 3),
      RangeError,
      `${action}: the column is 3, an integer from 0 to 2 is needed`,
    );
    assertRefuses(
      () => same.at(wrong("0"), 0),
      TypeError,
      `${action}: the row is "0", a number is needed`,
    );
    assertRefuses(
      () => same.at(0, wrong(undefined)),
      TypeError,
      `${action}: the column is undefined, a number is needed`,
    );
  }
  assertRefuses(
    () => matrix([5]).at(0, 1),
    RangeError,
    `${action}: the column is 1, an integer from 0 to 0 is needed`,
  );
  assertRefuses(
    () => zeros(0, 3).at(0, 0),
    RangeError,
    `${action}: the row is 0, but there is none to choose from`,
  );
});

Deno.test("item() refuses what is not 1x1", () => {
  for (const x of [zeros(2, 3), zeros(1, 2), zeros(2, 1), zeros(0, 0)]) {
    assertRefuses(
      () => x.item(),
      RangeError,
      `Cannot take the number of a matrix: it is ${x.rows}x${x.columns}, ` +
        "it must be 1x1; use at(row, column) or toArray()",
    );
  }
});

Deno.test("matrix() leaves nothing behind when it refuses", () => {
  for (let i = 0; i < 50; i++) {
    try {
      matrix([[1, 2, 3], [4, 5, wrong<number>("6")]]);
    } catch {
      assertEquals(zeros(3, 3).toArray(), [[0, 0, 0], [0, 0, 0], [0, 0, 0]]);
    }
  }
});
