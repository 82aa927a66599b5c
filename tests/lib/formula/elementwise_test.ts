import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import {
  add,
  divide,
  exp,
  fromFloat64Array,
  log,
  type Matrix,
  matrix,
  type MatrixLike,
  multiply,
  negate,
  ones,
  subtract,
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
  drawSize,
  SHAPES,
  wrong,
} from "../../_support/matrices.ts";
import { matrixIn, numbersIn } from "../../_support/numpy_golden.ts";
import { assertRefuses } from "../../_support/refusal.ts";
import { forSeeds } from "../../_support/seeded.ts";
import golden from "../../golden/numpy_arithmetic.json" with { type: "json" };

/** Each operation of two operands beside the operator it stands for. */
const PAIRS: Record<string, {
  operation: (a: MatrixLike, b: MatrixLike) => Matrix;
  operator: (a: number, b: number) => number;
}> = {
  add: { operation: add, operator: (a, b) => a + b },
  subtract: { operation: subtract, operator: (a, b) => a - b },
  multiply: { operation: multiply, operator: (a, b) => a * b },
  divide: { operation: divide, operator: (a, b) => a / b },
};

/** The shape of one side that the other can be repeated to, if there is one. */
function together(a: Matrix, b: Matrix): [number, number] | undefined {
  const whole = [a, b].find(({ rows, columns }) =>
    [a, b].every((x) =>
      [rows, 1].includes(x.rows) && [columns, 1].includes(x.columns)
    )
  );
  return whole && [whole.rows, whole.columns];
}

/** Row and column `i`, `j` of a matrix that is repeated as often as needed. */
function repeated(x: Matrix): (i: number, j: number) => number {
  const rows = x.toArray();
  return (i, j) => rows[x.rows === 1 ? 0 : i]![x.columns === 1 ? 0 : j]!;
}

function assertBroadcasts(name: string, a: Matrix, b: Matrix): void {
  const { operation, operator } = PAIRS[name]!;
  const label = `${name} ${a.rows}x${a.columns} and ${b.rows}x${b.columns}`;
  const shape = together(a, b);
  if (shape === undefined) {
    const advice = (column: string, row: string, size: string) =>
      `the shapes must be equal: transpose(${row}) makes a column of the row; ` +
      `for all pairs write multiply(${column}, ones(${size})) for ${column}`;
    const needed = a.columns === 1 && b.rows === 1
      ? advice("left", "right", `${a.rows}, ${b.columns}`)
      : a.rows === 1 && b.columns === 1
      ? advice("right", "left", `${b.rows}, ${a.columns}`)
      : "the shapes must be equal, or one side a row, a column or a number " +
        "that fits";
    assertRefuses(
      () => operation(a, b),
      RangeError,
      `Cannot ${name} matrices: left is ${a.rows}x${a.columns} and ` +
        `right is ${b.rows}x${b.columns}, ${needed}`,
    );
    return;
  }
  const left = repeated(a), right = repeated(b);
  const expected = build(
    ...shape,
    (i, j) => operator(left(i, j), right(i, j)),
  );
  assertSame(operation(a, b), expected, label);
}

