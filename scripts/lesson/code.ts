/**
 * The lines between the braces of a cell's `run`, as they stand in its file;
 * the closing `return`, which only hands over the values that are shown below
 * the code, is left out.
 *
 * The file is formatted by `deno fmt`, so the method begins with `  run(` and
 * ends with `  },`.
 */
export function codeOf(source: string): string {
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
  return code.slice(0, end < 0 ? last : end)
    .map((line) => line.replace(/^ {4}/, "")).join("\n").trim();
}
