/**
 * Values that a gradient follows: they can be computed with, and not looked at.
 */
import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  add,
  affine,
  argMax,
  checkGradient,
  detach,
  exp,
  formatArray,
  gradient,
  type Matrix,
  matrix,
  multiply,
  numericalGradient,
  numericalGradientWithError,
  sum,
  transpose,
  valueAndGradient,
} from "../../../mod.ts";
import { wrong } from "../../_support/matrices.ts";
import { assertRefuses } from "../../_support/refusal.ts";

const W = matrix([1, 2]);

const squares = (x: Matrix) => sum(multiply(x, x));

const followed = (action: string, shape: string) =>
  `Cannot ${action}: a gradient is being taken through this ${shape} value, ` +
  (action === "take the number of a matrix"
    ? "return the loss itself, or look at detach(x), which the gradient does " +
      "not follow"
    : "look at detach(x) instead, which the gradient does not follow");

const inside =
  "Cannot take a gradient inside a gradient: the inner function uses a value that the " +
  "outer one follows, use detach(x) of it";

const over = "Cannot use a value of an earlier gradient: its run is over, " +
  "a value to keep is made by detach(x) inside the function";

/**
 * Does something with a value that is followed, and checks that the run
 * survives it.
 */
function whileFollowed(look: (x: Matrix) => unknown): void {
  let error: unknown;
  const dW = gradient((x) => {
    try {
      look(x);
    } catch (thrown) {
      error = thrown;
    }
    return squares(x);
  }, W);
  assertEquals(dW.toArray(), [[2, 4]]);
  if (error !== undefined) throw error;
}

Deno.test("a value that a gradient follows cannot be looked at", () => {
  const looks: [(x: Matrix) => unknown, string, string][] = [
    [(x) => x.at(0, 1), "read a number of a matrix", "1x2"],
    [(x) => sum(x).item(), "take the number of a matrix", "1x1"],
    [(x) => x.item(), "take the number of a matrix", "1x2"],
    [(x) => x.toArray(), "look at the numbers of a matrix", "1x2"],
    [(x) => x.toFloat64Array(), "look at the numbers of a matrix", "1x2"],
    [(x) => x.toJSON(), "look at the numbers of a matrix", "1x2"],
    [(x) => JSON.stringify({ x }), "look at the numbers of a matrix", "1x2"],
    [(x) => x.toString(), "look at the numbers of a matrix", "1x2"],
    [(x) => `${transpose(x)}`, "look at the numbers of a matrix", "2x1"],
    [(x) => Deno.inspect(x), "look at the numbers of a matrix", "1x2"],
    [(x) => console.log(x), "look at the numbers of a matrix", "1x2"],
    [
      (x) => Reflect.get(x, Symbol.for("Jupyter.display")).call(x),
      "look at the numbers of a matrix",
      "1x2",
    ],
    [(x) => formatArray(x), "print a matrix", "1x2"],
    [(x) => argMax(x), "find where the largest number is", "1x2"],
    [
      (x) => numericalGradient(squares, x),
      "take the numerical gradient",
      "1x2",
    ],
    [
      (x) => numericalGradientWithError(squares, x),
      "take the numerical gradient",
      "1x2",
    ],
    [(x) => checkGradient(squares, x), "check a gradient", "1x2"],
    [
      (x) => numericalGradient((y) => sum(multiply(x, y)), W),
      "take the number of a matrix",
      "1x1",
    ],
  ];
  for (const [look, action, shape] of looks) {
    assertRefuses(
      () => whileFollowed(look),
      TypeError,
      followed(action, shape),
    );
  }
});

Deno.test("a value that a gradient follows shows no numbers inside a printed record", () => {
  // Deno prints the error of a value inside another one, and goes on.
  whileFollowed((x) => {
    assert(Deno.inspect({ a: { x } }).includes("detach(x)"));
    assert(Deno.inspect([x]).includes("detach(x)"));
  });
});

Deno.test("a value that a gradient follows is no operand of JavaScript", () => {
  const uses: ((x: number) => unknown)[] = [
    (x) => x + 1,
    (x) => 2 * x,
    (x) => x < 1,
  ];
  for (const use of uses) {
    assertThrows(() => whileFollowed((x) => use(wrong(x))), TypeError);
  }
});

Deno.test("gradient() inside a gradient is refused, whichever way a value gets in", () => {
  const ways: ((x: Matrix) => unknown)[] = [
    (x) => gradient(squares, x),
    (x) => valueAndGradient(squares, exp(x)),
    (x) => gradient(({ a: [y] }) => squares(y), { a: [x] as const }),
    (x) => gradient((y) => sum(multiply(x, y)), W),
    (x) => gradient((y) => sum(multiply(y, x)), W),
    (x) => gradient((y) => affine(y, transpose(W), sum(x)), W),
    (x) => gradient(() => sum(x), W),
    (x) => {
      const s = sum(x);
      return gradient(() => s, W);
    },
    (x) => checkGradient((y) => sum(multiply(x, y)), W),
    (x) =>
      gradient((y) => {
        const z = multiply(y, 2);
        return gradient(() => sum(multiply(z, x)), W);
      }, W),
  ];
  for (const way of ways) {
    assertRefuses(() => whileFollowed(way), TypeError, inside);
  }
});

Deno.test("a value of an inner gradient is refused in the outer one", () => {
  assertRefuses(
    () =>
      gradient((x) => {
        let kept = x;
        gradient((y) => squares(kept = y), W);
        return sum(multiply(x, kept));
      }, W),
    TypeError,
    over,
  );
});

Deno.test("a value that was kept is refused once its run is over", () => {
  let kept = W, number = W, ofFailed = W;
  gradient((x) => number = sum(kept = exp(x)), W);
  assertThrows(() =>
    gradient((x) => {
      ofFailed = x;
      throw new RangeError("mine");
    }, W)
  );
  const uses: (() => unknown)[] = [
    () => multiply(kept, 2),
    () => multiply(2, kept),
    () => exp(kept),
    () => affine(1, W, kept),
    () => detach(kept),
    () => gradient(squares, kept),
    () => gradient((x) => sum(multiply(x, kept)), W),
    () => gradient(() => number, W),
    () => checkGradient((x) => sum(multiply(x, kept)), W),
    () => sum(ofFailed),
  ];
  for (const use of uses) assertRefuses(use, TypeError, over);
  const looks: (() => unknown)[] = [
    () => kept.toArray(),
    () => number.item(),
    () => `${kept}`,
    () => argMax(kept),
    () => numericalGradient(squares, kept),
    () => numericalGradient((x) => sum(add(x, kept)), W),
  ];
  for (const look of looks) {
    assert(assertThrows(look, TypeError).message.includes("detach(x)"));
  }
  assertEquals([kept.rows, kept.columns], [1, 2]);
});
