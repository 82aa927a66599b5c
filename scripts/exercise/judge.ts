/** Judging what came of a case: right or wrong, and why. */
import { message, type Text } from "../cli/message.ts";
import { type Answer, hasShape, isAnswer, rightAnswers } from "./answers.ts";
import { glossOf } from "./gloss.ts";
import { type Reply, type Result, statusTexts } from "./reply.ts";
import type { Surface } from "./arguments.ts";
import type { Call } from "./call.ts";
import type { TestCase } from "./test_case.ts";

/** What is wrong with a reply. */
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
  Record<Exclude<Fault, "lost" | "missing" | "threw" | "evaluations">, Text>
> = {
  unwritten: { ja: "まだ書いていません", en: "it is not written yet" },
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
 * @param reply What came of it.
 */
export function faultText(
  { call }: TestCase,
  fault: Fault,
  { result, calls }: Pick<Reply, "result" | "calls">,
): Text {
  switch (fault) {
    case "lost":
      return noResult({
        status: result.kind === "lost" ? statusTexts[result.status] : "",
      });
    case "missing":
      return noFunction({ name: call.name });
    case "threw":
      return errorText(result);
    case "evaluations":
      return tooManyEvaluations({
        calls,
        most: evaluationsFor(call),
      });
    default:
      return faultTexts[fault];
  }
}

/** The error itself is English: Japanese readers are told what it means. */
function errorText(result: Result): Text {
  const gloss = result.kind === "threw" ? glossOf(result.message) : undefined;
  const meaning = gloss === undefined ? "" : `（${gloss}）`;
  return {
    ja: `エラーになりました${meaning}`,
    en: "it ended with an error",
  };
}

/** A case with what came of it. */
export interface Judged {
  readonly test: TestCase;
  readonly reply: Reply;
  /** Undefined if it is right. */
  readonly fault?: Fault;
}

/** What a function of the template throws until it is written. */
export const UNWRITTEN = "まだ書いていません / not written yet";

/** Judges one reply. */
export function judge(test: TestCase, reply: Reply): Judged {
  const fault = faultOf(test, reply);
  return fault === undefined ? { test, reply } : { test, reply, fault };
}

function faultOf(test: TestCase, reply: Reply): Fault | undefined {
  const { call, also } = test, { result, calls, changed } = reply;
  switch (result.kind) {
    case "lost":
    case "missing":
      return result.kind;
    case "threw":
      return result.message.includes(UNWRITTEN) ? "unwritten" : "threw";
    case "type":
      return result.type === "undefined" ? "noReturn" : "type";
  }
  const answers = rightAnswers(test);
  if (!answers.some((answer) => isAnswer(test, result, answer))) {
    const [first] = answers as readonly [Answer];
    if ("text" in first) return result.kind === "text" ? "value" : "type";
    if (result.kind !== "rows") return "type";
    return hasShape(result.rows, first.rows) ? "value" : "shape";
  }
  if (also === "unchanged" && changed) return "changed";
  if (also === "evaluations" && calls > evaluationsFor(call)) {
    return "evaluations";
  }
  return undefined;
}

/** What a gradient by its definition takes: two evaluations for each weight. */
function evaluationsFor({ kinds, arguments: values }: Call): number {
  const surface = values[kinds.indexOf("surface")] as Surface;
  return 2 * surface.linear.flat().length;
}
