/**
 * A student's file in parts, one for each task, and the whole that is handed
 * in.
 */
import { isNode, type Node } from "../../exercise/program/node.ts";
import { parseTypeScript } from "../../exercise/program/parse.ts";

/** A file in parts. */
export interface Parts {
  /** What stands before all functions: the imports. */
  readonly head: string;
  /** The functions of each task, with all that stands around them. */
  readonly tasks: readonly string[];
}

/** The whole file. */
export function joinParts({ head, tasks }: Parts): string {
  return [head, ...tasks].map((part) => `${part.trimEnd()}\n`).join("\n");
}

/** Where a line of the whole file is: 0 for the head, else the task. */
export function partAt(
  { head, tasks }: Parts,
  line: number,
): { readonly part: number; readonly line: number } {
  let start = 0;
  for (const [part, text] of [head, ...tasks].entries()) {
    const lines = text.trimEnd().split("\n").length + 1;
    if (line <= start + lines || part === tasks.length) {
      return { part, line: line - start };
    }
    start += lines;
  }
  throw new RangeError(`Cannot find line ${line}: a file has a head at least`);
}

/**
 * Takes a file apart: each piece goes to the task whose function it ends with,
 * and what comes after the last to that one. Where it is no program, a piece
 * begins with the line on which a function does, and the comment above it.
 *
 * @param source The file.
 * @param functions The names of each task's functions.
 */
export function splitParts(
  source: string,
  functions: readonly (readonly string[])[],
): Parts {
  const text = source.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
  const parsed = parseTypeScript(text);
  const pieces = "tree" in parsed
    ? piecesOf(text, parsed.tree, functions)
    : linesOf(text, functions);
  const tasks = functions.map(() => [] as string[]);
  for (const { task, from, end } of pieces) {
    tasks[task]!.push(text.slice(from, end).trim());
  }
  return {
    head: text.slice(0, pieces[0]?.from).trim(),
    tasks: tasks.map((all) => all.join("\n\n")),
  };
}

/** A piece of a file, and the number of its task, counted from 0. */
interface Piece {
  readonly task: number;
  readonly from: number;
  end: number;
}

function piecesOf(
  text: string,
  { body }: Node,
  functions: readonly (readonly string[])[],
): Piece[] {
  const pieces: Piece[] = [];
  let before = 0; // the end of the statement before
  for (const node of body as Node[]) {
    const names = declaredBy(node);
    const task = functions.findIndex((all) =>
      all.some((name) => names.includes(name))
    );
    if (task !== -1) {
      const from = pieces.at(-1)?.end ?? before;
      pieces.push({ task, from, end: node.end });
    }
    before = node.end;
  }
  const last = pieces.at(-1);
  if (last !== undefined) last.end = text.length;
  return pieces;
}

function linesOf(
  text: string,
  functions: readonly (readonly string[])[],
): Piece[] {
  const pieces: Piece[] = [];
  const beginnings =
    /(?:^\/\*\*(?:[^*]|\*(?!\/))*\*\/\n)?^(?:export +)?(?:async +)?(?:function|const|let|var) +(\w+)/gm;
  for (const { 1: name, index } of text.matchAll(beginnings)) {
    const task = functions.findIndex((all) => all.includes(name!));
    if (task === -1) continue;
    const last = pieces.at(-1);
    if (last !== undefined) last.end = index;
    pieces.push({ task, from: index, end: text.length });
  }
  return pieces;
}

function declaredBy(statement: Node): string[] {
  const { declaration } = statement;
  const node = isNode(declaration) ? declaration : statement;
  const named = Array.isArray(node.declarations)
    ? node.declarations as Node[]
    : [node];
  return named.flatMap(({ id }) => isNode(id) ? [String(id.name)] : []);
}
