/**
 * Every function that has a derivative, against closed forms with more digits
 * and against differences. A new operation needs its rules in
 * `tests/_support/rules/`.
 */
import {
  assert,
  assertEquals,
  AssertionError,
  assertThrows,
} from "@std/assert";
import * as kobai from "../../../mod.ts";
import {
  crossEntropyError,
  detach,
  gradient,
  type Matrix,
  matrix,
  max,
  multiply,
  relu,
  sum,
  takeRows,
  valueAndGradient,
  zeros,
} from "../../../mod.ts";
import { ACTIVATION } from "../../_support/rules/activation.ts";
import {
  assertRule,
  assertSlope,
  ordersOf,
} from "../../_support/rules/assert_rule.ts";
import { ELEMENTWISE } from "../../_support/rules/elementwise.ts";
import { LINEAR_ALGEBRA } from "../../_support/rules/linear_algebra.ts";
import { LOSS } from "../../_support/rules/loss.ts";
import { REDUCTION } from "../../_support/rules/reduction.ts";
import { filesBelow } from "../../_support/scripts.ts";
import { type RuleCase, unary } from "../../_support/rules/rule.ts";
import { times } from "../../_support/fixed_point.ts";
import { CHECKOUT } from "../../_support/checkout.ts";
import { needs } from "../../_support/permission.ts";
import { assertSame, drawMatrix } from "../../_support/matrices.ts";
import { type Draw, forSeeds } from "../../_support/seeded.ts";

const RULES = [
  ...ELEMENTWISE,
  ...LINEAR_ALGEBRA,
  ...REDUCTION,
  ...ACTIVATION,
  ...LOSS,
];

/** Calls `check` with each way in which operands can lie, a few times. */
function forEveryOrder(
  law: string,
  one: RuleCase,
  times: number,
  check: (order: number, draw: Draw) => void,
): void {
  for (let order = 0; order < ordersOf(one); order++) {
    const seed = `${law} ${one.name} ${one.detail} ${order}`;
    forSeeds(seed, times, (draw) => check(order, draw));
  }
}

