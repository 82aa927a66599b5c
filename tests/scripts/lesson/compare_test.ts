import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { add, type Matrix, matrix, multiply } from "kobai";
import { lecture } from "../../../scripts/cells/lesson.ts";
import type { Cell, Result, Value } from "../../../scripts/lesson/cell.ts";
import { compare, type Comparison } from "../../../scripts/lesson/compare.ts";
import { runCell } from "../../../scripts/lesson/run.ts";
import { assertClose } from "../../_support/close.ts";
import golden from "../../golden/notebook_cells.json" with { type: "json" };

const label = { ja: "値", en: "value" };

/** Compares a value with a printed text in a cell without inputs. */
function comparison(
  value: Value,
  printed: string | undefined,
  more: Partial<Result> = {},
): Comparison {
  const result = {
    label,
    ...(printed === undefined ? {} : { printed }),
    ...more,
  };
  const cell = { ...lecture[0]!, inputs: {}, run: () => ({ value }) };
  return compare(cell, {}, "value", value, result);
}

const relation = (...args: Parameters<typeof comparison>): string =>
  comparison(...args).relation;

const reason = { ja: "種がない", en: "no seed" };

Deno.test("compare() finds the same text and the same printed digits identical", () => {
  assertEquals(comparison(0.39, "0.39"), {
    relation: "identical",
    difference: 0,
  });
  assertEquals(relation(matrix([7]), "7"), "identical");
  assertEquals(relation(0.5835538, "0.58"), "identical");
  assertEquals(relation(-0.9855, "-0.99"), "identical");
  assertEquals(
    relation(matrix([[1.5], [-2]]), "array([[ 1.5],\n       [-2. ]])"),
    "identical",
  );
  assertEquals(
    relation(matrix([0.12, 30]), "array([1.2e-01, 3.0e+01])"),
    "identical",
  );
  assertEquals(relation(12300, "1.23e+04"), "identical");
});

Deno.test("compare() takes every digit of an array for printed, closing zeros too", () => {
  // NumPy leaves out the zeros that close a column: 3.1831305 stands for
  // 3.18313050.
  const printed = "array([5.25564131, 3.1831305 ])";
  assertEquals(
    relation(matrix([5.25564131, 3.1831305]), printed, { flat: true }),
    "identical",
  );
  assertEquals(
    relation(matrix([5.25564131, 3.18313049]), printed, { flat: true }),
    "differs",
  );
});

Deno.test("compare() finds a digit, a shape or a kind that differs", () => {
  assertEquals(comparison(0.12, "0.07").relation, "differs");
  assertClose(comparison(0.12, "0.07").difference, 0.05, "golden");
  assertEquals(relation(-0.9855, "-0.98"), "differs");
  assertEquals(relation(0.0784, "0.07"), "differs");
  assertEquals(relation(12300, "1.24e+04"), "differs");
  assertEquals(relation(0.12, "1.3e-01"), "differs");
  for (
    const value of [
      matrix([1, 2, 3]),
      matrix([[1], [2]]), // the numbers are the same, the shape is not
      matrix([1, NaN]),
      matrix([1, Infinity]),
      "1, 2",
      undefined,
    ]
  ) {
    assertEquals(relation(value, "array([[1., 2.]])"), "differs");
  }
  assertEquals(relation(1, undefined), "differs");
});

Deno.test("compare() calls not reproducible only what differs and has the printed shape", () => {
  const printed = "array([[ 0.48247096, -1.2644639 ]])";
  assertEquals(comparison(matrix([1, 2]), printed, { reason }), {
    relation: "not reproducible",
    difference: NaN,
  });
  assertEquals(
    relation(matrix([0.48247096, -1.2644639]), printed, { reason }),
    "identical",
  );
  assertEquals(relation(matrix([1, 2, 3]), printed, { reason }), "differs");
  assertEquals(relation(matrix([[1], [2]]), printed, { reason }), "differs");
  assertEquals(relation(undefined, printed, { reason }), "differs");
});

