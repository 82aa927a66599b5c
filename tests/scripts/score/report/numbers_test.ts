import { assertEquals } from "@std/assert";
import {
  count,
  decimals,
  percent,
  threeDigits,
} from "../../../../scripts/score/report/numbers.ts";

Deno.test("decimals() and percent() write a minus that is as wide as a plus", () => {
  assertEquals([decimals(-0.5), decimals(2, 1), decimals(NaN)], [
    "−0.500",
    "2.0",
    "–",
  ]);
  assertEquals([percent(0.7249), percent(-0.1)], ["72.5 %", "−10.0 %"]);
});

Deno.test("threeDigits() leaves small numbers their digits", () => {
  assertEquals(
    [119.83, 27.25, 1.675, 0.034, -0.5].map(threeDigits),
    ["119.8", "27.3", "1.68", "0.034", "−0.500"],
  );
});

Deno.test("count() separates thousands", () => {
  assertEquals([count(999), count(1010), count(1234567)], [
    "999",
    "1,010",
    "1,234,567",
  ]);
});
