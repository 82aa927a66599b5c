/**
 * From TypeScript to JavaScript: types become spaces, so that every line and
 * column stays what it is. Where a type ended a statement that had no
 * semicolon, one is put, or the next line would go on with it.
 */
import { message, type Text } from "../../cli/message.ts";
import { childrenOf, isNode, type Node } from "./node.ts";
import { type Problem, problemAt } from "./problem.ts";

const notTaken = message({
  ja: "{name} はここでは使えません。",
  en: "{name} cannot be used here.",
});

/** What has no JavaScript without it; by the parser's names. */
const refused: Readonly<Record<string, string>> = {
  TSEnumDeclaration: "enum",
  TSModuleDeclaration: "namespace",
  TSImportEqualsDeclaration: "import … =",
  TSExportAssignment: "export =",
  TSNamespaceExportDeclaration: "export as namespace",
  TSParameterProperty: "public, private, readonly",
  Decorator: "@",
};

/** Statements that are nothing but types. */
const typeStatements = new Set([
  "TSTypeAliasDeclaration",
  "TSInterfaceDeclaration",
  "TSDeclareFunction",
]);

/** Members of a class that are nothing but types. */
const typeMembers = new Set(["TSIndexSignature", "TSAbstractMethodDefinition"]);

/** Where a line's end may end a statement. */
const openStatements = new Set([
  "ExpressionStatement",
  "VariableDeclaration",
  "ReturnStatement",
  "ThrowStatement",
  "ExportDefaultDeclaration",
  "PropertyDefinition",
]);

/** Keys of a node that hold nothing but types. */
const typeKeys = [
  "typeAnnotation",
  "returnType",
  "typeParameters",
  "typeArguments",
  "superTypeParameters",
  "superTypeArguments",
];

const gap = /(?:\s|\/\/.*|\/\*[^]*?\*\/)*/y;

/** A replacement of a part of the program. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A program without its types.
 *
 * @param source The program.
 * @param program Its tree.
 * @returns JavaScript, or what cannot be made JavaScript of.
 */
export function blankTypes(
  source: string,
  program: Node,
): { readonly code: string } | { readonly problem: Problem } {
  const eraser = new Eraser(source);
  eraser.visit(program);
  return eraser.problem === undefined
    ? { code: eraser.result() }
    : { problem: eraser.problem };
}

class Eraser {
  problem: Problem | undefined;
  readonly #source: string;
  readonly #edits: Edit[] = [];

  constructor(source: string) {
    this.#source = source;
  }

