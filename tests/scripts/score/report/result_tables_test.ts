import { assertEquals, assertStringIncludes } from "@std/assert";
import { matrix } from "../../../../mod.ts";
import {
  describeEssays,
  intervalTable,
  resultMeaning,
  resultTable,
  tableText,
} from "../../../../scripts/score/report/result_tables.ts";
import type { Evaluation } from "../../../../scripts/score/evaluation/evaluation.ts";
import { evaluationOf } from "../samples.ts";

Deno.test("describeEssays() says which labels of --order no essay has", () => {
  const essays = {
    x: matrix([[1], [2], [3]]),
    given: [0, 1, 1],
    bands: { names: ["a", "C"], labels: [["a"], ["C"]], ordered: true },
  };
  const said = (order?: string[]) =>
    describeEssays(
      ...["t.csv", ["x"], essays] as const,
      order === undefined ? {} : { order },
    ).map(({ en }) => en).slice(2);
  assertEquals(said(["a", "c"]), []);
  assertEquals(said(), []);
  assertEquals(said(["a", "b", "c", "d"]), [
    "No essay has b, d of --order: no band is made of it, and the bands " +
    "before and after it count as neighbours.",
  ]);
});

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

Deno.test("resultMeaning() names the model that was chosen, where one was", () => {
  const [one, two, none] = [0.25, 0.5, NaN].map((kappa) => ({
    ...evaluationOf(0.5, kappa, 0.4),
    layers: `2-${kappa}`,
  }));
  const says = (...some: Evaluation[]) => resultMeaning(some, ["a", "b"]).en;
  const chosen = "is of network 2-0.5, whose kappa is the highest";
  assertStringIncludes(says(one!, two!), chosen);
  assertEquals(says(two!).includes("highest"), false);
  assertEquals(says(none!, none!).includes("highest"), false);
});

Deno.test("intervalTable() shows intervals and p, and a dash for what is not known", () => {
  const known = evaluationOf(0.5, 0.25, 0.4);
  const unknown = {
    ...evaluationOf(0.75, 0.5, 0.4, 1, 0.31),
    layers: "2-3",
    intervals: { ...known.intervals, correlation: [NaN, NaN] as const },
  };
  assertEquals(
    tableText(intervalTable([known, unknown], "en")),
    [
      "95 % interval          accuracy            kappa                r   p of chance",
      "network 2-16-3   [0.400, 0.600]   [0.150, 0.350]   [0.150, 0.350]        0.0005",
      "network 2-3      [0.400, 0.600]   [0.150, 0.350]                –        0.3100",
    ].join("\n"),
  );
});

Deno.test("tables leave out what needs an order where there is none", () => {
  const one = { ...evaluationOf(0.5, 0.5, 0.4), ordered: false };
  assertEquals(resultTable([one], "en").head, [
    "model",
    "accuracy",
    "unweighted kappa",
  ]);
  assertEquals(resultTable([one], "en").rows[1], [
    "network 2-16-3",
    "0.500",
    "0.250",
  ]);
  assertEquals(intervalTable([one], "en").rows, [
    ["network 2-16-3", "[0.400, 0.600]", "[0.150, 0.350]", "0.0005"],
  ]);
});
