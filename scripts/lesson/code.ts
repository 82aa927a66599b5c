/**
 * The lines between the braces of a cell's `run`, as they stand in its file;
 * the closing `return`, which only hands over the values that are shown below
 * the code, is left out.
 *
 * The file is formatted by `deno fmt`, so the method begins with `  run(` and
 * ends with `  },`.
 */
export function codeOf(source: string): string {
  const { lines, end } = runOf(source);
  return lines.slice(0, end)
    .map((line) => line.replace(/^ {4}/, "")).join("\n").trim();
}

/**
 * What the closing `return` hands over, as it stands in a cell's file: `{ a, b: matrix(b) }` gives
 * `a` and `matrix(b)` by the names of the results.
 */
export function returnedBy(source: string): Record<string, string> {
  const { lines, end } = runOf(source);
  const text = lines.slice(end).join(" ").trim()
    .replace(/^return \{|,?\s*\};$/g, "");
  // At the commas that stand in no brackets.
  const parts =
    text.match(/(?:\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\]|[^,([])+/g) ?? [];
  return Object.fromEntries(parts.map((part) => {
    const [name, ...expression] = part.trim().split(/:\s*/);
    return [name!, expression.join(": ") || name!];
  }));
}

/** The lines of `run`, and where the closing `return` begins. */
function runOf(source: string): { lines: string[]; end: number } {
  const lines = source.split("\n");
  const head = lines.findIndex((line) => line.startsWith("  run("));
  const body = lines.slice(
    lines.findIndex((line, i) => i >= head && line.endsWith(" {")) + 1,
  );
  const last = body.findIndex((line) => line === "  },");
  if (head < 0 || last < 0) {
    throw new RangeError(
      "Cannot show the code of a cell: found no run, `  run(` to `  },` needed",
    );
  }
  const code = body.slice(0, last);
  const end = code.findLastIndex((line) => line.startsWith("    return "));
  return { lines: code, end: end < 0 ? last : end };
}
