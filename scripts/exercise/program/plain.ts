/** JavaScript of a program that asks for nothing but the kit. */
import type { Text } from "../../cli/message.ts";
import { blankTypes } from "./blank_types.ts";
import { forbiddenIn, strangersIn, withTypesMarked } from "./forbidden.ts";
import type { Node } from "./node.ts";
import { type Parsed, parseJavaScript, parseTypeScript } from "./parse.ts";
import { type Problem, problemAt } from "./problem.ts";

const notRead: Text = {
  ja: "この書き方は読み取れません。型の書き方を簡単にしてください。",
  en: "This cannot be read; write its types in a simpler way.",
};

/** A program as it runs, or what is wrong with it. */
export type Plain =
  | { readonly code: string; readonly tree: Node }
  | { readonly problem: Problem };

/** How programs are parsed. */
interface Parsers {
  readonly typeScript: (source: string) => Parsed;
  readonly javaScript: (source: string) => Parsed;
}

const ofWhole: Parsers = {
  typeScript: parseTypeScript,
  javaScript: parseJavaScript,
};

/**
 * Makes JavaScript of TypeScript, with every letter where it was.
 *
 * @param source The program, or a part of it.
 * @param parsers How that is parsed.
 * @param declared All names that the program declares, if this is a part of it.
 */
export function plainOf(
  source: string,
  { typeScript, javaScript }: Parsers = ofWhole,
  declared?: ReadonlySet<string>,
): Plain {
  const parsed = typeScript(source);
  if ("problem" in parsed) return parsed;
  const { tree } = parsed;
  const problem = forbiddenIn(source, tree, declared);
  if (problem !== undefined) return { problem };
  const [stranger] = strangersIn(tree);
  if (stranger !== undefined) {
    const { specifier, text } = stranger;
    return { problem: problemAt(source, specifier.start, text) };
  }
  const blanked = blankTypes(source, withTypesMarked(tree));
  if ("problem" in blanked) return blanked;
  const { code } = blanked;
  const again = javaScript(code);
  if ("problem" in again) {
    const { line, column } = again.problem;
    return { problem: { text: notRead, line, column } };
  }
  const hidden = forbiddenIn(code, again.tree, declared);
  return hidden === undefined
    ? { code, tree: again.tree }
    : { problem: hidden };
}
