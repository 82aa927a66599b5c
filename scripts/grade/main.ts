/** From the command line to the tables. */
import { onInterrupt } from "../cli/interrupt.ts";
import { message, type Text } from "../cli/message.ts";
import { Progress } from "../cli/progress.ts";
import { type Exam, examOf } from "../exercise/exam.ts";
import { tasksOf } from "../exercise/exercise.ts";
import { loadCourse } from "../exercise/load_course.ts";
import { course as lecture } from "../exercises/lecture.ts";
import { checkClass } from "./check_class.ts";
import { type Member, onePerSubmission, shardOf } from "./class_list.ts";
import { type GradeRequest, readRequest } from "./command.ts";
import { gradeClass, seedOf } from "./grade_class.ts";
import { hiddenCases, openResults, readClass } from "./inputs.ts";
import { kitDigest } from "./kit_digest.ts";
import { prepareSandbox } from "./prepare.ts";
import { Processes } from "./processes.ts";
import type { Results } from "./results.ts";
import { safeText } from "./safe_text.ts";
import { writeTables } from "./write_tables.ts";

const interrupted: Text = {
  ja: "中断しました。--resume を付けると続きから採点します。",
  en: "Interrupted. Add --resume to go on.",
};
const written = message({
  ja: "{path} に grades.csv、class.html、feedback/ を書きました。",
  en: "grades.csv, class.html and feedback/ are in {path}.",
});
const noLimits: Text = {
  ja: "このシステムには ulimit がないので、メモリの制限は V8 のものだけです。",
  en: "This system has no ulimit: what limits memory is V8 and nothing else.",
};
const secondWall: Text = {
  ja: "提出物は bubblewrap の中で実行します（Deno に加えて二つ目の壁）。",
  en:
    "Submissions run inside of bubblewrap, a second wall around that of Deno.",
};
const gradedAgain = message({
  ja: "課題か教材が変わったので、{count} 件を採点し直します。",
  en: "The tasks or the kit have changed: {count} are graded again.",
});
const preparing: Text = { ja: "準備しています", en: "getting ready" };
const progressOf = message({
  ja: "{done}/{total} 件  毎秒 {rate} 件  残り {left}",
  en: "{done} of {total}  {rate} a second  {left} left",
});
const inSeconds = message({ ja: "{count} 秒", en: "{count} s" });
const inMinutes = message({ ja: "{count} 分", en: "{count} min" });
const checkingTypes = message({
  ja: "型を調べています {done}/{total} 件",
  en: "checking types, {done} of {total}",
});
const graderFailed = message({
  ja: "{student} を採点できませんでした：{error}",
  en: "{student} could not be graded: {error}",
});

/** What a submission may print, in bytes. */
const mostOutput = 1_000_000;

/**
 * Grades a class as the command line says.
 *
 * @param args The arguments.
 * @returns The exit code: 0 if every submission was graded, 130 after Ctrl-C,
 * else 1.
 * @throws {UsageError} If the command line cannot be followed.
 */
export async function gradeMain(args: readonly string[]): Promise<number> {
  const request = readRequest(args);
  if ("help" in request) {
    console.log(request.help);
    return 0;
  }
  const { language, out, shard } = request;
  const { exercises } = request;
  const course = exercises === undefined
    ? lecture
    : await loadCourse(exercises);
  const hidden = await hiddenCases(tasksOf(course), request);
  const whole = await readClass(request);
  const members = shardOf(whole.members, shard);
  using results = await openResults(request);
  const seed = request.seed ?? results.seed ?? await seedOf(whole.members);
  const drawn = examOf(course, seed);
  const exam = { ...drawn, cases: [...drawn.cases, ...hidden] };
  using interrupt = onInterrupt();
  const { signal } = interrupt;
  const isWhole = await gradeAll(
    onePerSubmission(members),
    exam,
    seed,
    results,
    request,
    signal,
  );
  if (signal.aborted) {
    console.error(interrupted[language]);
    return 130;
  }
  const { summary, told } = await writeTables(
    whole,
    members,
    exam,
    results,
    request,
  );
  console.log(summary.text(language));
  for (const text of [written({ path: out }), ...told]) {
    console.log(text[language]);
  }
  return isWhole ? 0 : 1;
}

/** Grades what is not on record yet; whether all of it could be. */
async function gradeAll(
  members: readonly Member[],
  exam: Exam,
  seed: string,
  results: Results,
  { language, exercises, jobs, timeLimit, types }: GradeRequest,
  signal: AbortSignal,
): Promise<boolean> {
  const total = members.filter(({ submission }) => submission).length;
  using progress = new Progress();
  progress.show({ done: 0, total, text: preparing[language] });
  await using sandbox = await prepareSandbox();
  if (sandbox.shell === undefined) console.error(noLimits[language]);
  if (sandbox.hasWall) console.error(secondWall[language]);
  const kit = await kitDigest(exercises), count = results.ofOtherKits(kit);
  if (count > 0) console.error(gradedAgain({ count })[language]);
  const start = performance.now();
  let isWhole = true;
  const limits = { seconds: timeLimit, output: mostOutput };
  await gradeClass(members, {
    startProcesses: (ahead) => new Processes(sandbox, timeLimit, ahead),
    exam,
    seed,
    kit,
    results,
    limits,
    jobs,
    signal,
    onDone(done, graded) {
      const rate = graded / (performance.now() - start) * 1000;
      const left = rate === 0 ? 0 : (total - done) / rate;
      const text = progressOf({
        done,
        total,
        rate: rate.toFixed(1),
        left: timeText(left),
      });
      progress.show({ done, total, text: text[language] });
    },
    onFailure(student, error) {
      isWhole = false;
      progress[Symbol.dispose]();
      const blanks = {
        student: safeText(student),
        error: safeText(String(error)),
      };
      console.error(graderFailed(blanks)[language]);
    },
  });
  if (types !== "none") {
    await checkClass(members, types === "all", {
      sandbox,
      exam,
      results,
      signal,
      onDone(done, total) {
        const text = checkingTypes({ done, total })[language];
        progress.show({ done, total, text });
      },
    });
  }
  return isWhole;
}

function timeText(seconds: number): Text {
  return seconds < 100
    ? inSeconds({ count: Math.ceil(seconds) })
    : inMinutes({ count: Math.ceil(seconds / 60) });
}
