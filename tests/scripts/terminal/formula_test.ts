import { assertEquals, assertMatch } from "@std/assert";
import { lecture } from "../../../scripts/cells/lesson.ts";
import { plainFormula } from "../../../scripts/terminal/formula.ts";

Deno.test("plainFormula() writes TeX as a line of text", () => {
  const cases: [string, string][] = [
    ["h = x W_1 + b_1", "h = x W₁ + b₁"],
    [
      "w_{ij}^2 + x^{10} + x^a + x^{ab} + P_A",
      "wᵢⱼ² + x¹⁰ + x^a + x^(ab) + P_A",
    ],
    ["A^T B^\\top", "Aᵀ Bᵀ"],
    ["\\sum_k \\ln(y_k + \\delta) \\cdot \\eta", "Σₖ ln(yₖ + δ) · η"],
    ["W \\leftarrow W - \\eta g", "W ← W - η g"],
    ["\\text{sn.W} \\quad \\mathrm{sigmoid}(h)", "sn.W     sigmoid(h)"],
    ["\\left( a \\times b \\right) \\approx c \\to d", "( a × b ) ≈ c → d"],
    ["\\{a\\}", "{a}"],
  ];
  for (const [tex, text] of cases) assertEquals(plainFormula(tex), text);
});

Deno.test("plainFormula() writes a fraction so that it reads in one way", () => {
  const cases: [string, string][] = [
    ["\\frac{1}{2} x", "½ x"],
    ["\\frac{1}{N}", "1/N"],
    ["\\frac{A}{A + B + C}", "A / (A + B + C)"],
    ["\\frac{a - b}{2h}", "(a - b) / 2h"],
    ["\\frac{E(w + h) - E(w - h)}{2h}", "(E(w + h) - E(w - h)) / 2h"],
    [
      "\\frac{\\exp(a_k - m)}{\\sum_j \\exp(a_j - m)}",
      "exp(aₖ - m) / Σⱼ exp(aⱼ - m)",
    ],
    ["\\frac{a}{b c}", "a / (b c)"],
    ["\\frac{a}{f(b c)}", "a / f(b c)"],
    ["\\frac{\\partial E}{\\partial W}", "∂E/∂W"],
    ["\\frac{1}{a} + \\frac{1}{b}", "1/a + 1/b"],
  ];
  for (const [tex, text] of cases) assertEquals(plainFormula(tex), text);
});

Deno.test("plainFormula() leaves no TeX in the lecture's formulas", () => {
  for (const { name, formula } of lecture) {
    if (formula === undefined) continue;
    const text = plainFormula(formula);
    assertMatch(text, /^[^\\{}]+$/, name);
    assertEquals(text.split("(").length, text.split(")").length, name);
  }
});
