/** Judging what came of the cases: right or wrong, why, and what kind of mistake it was. */
import { message, type Text } from "../cli/message.ts";
import {
  type Answer,
  categories,
  hasShape,
  isAnswer,
  rightAnswers,
} from "./answers.ts";
import type { TestCase } from "./cases.ts";
import type { MistakeName } from "./mistake_messages.ts";
import { mistakesOfTasks } from "./mistakes.ts";
import type { Outcome } from "./outcome.ts";
import type { Rows } from "./arguments.ts";
import { statusTexts } from "./status.ts";

/** What is wrong with an outcome. */
export type Fault =
  /** The process was stopped, or stopped. */
  | "lost"
  | "missing"
  /** The template's own error. */
  | "unwritten"
  | "threw"
  | "noReturn"
  | "type"
  | "shape"
  | "value"
  | "changed"
  | "evaluations";

const noResult = message({
  ja: "結果がありません（{status}）",
  en: "there is no result ({status})",
});
const noFunction = message({
  ja: "export された関数 {name} がありません",
  en: "there is no exported function {name}",
});
const tooManyEvaluations = message({
  ja: "値は合っていますが、f を {calls} 回計算しました（{most} 回で足ります）",
  en:
    "the value is right, but f was computed {calls} times where {most} are enough",
});

/** What is wrong, where there is nothing to fill in. */
const faultTexts: Readonly<
  Record<Exclude<Fault, "lost" | "missing" | "evaluations">, Text>
> = {
  unwritten: { ja: "まだ書いていません", en: "it is not written yet" },
  threw: { ja: "エラーになりました", en: "it ended with an error" },
  noReturn: { ja: "undefined が返りました", en: "it gave undefined" },
  type: { ja: "結果の種類が違います", en: "the result is of the wrong kind" },
  shape: {
    ja: "行と列の数が違います",
    en: "the number of rows or columns is wrong",
  },
  value: { ja: "値が違います", en: "the value is wrong" },
  changed: {
    ja: "値は合っていますが、渡された W が書き換わりました",
    en: "the value is right, but it changed the W that was handed over",
  },
};

/**
 * Why a case is wrong.
 *
 * @param test The case.
 * @param fault What is wrong.
 * @param outcome What came of it.
 */
export function faultText(
  { call }: TestCase,
  fault: Fault,
  { result, calls }: Pick<Outcome, "result" | "calls">,
): Text {
  switch (fault) {
    case "lost":
      return noResult({
        status: result.kind === "lost" ? statusTexts[result.status] : "",
      });
    case "missing":
      return noFunction({ name: call.name });
    case "evaluations":
      return tooManyEvaluations({
        calls,
        most: evaluationsFor(call.arguments[1]),
      });
    default:
      return faultTexts[fault];
  }
}

/** A case with what came of it. */
export interface Judged {
  readonly test: TestCase;
  readonly outcome: Outcome;
  /** Undefined if it is right. */
  readonly fault?: Fault;
}

/** What a function of the template throws until it is written. */
export const UNWRITTEN = "まだ書いていません / not written yet";

/** Judges one outcome. */
export function judge(test: TestCase, outcome: Outcome): Judged {
  const fault = faultOf(test, outcome);
  return fault === undefined ? { test, outcome } : { test, outcome, fault };
}

function faultOf(
  { call, also }: TestCase,
  { result, calls, changed }: Outcome,
): Fault | undefined {
  switch (result.kind) {
    case "lost":
    case "missing":
      return result.kind;
    case "threw":
      return result.message.includes(UNWRITTEN) ? "unwritten" : "threw";
    case "type":
      return result.type === "undefined" ? "noReturn" : "type";
  }
  const answers = rightAnswers(call);
  if (!answers.some((answer) => isAnswer(call, result, answer))) {
    const [first] = answers as readonly [Answer];
    if ("texts" in first) return result.kind === "text" ? "value" : "type";
    if (result.kind !== "rows") return "type";
    return hasShape(result.rows, first.rows) ? "value" : "shape";
  }
  if (also === "unchanged" && changed) return "changed";
  if (also === "evaluations" && calls > evaluationsFor(call.arguments[1])) {
    return "evaluations";
  }
  return undefined;
}

