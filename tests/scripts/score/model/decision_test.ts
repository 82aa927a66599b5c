import { assertEquals } from "@std/assert";
import { matrix } from "../../../../mod.ts";
import { decide } from "../../../../scripts/score/model/decision.ts";

const probabilities = matrix([
  [0.4, 0.25, 0.35],
  [0.5, 0.1, 0.4],
  [0.1, 0.2, 0.7],
  [0, 1, 0],
  [0.25, 0.25, 0.5],
  [0.4, 0.2, 0.4],
]);

Deno.test("decide() chooses the most probable band, the first in a tie", () => {
  assertEquals(decide(probabilities, "mostProbable"), [0, 0, 2, 1, 2, 0]);
});

Deno.test("decide() chooses the number of bands k with P(band ≤ k) < 0.5 as the median", () => {
  assertEquals(decide(probabilities, "median"), [1, 0, 2, 1, 1, 1]);
  // Rounding may leave less than all for the bands together.
  assertEquals(decide(matrix([[0.1, 0.1]]), "median"), [1]);
});
