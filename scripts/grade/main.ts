/** From the command line to the tables. */
import { type Language, systemTrouble } from "../cli/command_line.ts";
import { onInterrupt } from "../cli/interrupt.ts";
import { Progress } from "../cli/progress.ts";
import type { TestCase } from "../exercise/cases.ts";
import { type Member, shardOf } from "./class_list.ts";
import { checkClass, gradeClass } from "./grade_class.ts";
import { allCases, openResults, readClass } from "./inputs.ts";
import { message } from "./messages.ts";
import { prepareSandbox } from "./prepare.ts";
import { type GradeRequest, readRequest } from "./request.ts";
import type { Results } from "./results.ts";
import { safeText } from "./safe_text.ts";
import { writeTables } from "./write_tables.ts";

/** What a submission may print, in bytes. */
const mostOutput = 1_000_000;

/**
 * Grades a class as the command line says.
 *
 * @param args The arguments.
 * @returns The exit code: 0 if every submission was graded, 130 after Ctrl-C, else 1.
 * @throws {UsageError} If the command line cannot be followed.
 */
export async function gradeMain(args: readonly string[]): Promise<number> {
  const request = readRequest(args);
  if ("help" in request) {
    console.log(message(request.help, "usage"));
    return 0;
  }
  try {
    return await gradeAsAsked(request);
  } catch (error) {
    const sentence = systemTrouble(error, request.language);
    if (sentence === undefined) throw error;
    console.error(sentence);
    return 1;
  }
}

async function gradeAsAsked(request: GradeRequest): Promise<number> {
  const { language, out, shard } = request;
  const cases = await allCases(request);
  const members = shardOf(await readClass(request), shard);
  using results = await openResults(request);
  using interrupt = onInterrupt();
  const { signal } = interrupt;
  const isWhole = await gradeAll(members, cases, results, request, signal);
  if (signal.aborted) {
    console.error(message(language, "interrupted"));
    return 130;
  }
  const summary = await writeTables(members, cases, results, request);
  console.log(summary.text(language));
  console.log(message(language, "written", { path: out }));
  return isWhole ? 0 : 1;
}

/** Grades what is not on record yet; whether all of it could be. */
async function gradeAll(
  members: readonly Member[],
  cases: readonly TestCase[],
  results: Results,
  { language, jobs, seconds, types }: GradeRequest,
  signal: AbortSignal,
): Promise<boolean> {
  const total = members.filter(({ submission }) => submission).length;
  using progress = new Progress();
  progress.show({ done: 0, total, text: message(language, "preparing") });
  await using sandbox = await prepareSandbox();
  if (sandbox.shell === undefined) {
    console.error(message(language, "noLimits"));
  }
  const start = performance.now();
  let isWhole = true;
  const grading = { sandbox, cases, results, jobs, signal };
  await gradeClass(members, {
    ...grading,
    limits: { seconds, output: mostOutput },
    onDone(done, graded) {
      const rate = graded / (performance.now() - start) * 1000;
      const left = rate === 0 ? 0 : (total - done) / rate;
      const text = message(language, "progress", {
        ...{ done, total, rate: rate.toFixed(1) },
        left: timeText(left, language),
      });
      progress.show({ done, total, text });
    },
    onFailure(student, error) {
      isWhole = false;
      progress[Symbol.dispose]();
      console.error(message(language, "graderFailed", {
        student: safeText(student),
        error: safeText(String(error)),
      }));
    },
  });
  if (types !== "none") {
    await checkClass(members, types === "all", {
      ...grading,
      onDone(done, total) {
        const text = message(language, "checkingTypes", { done, total });
        progress.show({ done, total, text });
      },
    });
  }
  return isWhole;
}

function timeText(seconds: number, language: Language): string {
  return seconds < 100
    ? message(language, "seconds", { count: Math.ceil(seconds) })
    : message(language, "minutes", { count: Math.ceil(seconds / 60) });
}
