import { assertStringIncludes } from "@std/assert";
import { certaintySentence } from "../../../../scripts/score/report/training_report.ts";
import { evaluationOf } from "../samples.ts";

Deno.test("certaintySentence() says what was drawn anew", () => {
  const evaluation = evaluationOf(0.5, 0.5, 0.4);
  assertStringIncludes(
    certaintySentence(evaluation, false).en,
    "(essays drawn",
  );
  assertStringIncludes(certaintySentence(evaluation, true).en, "(groups drawn");
  assertStringIncludes(
    certaintySentence(evaluation, true).ja,
    "組を引き直した",
  );
});
