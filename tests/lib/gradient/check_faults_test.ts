/** Functions that cannot be measured for a fault of their own. */
import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  add,
  checkGradient,
  exp,
  type Matrix,
  matrix,
  multiply,
  numericalGradientWithError,
  numpyRandom,
  sum,
} from "../../../mod.ts";

const squares = (x: Matrix) => sum(multiply(x, x));

const W = matrix([[1, 2, 3], [4, 5, 6]]), right = multiply(2, W);

/** Calls itself for ever. */
function endless(depth: number): number {
  return endless(depth + 1) + 1;
}

Deno.test("checkGradient() lets a recursion without end be heard", () => {
  for (const from of [1, 2, 4, 10, 40]) {
    let calls = 0;
    const broken = (x: Matrix) => {
      if (++calls >= from) endless(0);
      return squares(x);
    };
    const check = () => checkGradient(broken, W, { gradient: right });
    assertThrows(check, RangeError, "call stack");
  }
  // Even where it is met beside the point only.
  const beside = (x: Matrix) => {
    if (x.at(1, 1) < 5) endless(0);
    return squares(x);
  };
  const check = () => checkGradient(beside, W, { gradient: right });
  assertThrows(check, RangeError, "call stack");
  assertThrows(
    () => numericalGradientWithError(beside, W),
    RangeError,
    "call stack",
  );
});

Deno.test("checkGradient() lets a RangeError be heard that comes whatever the argument", () => {
  for (const from of [3, 4, 10, 40]) {
    let calls = 0;
    const broken = (x: Matrix) => {
      if (++calls >= from) throw new RangeError("mine");
      return squares(x);
    };
    const check = () => checkGradient(broken, W, { gradient: right });
    assertThrows(check, RangeError, "mine");
  }
});

Deno.test("checkGradient() names a function that is random", () => {
  const random = numpyRandom(1);
  const noisy = (x: Matrix) => multiply(1 + 1e-3 * random(), squares(x));
  const report = checkGradient(noisy, W, { gradient: right });
  assertEquals(report.verdict, "undecided");
  assert(
    report.sentence.startsWith(
      "The gradient cannot be decided: the function is random, it gave 91.0",
    ),
    report.sentence,
  );
  assertEquals([report.entries, report.looked, report.calls], [6, 0, 2]);
  // However late it shows.
  for (const late of [3, 10, 100]) {
    let calls = 0;
    const later = (x: Matrix) => add(squares(x), calls++ < late ? 0 : 1e-9);
    const { verdict, sentence } = checkGradient(later, W, { gradient: right });
    assertEquals(verdict, "undecided");
    assert(sentence.includes("is random"), sentence);
  }
  // A claim that is no number is wrong of whatever function.
  const claim = matrix([[NaN, 2, 3], [4, 5, 6]]);
  const { verdict } = checkGradient(noisy, W, { gradient: claim });
  assertEquals(verdict, "wrong");
});

Deno.test("checkGradient() does not call a rounded function kinked, nor its gradient wrong", () => {
  const x = matrix([0.3, 1.2, -0.7, 2]);
  const roundings: ((value: number) => number)[] = [
    Math.fround,
    ...[2, 3, 4, 6, 8, 10, 12].map((digits) => (value: number) =>
      Number(value.toFixed(digits))
    ),
    ...[4, 6, 9].map((digits) => (value: number) =>
      Number(value.toPrecision(digits))
    ),
  ];
  for (const [i, round] of roundings.entries()) {
    const f = (x: Matrix) => matrix([round(sum(exp(x)).item())]);
    const report = checkGradient(f, x, { gradient: exp(x) });
    assertEquals(report.verdict, "undecided", `${i}: ${report.sentence}`);
    assertEquals([report.kinks, report.disagreeing], [0, 0]);
    assert(!report.sentence.includes("random"), report.sentence);
  }
});
