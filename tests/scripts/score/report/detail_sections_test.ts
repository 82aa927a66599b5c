import { assertEquals, assertStringIncludes } from "@std/assert";
import {
  biasText,
  detailSections,
  gainText,
} from "../../../../scripts/score/report/detail_sections.ts";
import type { EssayPlaces } from "../../../../scripts/score/essays/essay_places.ts";
import { evaluationOf } from "../samples.ts";

Deno.test("biasText() says no more than its interval does", () => {
  const says = (from: number, to: number) => biasText([from, to]).en;
  assertEquals(
    says(0.012, 0.05),
    "Its probabilities are too high, by 1.2 to 5.0 points on average (95 % interval).",
  );
  assertEquals(
    says(-0.05, -0.012),
    "Its probabilities are too low, by 1.2 to 5.0 points on average (95 % interval).",
  );
  assertStringIncludes(says(-0.01, 0.05), "Nothing shows");
  assertStringIncludes(says(NaN, NaN), "is not known");
});

Deno.test("gainText() promises nothing that its interval does not", () => {
  const nothing = [NaN, NaN] as const;
  const point = (essays: number) => ({
    ...{ essays, accuracy: 0.5, kappa: 0.5 },
    intervals: { accuracy: nothing, kappa: nothing },
  });
  const says = (from: number, to: number) =>
    gainText({
      points: [point(100), point(200)],
      gain: 0.01,
      interval: [from, to],
    }).en.replace(/^.*: /, "");
  assertEquals(
    says(0.001, 0.03),
    "more essays of this kind would probably help.",
  );
  assertEquals(
    says(-0.001, 0.015),
    "with this model and these features, more essays would hardly help.",
  );
  const unknown = "whether more essays would help cannot be told.";
  assertEquals(says(-0.001, 0.05), unknown);
  assertEquals(says(NaN, NaN), unknown);
});

Deno.test("detailSections() has no part of which nothing is known", () => {
  const known = { bands: ["a", "b"], hasGroups: false };
  const evaluation = evaluationOf(0.5, 0.5, 0.4);
  const titles = (one: typeof evaluation) =>
    detailSections(one, known).map(({ heading }) => heading.en);
  assertEquals(titles(evaluation), [
    "When it says 80 %, how often is it right? (network 2-16-3)",
    "Essays about which it differs most from people (network 2-16-3)",
  ]);
  assertEquals(titles({ ...evaluation, farthest: [] }).length, 1);
});

Deno.test("detailSections() compares with a second rater no further than its interval goes", () => {
  const evaluation = evaluationOf(0.5, 0.5, 0.4);
  const [{ accuracy, adjacent, kappa, ...run }] = evaluation.runs as [
    (typeof evaluation.runs)[number],
  ];
  const value = { ...run, accuracy, adjacent, kappa };
  const says = (from: number, to: number) => {
    const { intervals } = evaluation;
    const all = { value, intervals };
    const degradation = {
      value,
      intervals: { ...intervals, kappa: [from, to] as const },
    };
    const secondRater = {
      ...{ essays: 9, people: all, machine: all, degradation },
      method: "BCa" as const,
    };
    return detailSections(
      { ...evaluation, secondRater },
      { bands: ["a", "b"], hasGroups: false },
    )[0]!.text[0]!.en;
  };
  assertStringIncludes(says(-0.2, -0.1), "Two people agree better");
  assertStringIncludes(says(0.1, 0.2), "The machine agrees better");
  assertStringIncludes(says(-0.1, 0.2), "cannot be told");
  assertStringIncludes(says(NaN, NaN), "has no interval");
});

Deno.test("detailSections() numbers essays where their lines are not known", () => {
  const evaluation = evaluationOf(0.5, 0.5, 0.4);
  const rows = (places = {}) =>
    detailSections(evaluation, {
      ...{ bands: ["a", "b"], hasGroups: false },
      ...places,
    }).at(-1)!.rows.map((row) => row.map(({ en }) => en));
  assertEquals(rows(), [["2", "a", "b", "90.0 %", "10.0 %"]]);
  const places = {
    lineOf: (row: number) => row + 7,
    ids: { name: "id", cells: ["x", "y"] },
    beginningOf: () => "Once",
  };
  assertEquals(rows({ places }), [
    ["8", "y", "a", "b", "90.0 %", "10.0 %", "Once"],
  ]);
  const texts = (places: EssayPlaces) =>
    detailSections(evaluation, {
      ...{ bands: ["a", "b"], hasGroups: false, places },
    }).at(-1)!.texts;
  assertEquals(texts(places), [1, 6]);
  const { lineOf, beginningOf } = places;
  assertEquals(texts({ lineOf, beginningOf }), [5]);
});
