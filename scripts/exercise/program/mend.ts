/**
 * Programs of which a part is no program, or cannot be taken: one function that
 * cannot be read does not take the others with it.
 */
import { declaredIn, forbiddenIn, strangersIn, typesIn } from "./forbidden.ts";
import { harmlessGlobals } from "./globals.ts";
import { isNode, type Node } from "./node.ts";
import { partParsers } from "./parse.ts";
import { type Name, type Part, partsOf } from "./parts.ts";
import { plainOf } from "./plain.ts";
import {
  declaredTwice,
  exportedTwice,
  notDeclared,
  type Problem,
  problemAt,
  problemText,
} from "./problem.ts";

/** A program in which other things stand for what cannot be taken. */
export interface Mended {
  readonly source: string;
  /** What is wrong with the first of these. */
  readonly problem: Problem;
}

/**
 * Puts what says why in the place of functions and other names that cannot be
 * taken, and nothing in the place of what has no name.
 *
 * @param source A program that cannot be taken as it is.
 * @returns One that can; undefined if it cannot be told where the fault ends,
 * or if nothing that is asked for would be left.
 */
export function mend(source: string): Mended | undefined {
  const parts = partsOf(source);
  const declared = new Set(
    parts.flatMap(({ tree }) =>
      tree === undefined ? [] : [...declaredIn(tree)]
    ),
  );
  const isForbidden = parts.some(({ text, tree }) =>
    tree !== undefined &&
    forbiddenIn(text, tree, declared, harmlessGlobals) !== undefined
  );
  return isForbidden ? undefined : new Mender(parts, declared).result();
}

/** A statement that gives or takes names one by one. */
function listIn({ tree }: Part, type: string): readonly Node[] | undefined {
  const [statement, ...others] = (tree?.body ?? []) as Node[];
  if (statement?.type !== type || others.length > 0) return undefined;
  if (type.startsWith("Export") && isNode(statement.source)) return undefined;
  if (isNode(statement.declaration)) return undefined;
  return statement.specifiers as Node[];
}

/** Puts the parts together again. */
class Mender {
  readonly #parts: readonly Part[];
  readonly #problems: Problem[] = [];
  /** What is wrong with a part as a whole. */
  readonly #faults: ReadonlyMap<Part, Problem>;
  /** What the parts that are taken declare themselves, by its name. */
  readonly #own: ReadonlyMap<string, readonly Placed[]>;
  /** All names that something has, or stands for. */
  readonly #there = new Set<string>();
  readonly #exported = new Set<string>();

