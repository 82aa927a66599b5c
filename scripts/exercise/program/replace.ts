/**
 * A program in which some of its functions are right ones: what a later task is
 * judged by when an earlier one, which it builds on, was wrong.
 */
import * as kobai from "../../../examples/exercises/kobai.ts";
import type { Solution } from "../exercise.ts";
import { isNode, type Node } from "./node.ts";
import { parseJavaScript } from "./parse.ts";

/**
 * Puts right functions in the place of a program's own.
 *
 * @param code What `readProgram` gave.
 * @param solutions Right functions by name, as JavaScript that names nothing
 * but the kit.
 * @returns The program; what it does not have is added. Undefined if that
 * cannot be done.
 */
export function withRightFunctions(
  code: string,
  solutions: Readonly<Record<string, string>>,
): string | undefined {
  const parsed = parseJavaScript(code);
  if ("problem" in parsed) return undefined;
  const body = parsed.tree.body as Node[];
  const exported = exportedIn(body), declared = declaredIn(body);
  const isVariable = variablesIn(body);
  let own = "kobaiRight";
  while (code.includes(own)) own += "_";
  const puts: { node: Node; text: string }[] = [], added: string[] = [];
  for (const name of Object.keys(solutions)) {
    const local = exported.get(name) ?? name, node = declared.get(local);
    const call = `(...all) { return ${own}().${name}(...all); }`;
    if (isVariable.has(local)) added.push(`${local} = function ${call};`);
    else if (node === undefined) added.push(`function ${name}${call}`);
    else if (node.type === "FunctionDeclaration") {
      puts.push({ node, text: `function ${local}${call}` });
    } else puts.push({ node, text: `function ${call}` });
  }
  for (
    const { node, text } of puts.sort((a, b) => b.node.start - a.node.start)
  ) {
    code = code.slice(0, node.start) + text + code.slice(node.end);
  }
  const list = Object.entries(solutions)
    .map(([name, text]) => `${name}: ${text}`);
  const whole = `${code}
${added.join("\n")}
import * as ${own}Kit from "kobai";
function ${own}() {
  return (({ ${Object.keys(kobai).join(", ")} }) => ({
${list.join(",\n")}
}))(${own}Kit); }
`;
  return "tree" in parseJavaScript(whole) ? whole : undefined;
}

/** A function as an expression that can stand anywhere. */
export function expressionOf(solution: Solution): string {
  const text = String(solution);
  const isExpression = /^(async\b\s*)?(function\b|\(|[\w$]+\s*=>)/.test(text);
  return isExpression
    ? `(${text})`
    : `({ ${text} })[${JSON.stringify(solution.name)}]`;
}

/** The names by which a program exports something, and what it calls it. */
function exportedIn(body: readonly Node[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { type, source, specifiers } of body) {
    if (type !== "ExportNamedDeclaration" || isNode(source)) continue;
    for (const { exported, local } of (specifiers ?? []) as Node[]) {
      names.set(nameOf(exported), nameOf(local));
    }
  }
  return names;
}

/** Functions, or what stands behind `=`, by the name that is declared. */
function declaredIn(body: readonly Node[]): Map<string, Node> {
  const found = new Map<string, Node>();
  for (const statement of body) {
    const { type, declaration } = statement;
    const node = type === "ExportNamedDeclaration" && isNode(declaration)
      ? declaration
      : statement;
    if (node.type === "FunctionDeclaration") found.set(nameOf(node.id), node);
    if (node.type !== "VariableDeclaration") continue;
    for (const { id, init } of node.declarations as Node[]) {
      if (isNode(id) && isNode(init)) found.set(nameOf(id), init);
    }
  }
  return found;
}

/** Names that may be given another value further on. */
function variablesIn(body: readonly Node[]): Set<string> {
  const names = new Set<string>();
  for (const statement of body) {
    const { type, kind, declarations } = isNode(statement.declaration)
      ? statement.declaration
      : statement;
    if (type !== "VariableDeclaration" || kind === "const") continue;
    for (const { id } of declarations as Node[]) names.add(nameOf(id));
  }
  return names;
}

function nameOf(node: unknown): string {
  return isNode(node) ? String(node.name ?? node.value) : "";
}
