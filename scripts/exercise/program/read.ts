/**
 * Reading a student's program: the same in the self-check and the grader. What
 * runs is exactly what was read, as JavaScript that imports "kobai" or nothing.
 */
import * as kobai from "../../../examples/exercises/kobai.ts";
import { message, type Text } from "../../cli/message.ts";
import { blankTypes } from "./blank_types.ts";
import { allNodes, isNode, type Node } from "./node.ts";
import { keptOfDeno, takenGlobals } from "./globals.ts";
import { longestSource, tooLong } from "./limits.ts";
import { mend } from "./mend.ts";
import { parseJavaScript, parseTypeScript } from "./parse.ts";
import { type Problem, problemAt } from "./problem.ts";

/** A program that may run, and what is wrong with it: all of it, or a part. */
export interface Read {
  /** JavaScript; undefined if nothing of it may run. */
  readonly code?: string;
  readonly problem?: Problem;
}

/** As the kit's own folder calls it; an editor may write that. */
const OWN = "./kobai.ts";

const foreign = message({
  ja:
    '「{module}」は import できません。使えるのは "kobai" だけです（ほかのファイルやパッケージは、採点のときにありません）。',
  en:
    'Cannot import "{module}": only "kobai" is there when this is graded, no other file and no package.',
});
const computedImport: Text = {
  ja: 'プログラムの途中で読み込めるのも "kobai" だけです。',
  en: 'While a program runs, too, only "kobai" can be imported.',
};
const noExport = message({
  ja: "kobai に {name} はありません。課題で作る関数は、自分で書きます。",
  en: "kobai has no {name}. What the tasks ask for is to be written by you.",
});
const codeFromText = message({
  ja: "{name} で文字列をプログラムとして動かすことはできません。",
  en: "A text cannot be run as a program with {name}.",
});
const notThere = message({
  ja: "{name} は使えません（採点のときにありません）。",
  en: "{name} cannot be used: it is not there when this is graded.",
});
const notRead: Text = {
  ja: "この書き方は読み取れません。型の書き方を簡単にしてください。",
  en: "This cannot be read; write its types in a simpler way.",
};

/** What makes programs of texts. */
const evaluators = new Set(["eval", "Function"]);

/**
 * Reads a program. Where a function cannot be read, another stands in its place
 * that says why. What a program does outside of its functions may fail.
 *
 * @param source What the student wrote.
 * @returns JavaScript, with every line where it was; or what is wrong with it.
 */
export function readProgram(source: string): Read {
  if (new TextEncoder().encode(source).length > longestSource) {
    return { problem: { text: tooLong, line: 1, column: 1 } };
  }
  const parsed = parseTypeScript(source);
  if ("tree" in parsed) return readTree(source, parsed.tree);
  const mended = mend(source);
  if (mended === undefined) return parsed;
  const read = readProgram(mended.source);
  return read.problem === undefined
    ? { ...read, problem: mended.problem }
    : read;
}

function readTree(source: string, tree: Node): Read {
  const problem = problemIn(source, tree);
  if (problem !== undefined) return { problem };
  const blanked = blankTypes(source, withTypeImports(tree));
  if ("problem" in blanked) return blanked;
  const code = blanked.code;
  const again = parseJavaScript(code);
  if ("problem" in again) {
    const { line, column } = again.problem;
    return { problem: { text: notRead, line, column } };
  }
  const hidden = problemIn(code, again.tree);
  return hidden === undefined
    ? { code: runnable(code, again.tree) }
    : { problem: hidden };
}

/** What is wrong with a program that can be parsed. */
function problemIn(source: string, tree: Node): Problem | undefined {
  const declared = declaredIn(tree);
  const at = ({ start }: Node, text: Text) => problemAt(source, start, text);
  let found: Problem | undefined;
  for (const node of allNodes(tree)) {
    const text = importProblem(node) ?? nameProblem(node, declared);
    if (text === undefined) continue;
    const problem = at(node, text);
    const isEarlier = found === undefined || problem.line < found.line ||
      problem.line === found.line && problem.column < found.column;
    if (isEarlier) found = problem;
  }
  return found;
}

