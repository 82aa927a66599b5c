/** The code of a notebook: a cell's inputs and its `run`, as statements that stand by themselves. */
import { Matrix } from "kobai";
import type { Cell, Input } from "../lesson/cell.ts";
import { codeOf, returnedBy } from "../lesson/code.ts";

const width = 80;

/** A cell's inputs as constants. */
export function inputsCode(cell: Cell): string {
  return Object.entries(cell.inputs)
    .map(([name, value]) => `const ${name} = ${literal(name, value)};`)
    .join("\n");
}

/** Inputs, code, and a look at the results. */
export function cellCode(cell: Cell, labels: Record<string, string>): string {
  const returned = returnedBy(cell.source);
  const shown = Object.entries(labels).map(([name, label]) => {
    const { [name]: expression = name } = returned;
    const value = expression === name ? name : `${name}: ${expression}`;
    return `  // ${label.replace(/\s+/g, " ")}\n  ${value},`;
  });
  return [
    inputsCode(cell),
    codeOf(cell.source),
    `await show({\n${shown.join("\n")}\n});`,
  ].filter((part) => part !== "").join("\n\n");
}

/** A value as one writes it in TypeScript, in lines that are not too long. */
function literal(name: string, value: Input): string {
  if (!(value instanceof Matrix)) return JSON.stringify(value);
  const rows = value.toArray().map((row) => `[${row.join(", ")}]`);
  if (rows.length === 1) return `matrix(${rows[0]})`;
  const line = `matrix([${rows.join(", ")}])`;
  return `const ${name} = ${line};`.length <= width
    ? line
    : `matrix([\n${rows.map((row) => `  ${row},\n`).join("")}])`;
}

/** What the cells of a lesson import, apart from the files of the lesson itself. */
export function importsCode(
  cells: readonly Cell[],
  resolve: (specifier: string) => string,
): string {
  const imports = new Map<string, { whole: Set<string>; parts: Set<string> }>([
    // Inputs are written with it, whether or not a cell uses it itself.
    ["kobai", { whole: new Set(), parts: new Set(["matrix"]) }],
  ]);
  const statement =
    /^import\s+(?:(\w+)\s*,?\s*)?(?:\{([^}]*)\})?\s*from\s+"([^"]+)"/gm;
  for (const { source } of cells) {
    for (
      const [, whole, parts = "", from = ""] of source.matchAll(statement)
    ) {
      if (from.startsWith(".")) continue;
      const entry = imports.get(from) ??
        { whole: new Set<string>(), parts: new Set<string>() };
      imports.set(from, entry);
      if (whole !== undefined) entry.whole.add(whole);
      for (const part of parts.split(",")) {
        if (part.trim() !== "") entry.parts.add(part.trim());
      }
    }
  }
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

/** As `deno fmt` orders names: small and capital letters alike, capital ones first. */
function order(name: string): string {
  const bare = name.replace(/^type /, "");
  return `${bare.toLowerCase()} ${bare}`;
}

/**
 * A notebook is one long program, in which a name may be declared again in another cell, but only
 * in the same way, and not over something imported.
 *
 * @throws {TypeError} If two cells do that.
 */
export function requireNames(cells: readonly Cell[], imports: string): void {
  const declared = new Map<string, { kind: string; cell: string }>();
  for (const [, name] of imports.matchAll(/(?:^import |^ {2}|[{,] )(\w+)/gm)) {
    declared.set(name!, { kind: "import", cell: "the imports" });
  }
  for (const cell of cells) {
    const code = `${inputsCode(cell)}\n${codeOf(cell.source)}`;
    for (
      const [, word, name] of code.matchAll(
        /^(?:async )?(function|class|const|let)\*? (\w+)/gm,
      )
    ) {
      const kind = word!;
      const before = declared.get(name!);
      if (before !== undefined && before.kind !== kind) {
        throw new TypeError(
          `Cannot make a notebook: ${name} is declared by ${kind} in ${cell.name} and by ` +
            `${before.kind} in ${before.cell}, one of the two needs another name`,
        );
      }
      declared.set(name!, { kind, cell: cell.name });
    }
  }
}
