import { assertEquals } from "@std/assert";
import { gradientDescent, matrix } from "../../../../mod.ts";
import { annealed } from "../../../../scripts/score/model/annealed.ts";
import { assertClose } from "../../../_support/close.ts";

Deno.test("annealed() scales each step by half a cosine", () => {
  const slope = { W: matrix([[1, -2]]) };
  let parameters = { W: matrix([[0, 0]]) };
  let optimizer = annealed(gradientDescent({ learningRate: 0.5 }), 4);
  const way: number[] = [];
  for (let step = 0; step < 6; step++) {
    const before = parameters.W.at(0, 0);
    ({ parameters, optimizer } = optimizer.step(parameters, slope));
    way.push(before - parameters.W.at(0, 0));
  }
  // 0.5 · (1 + cos πs/4) / 2 for s = 0, 1, 2, 3, then nothing.
  const expected = [0.5, 0.42677669529663687, 0.25, 0.07322330470336313, 0, 0];
  way.forEach((found, step) => assertClose(found, expected[step]!, "golden"));
  assertClose(parameters.W.at(0, 1), -2 * parameters.W.at(0, 0), "golden");
});

Deno.test("annealed() keeps the name and the settings of its steps", () => {
  const inner = gradientDescent({ learningRate: 0.5, weightDecay: 0.1 });
  const { name, learningRate, weightDecay } = annealed(inner, 10);
  assertEquals([name, learningRate, weightDecay], [
    "gradientDescent",
    0.5,
    0.1,
  ]);
});
