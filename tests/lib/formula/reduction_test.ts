import { assert, assertEquals } from "@std/assert";
import {
  argMax,
  fromFloat64Array,
  type Matrix,
  matrix,
  max,
  mean,
  type ReductionOptions,
  sum,
  transpose,
  zeros,
} from "../../../mod.ts";
import {
  assertSame,
  build,
  columnByColumn,
  drawMatrix,
  drawSize,
  wrong,
} from "../../_support/matrices.ts";
import { matrixIn, ramp } from "../../_support/numpy_golden.ts";
import { assertRefuses, assertRefusesOptions } from "../../_support/refusal.ts";
import { forSeeds } from "../../_support/seeded.ts";
import golden from "../../golden/numpy_arithmetic.json" with { type: "json" };

const REDUCTIONS = { sum, mean, max, argMax };
const NAMES = ["sum", "mean", "max", "argMax"] as const;
const BY = ["whole", "row", "column"] as const;
const ACTIONS = {
  sum: "sum",
  mean: "take the mean",
  max: "find the largest number",
  argMax: "find where the largest number is",
};

function optionsFor(by: typeof BY[number]): ReductionOptions {
  return by === "whole" ? {} : { by };
}

/** The shape that a reduction of `x` has. */
function reducedShape(x: Matrix, by: typeof BY[number]): [number, number] {
  if (by === "row") return [x.rows, 1];
  return [1, by === "column" ? x.columns : 1];
}

function matrixOf(table: { shape: number[]; values?: string; salt?: number }) {
  if (table.values !== undefined) return matrixIn(table.values, table.shape);
  const [rows = NaN, columns = NaN] = table.shape;
  return fromFloat64Array(ramp(rows * columns, table.salt!), rows, columns);
}

for (const name of NAMES) {
  for (const by of BY) {
    Deno.test(`${name}() meets NumPy bit for bit, ${by}`, () => {
      assert(golden.reductions.length >= 20);
      for (const table of golden.reductions) {
        const x = matrixOf(table);
        const expected = matrixIn(table[name][by], reducedShape(x, by));
        const label = `${table.shape.join("x")} with salt ${table.salt}`;
        for (const same of [x, columnByColumn(x)]) {
          const found = REDUCTIONS[name](same, optionsFor(by));
          assertSame(found, expected, label);
        }
      }
    });
  }

  Deno.test(`${name}() by row is by column of the transpose`, () => {
    forSeeds(`${name} transposed`, 30, (draw) => {
      // Fewer than 8 numbers: longer lists are added in another order by row.
      const rows = 1 + drawSize(draw, 6), columns = 1 + drawSize(draw, 6);
      const x = drawMatrix(draw, rows, columns);
      const reduce = REDUCTIONS[name];
      assertSame(
        reduce(x, { by: "row" }),
        transpose(reduce(transpose(x), { by: "column" })),
      );
      const whole = reduce(
        build(
          1,
          rows * columns,
          (_, i) => x.at(Math.floor(i / columns), i % columns),
        ),
      );
      assertSame(reduce(x), whole);
    });
  });

  Deno.test(`${name}() takes a number for a 1x1 matrix`, () => {
    for (const by of BY) {
      const expected = name === "argMax" ? 0 : -2.5;
      assertSame(
        REDUCTIONS[name](-2.5, optionsFor(by)),
        matrix([expected]),
      );
    }
  });

  Deno.test(`${name}() refuses other kinds of operands and of by`, () => {
    const x = zeros(2, 2), action = `Cannot ${ACTIONS[name]}`;
    assertRefuses(
      () => REDUCTIONS[name](wrong([1, 2])),
      TypeError,
      `${action}: the operand is an array of 2, a matrix or a number is needed`,
    );
    const bys: [unknown, string][] = [
      ["rows", '"rows"'],
      ["whole", '"whole"'],
      ["", '""'],
      [1, "1"],
      [null, "null"],
      [["row"], "an array of 1"],
    ];
    for (const [by, found] of bys) {
      assertRefuses(
        () => REDUCTIONS[name](x, { by: wrong<"row">(by) }),
        TypeError,
        `${action}: by is ${found}, "row" or "column" is needed`,
      );
    }
    for (const axis of [0, 1, undefined]) {
      assertRefuses(
        () => REDUCTIONS[name](x, wrong({ axis })),
        TypeError,
        `${action}: found the option "axis", ` +
          '{ by: "column" } is NumPy\'s axis=0 and { by: "row" } its axis=1',
      );
    }
  });

  Deno.test(`${name}() refuses options that are no object`, () => {
    const x = matrix([[1, 2], [3, 4]]);
    assertRefusesOptions(
      (options) => REDUCTIONS[name](x, options),
      ACTIONS[name],
    );
  });
}

