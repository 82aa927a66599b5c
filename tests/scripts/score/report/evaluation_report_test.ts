import { assertEquals, assertStringIncludes } from "@std/assert";
import { matrix } from "../../../../mod.ts";
import {
  evaluationHtml,
  evaluationJson,
  evaluationText,
} from "../../../../scripts/score/report/evaluation_report.ts";
import { elementsOf } from "../../../_support/markup.ts";
import { evaluationOf } from "../samples.ts";

/** The first cell of the row that the page marks as the best. */
function marked(...kappas: number[]): string[] {
  const page = evaluationHtml(
    {
      language: "en",
      about: [],
      bands: ["a", "b"],
      evaluations: kappas.map((kappa, i) => ({
        ...evaluationOf(0.5, kappa, 0.4),
        layers: `2-${i}-3`,
      })),
      hasGroups: false,
      warnings: [],
    },
    { confusion: "<svg></svg>", calibration: "<svg></svg>" },
    [],
  );
  const rows = elementsOf(page);
  return rows.flatMap(({ tag, attributes }, i) =>
    tag === "tr" && attributes.class === "best" ? [rows[i + 1]!.text] : []
  );
}

Deno.test("evaluationHtml() marks the model with the highest kappa as the best", () => {
  assertEquals(marked(0.2, 0.8), ["network 2-1-3"]);
  assertEquals(marked(0.8, 0.2), ["network 2-0-3"]);
  assertEquals(marked(0.1, 0.9, 0.3), ["network 2-1-3"]);
  assertEquals(marked(0.5, 0.5), ["network 2-0-3"]); // the first
});

Deno.test("evaluationJson() says null where a number is not known", () => {
  const json = JSON.parse(
    JSON.stringify(evaluationJson(evaluationOf(0.5, NaN, 0.4), ["a", "b"])),
  );
  assertEquals(json.accuracy, { mean: 0.5, deviation: null });
  assertEquals(json.kappa, { mean: null, deviation: null });
  assertEquals(json.confusion, [[1, 0], [0, 1]]);
  assertEquals(json.intervals.accuracy, [0.4, 0.6]);
  const unordered = evaluationJson({
    ...evaluationOf(0.5, 0.5, 0.4),
    ordered: false,
  }, ["a", "b"]);
  const { intervals } = JSON.parse(JSON.stringify(unordered));
  assertEquals([intervals.kappa, intervals.correlation], [null, null]);
});

Deno.test("evaluationText() shows the bands and the confusion of the best model", () => {
  const text = evaluationText({
    language: "en",
    about: [],
    bands: ["a", "b"],
    evaluations: [
      { ...evaluationOf(0.5, 0.8, 0.4), layers: "2-0-3" },
      {
        ...evaluationOf(0.5, 0.2, 0.4),
        layers: "2-1-3",
        confusion: matrix([[0, 7], [7, 0]]),
      },
    ],
    hasGroups: false,
    warnings: [],
  });
  assertStringIncludes(text, "Each band (network 2-0-3)\n");
  assertStringIncludes(text, "\na   1   0\nb   0   1");
  assertStringIncludes(text, "nearer to b (above 0) or nearer to a (below 0)");
});
