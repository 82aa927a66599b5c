/**
 * Checks a lesson, or reads programs for the grader, and prints what came of
 * it, as JSON: a process of its own, because a worker in a loop without end
 * keeps a core busy until its process exits, which this one has to do.
 *
 * deno run --allow-read tests/_support/endless_process.ts check URL LIMITS
 * deno run --allow-read tests/_support/endless_process.ts read SECONDS SOURCE...
 */
import { checkLesson } from "../../scripts/check/check_lesson.ts";
import { runScript } from "../../scripts/cli/run_script.ts";
import { Reader } from "../../scripts/grade/reader.ts";

const [verb, first = "", ...rest] = Deno.args;

async function readAll(): Promise<unknown> {
  using reader = new Reader(Number(first));
  return await Promise.all(rest.map((source) => reader.read(source)));
}

await runScript(async () => {
  const found = verb === "check"
    ? await checkLesson(first, JSON.parse(rest[0]!))
    : await readAll();
  console.log(JSON.stringify(found));
});