Deno.test("sum() of nothing is 0, as in NumPy", () => {
  for (const { shape, ...sums } of golden.empty_sums) {
    const x = matrixIn("", shape);
    for (const by of BY) {
      const expected = matrixIn(sums[by], reducedShape(x, by));
      assertSame(sum(x, optionsFor(by)), expected);
    }
  }
});

for (const name of ["mean", "max", "argMax"] as const) {
  Deno.test(`${name}() of nothing is refused, and of no rows by row is nothing`, () => {
    const refused: [number, number, typeof BY[number]][] = [
      [0, 3, "whole"],
      [3, 0, "whole"],
      [0, 0, "whole"],
      [0, 3, "column"],
      [3, 0, "row"],
    ];
    for (const [rows, columns, by] of refused) {
      assertRefuses(
        () => REDUCTIONS[name](zeros(rows, columns), optionsFor(by)),
        RangeError,
        `Cannot ${ACTIONS[name]}: the matrix is ${rows}x${columns}, ` +
          "at least one number is needed",
      );
    }
    assertSame(REDUCTIONS[name](zeros(0, 3), { by: "row" }), zeros(0, 1));
    assertSame(REDUCTIONS[name](zeros(3, 0), { by: "column" }), zeros(1, 0));
  });
}

Deno.test("argMax() takes the first of several that are equal", () => {
  const x = matrix([[1, 3, 3], [3, 3, 1]]);
  assertEquals(argMax(x).item(), 1);
  assertEquals(argMax(x, { by: "row" }).toArray(), [[1], [0]]);
  assertEquals(argMax(x, { by: "column" }).toArray(), [[1, 0, 0]]);
  assertEquals(argMax(matrix([0, -0, 0])).item(), 0);
  assertEquals(argMax(matrix([-Infinity, -Infinity])).item(), 0);
});

Deno.test("argMax() and max() find the first NaN before every number", () => {
  const x = matrix([[1, NaN, Infinity, NaN], [2, 1, 0, -1]]);
  assertEquals(argMax(x).item(), 1);
  assertEquals(argMax(x, { by: "row" }).toArray(), [[1], [0]]);
  assertEquals(argMax(x, { by: "column" }).toArray(), [[1, 0, 0, 0]]);
  assertEquals(max(x, { by: "row" }).toArray(), [[NaN], [2]]);
  assertEquals(max(x, { by: "column" }).toArray(), [[2, NaN, Infinity, NaN]]);
  assertEquals(max(x).item(), NaN);
});

Deno.test("argMax() points at what max() gives", () => {
  forSeeds("argMax and max", 30, (draw) => {
    const x = drawMatrix(draw, 1 + drawSize(draw), 1 + drawSize(draw));
    const rows = x.toArray(), flat = rows.flat();
    assertEquals(flat[argMax(x).item()], max(x).item());
    assertEquals(max(x).item(), Math.max(...flat));
    rows.forEach((row, i) => {
      assertEquals(row[argMax(x, { by: "row" }).at(i, 0)], Math.max(...row));
    });
  });
});
