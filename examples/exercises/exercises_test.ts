/**
 * 自分の答えを確かめる / checks your answers:
 *
 * deno test
 * deno test -- --lang en
 */
import { requestedLanguage } from "../../scripts/cli/language.ts";
import { examOf, practiceSeed } from "../../scripts/exercise/exam.ts";
import { checksOfFile } from "../../scripts/exercise/self_check.ts";
import { course } from "../../scripts/exercises/lecture.ts";
import source from "./exercises.ts" with { type: "text" };

const checks = await checksOfFile(
  source,
  examOf(course, practiceSeed),
  requestedLanguage(Deno.args),
);
for (const check of checks) {
  // 終わらないループは 5 秒で失敗になる。
  // A loop without end fails after 5 seconds.
  Deno.test({ ...check, timeout: 5000 });
}
