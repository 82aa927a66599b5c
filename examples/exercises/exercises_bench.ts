/**
 * 自分の勾配にかかる計算を見る / what your gradient costs:
 *
 * deno bench
 * deno bench -- --lang en
 */
import { requestedLanguage } from "../../scripts/cli/language.ts";
import { compareGradients } from "../../scripts/exercise/self_bench.ts";
import * as exercises from "./exercises.ts";

const { text, benches } = compareGradients(
  exercises,
  requestedLanguage(Deno.args),
);
console.log(text);
for (const bench of benches) Deno.bench(bench);
