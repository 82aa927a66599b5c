import { assertEquals } from "@std/assert";
import { matrix, normalize } from "../../../../mod.ts";
import { drawMatrix } from "../../../_support/matrices.ts";
import { forSeeds } from "../../../_support/seeded.ts";
import { claims, decide } from "../../../../scripts/score/model/decision.ts";

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

Deno.test("claims() are largest for the band that is chosen, and equal where it changes", () => {
  forSeeds("claims", 40, (draw) => {
    const p = normalize(drawMatrix(draw, 9, draw.integer(2, 7), 0.01, 1));
    for (const how of ["mostProbable", "median"] as const) {
      const found = claims(p, how).toArray();
      const chosen = found.map((row) => row.indexOf(Math.max(...row)));
      assertEquals(chosen, decide(p, how));
    }
  });
  const [row] = claims(matrix([0.2, 0.3, 0.5]), "median").toArray();
  assertEquals(row, [-0.3, 0, 0]);
});
