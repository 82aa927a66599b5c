import { type Matrix, matrix, numericalGradient, zeros } from "../../../mod.ts";
import { wrong } from "../../_support/matrices.ts";
import { assertRefuses, assertRefusesOptions } from "../../_support/refusal.ts";

const action = "Cannot take the numerical gradient";

Deno.test("numericalGradient() refuses a step that is none", () => {
  const W = matrix([1, 2]);
  for (const h of [0, -0, -1e-4, NaN, Infinity]) {
    assertRefuses(
      () => numericalGradient(() => 1, W, { h }),
      RangeError,
      `${action}: h is ${h}, a finite number of more than 0 is needed`,
    );
  }
  for (const [h, found] of [["1e-4", '"1e-4"'], [null, "null"], [1n, "1n"]]) {
    assertRefuses(
      () => numericalGradient(() => 1, W, { h: wrong<number>(h) }),
      TypeError,
      `${action}: h is ${found}, a number is needed`,
    );
  }
});

Deno.test("numericalGradient() refuses f that returns no number", () => {
  const W = matrix([1, 2]);
  const kinds: [unknown, string][] = [
    ["1", '"1"'],
    [undefined, "undefined"],
    [null, "null"],
    [true, "true"],
    [1n, "1n"],
    [[1], "an array of 1"],
    [Promise.resolve(1), "an object of class Promise"],
  ];
  for (const [result, found] of kinds) {
    assertRefuses(
      () => numericalGradient(() => wrong<number>(result), W),
      TypeError,
      `${action}: f returned ${found}, a number or a 1x1 matrix is needed`,
    );
  }
  for (const [rows, columns] of [[2, 2], [1, 2], [0, 0]] as const) {
    assertRefuses(
      () => numericalGradient(() => zeros(rows, columns), W),
      RangeError,
      `${action}: f returned a ${rows}x${columns} matrix, ` +
        "a 1x1 matrix is needed",
    );
  }
});

Deno.test("numericalGradient() refuses parameters and f of other kinds", () => {
  const needed = "a matrix, or arrays and records of matrices are needed";
  const kinds: [unknown, string][] = [
    [undefined, "the parameters are undefined"],
    [3, "the parameters are 3"],
    [() => 1, "the parameters are a function"],
    [new Map(), "the parameters are an object of class Map"],
    [[[1, 2]], "[0][0] is 1"],
    [{ W1: zeros(1, 1), b1: 0 }, "b1 is 0"],
    [{ W1: zeros(1, 1), b1: null }, "b1 is null"],
    [{ layers: [{ W: "W" }] }, 'layers[0].W is "W"'],
  ];
  for (const [at, found] of kinds) {
    assertRefuses(
      () => numericalGradient(() => 1, wrong<Matrix>(at)),
      TypeError,
      `${action}: ${found}, ${needed}`,
    );
  }
  for (
    const [f, found] of [
      [undefined, "undefined"],
      [3, "3"],
      [zeros(2, 3), "a 2x3 matrix"],
    ]
  ) {
    assertRefuses(
      () => numericalGradient(wrong(f), zeros(1, 2)),
      TypeError,
      `${action}: f is ${found}, a function is needed`,
    );
  }
});

Deno.test("numericalGradient() refuses an unknown method, and h where none is used", () => {
  for (const [method, found] of [["Central", '"Central"'], [null, "null"]]) {
    assertRefuses(
      () => numericalGradient(() => 1, zeros(1, 1), { method: wrong(method) }),
      TypeError,
      `${action}: the method is ${found}, ` +
        '"central", "forward" or "richardson" is needed',
    );
  }
  const options = { method: "richardson", h: 1e-3 } as const;
  assertRefuses(
    () => numericalGradient(() => 1, zeros(1, 1), options),
    TypeError,
    `${action}: h is 0.001 and the method "richardson", ` +
      "which chooses its own steps, h must be left out",
  );
});

Deno.test("numericalGradient() refuses options that are no object", () => {
  const W = matrix([1]);
  const call = (options: never) => numericalGradient(() => 1, W, options);
  assertRefusesOptions(call, "take the numerical gradient");
});
