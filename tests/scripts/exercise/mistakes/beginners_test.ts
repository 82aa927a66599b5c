import { assert, assertEquals } from "@std/assert";
import { replyText } from "../../../../scripts/exercise/call.ts";
import { judge } from "../../../../scripts/exercise/judge.ts";
import { mistakeIn } from "../../../../scripts/exercise/mistakes/find.ts";
import { load } from "../../../../scripts/exercise/program/load.ts";
import { readProgram } from "../../../../scripts/exercise/program/read.ts";
import { readReply } from "../../../../scripts/exercise/reply.ts";
import { howMany } from "../../../_support/how_many.ts";
import { solution } from "../../grade/solution.ts";
import { ofTask } from "../judged_cases.ts";
import { beginners } from "./beginners.ts";

/** They say no more than that something is wrong. */
const sayNothing = ["other", "threw", "otherSize", "otherKind"];

Deno.test("mistakeIn() names nine of ten single mistakes of beginners, and misses none", async () => {
  const unnamed: string[] = [];
  // every fourth of them, from all tasks
  const tried = beginners.filter((_, i) => i % howMany(4, 1) === 0);
  for (const { task, wrong, source } of tried) {
    const names = [...source.matchAll(/export function (\w+)/g)];
    const left = Object.fromEntries(names.map(([, name]) => [name!, ""]));
    const { code } = readProgram(solution(left) + source);
    const exports = await load(code!);
    const kind = mistakeIn(
      ofTask(task).map((test) => {
        const text = replyText(exports, structuredClone(test.call), test.call);
        return judge(test, readReply(text)!);
      }),
    );
    assert(kind !== undefined, `${wrong} of task ${task} passes`);
    if (sayNothing.includes(kind.name)) unnamed.push(wrong);
  }
  assertEquals(beginners.length, 109);
  assert(unnamed.length <= tried.length / 10, unnamed.join());
});