/** What a gradient by its definition takes: two evaluations for each weight. */
function evaluationsFor(W: unknown): number {
  return 2 * (W as Rows).flat().length;
}

/** Tells whether an outcome is what a mistake looks like; undefined if it makes no difference here. */
type Explanation = (judged: Judged) => boolean | undefined;

function byFault(fault: Fault): Explanation {
  return (judged) => judged.fault === fault;
}

/** Mistakes that are known by other things than the numbers. */
const first: readonly (readonly [MistakeName, Explanation])[] = [
  [
    "notLoaded",
    ({ outcome: { result } }) =>
      result.kind === "lost" && result.status === "load error",
  ],
  ["stopped", byFault("lost")],
  ["missing", byFault("missing")],
  ["unwritten", byFault("unwritten")],
  ["noReturn", byFault("noReturn")],
  [
    "async",
    ({ outcome: { result } }) =>
      result.kind === "type" && result.type === "promise",
  ],
  ["changedInput", byFault("changed")],
  ["moreEvaluations", byFault("evaluations")],
];

const last: readonly (readonly [MistakeName, Explanation])[] = [
  ["wrongOrder", isPermuted],
  ["otherName", isOtherName],
  [
    "operator",
    ({ outcome: { result } }) =>
      result.kind === "threw" && result.message.includes(OPERATOR),
  ],
  ["threw", byFault("threw")],
  ["otherSize", byFault("shape")],
  ["otherKind", byFault("type")],
];

/** What the kit says where a matrix meets `+ - * /`. */
const OPERATOR = "Cannot use a matrix with a JavaScript operator";

/** A text that is no category at all. */
function isOtherName({ outcome: { result }, fault }: Judged): boolean {
  return fault === "value" && result.kind === "text" &&
    !categories.flat().includes(result.text.trim());
}

/** The right numbers in other places. */
function isPermuted(
  { test: { call }, outcome: { result }, fault }: Judged,
): boolean {
  if (fault !== "value" && fault !== "shape") return false;
  if (result.kind !== "rows") return false;
  const sorted = (rows: Rows): Rows => [rows.flat().sort((a, b) => a - b)];
  return rightAnswers(call).some((answer) =>
    "rows" in answer &&
    isAnswer(call, { kind: "rows", rows: sorted(result.rows) }, {
      rows: sorted(answer.rows),
    })
  );
}

/**
 * The kind of mistake that was made in a task: the first that alone explains every case that failed and
 * contradicts none that did not; `other` if there is none.
 *
 * @param judged All cases of the task.
 * @returns The kind; undefined if nothing is wrong.
 */
export function mistakeIn(judged: readonly Judged[]): MistakeName | undefined {
  const failed = judged.filter(({ fault }) => fault !== undefined);
  if (failed.length === 0) return undefined;
  const passed = judged.filter(({ fault }) => fault === undefined);
  for (const [name, explains] of first) {
    if (failed.every(explains)) return name;
  }
  const task = failed[0]!.test.task;
  for (const { name, gives } of mistakesOfTasks[task - 1]!) {
    const shows: Explanation = ({ test: { call }, outcome: { result } }) => {
      const wrong = gives[call.name]?.(...call.arguments);
      return wrong && isAnswer(call, result, wrong);
    };
    if (failed.every(shows) && passed.every((one) => shows(one) !== false)) {
      return name;
    }
  }
  for (const [name, explains] of last) {
    if (failed.every(explains)) return name;
  }
  // Some sizes go well with a wrong product and others do not, but the result is never right.
  const isOfSizes = failed.some(({ fault }) =>
    fault === "threw" || fault === "shape"
  );
  return task === 1 && isOfSizes && passed.length === 0
    ? "otherProduct"
    : "other";
}
