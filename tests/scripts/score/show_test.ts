import { assertEquals, assertMatch } from "@std/assert";
import { matrix } from "../../../mod.ts";
import type { Evaluation } from "../../../scripts/score/evaluation.ts";
import { defaults } from "../../../scripts/score/fit.ts";
import { scoreMessages } from "../../../scripts/score/messages.ts";
import {
  decimals,
  percent,
  resultTable,
  resultWarnings,
  tableText,
} from "../../../scripts/score/show.ts";
import { usageMessages } from "../../../scripts/score/usage.ts";

function evaluation(
  accuracy: number,
  kappa: number,
  majority: number,
  runs = 1,
): Evaluation {
  return {
    settings: defaults,
    layers: "2-16-3",
    runs: Array.from({ length: runs }, (_, i) => ({
      seed: `${i}`,
      accuracy: accuracy + 0.01 * i,
      kappa,
      correlation: kappa,
    })),
    confusion: matrix([[1, 0], [0, 1]]),
    majority,
  };
}

Deno.test("resultWarnings() warns where accuracy beats the majority line and kappa does not", () => {
  assertEquals(resultWarnings([evaluation(0.91, 0.02, 0.9)], "en"), [
    "network 2-16-3 beats the majority line (0.900), but its kappa is near 0 " +
    "(0.020): it has learned nothing.",
  ]);
  assertEquals(resultWarnings([evaluation(0.91, -0.02, 0.9)], "en").length, 1);
  assertEquals(resultWarnings([evaluation(1, NaN, 0.9)], "en").length, 1);
  assertEquals(resultWarnings([evaluation(0.91, 0.3, 0.9)], "en"), []);
});

Deno.test("resultWarnings() warns where accuracy does not beat the majority line", () => {
  for (const accuracy of [0.9, 0.85]) {
    assertEquals(resultWarnings([evaluation(accuracy, 0.5, 0.9)], "en"), [
      `network 2-16-3 (${
        accuracy.toFixed(3)
      }) does not beat the majority line (0.900).`,
    ]);
  }
});

Deno.test("resultTable() shows the spread of several runs, and a dash for what is not known", () => {
  const table = resultTable([evaluation(0.5, NaN, 0.4, 3)], "en");
  assertEquals(
    tableText(table),
    [
      "model                 accuracy   kappa   r",
      "majority line            0.400   0.000   –",
      "network 2-16-3   0.510 ± 0.010       –   –",
    ].join("\n"),
  );
});

Deno.test("decimals() and percent() write a minus that is as wide as a plus", () => {
  assertEquals([decimals(-0.5), decimals(2, 1), decimals(NaN)], [
    ...["−0.500", "2.0", "–"],
  ]);
  assertEquals([percent(0.7249), percent(-0.1)], ["72.5 %", "−10.0 %"]);
});

Deno.test("no message of the scorer is missing in either language", () => {
  const all = Object.entries({ ...scoreMessages, ...usageMessages });
  assertEquals(all.length > 100, true);
  const alike = new Set(["f1", "footer"]);
  for (const [name, { ja, en }] of all) {
    if (!alike.has(name)) assertMatch(ja, /[\u3040-\u9fff]/, name);
    assertEquals(/[\u3040-\u9fff]/.test(en), false, name);
    const blanks = (text: string) =>
      [...new Set(text.match(/\{\w+\}/g))].sort();
    assertEquals(blanks(ja), blanks(en), name);
  }
});
