/** A cell as the code of a notebook: statements that stand by themselves. */
import { Matrix } from "kobai";
import { message, type Text } from "../cli/message.ts";
import { UsageError } from "../cli/usage_error.ts";
import type { Cell, Input } from "../lesson/cell.ts";
import type { Helper } from "../lesson/helpers.ts";
import { type Imports, namesOf } from "./imports.ts";

const width = 80;

/** A cell's inputs as constants. */
export function inputsCode(cell: Cell): string {
  return Object.entries(cell.inputs)
    .map(([name, value]) => `const ${name} = ${literal(name, value)};`)
    .join("\n");
}

/** Inputs, code, and a look at the results. */
export function cellCode(cell: Cell, labels: Record<string, string>): string {
  const shown = Object.entries(labels).map(([name, label]) =>
    `  // ${label.replace(/\s+/g, " ")}\n  ${name},`
  );
  return [
    inputsCode(cell),
    cell.code,
    `await show({\n${shown.join("\n")}\n});`,
  ].filter((part) => part !== "").join("\n\n");
}

/** A value as one writes it in TypeScript, in lines that are not too long. */
function literal(name: string, value: Input): string {
  if (typeof value === "number") return numberText(value);
  if (!(value instanceof Matrix)) return JSON.stringify(value);
  const rows = value.toArray()
    .map((row) => `[${row.map(numberText).join(", ")}]`);
  if (rows.length === 1) return `matrix(${rows[0]})`;
  const line = `matrix([${rows.join(", ")}])`;
  return `const ${name} = ${line};`.length <= width
    ? line
    : `matrix([\n${rows.map((row) => `  ${row},\n`).join("")}])`;
}

function numberText(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

const twice = message({
  ja:
    "ノートブックを作れません：{name} は、{cell} では {kind}、{before} では {kindBefore} です。どちらかの名前を変えてください。",
  en:
    "Cannot make a notebook: {name} is declared by {kind} in {cell} and by {kindBefore} in {before}, one of the two needs another name.",
});
const firstCell: Text = {
  ja: "ノートブックの最初のセル",
  en: "the notebook's first cell",
};

const declarations = /^(?:async )?(function|class|const|let)\*? (\w+)/gm;

/** The files whose functions the cells use, each once. */
export function helpersIn(cells: readonly Cell[]): Helper[] {
  const all = cells.flatMap(({ helpers }) => helpers);
  return [...new Map(all.map((helper) => [helper.url, helper])).values()];
}

/**
 * A notebook is one long program, in which a name may be declared again in
 * another cell, but only in the same way, and not over what its first cell has.
 *
 * @throws {UsageError} If two cells do that.
 */
export function requireNames(cells: readonly Cell[], imports: Imports): void {
  const declared = new Map<string, { kind: string; cell: string | Text }>([
    ["show", { kind: "function", cell: firstCell }],
  ]);
  for (const name of namesOf(imports)) {
    declared.set(name, { kind: "import", cell: firstCell });
  }
  for (const { code } of helpersIn(cells)) {
    for (const [, kind, name] of code.matchAll(declarations)) {
      declared.set(name!, { kind: kind!, cell: firstCell });
    }
  }
  for (const cell of cells) {
    const code = `${inputsCode(cell)}\n${cell.code}`;
    for (const [, word, name] of code.matchAll(declarations)) {
      const kind = word!;
      const before = declared.get(name!);
      if (before !== undefined && before.kind !== kind) {
        throw new UsageError(twice({
          name: name!,
          kind,
          cell: cell.name,
          kindBefore: before.kind,
          before: before.cell,
        }));
      }
      declared.set(name!, { kind, cell: cell.name });
    }
  }
}
