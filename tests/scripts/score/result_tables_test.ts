import { assertEquals } from "@std/assert";
import {
  resultTable,
  tableText,
} from "../../../scripts/score/result_tables.ts";
import { evaluationOf } from "./samples.ts";

Deno.test("resultTable() shows the deviation of several runs, and a dash for what is not known", () => {
  const table = resultTable([evaluationOf(0.5, NaN, 0.4, 3)], "en");
  assertEquals(
    tableText(table),
    [
      "model                 accuracy   kappa   r",
      "majority line            0.400   0.000   –",
      "network 2-16-3   0.510 ± 0.010       –   –",
    ].join("\n"),
  );
});
