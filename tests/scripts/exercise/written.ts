/**
 * Programs that people wrote for a task each, one after the other in a text:
 * every one begins with `//// TASK` and words about it.
 *
 * @module
 */
import * as kobai from "../../../examples/exercises/kobai.ts";
import { replyText } from "../../../scripts/exercise/call.ts";
import { judge, type Judged } from "../../../scripts/exercise/judge.ts";
import { load } from "../../../scripts/exercise/program/load.ts";
import { readProgram } from "../../../scripts/exercise/program/read.ts";
import { readReply } from "../../../scripts/exercise/reply.ts";
import { ofTask } from "./judged_cases.ts";

/** A program for a task. */
export interface Written {
  readonly task: number;
  /** What stands behind the task. */
  readonly words: string;
  readonly source: string;
}

/** The programs of a text; what they do not declare is imported. */
export function writtenIn(text: string): Written[] {
  return text.split(/^(?=\/{4} )/m).map((part) => {
    const [, task, words = ""] = /^\/{4} (\d) ?(.*)/.exec(part)!;
    const own = part.slice(part.indexOf("\n") + 1);
    return { task: Number(task), words, source: withImport(own) };
  });
}

function withImport(source: string): string {
  if (/^import /m.test(source)) return source;
  const names = Object.keys(kobai).filter((name) =>
    !RegExp(`(?:function|const|let|class) ${name}\\b`).test(source)
  );
  return `import { ${names.join(", ")} } from "kobai"; ${source}`;
}

/** All cases of a task, as a program has them. */
export async function judgeWritten(
  { task, source }: Written,
): Promise<Judged[]> {
  const { code } = readProgram(source);
  if (code === undefined) throw new SyntaxError(source);
  const exports = await load(code);
  return ofTask(task).map((test) => {
    const text = replyText(exports, structuredClone(test.call), test.call);
    return judge(test, readReply(text)!);
  });
}
