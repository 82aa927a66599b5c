import { assertEquals } from "@std/assert";
import {
  countTypes,
  guiraud,
  movingTypeTokenRatio,
} from "../../../scripts/text/diversity.ts";
import { assertClose } from "../../_support/close.ts";

const words = "a b a c b b".split(" ");

Deno.test("guiraud() is types by the root of words", () => {
  assertEquals(countTypes(words), 3);
  assertClose(guiraud(words), 3 / Math.sqrt(6), "golden");
});

Deno.test("movingTypeTokenRatio() is the mean over all windows", () => {
  // aba 2, bac 3, acb 3, cbb 2
  assertClose(movingTypeTokenRatio(words, 3), 10 / 12, "golden");
  assertEquals(movingTypeTokenRatio(words, 1), 1);
  assertEquals(movingTypeTokenRatio(words, 6), 3 / 6);
  // Shorter than the window: types by words.
  assertEquals(movingTypeTokenRatio(words), 3 / 6);
});

Deno.test("movingTypeTokenRatio() is as the slow way computes it", () => {
  const long = Array.from({ length: 300 }, (_, i) => `${i * i % 37 % 23}`);
  const ratios = Array.from(
    { length: 251 },
    (_, i) => new Set(long.slice(i, i + 50)).size / 50,
  );
  const mean = ratios.reduce((sum, ratio) => sum + ratio) / ratios.length;
  assertClose(movingTypeTokenRatio(long), mean, "golden");
});