function importProblem(node: Node): Text | undefined {
  if (node.type === "ImportExpression") {
    const source = node.source as Node;
    const isKobai = source.type === "Literal" && isOurs(source.value);
    return isKobai && !isNode(node.options) ? undefined : computedImport;
  }
  if (!isNode(node.source) || !/^(Import|Export)/.test(node.type)) {
    return undefined;
  }
  const module = String(node.source.value);
  if (!isOurs(module)) return foreign({ module });
  for (const one of (node.specifiers ?? []) as Node[]) {
    const name = wantedBy(one);
    if (name !== undefined && !(name in kobai) && !isTypeOnly(node, one)) {
      return noExport({ name });
    }
  }
  return undefined;
}

function isOurs(module: unknown): boolean {
  return module === "kobai" || module === OWN;
}

/** The kit's types, which are gone when a program runs. */
const kitTypes = new Set(["MatrixLike", "ReductionOptions"]);

function isTypeOnly(node: Node, specifier: Node): boolean {
  return node.importKind === "type" || specifier.importKind === "type" ||
    node.exportKind === "type" || specifier.exportKind === "type" ||
    kitTypes.has(wantedBy(specifier) ?? "");
}

/** The name that is asked for in an import, or in an export from a module. */
function wantedBy(specifier: Node): string | undefined {
  const name = specifier.type === "ImportSpecifier"
    ? specifier.imported
    : specifier.type === "ExportSpecifier"
    ? specifier.local
    : undefined;
  if (specifier.type === "ImportDefaultSpecifier") return "default";
  return isNode(name) ? String(name.name ?? name.value) : undefined;
}

/** Imports of the kit's types, marked as such where the student did not. */
function withTypeImports(tree: Node): Node {
  for (const node of allNodes(tree)) {
    if (node.type !== "ImportSpecifier") continue;
    if (kitTypes.has(wantedBy(node)!)) {
      Object.assign(node, { importKind: "type" });
    }
  }
  return tree;
}

/** All names that a program declares, wherever. */
function declaredIn(tree: Node): Set<string> {
  const names = new Set<string>();
  const declare = (pattern: unknown): void => {
    if (!isNode(pattern)) return;
    for (const { type, name } of allNodes(pattern)) {
      if (type === "Identifier") names.add(String(name));
    }
  };
  for (const node of allNodes(tree)) {
    if (
      node.type === "VariableDeclarator" ||
      /^Import.*Specifier$/.test(node.type)
    ) {
      declare(node.id ?? node.local);
    } else if (/Function|Class/.test(node.type)) {
      declare(node.id);
      for (const one of (node.params ?? []) as unknown[]) declare(one);
    } else if (node.type === "CatchClause") declare(node.param);
  }
  return names;
}

function nameProblem(
  node: Node,
  declared: ReadonlySet<string>,
): Text | undefined {
  const used = node.type === "CallExpression" || node.type === "NewExpression"
    ? node.callee
    : node.type === "MemberExpression"
    ? node.object
    : undefined;
  if (!isNode(used) || used.type !== "Identifier") return undefined;
  const name = String(used.name);
  if (declared.has(name)) return undefined;
  if (evaluators.has(name) && node.type !== "MemberExpression") {
    return codeFromText({ name });
  }
  if (takenGlobals.has(name)) return notThere({ name });
  if (name !== "Deno" || !isNode(node.property)) return undefined;
  const part = node.computed === true && node.property.type !== "Literal"
    ? "…"
    : String(node.property.name ?? node.property.value);
  return keptOfDeno.has(part) ? undefined : notThere({ name: `Deno.${part}` });
}

/** Statements that do something, and declare nothing. */
const deeds =
  /^(?:Expression|If|For|ForIn|ForOf|While|DoWhile|Switch|Try|Throw|Block)Statement$/;

/**
 * `./kobai.ts` is the kit too; and what a program does outside of its
 * functions, such as a demo at its end, may fail without harm to them.
 */
function runnable(code: string, tree: Node): string {
  const puts: { place: number; end: number; text: string }[] = [];
  for (const { type, source } of allNodes(tree)) {
    if (!/^(Import|Export)/.test(type) || !isNode(source)) continue;
    if (source.value !== OWN) continue;
    puts.push({ place: source.start, end: source.end, text: '"kobai"' });
  }
  for (const { type, start, end } of tree.body as Node[]) {
    if (!deeds.test(type)) continue;
    puts.push({ place: start, end: start, text: "try{" });
    puts.push({ place: end, end, text: "}catch{}" });
  }
  // From the last one on; of two at one place, what ends there stays before.
  const last = puts.reverse().sort((a, b) => b.place - a.place);
  for (const { place, end, text } of last) {
    code = code.slice(0, place) + text + code.slice(end);
  }
  return code;
}
