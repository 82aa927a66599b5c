/**
 * What the cells of a lesson import, as the first cell of a notebook has it.
 */
import { message } from "../cli/message.ts";
import { UsageError } from "../cli/usage_error.ts";
import type { Cell } from "../lesson/cell.ts";

const width = 80;
const statement = /^import\s+([^"';]+?)\s+from\s+["']([^"']+)["']/gm;
const clause =
  /^(type\s+)?([\w$]+(?=\s*(?:,|$)))?\s*,?\s*(?:(\*\s*as\s+[\w$]+)|\{([^}]*)\})?$/;

const unknownImport = message({
  ja:
    "ノートブックを作れません：セル {name} の `{line}` は読めません。{needed} の形で書いてください。",
  en: "Cannot make a notebook: cell {name} has `{line}`, {needed} is needed.",
});
const needed = '`import { name } from "module";`';

/** Everything that is imported, by the module that it comes from. */
export type Imports = ReadonlyMap<string, Imported>;

interface Imported {
  /** What has no braces: `seedrandom`, `* as d3`, `type Random`. */
  readonly whole: Set<string>;
  /** What stands in braces: `matrix`, `type Matrix`, `log as ln`. */
  readonly parts: Set<string>;
}

/**
 * Collects the imports, but for the files of the lesson itself.
 *
 * @param cells The cells.
 * @throws {UsageError} If an import is written in a way that is not known.
 */
export function importsOf(cells: readonly Cell[]): Imports {
  const imports = new Map<string, Imported>([
    // Inputs are written with it, whether or not a cell uses it itself.
    ["kobai", { whole: new Set(), parts: new Set(["matrix"]) }],
  ]);
  const files = cells.flatMap(({ name, source, helpers }) => [
    { name, source },
    ...helpers.map(({ source }) => ({ name, source })),
  ]);
  for (const { name, source } of files) {
    for (const [line, what = "", from = ""] of source.matchAll(statement)) {
      if (from.startsWith(".") || from === "kobai/lesson") continue;
      const found = what.replace(/\/\/.*/g, "").match(clause);
      if (found === null) {
        throw new UsageError(unknownImport({ name, line, needed }));
      }
      const [, type = "", main, space, braces = ""] = found;
      const entry = imports.get(from) ??
        { whole: new Set<string>(), parts: new Set<string>() };
      imports.set(from, entry);
      for (const whole of [main, space]) {
        if (whole !== undefined) entry.whole.add(type + whole);
      }
      for (const part of braces.split(",")) {
        if (part.trim() !== "") entry.parts.add(type + part.trim());
      }
    }
  }
  return imports;
}

/** The names by which a program knows what it imports. */
export function namesOf(imports: Imports): string[] {
  return [...imports.values()]
    .flatMap(({ whole, parts }) => [...whole, ...parts])
    .map((name) => name.replace(/^.*\s/, ""));
}

/** Imports as code, each module's under one name where it is resolved. */
export function importsCode(
  imports: Imports,
  resolve: (specifier: string) => string,
): string {
  return [...imports].flatMap(([specifier, { whole, parts }]) => {
    const from = JSON.stringify(resolve(specifier));
    const named = [...parts].sort((a, b) => order(a) < order(b) ? -1 : 1);
    const line = `import { ${named.join(", ")} } from ${from};`;
    return [
      ...[...whole].map((name) => `import ${name} from ${from};`),
      ...(named.length === 0
        ? []
        : line.length <= width
        ? [line]
        : [`import {\n${
          named.map((name) => `  ${name},\n`).join("")
        }} from ${from};`]),
    ];
  }).join("\n");
}

/** As `deno fmt` orders names: whatever their case, capital ones first. */
function order(name: string): string {
  const bare = name.replace(/^type /, "");
  return `${bare.toLowerCase()} ${bare}`;
}
