import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Costs } from "../../../scripts/bench/costs.ts";
import { showCosts } from "../../../scripts/bench/show.ts";

const spread = (median: number) => ({ median, min: median / 2, max: median });
const small: Costs = {
  net: "2-3",
  weights: 6,
  samples: 1,
  numericalSample: 6,
  byHand: spread(81),
  loss: spread(1234),
  gradient: spread(5.678e6),
  formula: spread(999.9),
  numerical: spread(2e12),
  gradientRatio: spread(3),
  numericalRatio: spread(12),
  handRatio: spread(1.5),
};
const { formula: _, ...rest } = small;
const large: Costs = {
  ...rest,
  net: "784-50-10",
  weights: 39760,
  samples: 100,
  numericalSample: 100,
};

Deno.test("showCosts() shows times in units that suit them, and ratios with extremes", () => {
  const lines = showCosts([small, large], 11, "A chip, Deno 1", "en")
    .split("\n").map((line) => line.replace(/ +/g, " "));
  assertEquals(lines, [
    "What a gradient costs (medians of 11 rounds, extremes in brackets)",
    "A chip, Deno 1",
    "",
    "net weights samples loss by hand loss gradient formula numerical",
    "2-3 6 1 81.0 ns 1.23 µs 5.68 ms 1.00 µs 2000 s",
    "784-50-10 39,760 100 81.0 ns 1.23 µs 5.68 ms – 2000 s*",
    "",
    "net gradient/loss numerical/loss loss/by hand",
    "2-3 3.00 (1.50–3.00) 12 (6–12) 1.50 (0.75–1.50)",
    "784-50-10 3.00 (1.50–3.00) 12 (6–12) 1.50 (0.75–1.50)",
    "",
    "* measured on 100 weights, drawn with seed 0, and scaled to all.",
    "By its definition a gradient takes two evaluations of the loss for each weight. Backpropagation takes about as long as two to four of them, however many weights there are.",
  ]);
});

Deno.test("showCosts() explains the sign of a sample only where there is one", () => {
  const whole = showCosts([small], 1, "A chip, Deno 1", "en");
  assertMatch(whole, /^What a gradient costs \(medians of 1 round, extremes/);
  assert(!whole.includes("*"), whole);
});
