/** What no program may ask for: other modules, and what reaches out of it. */
import * as kobai from "../../../examples/exercises/kobai.ts";
import { message, type Text } from "../../cli/message.ts";
import { harmlessGlobals, keptOfDeno, takenGlobals } from "./globals.ts";
import { allNodes, isNode, type Node } from "./node.ts";
import { type Problem, problemAt } from "./problem.ts";

/** As the kit's own folder calls it; an editor may write that. */
export const OWN = "./kobai.ts";

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

const notYours = message({
  ja:
    "{name} は使えません（採点のときにありません）。自分の変数なら、先に宣言してください。",
  en:
    "{name} cannot be used: it is not there when this is graded. If it is a variable of yours, declare it first.",
});

/** What makes programs of texts. */
const evaluators = new Set(["eval", "Function"]);

/**
 * What a program asks for that would reach out of it: that is no matter of one
 * function, and the whole program is refused.
 *
 * @param source The program, or a part of it.
 * @param tree Its tree.
 * @param declared All names that the program declares, wherever.
 * @param passed Other names of which nothing is said.
 */
export function forbiddenIn(
  source: string,
  tree: Node,
  declared: ReadonlySet<string> = declaredIn(tree),
  passed: ReadonlySet<string> = new Set(),
): Problem | undefined {
  const at = ({ start }: Node, text: Text) => problemAt(source, start, text);
  let found: Problem | undefined;
  for (const node of allNodes(tree)) {
    const text = importProblem(node) ?? nameProblem(node, declared, passed);
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
  return isOurs(module) ? undefined : foreign({ module });
}

/** A name that the kit does not have, where a program asks the kit for it. */
export interface Stranger {
  readonly specifier: Node;
  readonly text: Text;
}

/** The names of which the kit has none, in the order of the program. */
export function strangersIn(tree: Node): Stranger[] {
  return (tree.body as Node[]).flatMap((node) => {
    if (!isNode(node.source) || !isOurs(node.source.value)) return [];
    return ((node.specifiers ?? []) as Node[]).flatMap((specifier) => {
      const name = wantedBy(specifier);
      const isThere = name === undefined || name in kobai ||
        isTypeOnly(node, specifier);
      return isThere ? [] : [{ specifier, text: noExport({ name }) }];
    });
  });
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

/** The names of types that a program has, and of nothing else. */
export function typesIn(tree: Node): Set<string> {
  const names = new Set<string>(), declared = declaredIn(tree);
  for (const { type, id } of allNodes(tree)) {
    if (!/^TS(?:Interface|TypeAlias)Declaration$/.test(type)) continue;
    const name = String((id as Node).name);
    if (!declared.has(name)) names.add(name);
  }
  return names;
}

/** Types in lists of names, marked as such where the student did not. */
export function withTypesMarked(tree: Node): Node {
  const own = typesIn(tree);
  for (const node of allNodes(tree)) {
    if (node.type === "ImportSpecifier" && kitTypes.has(wantedBy(node)!)) {
      Object.assign(node, { importKind: "type" });
    }
    if (node.type === "ExportSpecifier" && own.has(wantedBy(node)!)) {
      Object.assign(node, { exportKind: "type" });
    }
  }
  return tree;
}

/** All names that a program declares, wherever. */
export function declaredIn(tree: Node): Set<string> {
  const names = new Set<string>();
  const declare = (pattern: unknown): void => {
    for (const { name } of boundIn(pattern)) names.add(String(name));
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

/** The names that a pattern gives a value to. */
export function boundIn(pattern: unknown): Node[] {
  if (!isNode(pattern)) return [];
  switch (pattern.type) {
    case "Identifier":
      return [pattern];
    case "ObjectPattern":
      return (pattern.properties as Node[]).flatMap((one) =>
        boundIn(one.value ?? one.argument)
      );
    case "ArrayPattern":
      return (pattern.elements as unknown[]).flatMap(boundIn);
    default: // with a value of its own, the rest, a parameter property
      return boundIn(pattern.left ?? pattern.argument ?? pattern.parameter);
  }
}

function nameProblem(
  node: Node,
  declared: ReadonlySet<string>,
  passed: ReadonlySet<string>,
): Text | undefined {
  const used = node.type === "CallExpression" || node.type === "NewExpression"
    ? node.callee
    : node.type === "MemberExpression"
    ? node.object
    : undefined;
  if (!isNode(used) || used.type !== "Identifier") return undefined;
  const name = String(used.name);
  if (declared.has(name) || passed.has(name)) return undefined;
  if (evaluators.has(name) && node.type !== "MemberExpression") {
    return codeFromText({ name });
  }
  if (harmlessGlobals.has(name)) return notYours({ name });
  if (takenGlobals.has(name)) return notThere({ name });
  if (name !== "Deno" || !isNode(node.property)) return undefined;
  const part = node.computed === true && node.property.type !== "Literal"
    ? "…"
    : String(node.property.name ?? node.property.value);
  return keptOfDeno.has(part) ? undefined : notThere({ name: `Deno.${part}` });
}