/** The cell with this golden value, and how its value compares. */
function compared(
  id: string,
): { cell: Cell; name: string; comparison: Comparison } {
  for (const cell of lecture) {
    for (const [name, result] of Object.entries(cell.results)) {
      if (result.golden !== id) continue;
      return { cell, name, comparison: runCell(cell).comparisons[name]! };
    }
  }
  throw new Error(`no cell shows ${id}`);
}

const HALF_UNIT = 0.5e-8; // of the 8 decimals of the printed W

Deno.test("compare() bounds what rounding W does to the scores: Σ|x| half units", () => {
  const { comparison } = compared("Out8-predict");
  assertEquals(comparison.relation, "rounding");
  // x = (2, 3): 2 and 3 half units from W, and one from the printed score
  // itself
  const bound = (2 + 3 + 1) * HALF_UNIT;
  assertClose(comparison.bound!, bound, { rtol: 1e-6, atol: 0 });
  assertClose(comparison.difference, 2e-8, { rtol: 1e-6, atol: 0 });
});

Deno.test("compare() bounds what rounding W does to the loss: Σ|dW| half units", () => {
  const { comparison } = compared("Out9-loss-seed");
  assertEquals(comparison.relation, "rounding");
  const dW = golden.cells.find(({ id }) => id === "gradient-closed-form")!
    .expected_exact as number[][];
  const slope = dW.flat().reduce((total, d) => total + Math.abs(d) / 3, 0);
  assertClose(comparison.bound!, slope * HALF_UNIT, { rtol: 1e-5, atol: 0 });
  assert(comparison.difference <= comparison.bound!);
});

Deno.test("compare() draws the line at the bound", () => {
  const inputs = { W: matrix([1, 2, 3]) };
  const cell: Cell = {
    ...lecture[0]!,
    inputs,
    rounded: "W",
    run: ({ W }) => ({ value: multiply(W as Matrix, 4) }),
  };
  const { value } = cell.run(inputs);
  // 4 half units from W and one of the printed number: 2.5e-8
  const off = (printed: string): Comparison =>
    compare(cell, inputs, "value", value, { label, flat: true, printed });
  const inside = off("array([4.00000002, 8.00000000, 12.00000000])");
  assertEquals(inside.relation, "rounding");
  assertClose(inside.bound!, 2.5e-8, { rtol: 1e-6, atol: 0 });
  assertEquals(
    off("array([4.00000003, 8.00000000, 12.00000000])").relation,
    "differs",
  );
  // The number that exceeds its bound most is the one that is told of.
  const worst = off("array([4.00000002, 8.00000000, 12.00000007])");
  assertClose(worst.difference, 7e-8, { rtol: 1e-6, atol: 0 });
});

Deno.test("compare() explains nothing where the result beside it is no number", () => {
  const inputs = { W: matrix([1]) };
  const cell: Cell = {
    ...lecture[0]!,
    inputs,
    rounded: "W",
    run: ({ W }) => ({ value: (W as Matrix).item() > 1 ? NaN : 1.5 }),
  };
  const off = compare(cell, inputs, "value", 1.5, { label, printed: "1.4" });
  assertEquals(off.relation, "differs");
  assertClose(off.difference, 0.1, { rtol: 1e-12, atol: 0 });
});

/**
 * More than the digits of what is printed, and than the rounding of W, can
 * hide.
 */
function visibleChange(printed: string): number {
  const decimals = printed.match(/\.\d*/g)?.map((part) => part.length - 1) ??
    [0];
  return Math.max(1e-7, 1.01 * 10 ** -Math.max(...decimals));
}

for (const cell of lecture) {
  for (const [name, { expected, printed }] of Object.entries(cell.results)) {
    if (expected !== "identical" && expected !== "rounding") continue;
    Deno.test(`a wrong ${name} makes cell ${cell.name} fail`, () => {
      const change = visibleChange(printed!);
      const doctored: Cell = {
        ...cell,
        run(inputs) {
          const values = cell.run(inputs);
          const right = values[name] as Matrix | number;
          const wrong = typeof right === "number"
            ? right + change
            : add(right, change);
          return { ...values, [name]: wrong };
        },
      };
      const outcome = runCell(doctored);
      assertEquals(outcome.asExpected, false);
      assertNotEquals(outcome.comparisons[name]!.relation, expected);
    });
  }
}
