import { assertEquals } from "@std/assert";
import {
  answerText,
  argumentText,
  resultText,
} from "../../../scripts/exercise/show.ts";

Deno.test("argumentText() writes a value as one could type it", () => {
  assertEquals(
    argumentText("x", [[1, -2.5], [0, 3]]),
    "x = [[1, -2.5], [0, 3]]",
  );
  assertEquals(argumentText("b", [[0]]), "b = [[0]]"); // a matrix, not a number
  assertEquals(argumentText("h", 0.0001), "h = 0.0001");
});

Deno.test("argumentText() writes a function as its formula", () => {
  assertEquals(
    argumentText("f", {
      linear: [[1, -2]],
      square: [[3, 0.5]],
      cube: [[0, 4]],
      together: -1.5,
    }),
    "f(W) = Σ(a w + b w² + c w³) - 1.5 (Σw)², a = [[1, -2]], b = [[3, 0.5]], c = [[0, 4]]",
  );
  assertEquals(
    argumentText("gradient", { center: [[1, -2]], pull: 2, together: 0.5 }),
    "gradient(W) = 2 (W - C) + 0.5 Σ(W - C), C = [[1, -2]]",
  );
});

Deno.test("an answer or result of one number stands without brackets, with ten digits", () => {
  const rows = [[2 / 3]];
  assertEquals(answerText({ rows }).ja, "0.6666666667");
  assertEquals(resultText({ kind: "rows", rows }), {
    code: "0.6666666667",
  });
  assertEquals(answerText({ rows: [[1, 2]] }).ja, "[[1, 2]]");
});

Deno.test("argumentText() writes texts in quotes", () => {
  assertEquals(argumentText("text", "a b"), 'text = "a b"');
  assertEquals(argumentText("words", ["a", "b"]), 'words = ["a","b"]');
  assertEquals(argumentText("words", []), "words = []");
});
