import { assertEquals, assertMatch } from "@std/assert";
import { matrix } from "../../../../mod.ts";
import {
  bewareOf,
  essayWarnings,
  rareBandWarnings,
  resultWarnings,
  tableWarnings,
} from "../../../../scripts/score/evaluation/warnings.ts";
import { evaluationOf } from "../samples.ts";

/** What is said in English; in Japanese it is Japanese. */
function english(...evaluated: Parameters<typeof evaluationOf>): string[] {
  const warnings = resultWarnings([evaluationOf(...evaluated)]);
  for (const { ja } of warnings) assertMatch(ja, /[ぁ-龯]/);
  return warnings.map(({ en }) => en);
}

Deno.test("resultWarnings() warns where chance agrees as well", () => {
  assertEquals(english(0.91, 0.02, 0.9, 1, 0.31), [
    "network 2-16-3 beats the majority line (0.900), but chance agrees as well " +
    "(p = 0.310): nothing shows that it has learned anything.",
  ]);
  assertEquals(english(1, NaN, 0.9, 1, 1).length, 1);
  assertEquals(english(0.91, 0.3, 0.9, 1, 0.05).length, 1);
  assertEquals(english(0.91, 0.3, 0.9, 1, 0.049), []);
  // A small kappa is a result where chance hardly ever gives it.
  assertEquals(english(0.91, 0.02, 0.9, 1, 0.0005), []);
});

Deno.test("resultWarnings() warns where accuracy does not beat the majority line", () => {
  for (const accuracy of [0.9, 0.85]) {
    assertEquals(english(accuracy, 0.5, 0.9), [
      `network 2-16-3 (${
        accuracy.toFixed(3)
      }) does not beat the majority line (0.900).`,
    ]);
  }
});

Deno.test("essayWarnings() names what is further than five deviations from the mean", () => {
  const model = {
    features: ["words", "errors"],
    scaler: { mean: matrix([100, 8]), deviation: matrix([10, 0]) },
  };
  const warned = (...values: number[]) =>
    essayWarnings(model, values).map(({ en }) => en.split(":")[0]);
  assertEquals(warned(150, 8), []);
  assertEquals(warned(50, 8), []);
  assertEquals(warned(150.1, 8), ["words"]);
  assertEquals(warned(49.9, 8), ["words"]);
  assertEquals(warned(100, 8.1), ["errors"]); // it was 8 in every essay
  assertEquals(warned(200, 9), ["words, errors"]);
});

Deno.test("bewareOf() marks a sentence as a warning", () => {
  assertEquals(bewareOf([{ ja: "だめ。", en: "Bad." }]), [
    { ja: "注意：だめ。", en: "Beware: Bad." },
  ]);
});

Deno.test("tableWarnings() names numbers that look like mistakes", () => {
  const rows = Array.from({ length: 40 }, (_, i) => [100 + i, 10 + i % 9]);
  rows[7]![0] = 1e12;
  rows[9]![1] = -3;
  const essays = {
    x: matrix(rows),
    given: rows.map((_, i) => i % 2),
    bands: { names: ["a", "b"], labels: [["a"], ["b"]], ordered: true },
  };
  const warnings = tableWarnings(
    ["words", "errors"],
    essays,
    5,
    (row) => 2 * row + 2,
  );
  assertEquals(warnings.map(({ en }) => en), [
    "words has values far from all others (1000000000000 on line 16). " +
    "If they are mistakes, mend them: they spoil what is learned.",
    "errors has values below 0, unlike the others (-3 on line 20). " +
    "If they are mistakes, mend them.",
  ]);
  for (const { ja } of warnings) assertMatch(ja, /行目.*入力の誤り/);
});

Deno.test("rareBandWarnings() names a band that less than a tenth of its essays get, once for models alike", () => {
  const tenth = matrix([[20, 0, 0], [5, 14, 1], [0, 18, 2]]);
  const often = matrix([[20, 0, 0], [5, 14, 1], [0, 9, 1]]);
  const rare = matrix([[20, 0, 0], [5, 5, 10], [0, 19, 1]]);
  const never = matrix([[0, 20, 0], [0, 20, 0], [0, 20, 0]]);
  const one = evaluationOf(0.5, 0.5, 0.4);
  const found = rareBandWarnings(
    [
      { ...one, confusion: often },
      { ...one, confusion: rare },
      { ...one, confusion: tenth },
      { ...one, confusion: rare, decision: "median" },
      { ...one, confusion: never, layers: "2-3" },
    ],
    ["A", "B", "C"],
  );
  assertEquals(found.map(({ en }) => en), [
    "network 2-16-3; network 2-16-3, median: C practically never given " +
    "(to less than a tenth of the essays to which people do), not to be " +
    "trusted for such essays.",
    "network 2-3: A, C practically never given (to less than a tenth of the " +
    "essays to which people do), not to be trusted for such essays.",
  ]);
});
