import { assertEquals, assertMatch } from "@std/assert";
import { matrix } from "../../../../mod.ts";
import type { Essays } from "../../../../scripts/score/essays/essays.ts";
import {
  countSameNumbers,
  planText,
} from "../../../../scripts/score/evaluation/plan_text.ts";

const essays: Essays = {
  x: matrix([[1, 2], [1, 3], [1, 2], [0, 2], [1, 2], [1, 3]]),
  given: [0, 1, 0, 1, 0, 1],
  bands: { names: ["a", "b"], labels: [["a"], ["b"]], ordered: true },
};

Deno.test("countSameNumbers() counts essays with the features of another", () => {
  assertEquals(countSameNumbers(essays), 5);
  assertEquals(countSameNumbers({ ...essays, x: matrix([[1], [2]]) }), 0);
});

Deno.test("planText() says that no essay was seen only where that is known", () => {
  const once = { folds: 2, seeds: 1 };
  assertEquals(
    planText(essays, once).en,
    "Stratified 2-fold cross-validation (seed 1). Every row is predicted by " +
      "models that were fitted without it; 5 of the 6 have the same numbers as another.",
  );
  const different = { ...essays, x: matrix([[1], [2], [3], [4], [5], [6]]) };
  assertMatch(planText(different, once).en, /models that have not seen it\.$/);
  const groups = { of: [0, 0, 1, 1, 2, 2], count: 3, columns: ["student"] };
  assertEquals(
    planText({ ...essays, groups }, { folds: 2, seeds: 3 }).en,
    "Stratified 2-fold cross-validation, 3 times (seeds 1 to 3). Every essay is " +
      "predicted by models that have seen none of its group: essays with the " +
      "same student (6 essays, 3 groups).",
  );
  const unnamed = { column: "student", essays: 2 };
  assertMatch(
    planText({ ...essays, groups: { ...groups, unnamed } }, once).en,
    /\(6 essays, 3 groups\)\. Where student is empty \(2 of the essays\), it keeps none together\.$/,
  );
});
