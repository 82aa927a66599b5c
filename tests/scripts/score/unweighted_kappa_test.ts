import { assertEquals } from "@std/assert";
import { matrix } from "../../../mod.ts";
import { unweightedKappa } from "../../../scripts/score/unweighted_kappa.ts";
import { assertClose } from "../../_support/close.ts";

Deno.test("unweightedKappa() is the part of agreement beyond chance", () => {
  // By hand: 35 of 50 agree; by chance 25/50·30/50 + 25/50·20/50 = 1/2.
  assertClose(unweightedKappa(matrix([[20, 5], [10, 15]])), 0.4, "golden");
  assertEquals(unweightedKappa(matrix([[3, 0], [0, 4]])), 1);
  assertEquals(unweightedKappa(matrix([[1, 1], [1, 1]])), 0);
  assertEquals(unweightedKappa(matrix([[5, 0], [0, 0]])), NaN);
});

Deno.test("unweightedKappa() does not know how far bands are apart", () => {
  const near = matrix([[8, 2, 0], [2, 6, 2], [0, 2, 8]]);
  const far = matrix([[8, 0, 2], [2, 6, 2], [2, 0, 8]]);
  // By hand, for both: (22/30 − 1/3) / (1 − 1/3).
  assertClose(unweightedKappa(near), 0.6, "golden");
  assertClose(unweightedKappa(far), 0.6, "golden");
});
