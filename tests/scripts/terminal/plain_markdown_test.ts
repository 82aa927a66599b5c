import { assertEquals } from "@std/assert";
import { plainMarkdown } from "../../../scripts/terminal/plain_markdown.ts";

Deno.test("plainMarkdown() takes the marks away and leaves the words", () => {
  const cases: [string, string[]][] = [
    ["a **b** and *c*", ["a b and c"]],
    ["**「重要」**な語", ["「重要」な語"]],
    ["`y.shape[0]` and `a**b**`", ["y.shape[0] and a**b**"]],
    ["$h_1 = x_1 w_{11}$ です", ["h₁ = x₁ w₁₁ です"]],
    ["$\\frac{\\partial L}{\\partial w}$ says", ["∂L/∂w says"]],
    ["[words](http://x/) ![cat](http://y/)", ["words (http://x/) cat"]],
    ["one\ntwo\n\nthree", ["one two", "three"]],
    ["- a\n- b", ["- a", "- b"]],
    ["1. a\n2. b", ["1. a", "2. b"]],
    ["## Head", ["Head"]],
    ["2 \\* 3 and cross_entropy_error", ["2 * 3 and cross_entropy_error"]],
    ["2 * 3 * 4", ["2 * 3 * 4"]],
  ];
  for (const [markdown, plain] of cases) {
    assertEquals(plainMarkdown(markdown), plain, markdown);
  }
});
