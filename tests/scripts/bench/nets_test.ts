/**
 * The nets whose gradients are timed: what is fast and wrong is not worth
 * timing.
 */
import { assert, assertEquals } from "@std/assert";
import type { Matrix } from "kobai";
import { matrix, multiply, numericalGradient, sum, tanh } from "kobai";
import { makeNets } from "../../../scripts/bench/nets.ts";
import {
  drawIndices,
  listMatrices,
  pick,
  sampledGradient,
} from "../../../scripts/bench/sampled_gradient.ts";
import { assertClose } from "../../_support/close.ts";
import { assertSame } from "../../_support/matrices.ts";

Deno.test("makeNets() gives the four nets, from the lecture's six weights upwards", () => {
  assertEquals(
    makeNets().map(({ name, weights, samples }) => [name, weights, samples]),
    [
      ["2-3", 6, 1],
      ["2-16-3", 99, 100],
      ["64-32-10", 2410, 100],
      ["784-50-10", 39760, 100],
    ],
  );
});

Deno.test("makeNets() gives nets whose loss, loops by hand and gradients agree", () => {
  for (const net of makeNets()) {
    assertClose(net.loss().item(), net.byHand(), "golden", net.name);
    const exact = net.gradient(), sample = Math.min(net.weights, 20);
    assertClose(
      net.numerical(sample) as Matrix,
      net.entries(exact, sample),
      { rtol: 1e-6, atol: 1e-7 },
      net.name,
    );
    if (net.formula !== undefined) {
      assertClose(net.formula() as Matrix, exact as Matrix, "golden");
    }
  }
});

Deno.test("makeNets() gives the same numbers each time", () => {
  const losses = () => makeNets().map((net) => net.loss().item());
  assertEquals(losses(), losses());
});

Deno.test("drawIndices() draws different indices, the same each time", () => {
  const drawn = drawIndices(50, 20);
  assertEquals(drawn.length, 20);
  assertEquals(new Set(drawn).size, 20);
  assert(drawn.every((i) => Number.isInteger(i) && i >= 0 && i < 50));
  assertEquals(drawIndices(50, 20), drawn);
  assertEquals(drawIndices(5, 20).toSorted(), [0, 1, 2, 3, 4]);
});

Deno.test("sampledGradient() has the entries of numericalGradient(), to the bit", () => {
  const at = { W: matrix([[1, 2], [3, 4]]), b: matrix([5, 6, 7]) };
  const loss = ({ W, b }: { [name: string]: Matrix }) =>
    sum(multiply(sum(tanh(W!)), tanh(b!)));
  assertEquals(listMatrices(at), [at.W, at.b]);
  const indices = [6, 0, 3, 4];
  assertSame(pick(at, indices), matrix([7, 1, 4, 5]));
  const whole = numericalGradient<typeof at>(loss, at);
  assertSame(
    sampledGradient<typeof at>(loss, at, indices),
    pick(whole, indices),
  );
  const alone = (W: Matrix) => sum(tanh(W));
  assertSame(
    sampledGradient(alone, at.b, [2, 1]),
    pick(numericalGradient(alone, at.b), [2, 1]),
  );
});
