/**
 * 自分の答えを確かめる / checks your answers:
 *
 * deno test
 * deno test -- --lang en
 */
import { requestedLanguage } from "../../scripts/cli/language.ts";
import { exerciseChecks } from "../../scripts/exercise/self_check.ts";
import * as exercises from "./exercises.ts";
import cases from "./public_cases.json" with { type: "json" };

const language = requestedLanguage(Deno.args);
for (
  const check of exerciseChecks(exercises, JSON.stringify(cases), language)
) {
  // 終わらないループは 5 秒で失敗になる。
  // A loop without end fails after 5 seconds.
  Deno.test({ ...check, timeout: 5000 });
}
