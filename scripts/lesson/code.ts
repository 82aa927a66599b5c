/**
 * The code that a cell shows: what stands in its `run` between two comments.
 *
 * ```ts ignore
 * run({ types, tokens }) {
 *   // show
 *   const ratio = divide(types, tokens);
 *   // end
 *   return { ratio };
 * },
 * ```
 *
 * A notebook has these lines as statements of their own. So everything that
 * they need stands between the marks: inputs come in by their own names, and
 * results are declared by theirs.
 */

/** What has to be known of a cell to find its code. */
export interface MarkedCell {
  readonly name: string;
  /** The text of its file. */
  readonly source: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly results: Readonly<Record<string, unknown>>;
}

const opens = /^\s*\/\/ ?show\s*$/;
const closes = /^\s*\/\/ ?end\s*$/;
const head = /^run\s*:?\s*\(\s*(?:\{([\w$,\s]*)\}\s*)?\)\s*(?:=>\s*)?\{\s*$/;
const tail = /^\s*return\s*\{([\w$,\s]*)\};?\s*\}/;

/**
 * The lines between the marks, as far to the left as they go.
 *
 * @param cell The cell.
 * @returns Its code, without a line break at its end.
 * @throws {SyntaxError} If it is not marked, or needs what stands elsewhere in
 * `run`; the message names cell and line, and the line to write.
 */
export function shownCode(cell: MarkedCell): string {
  const lines = cell.source.split(/\r?\n/);
  const opened = lines.findIndex((line) => opens.test(line));
  const closed = lines.findIndex((line, i) => i > opened && closes.test(line));
  const refuse = (line: number, found: string, needed: string): never => {
    throw new SyntaxError(
      `Cannot show the code of cell ${cell.name}: line ${
        line + 1
      } ${found}, ${needed}`,
    );
  };
  const results = Object.keys(cell.results);
  const runLine = `\`run(${braced(Object.keys(cell.inputs))}) {\``;
  const returnLine = `\`return ${braced(results)};\``;

  if (opened < 0) {
    const run = lines.findIndex((line) => /^\s*run\s*[:(]/.test(line));
    return refuse(
      Math.max(run, 0),
      "begins a run whose code is not marked",
      `\`// show\` on a line of its own below ${runLine} and \`// end\` above ` +
        `${returnLine} are needed`,
    );
  }
  if (closed < 0) {
    return refuse(
      opened,
      "opens what is shown and nothing closes it",
      `\`// end\` above ${returnLine} is needed`,
    );
  }
  const before = lines.slice(0, opened).join("\n");
  const run = [...before.matchAll(/\brun\s*[:(]/g)].at(-1)?.index;
  const taken = namesIn(before.slice(run).match(head)?.[1]);
  if (
    run === undefined || !head.test(before.slice(run)) ||
    !taken.every((name) => Object.hasOwn(cell.inputs, name))
  ) {
    return refuse(
      opened,
      "does not stand right below run",
      `${runLine} is needed`,
    );
  }
  const returned = lines.slice(closed + 1).join("\n").match(tail);
  if (
    returned === null ||
    namesIn(returned[1]).sort().join() !== results.toSorted().join()
  ) {
    return refuse(
      closed,
      "has something else below it",
      `${returnLine} is needed`,
    );
  }
  return toTheLeft(lines.slice(opened + 1, closed), lines[opened]!);
}

/** Names in braces: `{ a, b }`. */
function braced(names: readonly string[]): string {
  return names.length === 0 ? "{}" : `{ ${names.join(", ")} }`;
}

/** The names in a list: `a, b`. */
function namesIn(list = ""): string[] {
  return list.split(",").map((name) => name.trim()).filter(Boolean);
}

/** A template on one line, of which that can be told without parsing. */
const template = /`(?:[^`"'\\/$]|\$(?!\{)|\$\{[^`"'\\/{}]*\})*`/g;

/**
 * Lines without the indentation of their mark. Where a template may go on from
 * line to line they stay as they are, because its spaces belong to its value.
 */
function toTheLeft(lines: readonly string[], mark: string): string {
  const [indentation] = mark.match(/^\s*/)!;
  const closed = lines.every((line) =>
    !line.replace(template, "").includes("`")
  );
  return lines
    .map((line) =>
      closed && line.startsWith(indentation)
        ? line.slice(indentation.length)
        : line
    )
    .join("\n").replace(/^\s*\n|\s+$/g, "");
}
