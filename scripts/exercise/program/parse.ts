/**
 * The one parser: TypeScript for what students write, JavaScript for what runs.
 */
import { type Options, Parser } from "acorn";
import { tsPlugin } from "@sveltejs/acorn-typescript";
import type { Node } from "./node.ts";
import { type Problem, problemAt, syntaxProblem, tooDeep } from "./problem.ts";

// deno-lint-ignore no-explicit-any -- the plugin's types are of another acorn
const TypeScript: typeof Parser = Parser.extend(tsPlugin() as any);

/**
 * Parts of a program name what others declare, and export it. (Acorn's own
 * names; its types have none of them.)
 */
// deno-lint-ignore no-explicit-any -- the names are the parser's own
function ofParts(Whole: any): typeof Parser {
  return class extends Whole {
    checkLocalExport(): void {}
    checkExport(): void {}
  } as unknown as typeof Parser;
}

// deno-lint-ignore no-explicit-any -- the names are the parser's own
function forgetful(Whole: any): typeof Parser {
  return class extends Whole {
    declareName(): void {}
  } as unknown as typeof Parser;
}

const TypeScriptPart = TypeScript.extend(ofParts);
const JavaScriptPart = Parser.extend(ofParts);
const Statements = TypeScriptPart.extend(forgetful);

const options: Options = {
  sourceType: "module",
  ecmaVersion: "latest",
  locations: true, // the plugin wants them
};

/** A program's tree, or where it is none. */
export type Parsed = { readonly tree: Node } | { readonly problem: Problem };

/** Parses what a student wrote. */
export function parseTypeScript(source: string): Parsed {
  return parse(TypeScript, source);
}

/** Parses what is to run. */
export function parseJavaScript(source: string): Parsed {
  return parse(Parser, source);
}

/** The two, for a part of a program that may export what others declare. */
export const partParsers = {
  typeScript: (source: string): Parsed => parse(TypeScriptPart, source),
  javaScript: (source: string): Parsed => parse(JavaScriptPart, source),
} as const;

/** Parses a program in which names may be declared as often as one likes. */
export function parseStatements(source: string): Parsed {
  return parse(Statements, source);
}

function parse(parser: typeof Parser, source: string): Parsed {
  try {
    return { tree: parser.parse(source, options) as unknown as Node };
  } catch (error) {
    if (error instanceof SyntaxError) {
      const { pos, raisedAt, message } = error as SyntaxError & {
        pos?: number;
        raisedAt?: number;
      };
      const place = pos ?? raisedAt ?? 0;
      return { problem: syntaxProblem(source, place, message) };
    }
    // The stack has an end.
    if (!(error instanceof RangeError)) throw error;
    return { problem: problemAt(source, 0, tooDeep) };
  }
}
