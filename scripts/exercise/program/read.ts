/**
 * Reading a student's program: the same in the self-check and the grader. What
 * runs is exactly what was read, as JavaScript that imports "kobai" or nothing.
 */
import type { Text } from "../../cli/message.ts";
import { boundIn, OWN } from "./forbidden.ts";
import { longestSource, tooLong } from "./limits.ts";
import { mend } from "./mend.ts";
import { allNodes, isNode, type Node } from "./node.ts";
import { plainOf } from "./plain.ts";
import { type Problem, problemAt } from "./problem.ts";

/** A program that may run, and what is wrong with it: all of it, or a part. */
export interface Read {
  /** JavaScript; undefined if nothing of it may run. */
  readonly code?: string;
  readonly problem?: Problem;
}

/** Lines that a chat or a page puts around a program. */
const fences = /^[^\S\n]*```\w*[^\S\n]*$/gm;

const fenced: Text = {
  ja: "``` の行はプログラムではありません。消してください。",
  en: "A line with ``` is no part of a program; remove it.",
};

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
  if (source.trimStart().startsWith("```")) return readFenced(source);
  const whole = readWhole(source);
  if (whole.code !== undefined) return whole;
  const mended = mend(source);
  if (mended === undefined) return whole;
  const { code } = readWhole(mended.source);
  return code === undefined ? whole : { code, problem: mended.problem };
}

/** A program between lines that are none of it. */
function readFenced(source: string): Read {
  const problem = problemAt(source, source.indexOf("`"), fenced);
  const { code } = readProgram(`;${source.replaceAll(fences, "")}`);
  return code === undefined ? { problem } : { code, problem };
}

function readWhole(source: string): Read {
  const plain = plainOf(source);
  if ("problem" in plain) return plain;
  const { code, tree } = plain;
  return { code: runnable(code, tree) };
}

/** Statements that do something, and declare nothing. */
const deeds =
  /^(?:Expression|If|For|ForIn|ForOf|While|DoWhile|Switch|Try|Throw|Block)Statement$/;

/** Values that are made without anything being done. */
const functions = /^(?:ArrowF|F)unction|^Class/;

/** What numbers and texts are written with. */
const written =
  /^(?:Literal|Template(?:Literal|Element)|(?:Unary|Binary|Conditional|Array)Expression)$/;

/** A replacement of a part of the program. */
interface Put {
  readonly place: number;
  readonly end: number;
  readonly text: string;
}

/**
 * `./kobai.ts` is the kit too; and what a program does outside of its
 * functions, such as a demo at its end, may fail without harm to them.
 */
function runnable(code: string, tree: Node): string {
  const puts: Put[] = [];
  for (const { type, source } of allNodes(tree)) {
    if (!/^(Import|Export)/.test(type) || !isNode(source)) continue;
    if (source.value !== OWN) continue;
    puts.push({ place: source.start, end: source.end, text: '"kobai"' });
  }
  for (const node of tree.body as Node[]) {
    if (deeds.test(node.type)) puts.push(...around(node, "try{", "}catch{}"));
    else puts.push(...declarationMayFail(node));
  }
  // From the last one on; of two at one place, what ends there stays before.
  const last = puts.reverse().sort((a, b) => b.place - a.place);
  for (const { place, end, text } of last) {
    code = code.slice(0, place) + text + code.slice(end);
  }
  return code;
}

function around({ start, end }: Node, before: string, behind: string): Put[] {
  return [
    { place: start, end: start, text: before },
    { place: end, end, text: behind },
  ];
}

/** A name whose value cannot be computed has none. */
function declarationMayFail(statement: Node): Put[] {
  const inside = statement.declaration ?? statement;
  if (!isNode(inside)) return [];
  if (inside.type === "VariableDeclaration") return valuesMayFail(inside);
  return statement.type === "ExportDefaultDeclaration"
    ? mayFail(inside, "return")
    : [];
}

/** Where a value is taken apart, that may fail as well. */
function valuesMayFail({ start, kind, declarations }: Node): Put[] {
  const all = declarations as Node[], [first] = all, last = all.at(-1)!;
  const isName = ({ id }: Node) => (id as Node).type === "Identifier";
  const puts = all.flatMap((one) => {
    if (!isName(one)) return mayFail(one);
    return isNode(one.init) ? mayFail(one.init, "return") : [];
  });
  if (all.every(isName)) return puts;
  const names = all.flatMap(({ id }) => boundIn(id)).map(({ name }) => name);
  const before = `${kind === "var" ? "var" : "let"} ${names.join()};(`;
  return [
    { place: start, end: first!.start, text: before },
    ...puts,
    { place: last.end, end: last.end, text: ")" },
  ];
}

function mayFail(value: Node, does = ""): Put[] {
  const parts = allNodes(value);
  const isSafe = functions.test(value.type) ||
    parts.every(({ type }) => written.test(type));
  if (isSafe) return [];
  return parts.some(({ type }) => type === "AwaitExpression")
    ? around(value, `(await(async()=>{try{${does}(`, ")}catch{}})())")
    : around(value, `(()=>{try{${does}(`, ")}catch{}})()");
}
