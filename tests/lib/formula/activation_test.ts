import { assertEquals } from "@std/assert";
import {
  type Matrix,
  matrix,
  type MatrixLike,
  relu,
  sigmoid,
  tanh,
} from "../../../mod.ts";
import { assertClose } from "../../_support/close.ts";
import {
  assertSame,
  assertSameNumbers,
  build,
  columnByColumn,
  SHAPES,
  wrong,
} from "../../_support/matrices.ts";
import { numbersIn } from "../../_support/numpy_golden.ts";
import { assertRefuses } from "../../_support/refusal.ts";
import { forSeeds } from "../../_support/seeded.ts";
import golden from "../../golden/numpy_arithmetic.json" with { type: "json" };

const EACH = {
  sigmoid: { activation: sigmoid, action: "take the sigmoid" },
  tanh: { activation: tanh, action: "take the hyperbolic tangent" },
  relu: { activation: relu, action: "take the ReLU" },
};
const x = numbersIn(golden.elementwise.x);

function values(activation: (x: MatrixLike) => Matrix, x: number[]): number[] {
  return activation(matrix(x)).toArray()[0]!;
}

for (const [name, { activation, action }] of Object.entries(EACH)) {
  Deno.test(`${name}() takes every shape and order, number by number`, () => {
    for (const [rows, columns] of SHAPES) {
      const x = build(rows, columns, (i, j) => (i - j) * 0.7);
      const expected = build(
        rows,
        columns,
        (i, j) => activation(x.at(i, j)).item(),
      );
      assertSame(activation(x), expected);
      assertSame(activation(columnByColumn(x)), expected);
    }
  });

  Deno.test(`${name}() meets the reference within 2 units in the last place`, () => {
    const expected = numbersIn(golden.elementwise[name as "relu"]);
    assertEquals(expected.length, 159);
    expected.forEach((value, i) => {
      const found = activation(x[i]!).item();
      if (Number.isNaN(value)) assertSameNumbers([found], [value]);
      else {
        const tolerance = { rtol: 2 ** -51, atol: 5e-324 };
        assertClose(found, value, tolerance, `${name}(${x[i]})`);
      }
    });
  });

  Deno.test(`${name}() refuses what is neither matrix nor number`, () => {
    for (const [value, found] of [["1", '"1"'], [undefined, "undefined"]]) {
      assertRefuses(
        () => activation(wrong(value)),
        TypeError,
        `Cannot ${action}: the operand is ${found}, ` +
          "a matrix or a number is needed",
      );
    }
  });
}

Deno.test("sigmoid() satisfies sigmoid(-x) = 1 - sigmoid(x)", () => {
  forSeeds("sigmoid", 30, (draw) => {
    const x = draw.number(-30, 30);
    const left = sigmoid(-x).item(), right = 1 - sigmoid(x).item();
    assertClose(left, right, { rtol: 0, atol: 2 ** -53 }, `x is ${x}`);
  });
});

Deno.test("sigmoid() keeps the digits of what is nearly 0", () => {
  // 1 - sigmoid(-x) would give 0 here.
  const expected = [Math.exp(-40), Math.exp(-700), Math.exp(-745)];
  assertClose(values(sigmoid, [-40, -700, -745]), expected, "golden");
  assertEquals(values(sigmoid, [-1000, 1000, 0]), [0, 1, 0.5]);
});

Deno.test("tanh() is odd", () => {
  forSeeds("tanh", 30, (draw) => {
    const x = draw.number(-3, 3);
    assertSameNumbers([tanh(-x).item()], [-tanh(x).item()]);
  });
});

Deno.test("sigmoid(), tanh(), relu() at their edges", () => {
  const edges = [0, -0, 1000, -1000, Infinity, -Infinity, NaN];
  assertSameNumbers(values(sigmoid, edges), [0.5, 0.5, 1, 0, 1, 0, NaN]);
  assertSameNumbers(values(tanh, edges), [0, -0, 1, -1, 1, -1, NaN]);
  // NumPy's maximum(0, -0) is 0 too: a zero that prints without a sign.
  assertSameNumbers(values(relu, edges), [0, 0, 1000, 0, Infinity, 0, NaN]);
  assertSameNumbers(values(relu, [5e-324, -5e-324]), [5e-324, 0]);
});
