/**
 * Reading a README: its code blocks, its tables, and what it says is printed.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";

/** A fenced block of code. */
export interface Block {
  readonly info: string;
  readonly text: string;
}

/** The fenced blocks, in order. */
export function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(/^```(.*)\n([^]*?)^```$/gm)]
    .map(([, info, text]) => ({ info: info!, text: text! }));
}

/** The commands of a shell block, without their comments. */
export function commandsOf(text: string): string[] {
  return text.split("\n").map((line) => line.replace(/\s+#.*$/, "")).filter(
    Boolean,
  );
}

/** The rows of the table under a heading that begins so, cell by cell. */
export function tableOf(markdown: string, ...columns: string[]): string[][] {
  const rows = markdown.split("\n").filter((line) => line.startsWith("|"))
    .map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
  const first = rows.findIndex((row) =>
    columns.every((name, i) => row[i] === name)
  );
  assert(first >= 0, `no table of ${columns.join(", ")}`);
  const table: string[][] = [];
  for (const row of rows.slice(first + 2)) {
    // Tables follow each other; the line under the next one's head ends this
    // one.
    if (/^-+$/.test(row[0]!)) return table.slice(0, -1);
    table.push(row);
  }
  return table;
}

/**
 * Asserts that an output has these parts in this order; `...` stands for any
 * lines.
 */
export function assertPrints(
  output: string,
  excerpt: string,
  command: string,
): void {
  const lines = output.trimEnd().split("\n");
  const parts = excerpt.trimEnd().split(/^\.\.\.$/m)
    .map((part) =>
      part.split("\n").filter((line, i, all) =>
        line || (i > 0 && i < all.length - 1)
      )
    );
  let at = 0;
  for (const [i, part] of parts.entries()) {
    if (part.length === 0) continue;
    const from = lines.findIndex((_, k) =>
      k >= at && part.every((line, j) => lines[k + j] === line)
    );
    assert(
      from >= 0,
      `${command} does not print, from line ${at} on:\n${part.join("\n")}`,
    );
    if (i === 0) assertEquals(from, 0, `${command} begins with more`);
    at = from + part.length;
    if (i === parts.length - 1) {
      assertEquals(at, lines.length, `${command} prints more`);
    }
  }
}
