/**
 * Programs of which a part is no program: one function that cannot be read does
 * not take the others with it.
 */
import { parseTypeScript } from "./parse.ts";
import { type Problem, problemText } from "./problem.ts";

/** What begins at the left margin, or behind what ends there. */
const beginning =
  /^(?=(?:export|import|function|async|const|let|var|class|abstract|type|interface)\b|\/\*\*)|(?<=^\}.*\n)/m;

/** Only what is called can be missing. */
const exported =
  /^(?:\/\*\*[^]*?\*\/\s*)?export\s+(?:async\s+)?(?:function\b\s*\*?|const|let|class)\s*([\p{ID_Start}$_][\p{ID_Continue}$]*)/u;

/** A program in which other functions stand for those that cannot be read. */
export interface Mended {
  readonly source: string;
  /** What is wrong with the first of these. */
  readonly problem: Problem;
}

/**
 * Puts functions that say what is wrong in the place of those that cannot be
 * read, and nothing in the place of other parts.
 *
 * @param source A program that cannot be parsed.
 * @returns One that can; undefined if it cannot be told where the fault ends.
 */
export function mend(source: string): Mended | undefined {
  let problem: Problem | undefined, mended = "", line = 0, whole = 0;
  for (const part of source.split(beginning)) {
    const parsed = parseTypeScript(part);
    const lines = part.split("\n").length - 1;
    const [, name] = exported.exec(part) ?? [];
    if ("tree" in parsed) {
      mended += part;
      if (name !== undefined) whole++;
    } else {
      const { text, line: inPart, column } = parsed.problem;
      const found = { text, line: line + inPart, column };
      problem ??= found;
      if (name !== undefined) mended += standIn(name, found);
      mended += "\n".repeat(lines);
    }
    line += lines;
  }
  if (problem === undefined || whole === 0) return undefined;
  if ("problem" in parseTypeScript(mended)) return undefined;
  return { source: mended, problem };
}

function standIn(name: string, problem: Problem): string {
  const { ja, en } = problemText(problem);
  const said = JSON.stringify(`${ja} / ${en}`);
  return `export function ${name}() { throw new SyntaxError(${said}); }`;
}
