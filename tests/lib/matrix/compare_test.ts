import { assertEquals, assertThrows } from "@std/assert";
import {
  allClose,
  equals,
  gradient,
  type Matrix,
  matrix,
  type MatrixLike,
  sum,
  zeros,
} from "../../../mod.ts";
import {
  columnByColumn,
  drawMatrix,
  rowByRow,
  SHAPES,
  wrong,
} from "../../_support/matrices.ts";
import { assertRefuses, assertRefusesOptions } from "../../_support/refusal.ts";
import { forSeeds } from "../../_support/seeded.ts";

Deno.test("equals() compares shapes and every number, in both orders", () => {
  for (const [rows, columns] of SHAPES) {
    forSeeds("equals", 2, (draw) => {
      const x = drawMatrix(draw, rows, columns);
      assertEquals(equals(rowByRow(x), columnByColumn(x)), true);
      const values = x.toFloat64Array();
      for (let i = 0; i < values.length; i += 7) {
        const rows = x.toArray();
        const row = rows[Math.floor(i / columns)]!;
        row[i % columns] = row[i % columns]! * (1 + 2 ** -52) + 2 ** -1000;
        assertEquals(equals(x, matrix(rows)), false, `${i}`);
      }
    });
  }
});

Deno.test("equals() and allClose() tell shapes apart, empty ones too", () => {
  const cases: [MatrixLike, MatrixLike, boolean][] = [
    [matrix([1, 2]), matrix([[1], [2]]), false],
    [matrix([1, 1]), matrix([1]), false],
    [matrix([1, 1]), 1, false], // nothing is repeated
    [zeros(0, 3), zeros(0, 3), true],
    [zeros(0, 3), zeros(3, 0), false],
    [zeros(0, 0), zeros(0, 3), false],
    [sum(matrix([1, 2])), 3, true],
    [3, matrix([[3]]), true],
    [0.5, 0.5, true],
  ];
  for (const [a, b, same] of cases) {
    assertEquals([equals(a, b), equals(b, a)], [same, same]);
    assertEquals([allClose(a, b), allClose(b, a)], [same, same]);
  }
});

Deno.test("equals() holds 0 and -0 for equal, infinities for themselves, NaN for nothing", () => {
  const cases: [number, number, boolean][] = [
    [0, -0, true],
    [Infinity, Infinity, true],
    [-Infinity, -Infinity, true],
    [Infinity, -Infinity, false],
    [Infinity, 1e308, false],
    [NaN, NaN, false],
    [NaN, 0, false],
    [NaN, Infinity, false],
    [1e308, -1e308, false],
  ];
  const any = { rtol: 1e300, atol: 1e300 };
  for (const [a, b, same] of cases) {
    assertEquals([equals(a, b), equals(b, a)], [same, same], `${a} ${b}`);
    assertEquals([allClose(a, b), allClose(b, a)], [same, same], `${a} ${b}`);
    // Whatever is allowed, infinities and NaN are no nearer.
    if (Number.isFinite(a) && Number.isFinite(b)) continue;
    assertEquals([allClose(a, b, any), allClose(b, a, any)], [same, same]);
  }
  const x = matrix([1, NaN]);
  assertEquals(equals(x, x), false);
});

Deno.test("allClose() allows atol + rtol · |b|, to the last bit and no further", () => {
  const cases: [number, number, { rtol?: number; atol?: number }, boolean][] = [
    [1.25, 1, { rtol: 0.25, atol: 0 }, true],
    [1.25, 1, { rtol: 0.2499, atol: 0 }, false],
    [1, 1.25, { rtol: 0.2, atol: 0 }, true], // of the expected number
    [1.25, 1, { rtol: 0.2, atol: 0 }, false],
    [1.25, 1, { rtol: 0, atol: 0.25 }, true],
    [1.25, 1, { rtol: 0, atol: 0.2499 }, false],
    [1.25, 1, { rtol: 0.125, atol: 0.125 }, true], // both together
    [-8.5, -8, { rtol: 0.0625, atol: 0 }, true],
    [0.25, 0, { rtol: 1e300, atol: 0 }, false],
    [1, 1, { rtol: 0, atol: 0 }, true],
    // NumPy's own tolerances, 1e-5 and 1e-8
    [1.000009, 1, {}, true],
    [1.000011, 1, {}, false],
    [0.9e-8, 0, {}, true],
    [1.1e-8, 0, {}, false],
    [1.1e-8, 0, { rtol: 1 }, false],
    [1.000011, 1, { atol: 2e-6 }, true],
  ];
  for (const [a, b, options, close] of cases) {
    const label = `${a} ${b} ${JSON.stringify(options)}`;
    assertEquals(allClose(a, b, options), close, label);
    const [x, y] = [a, b].map((value) => matrix([[0, 0], [0, value]]));
    assertEquals(allClose(x!, y!, options), close, label);
  }
});

Deno.test("equals() and allClose() refuse what is no matrix, and other options", () => {
  for (const compare of [equals, allClose]) {
    for (const bad of [undefined, null, "1", [[1]]]) {
      const problem =
        /^Cannot compare matrices: (left|right) is .*, a matrix or a number is needed$/;
      const value = wrong<Matrix>(bad);
      for (const use of [() => compare(value, 1), () => compare(1, value)]) {
        const { message } = assertThrows(use, TypeError);
        assertEquals(problem.test(message), true, message);
      }
    }
    assertThrows(
      () =>
        gradient((W: Matrix) => compare(W, 1) ? sum(W) : sum(W), zeros(1, 2)),
      TypeError,
      "detach(x)",
    );
  }
  for (const name of ["rtol", "atol"]) {
    for (const value of [-1, NaN, Infinity]) {
      assertRefuses(
        () => allClose(1, 1, { [name]: value }),
        RangeError,
        `Cannot compare matrices: ${name} is ${value}, ` +
          "a finite number of 0 or more is needed",
      );
    }
  }
  assertRefusesOptions(
    (options) => allClose(1, 1, options),
    "compare matrices",
  );
});
