/** Compiled products beside the plain loops, bit by bit. */
import { assert, assertEquals } from "@std/assert";
import { type Matrix, transpose } from "kobai";
import { plainProduct, product } from "../../../lib/formula/_matmul.ts";
import { newKernels } from "../../../lib/kernels/_compiled.ts";
import { multiplied } from "../../../lib/kernels/_product.ts";
import type { Numbers } from "../../../lib/matrix/_numbers.ts";
import { howMany } from "../../_support/how_many.ts";
import { build } from "../../_support/matrices.ts";
import { type Draw, forSeeds } from "../../_support/seeded.ts";

/** Every one of them has met a mistake in some kernel. */
const AWKWARD = [0, -0, 1, 5e-324, -2e-308, 1e308, -1e308]
  .concat(Infinity, -Infinity, NaN);

/** A factor with awkward numbers among others, in one order or the other. */
function factor(draw: Draw, rows: number, columns: number): Matrix {
  const awkward = draw.random() < 0.3 ? 0.1 : 0;
  const number = () =>
    draw.random() < awkward
      ? AWKWARD[draw.integer(0, AWKWARD.length - 1)]!
      : draw.number(-1, 1);
  return draw.random() < 0.5
    ? build(rows, columns, number)
    : transpose(build(columns, rows, number));
}

/** Short and even sides, and now and then one beyond a block of 256 terms. */
function side(draw: Draw): number {
  const most = [3, 9, 9, 40, 40, 300][draw.integer(0, 5)]!;
  return draw.integer(0, most);
}

/** The bits of numbers; engines may give any of the bits of a NaN. */
function bits(numbers: Numbers): BigUint64Array {
  const list = Float64Array.from(
    numbers,
    (value) => value === value ? value : NaN,
  );
  return new BigUint64Array(list.buffer);
}

Deno.test("compiled products have the bits of the plain loops", () => {
  const kernels = newKernels();
  assert(kernels !== undefined);
  const before = kernels.numbers.length;
  forSeeds("compiled product", howMany(150, 10_000), (draw) => {
    // What an earlier call has left must not be seen.
    kernels.numbers.fill(NaN, kernels.free / 8);
    const inner = side(draw);
    const A = factor(draw, side(draw), inner);
    const B = factor(draw, inner, side(draw));
    const C = multiplied(kernels, A, B);
    assert(C !== undefined);
    const found = bits(C), expected = bits(plainProduct(A, B));
    const i = found.findIndex((value, i) => value !== expected[i]);
    assertEquals(found.length, expected.length);
    assertEquals(
      i,
      -1,
      `${A.rows}x${inner}x${B.columns}: ${C[i]} at ${i}`,
    );
  });
  assert(kernels.numbers.length > before, "the memory has not grown");
});

Deno.test("product() is the same on both sides of every limit", () => {
  forSeeds("chosen product", howMany(100, 1000), (draw) => {
    const inner = draw.integer(1, 12);
    const A = factor(draw, draw.integer(1, 12), inner);
    const B = factor(draw, inner, draw.integer(1, 12));
    assertEquals(bits(product(A, B)), bits(plainProduct(A, B)));
  });
});
