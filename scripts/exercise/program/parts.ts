/** The parts of a program, where it is not one that can be taken. */
import { boundIn } from "./forbidden.ts";
import { isNode, type Node } from "./node.ts";
import { parseStatements, partParsers } from "./parse.ts";
import {
  endOfFile,
  openComment,
  openTemplate,
  type Problem,
} from "./problem.ts";

/** What begins at the left margin, or behind what ends there. */
const beginning =
  /^(?=[ \t]*export\b|(?:import|function|async|const|let|var|class|abstract|type|interface)\b|\/\*\*)|(?<=^\}.*\r?\n)/m;

/** What stands in no function. */
const outermost = /^\s*(?:\/\*\*[^]*?\*\/\s*)?(?:export|import)\b/;

/** What begins a part of its own, whatever is wrong before it. */
const independent =
  /^\s*(?:\/\*\*|(?:async\s+)?function\b|class\b|type\b|interface\b)/;

/** A part that cannot be parsed, but would have declared a function. */
const declaring =
  /^\s*(?:\/\*\*[^]*?\*\/\s*)?(export\s+)?(?:default\s+)?(?:(?:async\s+)?function\b\s*\*?|class\b|(?:const|let|var)\b(?=[^=\n]*=\s*(?:async\b\s*)?(?:function\b|\(|[\p{ID_Continue}$]+\s*=>)))\s*([\p{ID_Start}$_][\p{ID_Continue}$]*)/u;

/** More parts than this make no function. */
const mostParts = 30;

/** So often parts are put together; no program of a beginner needs more. */
const mostTries = 1000;

/** A part of a program. */
export interface Part {
  readonly text: string;
  /** Lines before it, and letters before it in its first line. */
  readonly line: number;
  readonly column: number;
  /** Undefined if it cannot be parsed. */
  readonly tree: Node | undefined;
  /** What it has for the others. */
  readonly names: readonly Name[];
}

/** What a part declares for the others. */
export interface Name {
  readonly name: string;
  readonly isExported?: boolean;
  /** Others can do nothing but call it. */
  readonly isFunction?: boolean;
  /** It may be declared twice. */
  readonly isVar?: boolean;
  /** Where it stands in the part. */
  readonly start?: number;
}

/** By its statements; where some cannot be parsed, those by its lines. */
export function partsOf(source: string): Part[] {
  const texts = textsByStatements(source) ??
    textsByLines(source).flatMap((text) => textsByStatements(text) ?? [text]);
  return placed(texts);
}

/** Undefined if it cannot be parsed. */
function textsByStatements(source: string): string[] | undefined {
  const parsed = parseStatements(source);
  if ("problem" in parsed) return undefined;
  // What stands between two statements is the second one's.
  const cuts = (parsed.tree.body as Node[]).slice(0, -1).map(({ end }) => end);
  return [0, ...cuts].map((start, i) => source.slice(start, cuts[i]));
}

/**
 * What begins at the margin may belong to what stands before it, as where
 * nobody has indented anything.
 */
function textsByLines(source: string): string[] {
  const texts = source.split(beginning), parts: string[] = [];
  const problemOf = (text: string): Problem | undefined => {
    const parsed = partParsers.typeScript(text);
    return "problem" in parsed ? parsed.problem : undefined;
  };
  let tries = 0;
  for (let i = 0, end; i < texts.length; i = end) {
    let text = texts[end = i]!;
    const alone = problemOf(text);
    let problem = alone;
    while (++end < Math.min(texts.length, i + mostParts)) {
      if (problem === undefined || ++tries > mostTries) break;
      if (!isOpen(problem) && outermost.test(texts[end]!)) break;
      problem = problemOf(text += texts[end]!);
    }
    if (problem !== undefined) {
      text = texts[i]!;
      end = i + 1;
      // what goes on behind its first lines, and is wrong there
      const isLonger = alone!.text === endOfFile && problem.text !== endOfFile;
      while (isLonger && end < texts.length) {
        if (outermost.test(texts[end]!) || independent.test(texts[end]!)) break;
        text += texts[end++]!;
      }
    }
    parts.push(text);
  }
  return parts;
}

/** In a comment or a text that goes on. */
function isOpen({ text }: Problem): boolean {
  return text === openComment || text === openTemplate;
}

function placed(texts: readonly string[]): Part[] {
  let line = 0, column = 0;
  return texts.map((text) => {
    const parsed = partParsers.typeScript(text);
    const tree = "tree" in parsed ? parsed.tree : undefined;
    const names = tree === undefined ? nameOf(text) : namesIn(tree);
    const part = { text, line, column, tree, names };
    const lines = text.split("\n");
    line += lines.length - 1;
    column = lines.at(-1)!.length + (lines.length === 1 ? column : 0);
    return part;
  });
}

function nameOf(text: string): Name[] {
  const [, isExported, name] = declaring.exec(text) ?? [];
  if (name === undefined) return [];
  return [{ name, isExported: isExported !== undefined, isFunction: true }];
}

/** What statements declare, and have when the program runs. */
function namesIn({ body }: Node): Name[] {
  return (body as Node[]).flatMap((statement) => {
    const inside = statement.declaration ?? statement;
    if (!isNode(inside) || inside.declare === true) return [];
    const isExported = statement.type === "ExportNamedDeclaration";
    const isFunction = inside.type === "FunctionDeclaration" ||
      isExported && inside.type === "VariableDeclaration";
    const isVar = inside.kind === "var";
    return patternsOf(inside).flatMap(boundIn).map(({ name, start }) => ({
      name: String(name),
      isExported,
      isFunction,
      isVar,
      start,
    }));
  });
}

function patternsOf(node: Node): Node[] {
  switch (node.type) {
    case "VariableDeclaration":
      return (node.declarations as Node[]).map(({ id }) => id as Node);
    case "ImportDeclaration":
      return (node.specifiers as Node[]).map(({ local }) => local as Node);
    case "FunctionDeclaration":
    case "ClassDeclaration":
    case "TSEnumDeclaration":
    case "TSModuleDeclaration":
    case "TSImportEqualsDeclaration":
      return isNode(node.id) ? [node.id] : [];
    default:
      return [];
  }
}