  result(): string {
    const edits = this.#edits.toSorted((a, b) =>
      a.start - b.start || a.end - b.end
    );
    let code = "", at = 0;
    for (const { start, end, text } of edits) {
      code += this.#source.slice(at, start) + text;
      at = Math.max(at, end);
    }
    return code + this.#source.slice(at);
  }

  visit(node: Node, isOpen = openStatements.has(node.type)): void {
    const name = node.declare === true ? undefined : refused[node.type];
    if (name !== undefined) return this.#refuse(node, notTaken({ name }));
    if (this.#isTypes(node)) return this.#erase(node.start, node.end, ";");
    const before = this.#edits.length;
    this.#visitInside(node);
    if (!isOpen || this.#edits.length === before) return;
    const last = this.#edits.findLastIndex(({ end }) => end === node.end);
    const edit = this.#edits[last];
    if (last < before || !edit?.text.startsWith(" ")) return;
    this.#edits[last] = { ...edit, text: `;${edit.text.slice(1)}` };
  }

  #isTypes(node: Node): boolean {
    if (typeStatements.has(node.type) || typeMembers.has(node.type)) {
      return true;
    }
    if (node.declare === true) return true;
    if (node.type === "ImportDeclaration") return node.importKind === "type";
    if (node.type === "PropertyDefinition") return node.abstract === true;
    if (node.type === "MethodDefinition") {
      return node.abstract === true || isNode(node.value) &&
          node.value.type !== "FunctionExpression";
    }
    if (!/^Export(Named|Default|All)Declaration$/.test(node.type)) return false;
    return node.exportKind === "type" ||
      isNode(node.declaration) && this.#isTypes(node.declaration);
  }

  #visitInside(node: Node): void {
    switch (node.type) {
      case "TSAsExpression":
      case "TSSatisfiesExpression": {
        const inner = node.expression as Node;
        this.visit(inner);
        return this.#erase(this.#afterBrackets(inner.end), node.end);
      }
      case "TSNonNullExpression":
        this.visit(node.expression as Node);
        return this.#erase(node.end - 1, node.end);
      case "TSTypeAssertion": {
        const inner = node.expression as Node;
        const { end } = node.typeAnnotation as Node;
        const close = this.#source.indexOf(">", end) + 1;
        this.#put(node.start, close, `(${this.#blank(node.start + 1, close)}`);
        this.visit(inner);
        return this.#put(node.end, node.end, ")");
      }
      case "ForStatement":
      case "ForInStatement":
      case "ForOfStatement":
        for (const child of childrenOf(node)) {
          const isHead = child === node.init || child === node.left;
          this.visit(child, !isHead && openStatements.has(child.type));
        }
        return;
      case "ImportDeclaration":
      case "ExportNamedDeclaration":
        this.#eraseSpecifiers(node);
        break;
      case "ClassDeclaration":
      case "ClassExpression":
        this.#eraseClassHead(node);
        break;
      case "PropertyDefinition":
      case "MethodDefinition":
        this.#eraseModifiers(node);
        break;
      case "VariableDeclarator":
        if (node.definite === true) this.#eraseMark(node.id as Node, "!");
        break;
      case "ArrowFunctionExpression":
        this.#keepArrowTogether(node);
        break;
    }
    if (Array.isArray(node.params)) this.#eraseThis(node.params as Node[]);
    if (node.optional === true && isPattern(node)) this.#eraseMark(node, "?");
    for (const key of typeKeys) {
      const types = node[key];
      if (isNode(types)) this.#erase(types.start, types.end);
    }
    const types = new Set(typeKeys.map((key) => node[key]));
    for (const child of childrenOf(node)) {
      if (!types.has(child) && !isErased(child)) this.visit(child);
    }
  }

  /**
   * Past brackets and comments behind an expression, to `as` or `satisfies`.
   */
  #afterBrackets(from: number): number {
    let at = this.#skip(from);
    while (this.#source[at] === ")") at = this.#skip(at + 1);
    return at;
  }

  #skip(from: number): number {
    gap.lastIndex = from;
    gap.test(this.#source);
    return gap.lastIndex || from;
  }

  #eraseSpecifiers(node: Node): void {
    for (const one of (node.specifiers ?? []) as Node[]) {
      if (one.importKind !== "type" && one.exportKind !== "type") continue;
      this.#eraseListed(one);
    }
  }

  /** A part of a list, with the comma behind it. */
  #eraseListed({ start, end }: Node): void {
    const comma = this.#skip(end);
    this.#erase(start, this.#source[comma] === "," ? comma + 1 : end);
  }

  /** `this` as a parameter is a type. */
  #eraseThis([first]: readonly Node[]): void {
    if (first?.type === "Identifier" && first.name === "this") {
      this.#eraseListed(first);
    }
  }

  #eraseClassHead(node: Node): void {
    if (node.abstract === true) {
      const at = this.#source.indexOf("abstract", node.start);
      this.#erase(at, at + "abstract".length);
    }
    const implemented = (node.implements ?? []) as Node[];
    if (implemented.length === 0) return;
    const first = implemented[0]!;
    const at = this.#source.lastIndexOf("implements", first.start);
    this.#erase(at, implemented.at(-1)!.end);
  }

  #eraseModifiers(node: Node): void {
    const key = node.key as Node;
    const words =
      /\b(?:public|private|protected|readonly|override|declare|abstract)\b(?=\s*[\w$#"'*[\p{L}])/gu;
    const head = this.#source.slice(node.start, key.start);
    for (const { 0: word, index } of `${head}x`.matchAll(words)) {
      const start = node.start + index;
      this.#erase(start, start + word.length, index === 0 ? ";" : "");
    }
    const mark = node.optional === true
      ? "?"
      : node.definite === true
      ? "!"
      : undefined;
    if (mark !== undefined) this.#eraseMark(key, mark);
  }

  /** The first `?` or `!` behind a name. */
  #eraseMark(node: Node, mark: string): void {
    const types = node.typeAnnotation;
    const from = isNode(types) ? this.#before(types.start) : node.end;
    const at = this.#source[from - 1] === mark
      ? from - 1
      : this.#source.indexOf(
        mark,
        node.type === "Identifier" ? node.end : from,
      );
    if (at >= 0) this.#erase(at, at + 1);
  }

  #before(from: number): number {
    let at = from;
    while (/\s/.test(this.#source[at - 1] ?? "")) at--;
    return at;
  }

  /** No line may end between an arrow's brackets and the arrow. */
  #keepArrowTogether(node: Node): void {
    const { returnType, typeParameters } = node;
    if (isNode(returnType) && this.#hasLine(returnType)) {
      const { start, end } = returnType;
      const bracket = this.#source.lastIndexOf(")", start);
      this.#put(bracket, bracket + 1, " ");
      this.#put(end, end, ")");
    }
    if (node.async === true && isNode(typeParameters)) {
      if (!this.#hasLine(typeParameters)) return;
      const { start, end } = typeParameters;
      const bracket = this.#source.indexOf("(", end);
      this.#put(start, start, "(");
      this.#put(bracket, bracket + 1, " ");
    }
  }

  #hasLine({ start, end }: Node): boolean {
    return /[\n\r\u2028\u2029]/.test(this.#source.slice(start, end));
  }

  #erase(start: number, end: number, first = ""): void {
    if (end <= start) return;
    const blank = this.#blank(start + first.length, end);
    this.#put(start, end, first + blank);
  }

  #blank(start: number, end: number): string {
    return this.#source.slice(start, end).replace(/[^\n\r\u2028\u2029]/g, " ");
  }

  #put(start: number, end: number, text: string): void {
    this.#edits.push({ start, end, text });
  }

  #refuse({ start }: Node, text: Text): void {
    this.problem ??= problemAt(this.#source, start, text);
  }
}

function isPattern({ type }: Node): boolean {
  return type === "Identifier" || type === "ObjectPattern" ||
    type === "ArrayPattern";
}

/** What another part has erased already. */
function isErased(node: Node): boolean {
  return node.type.startsWith("TSClassImplements") ||
    node.type === "TSExpressionWithTypeArguments" ||
    node.type === "Identifier" && node.name === "this" ||
    node.importKind === "type" && node.type === "ImportSpecifier" ||
    node.exportKind === "type" && node.type === "ExportSpecifier";
}
