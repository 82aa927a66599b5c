/** Lists that runs of a gradient use one after the other. */
import { assert, assertEquals } from "@std/assert";
import {
  detach,
  gradient,
  type Matrix,
  matrix,
  multiply,
  ones,
  sum,
  transpose,
  valueAndGradient,
} from "kobai";
import { Arena } from "../../../lib/gradient/_arena.ts";
import { assertSame, drawMatrix } from "../../_support/matrices.ts";
import { ACTIVATION } from "../../_support/rules/activation.ts";
import { ELEMENTWISE } from "../../_support/rules/elementwise.ts";
import { LINEAR_ALGEBRA } from "../../_support/rules/linear_algebra.ts";
import { LOSS } from "../../_support/rules/loss.ts";
import { REDUCTION } from "../../_support/rules/reduction.ts";
import type { RuleCase } from "../../_support/rules/rule.ts";
import { type Draw, forSeeds } from "../../_support/seeded.ts";

const RULES = [ELEMENTWISE, LINEAR_ALGEBRA, REDUCTION, ACTIVATION, LOSS].flat();

/** Calls `use` while every list that is lent has something in it. */
function withUsedLists<T>(use: () => T): T {
  const { lend } = Arena.prototype;
  Arena.prototype.lend = (length) => Array(length).fill(NaN);
  try {
    return use();
  } finally {
    Arena.prototype.lend = lend;
  }
}

/** The gradient by all operands that have one. */
function gradientOf(one: RuleCase, draw: Draw): () => Matrix[] {
  const operands = one.draw(draw);
  const followed = one.rules.flatMap((rule, k) => rule === null ? [] : [k]);
  const { rows, columns } = one.call(...operands);
  const dy = drawMatrix(draw, rows, columns, -2, 2);
  return () =>
    gradient((at) => {
      const all = [...operands];
      followed.forEach((k, n) => all[k] = at[n]!);
      return sum(multiply(dy, one.call(...all)));
    }, followed.map((k) => operands[k]!));
}

for (const one of RULES) {
  Deno.test(
    `gradient() of ${one.name}(${one.detail}) reads nothing that was left`,
    () => {
      forSeeds(`used lists ${one.name} ${one.detail}`, 4, (draw) => {
        const take = gradientOf(one, draw);
        const expected = take();
        withUsedLists(take).forEach((slope, k) =>
          assertSame(slope, expected[k]!)
        );
      });
    },
  );
}

Deno.test("gradient() and detach() give what later runs leave alone", () => {
  const W = ones(20, 20), kept: Matrix[] = [];
  const f = (factor: number) => (W: Matrix) => {
    const y = multiply(factor, multiply(W, W));
    kept.push(detach(y), detach(transpose(y)));
    return sum(y);
  };
  const [, slope] = valueAndGradient(f(3), W);
  for (let factor = 4; factor < 9; factor++) gradient(f(factor), W);
  assertSame(slope, multiply(6, W));
  kept.forEach((y, i) => assertSame(y, multiply(3 + (i >> 1), W)));
});

Deno.test("Arena lends again what came back, and nothing that left", () => {
  const first = new Arena();
  const [one, other] = [first.lend(1000), first.lend(1000)];
  assert(one !== undefined && other !== undefined && one !== other);
  first.leave(other);
  first.end();
  const second = new Arena();
  assert(second.lend(1000) === one);
  assert(second.lend(1000) !== other);
});

Deno.test("gradient() inside a gradient has its own lists", () => {
  const W = matrix([Array(100).fill(2)]), x = matrix([Array(100).fill(3)]);
  const slope = gradient((W) => {
    const y = multiply(W, W);
    const inner = gradient((x) => sum(multiply(x, x)), x);
    return sum(multiply(inner, y));
  }, W);
  assertEquals(slope.at(0, 99), 2 * 2 * 6);
});
