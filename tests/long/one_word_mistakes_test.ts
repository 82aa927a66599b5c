/**
 * Right functions with one word changed, by rules that know nothing of the
 * kinds of mistake.
 */
import { assert } from "@std/assert";
import { replyText } from "../../scripts/exercise/call.ts";
import { judge } from "../../scripts/exercise/judge.ts";
import { mistakeIn } from "../../scripts/exercise/mistakes/find.ts";
import { load } from "../../scripts/exercise/program/load.ts";
import { readProgram } from "../../scripts/exercise/program/read.ts";
import { readReply } from "../../scripts/exercise/reply.ts";
import { ofTask } from "../scripts/exercise/judged_cases.ts";
import { rightPrograms } from "../scripts/exercise/mistakes/beginners.ts";
import { solution } from "../scripts/grade/solution.ts";

/** What is written, and what somebody writes in its place. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/\+=/, "="],
  [/\+=/, "-="],
  [/= 0;/, "= 1;"],
  [/ < (?!W\[i\])/, " <= "],
  [/ < ([\w.[\]]+)/, " < $1 - 1"],
  [/ \+ /, " - "],
  [/ - /, " + "],
  [/ \* /, " + "],
  [/ \* /, " / "],
  [/ \/ /, " * "],
  [/ \*\* 2/, ""],
  [/ \*\* 2/, " ^ 2"],
  [/ \*\* 2/, " * 2"],
  [/"row"/, '"column"'],
  [/, \{ by: "row" \}/, ""],
  [/\.rows/, ".columns"],
  [/\.columns/, ".rows"],
  [/\bsubtract\(/, "add("],
  [/\bmultiply\(/, "divide("],
  [/\bmultiply\(/, "add("],
  [/\bdivide\(/, "multiply("],
  [/\bmax\(/, "sum("],
  [/\bmax\(/, "mean("],
  [/\bsum\(/, "mean("],
  [/\bsum\(/, "max("],
  [/\bexp\(/, "("],
  [/Math\.log\(/, "("],
  [/Math\.log\(/, "Math.log10("],
  [/Math\.exp\(/, "("],
  [/Math\.max/, "Math.min"],
  [/return -/, "return "],
  [/\breturn /, ""],
  [/(\w+)\(([\w.]+), (\w+)\)/, "$1($3, $2)"],
  [/1e-7/, "1e-3"],
  [/ \+ 1e-7/, ""],
  [/-Infinity/, "0"],
  [/2 \* h/, "h"],
  [/\(2 \* h\)/, "2 * h"],
  [/ \/ 2/, ""],
  [/ - h/, ""],
  [/ \+ h/, ""],
  [/W\[i\]\[j\] = w;/, ""],
  [/ && \w >= \w/, ""],
  [/&&/, "||"],
  [/>=/, "<="],
  [/, learningRate\)/, ", 1)"],
  [/gradient\(W\)/, "W"],
  [/matmul\(x, W\)/, "multiply(x, W)"],
  [/ \/ y\.rows/, ""],
];

/** They say no more than that something is wrong. */
const sayNothing = ["other", "threw", "otherSize", "otherKind"];

function* changed(): Generator<[task: number, source: string]> {
  for (const [task, source] of rightPrograms) {
    const seen = new Set([source]);
    for (const [written, other] of slips) {
      for (const { 0: found, index } of source.matchAll(RegExp(written, "g"))) {
        const text = source.slice(0, index) + found.replace(written, other) +
          source.slice(index + found.length);
        if (!seen.has(text)) yield [task, text];
        seen.add(text);
      }
    }
  }
}

Deno.test("mistakeIn() names nine of ten functions in which one word is another", async () => {
  const unnamed: string[] = [];
  let wrong = 0;
  for (const [task, source] of changed()) {
    const names = [...source.matchAll(/export function (\w+)/g)];
    const left = Object.fromEntries(names.map(([, name]) => [name!, ""]));
    const { code, problem } = readProgram(solution(left) + source);
    if (code === undefined || problem !== undefined) continue;
    const exports = await load(code).catch(() => undefined);
    if (exports === undefined) continue; // it is no program any more
    const kind = mistakeIn(
      ofTask(task).map((test) => {
        const text = replyText(exports, structuredClone(test.call), test.call);
        return judge(test, readReply(text)!);
      }),
    );
    if (kind === undefined) continue; // it is still right
    wrong++;
    if (sayNothing.includes(kind.name)) unnamed.push(source);
  }
  assert(wrong > 150, `${wrong} are wrong`);
  const share = unnamed.length / wrong;
  assert(share <= 0.1, `${unnamed.length} of ${wrong}:\n${unnamed.join("\n")}`);
});