  constructor(parts: readonly Part[], declared: ReadonlySet<string>) {
    this.#parts = parts;
    const faults = new Map<Part, Problem>();
    for (const part of parts) {
      if (listIn(part, "ImportDeclaration") !== undefined) continue;
      const plain = plainOf(part.text, partParsers, declared);
      if ("problem" in plain) faults.set(part, inWhole(part, plain.problem));
    }
    for (const [part, problem] of declaredAgain(this.#sound(faults))) {
      faults.set(part, problem);
    }
    this.#faults = faults;
    this.#own = Map.groupBy(
      placesOf(this.#sound(faults)),
      ({ name }) => name,
    );
  }

  result(): Mended | undefined {
    for (const [name, [first]] of this.#own) {
      this.#there.add(name);
      if (first!.isExported) this.#exported.add(name);
    }
    for (const { tree } of this.#parts) {
      for (const name of tree === undefined ? [] : typesIn(tree)) {
        this.#there.add(name);
      }
    }
    // what is listed can be anywhere
    const isList = (part: Part) => listIn(part, "ExportNamedDeclaration");
    const mended = new Map<Part, string>();
    for (
      const part of this.#parts.toSorted((a, b) =>
        Number(isList(a) !== undefined) - Number(isList(b) !== undefined)
      )
    ) mended.set(part, this.#mended(part));
    const source = this.#parts.map((part) => mended.get(part)).join("");
    const [problem] = this.#problems.sort((a, b) =>
      a.line - b.line || a.column - b.column
    );
    const isLeft = [...this.#exported].some((name) => this.#own.has(name));
    return problem === undefined || !isLeft ? undefined : { source, problem };
  }

  /** Parts that are taken, without what they only import. */
  #sound(faults: ReadonlyMap<Part, Problem>): Part[] {
    return this.#parts.filter((part) =>
      !faults.has(part) && listIn(part, "ImportDeclaration") === undefined
    );
  }

  #mended(part: Part): string {
    const fault = this.#faults.get(part);
    if (fault !== undefined) {
      this.#problems.push(fault);
      const texts = part.names.map((name) => this.#standIn(name, fault));
      return `${texts.join(" ") || ";"}${"\n".repeat(linesIn(part.text))}`;
    }
    const imported = listIn(part, "ImportDeclaration");
    if (imported !== undefined) return this.#import(part, imported);
    const exported = listIn(part, "ExportNamedDeclaration");
    return exported === undefined ? part.text : this.#export(part, exported);
  }

  /** Without what the kit does not have, and what the program has itself. */
  #import(part: Part, specifiers: readonly Node[]): string {
    const strangers = new Map(
      strangersIn(part.tree!).map(({ specifier, text }) => [specifier, text]),
    );
    let standIns = "";
    const removed = specifiers.filter((specifier) => {
      const { name: word, start } = specifier.local as Node;
      const name = String(word), stranger = strangers.get(specifier);
      const isTwice = this.#there.has(name);
      if (stranger === undefined && !isTwice) {
        this.#there.add(name);
        return false;
      }
      const [own] = this.#own.get(name) ?? [];
      const problem = stranger !== undefined
        ? inWhole(part, problemAt(part.text, start, stranger))
        : twice(own ?? { name, part, start });
      this.#problems.push(problem);
      if (!isTwice) {
        standIns += ` ${this.#standIn({ name }, problem)}`;
      }
      return true;
    });
    return without(part.text, removed) + (standIns && `;${standIns}`);
  }

  /** Without what is exported twice; what is not there says so. */
  #export(part: Part, specifiers: readonly Node[]): string {
    let standIns = "";
    const removed = specifiers.filter(({ local, exported }) => {
      const [name, outside] = [local, exported].map(wordOf) as [string, string];
      const problem = (text: Problem["text"]) => {
        const found = problemAt(part.text, (local as Node).start, text);
        this.#problems.push(inWhole(part, found));
        return inWhole(part, found);
      };
      if (this.#exported.has(outside)) {
        problem(exportedTwice({ word: outside }));
        return true;
      }
      this.#exported.add(outside);
      if (!this.#there.has(name)) {
        const found = problem(notDeclared({ word: name }));
        standIns += ` ${this.#standIn({ name, isFunction: true }, found)}`;
      }
      return false;
    });
    return without(part.text, removed) + (standIns && `;${standIns}`);
  }

  /** What says why a name has nothing behind it; nothing if it has. */
  #standIn({ name, isExported, isFunction }: Name, problem: Problem): string {
    if (this.#there.has(name)) return "";
    this.#there.add(name);
    if (isExported) this.#exported.add(name);
    const { ja, en } = problemText(problem);
    const said = JSON.stringify(`${ja} / ${en}`);
    const thrown = `{ throw new SyntaxError(${said}); }`;
    const before = isExported ? "export " : "";
    if (isFunction) return `${before}function ${name}() ${thrown}`;
    // what a class extends is asked for its prototype
    const get =
      `get(of, key) { if (key === "prototype") return of.prototype; ${thrown} }`;
    return `${before}var ${name} = new Proxy(function () {}, { ${get}, apply() ${thrown}, construct() ${thrown} });`;
  }
}

/** A name, and the part that declares it. */
type Placed = Name & { readonly part: Part };

function placesOf(parts: readonly Part[]): Placed[] {
  return parts.flatMap((part) => part.names.map((name) => ({ ...name, part })));
}

/** Parts of which another declares a name again, with the last such place. */
function declaredAgain(parts: readonly Part[]): Map<Part, Problem> {
  const again = new Map<Part, Problem>();
  for (
    const same of Map.groupBy(placesOf(parts), ({ name }) => name).values()
  ) {
    if (same.length < 2 || same.every(({ isVar }) => isVar)) continue;
    const problem = twice(same.at(-1)!);
    for (const { part } of same) again.set(part, problem);
  }
  return again;
}

function twice({ name, part, start = 0 }: Placed): Problem {
  const text = declaredTwice({ word: name });
  return inWhole(part, problemAt(part.text, start, text));
}

function inWhole(part: Part, { text, line, column }: Problem): Problem {
  return {
    text,
    line: part.line + line,
    column: column + (line === 1 ? part.column : 0),
  };
}

function linesIn(text: string): number {
  return text.split("\n").length - 1;
}

function wordOf(node: unknown): string {
  return isNode(node) ? String(node.name ?? node.value) : "";
}

/** A list without some of its names. */
function without(text: string, specifiers: readonly Node[]): string {
  for (const { type, start, end } of specifiers) {
    const [comma = ""] = /^\s*,/.exec(text.slice(end)) ?? [];
    const isListed = /^(?:Import|Export)Specifier$/.test(type) || comma !== "";
    const blank = (isListed ? "" : "{}").padEnd(end - start);
    text = text.slice(0, start) + blank + comma.replace(",", " ") +
      text.slice(end + comma.length);
  }
  return text;
}