for (const [name, { operation, operator }] of Object.entries(PAIRS)) {
  Deno.test(`${name}() repeats a row, a column or a number, and refuses the rest`, () => {
    const sizes = [0, 1, 2, 3, 5];
    forSeeds(`${name} every pair`, 1, (draw) => {
      for (const i of sizes) {
        for (const j of sizes) {
          for (const k of sizes) {
            for (const l of sizes) {
              const a = drawMatrix(draw, i, j, -9, 9);
              const b = drawMatrix(draw, k, l, -9, 9);
              assertBroadcasts(name, a, b);
            }
          }
        }
      }
    });
  });

  Deno.test(`${name}() equals explicit repetition in random shapes and orders`, () => {
    forSeeds(`${name} broadcasts`, 60, (draw) => {
      const rows = drawSize(draw, 30), columns = drawSize(draw, 30);
      const x = drawMatrix(draw, rows, columns);
      const others = [
        drawMatrix(draw, rows, columns),
        drawMatrix(draw, 1, columns),
        drawMatrix(draw, rows, 1),
        drawMatrix(draw, 1, 1),
      ];
      for (const other of others) {
        assertBroadcasts(name, x, other);
        assertBroadcasts(name, other, x);
      }
    });
  });

  Deno.test(`${name}() of a column and a row is refused, and told how to write`, () => {
    const t = matrix([[1], [2], [3]]), y = matrix([1, 2, 4]);
    // A mean squared error of these would be one of nine pairs.
    const { message } = assertThrows(() => operation(y, t), RangeError);
    assertStringIncludes(message, "transpose(left)");
    const column = build(3, 1, (i) => operator([1, 2, 4][i]!, i + 1));
    assertSame(operation(transpose(y), t), column);
    assertStringIncludes(message, "multiply(right, ones(3, 3)) for right");
    const pairs = operation(y, multiply(t, ones(3, 3)));
    const expected = build(3, 3, (i, j) => operator([1, 2, 4][j]!, i + 1));
    assertSame(pairs, expected);
  });

  Deno.test(`${name}() takes numbers for 1x1 matrices`, () => {
    for (const [rows, columns] of SHAPES) {
      const x = build(rows, columns, (i, j) => i - j + 0.3);
      for (const number of [2.5, 0, -0, NaN, -Infinity]) {
        const one = matrix([number]);
        assertSame(operation(x, number), operation(x, one));
        assertSame(operation(number, x), operation(one, x));
      }
    }
    assertSameNumbers([operation(7, 3).item()], [operator(7, 3)]);
  });

  Deno.test(`${name}() meets NumPy at zeros, infinities, NaN and the extremes`, () => {
    const row = numbersIn(golden.arithmetic.numbers), n = row.length;
    const table = golden.arithmetic[name as "add"];
    const a = fromFloat64Array(row, n, 1), b = fromFloat64Array(row, 1, n);
    const left = multiply(a, ones(n, n)), right = multiply(b, ones(n, n));
    assertSame(operation(left, b), matrixIn(table, [n, n]));
    assertSame(operation(a, right), matrixIn(table, [n, n]));
    row.forEach((left, i) =>
      row.forEach((right, j) =>
        assertSameNumbers(
          [operation(left, right).item()],
          [matrixIn(table, [n, n]).at(i, j)],
        )
      )
    );
  });

  Deno.test(`${name}() refuses operands that are neither matrix nor number`, () => {
    const x = zeros(2, 2);
    const cases: [unknown, string][] = [
      [undefined, "undefined"],
      [null, "null"],
      ["2", '"2"'],
      [2n, "2n"],
      [[1, 2], "an array of 2"],
      [{}, "an object"],
      [new Float64Array(2), "an object of class Float64Array"],
    ];
    for (const [value, found] of cases) {
      const needed = "a matrix or a number is needed";
      assertRefuses(
        () => operation(wrong(value), x),
        TypeError,
        `Cannot ${name}: left is ${found}, ${needed}`,
      );
      assertRefuses(
        () => operation(x, wrong(value)),
        TypeError,
        `Cannot ${name}: right is ${found}, ${needed}`,
      );
    }
  });
}

const { elementwise } = golden;
const x = numbersIn(elementwise.x), above = numbersIn(elementwise.above);

/**
 * Finite numbers to 2 units in the last place, which is what NumPy's own
 * vector routines allow themselves; anything else exactly.
 */
function assertNear(y: Matrix, expected: Float64Array, label: string): void {
  const values = y.toFloat64Array();
  assertEquals(values.length, expected.length);
  expected.forEach((value, i) => {
    const place = `${label}, number ${i}`;
    if (!Number.isFinite(value)) {
      assertSameNumbers([values[i]!], [value], place);
    } else {
      const tolerance = { rtol: 2 ** -51, atol: 5e-324 };
      assertClose(values[i]!, value, tolerance, place);
    }
  });
}

Deno.test("exp() and log() meet NumPy within 2 units in the last place", () => {
  assertEquals([x.length, above.length], [159, 152]);
  assertNear(exp(matrix([...x])), numbersIn(elementwise.exp), "exp");
  assertNear(log(matrix([...above])), numbersIn(elementwise.log), "log");
});

Deno.test("negate() changes every sign, that of zero too", () => {
  assertSameNumbers(
    negate(matrix([...x])).toFloat64Array(),
    numbersIn(elementwise.negate),
  );
  assertSameNumbers(negate(matrix([0, -0])).toArray()[0]!, [-0, 0]);
});

Deno.test("exp() and log() at their edges", () => {
  assertSameNumbers(
    exp(matrix([0, -0, -Infinity, Infinity, NaN, 1000, -1000, 1]))
      .toArray()[0]!,
    [1, 1, 0, Infinity, NaN, Infinity, 0, Math.E],
  );
  assertSameNumbers(
    log(matrix([1, 0, -0, -1, -Infinity, Infinity, NaN])).toArray()[0]!,
    [0, -Infinity, -Infinity, NaN, NaN, Infinity, NaN],
  );
});

for (
  const [name, operation, number, action] of [
    ["negate", negate, (x: number) => -x, "negate"],
    ["exp", exp, Math.exp, "take the exponential"],
    ["log", log, Math.log, "take the logarithm"],
  ] as const
) {
  Deno.test(`${name}() takes every shape and order, number by number`, () => {
    for (const [rows, columns] of SHAPES) {
      const x = build(rows, columns, (i, j) => 0.5 + i / 3 + j / 7);
      const expected = build(rows, columns, (i, j) => number(x.at(i, j)));
      assertSame(operation(x), expected);
      assertSame(operation(columnByColumn(x)), expected);
    }
    assertSameNumbers([operation(2).item()], [number(2)]);
  });

  Deno.test(`${name}() refuses what is neither matrix nor number`, () => {
    assertRefuses(
      () => operation(wrong([1])),
      TypeError,
      `Cannot ${action}: the operand is an array of 1, ` +
        "a matrix or a number is needed",
    );
  });
}
