/**
 * Checks a lesson, or reads programs for the grader, and prints what came of
 * it, as JSON: a process of its own, because a worker that is terminated in a
 * loop without end keeps a core busy until its process exits.
 *
 * deno run --allow-read tests/_support/endless_process.ts check URL LIMITS
 * deno run --allow-read tests/_support/endless_process.ts read SECONDS SOURCE...
 */
import { checkLesson } from "../../scripts/check/check_lesson.ts";
import { Reader } from "../../scripts/grade/reader.ts";

const [verb, first = "", ...rest] = Deno.args;
const found = verb === "check"
  ? await checkLesson(first, JSON.parse(rest[0]!))
  : await readAll(Number(first), rest);
console.log(JSON.stringify(found));
Deno.exit();

async function readAll(seconds: number, sources: string[]): Promise<unknown> {
  using reader = new Reader(seconds);
  return await Promise.all(sources.map((source) => reader.read(source)));
}
