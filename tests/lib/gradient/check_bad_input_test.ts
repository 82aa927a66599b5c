/** What `checkGradient` refuses, and what it lets through. */
import { assertThrows } from "@std/assert";
import {
  checkGradient,
  type Matrix,
  matrix,
  multiply,
  sum,
} from "../../../mod.ts";
import { assertSame, rowByRow, wrong } from "../../_support/matrices.ts";
import { assertRefuses, assertRefusesOptions } from "../../_support/refusal.ts";

const action = "Cannot check a gradient";

const squares = (x: Matrix) => sum(multiply(x, x));

const W = matrix([[1, 2, 3], [4, 5, 6]]);

Deno.test("checkGradient() lets what f throws through, at the point itself", () => {
  const at = rowByRow(W);
  assertThrows(
    () =>
      checkGradient(
        () => {
          throw new SyntaxError("mine");
        },
        at,
        { gradient: at },
      ),
    SyntaxError,
    "mine",
  );
  assertSame(at, W);
});

Deno.test("checkGradient() lets what f throws beside the point through, but for a RangeError", () => {
  for (const last of [2, 5, 20]) {
    let calls = 0;
    const broken = (x: Matrix) => {
      if (++calls === last) throw new SyntaxError("mine");
      return sum(x);
    };
    const check = () => checkGradient(broken, W, { gradient: W });
    assertThrows(check, SyntaxError, "mine");
  }
});

Deno.test("checkGradient() refuses options that are none", () => {
  for (
    const [sample, found] of [
      [0, "0"],
      [-1, "-1"],
      [1.5, "1.5"],
      [NaN, "NaN"],
      ["3", '"3"'],
    ]
  ) {
    assertRefuses(
      () => checkGradient(squares, W, { sample: wrong<number>(sample) }),
      RangeError,
      `${action}: sample is ${found}, an integer above 0 is needed`,
    );
  }
  assertRefuses(
    () => checkGradient(squares, W, wrong({ h: 1e-4 })),
    TypeError,
    `${action}: found the option "h", known are gradient, sample, random`,
  );
  assertRefuses(
    () => checkGradient(squares, W, { random: wrong(0) }),
    TypeError,
    `${action}: random is 0, a function that returns numbers in [0, 1) is needed`,
  );
  assertRefusesOptions(
    (options) => checkGradient(squares, W, options),
    "check a gradient",
  );
});

Deno.test("checkGradient() refuses gradients, parameters and f of other kinds", () => {
  const needed = "a matrix, or arrays and records of matrices are needed";
  const claims: [unknown, string][] = [
    [3, "the gradient is 3"],
    [null, "the gradient is null"],
    [() => undefined, "the gradient is undefined"],
    [{ W: 3 }, "W is 3"],
  ];
  for (const [claim, found] of claims) {
    assertRefuses(
      () => checkGradient(squares, W, { gradient: wrong(claim) }),
      TypeError,
      `${action}: ${found}, ${needed}`,
    );
  }
  assertRefuses(
    () => checkGradient(squares, wrong<Matrix>({ W: "W" })),
    TypeError,
    `${action}: W is "W", ${needed}`,
  );
  assertRefuses(
    () => checkGradient(wrong<() => Matrix>(3), W),
    TypeError,
    `${action}: f is 3, a function is needed`,
  );
  assertRefuses(
    () => checkGradient((x) => x, W, { gradient: W }),
    RangeError,
    `${action}: f returned a 2x3 matrix, a 1x1 matrix is needed`,
  );
});