Deno.test(
  "every operation of lib/ has its rules here, and is exported",
  needs("read"),
  () => {
    // A formula with its rules: unary("exp", (X, ... or name: "sum", backward:
    // ...
    const operation =
      /(?:\b(?:unary|binary)\(\s*|\bname: )"(\w+)",(?:\s|\/\/.*)*(?:forward|backward|\()/g;
    const found = new Set<string>();
    for (const path of filesBelow("lib/")) {
      const source = Deno.readTextFileSync(new URL(path, CHECKOUT));
      for (const [, name] of source.matchAll(operation)) found.add(name!);
    }
    const covered = new Set(RULES.map(({ name }) => name));
    assertEquals([...found].sort(), [...covered].sort());
    assert(found.size >= 22, `only ${found.size} operations found`);
    for (const name of found) assert(name in kobai, `${name} is not exported`);
  },
);

for (const name of new Set(RULES.map(({ name }) => name))) {
  const cases = RULES.filter((one) => one.name === name);

  Deno.test(`gradient() of ${name}() is exact to 1e-13 of the terms of each entry`, () => {
    for (const one of cases) {
      forEveryOrder("rule", one, 4, (order, draw) => {
        assertRule(one, order, draw);
      });
    }
  });

  Deno.test(`gradient() of ${name}() is the slope that differences measure`, () => {
    let all = 0, fine = 0;
    for (const one of cases) {
      forEveryOrder("slope", one, 2, (order, draw) => {
        all++;
        if (assertSlope(one, order, draw) < 1e-6) fine++;
      });
    }
    assert(fine >= 0.8 * all, `only ${fine} of ${all} slopes say something`);
  });
}

Deno.test("gradient() of max() goes to the first of several that are largest", () => {
  const x = matrix([[1, 5, 5], [5, 2, 5]]), dy = matrix([[10], [20]]);
  assertEquals(gradient((x) => max(x), x).toArray(), [[0, 1, 0], [0, 0, 0]]);
  assertEquals(
    gradient((x) => sum(multiply(dy, max(x, { by: "row" }))), x).toArray(),
    [[0, 10, 0], [20, 0, 0]],
  );
  const dx = matrix([10, 20, 30]);
  assertEquals(
    gradient((x) => sum(multiply(dx, max(x, { by: "column" }))), x).toArray(),
    [[0, 20, 30], [10, 0, 0]],
  );
});

Deno.test("gradient() of relu() is 0 at its corner, and NaN where x is", () => {
  const x = matrix([0, -0, 5e-324, -5e-324, NaN, Infinity, -Infinity]);
  assertSame(
    gradient((x) => sum(relu(x)), x),
    matrix([0, 0, 1, 0, NaN, 1, 0]),
  );
});

Deno.test("gradient() of takeRows() takes the rows that were asked for at the time", () => {
  const x = matrix([[1], [2], [3]]), indices = [2, 0, 2];
  const dx = gradient((x) => {
    const y = takeRows(x, indices);
    indices.fill(1);
    return sum(y);
  }, x);
  assertSame(dx, matrix([[1], [0], [2]]));
  const typed = new Uint8Array([1]);
  assertSame(
    gradient((x) => sum(takeRows(x, typed)), x),
    matrix([[0], [1], [0]]),
  );
  assertSame(gradient((x) => sum(takeRows(x, [])), x), zeros(3, 1));
});

Deno.test("gradient() of crossEntropyError() is NaN where the loss is", () => {
  const t = matrix([0, 1]);
  const cases: [number[], number[]][] = [
    [[NaN, 0.5], [NaN, -2]],
    [[0.5, NaN], [0, NaN]],
  ];
  for (const [y, dy] of cases) {
    const [loss, found] = valueAndGradient(
      (y) => crossEntropyError(y, t),
      matrix(y),
    );
    assertEquals(loss.item(), NaN);
    assertSame(found, matrix(dy), `${y}`);
  }
});

// The judges themselves: each of these is wrong in one entry or one operand.

const twice = (x: Matrix) => multiply(x, x);

function wrongCase(
  call: (...operands: Matrix[]) => Matrix,
  rules: RuleCase["rules"],
): RuleCase {
  const draw = (draw: Draw) => rules.map(() => drawMatrix(draw, 3, 3, 1, 2));
  return { name: "wrong", detail: "", call, draw, rules };
}

Deno.test("assertRule() and assertSlope() refuse wrong rules, and name the operand", () => {
  const product: RuleCase["rules"] = [
    (i, j, dy, [, b]) => [times(dy[i]![j]!, b![i]![j]!)],
    (i, j, dy, [a]) => [times(dy[i]![j]!, a![i]![j]!)],
  ];
  const right = wrongCase((a, b) => multiply(a!, b!), product);
  const wrong = wrongCase((a, b) => multiply(a!, detach(b!)), product);
  const half = unary("x²", (x) => multiply(x, detach(x)), (dy, x) => {
    return 2n * times(dy, x);
  });
  for (const assertOne of [assertRule, assertSlope]) {
    forSeeds("right", 5, (draw) => assertOne(right, 0, draw));
    forSeeds(
      "right",
      5,
      (draw) => assertOne({ ...half, call: twice }, 0, draw),
    );
    forSeeds("wrong", 5, (draw) => {
      assertThrows(
        () => assertOne(wrong, 0, draw),
        AssertionError,
        "operand 2",
      );
    });
    const error = assertThrows(() => {
      forSeeds("half", 5, (draw) => assertOne(half, 0, draw));
    }, AssertionError);
    assert(error.message.includes("x²("), error.message);
  }
  // A digit too few: an error of 1e-12.
  const blurred = wrongCase((a, b) => multiply(multiply(a!, 1 + 1e-12), b!), [
    product[0]!,
    null,
  ]);
  forSeeds("blurred", 5, (draw) => {
    assertThrows(() => assertRule(blurred, 0, draw), AssertionError);
  });
});
