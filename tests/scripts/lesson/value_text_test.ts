import { assertEquals } from "@std/assert";
import { matrix } from "kobai";
import type { Value } from "../../../scripts/lesson/cell.ts";
import { resultText, valueText } from "../../../scripts/lesson/value_text.ts";

Deno.test("valueText() prints as NumPy and Python do, and texts as they are", () => {
  const cases: [Value, boolean, string][] = [
    [matrix([2, 3]), false, "array([[2., 3.]])"],
    [matrix([2, 3]), true, "array([2., 3.])"],
    [matrix([7]), true, "7.0"],
    [0.1 + 0.2, false, "0.30000000000000004"],
    [1e-7, false, "1e-07"],
    [27, false, "27"],
    [Infinity, false, "inf"],
    ["良い", false, "良い"],
    [undefined, false, "undefined"],
  ];
  for (const [value, flat, text] of cases) {
    assertEquals(valueText(value, flat), text);
  }
});

Deno.test("resultText() gives words in the reader's language, where it has them", () => {
  const result = {
    label: { ja: "判定", en: "verdict" },
    words: { right: { ja: "正しい", en: "right" } },
  };
  assertEquals(resultText("right", result, "ja"), "正しい");
  assertEquals(resultText("right", result, "en"), "right");
  assertEquals(resultText("wrong", result, "ja"), "wrong");
  assertEquals(resultText(matrix([2]), { ...result, flat: true }, "ja"), "2.0");
});
