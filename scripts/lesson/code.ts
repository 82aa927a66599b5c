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
 * they need stands between the marks, or is imported from a package or from a
 * file that travels with them: inputs come in by their own names, and results
 * are declared by theirs.
 */
import { message, type Text } from "../cli/message.ts";

/** What has to be known of a cell to find its code. */
export interface MarkedCell {
  readonly name: string;
  /** The text of its file. */
  readonly source: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly results: Readonly<Record<string, unknown>>;
  /** What it may use of files beside it, as `helpers.ts` found out. */
  readonly helpers?: readonly string[];
}

const opens = /^\s*\/\/ ?show\s*$/;
const closes = /^\s*\/\/ ?end\s*$/;
const head = /^run\s*:?\s*\(\s*(?:\{([\w$,\s]*)\}\s*)?\)\s*(?:=>\s*)?\{\s*$/;
const tail = /^\s*return\s*\{([\w$,\s]*)\};?\s*\}/;

/** A cell that cannot be shown, told in the reader's language. */
export class UnshownError extends SyntaxError {
  override readonly name = "SyntaxError";
  /** The cell, the line, what is wrong there, and what to write. */
  readonly text: Text;

  /** An error that says so. */
  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

const refusal = message({
  ja: "セル {name} のコードを表示できません：{line} 行目{fault}",
  en: "Cannot show the code of cell {name}: line {line} {fault}",
});
const unmarked = message({
  ja:
    "の run は、表示する範囲が示されていません。{run} の次の行に `// show`、{end} の前の行に `// end` が必要です",
  en:
    "begins a run whose code is not marked, `// show` on a line of its own below {run} and `// end` above {end} are needed",
});
const unclosed = message({
  ja: "で始まる範囲が閉じていません。{end} の前の行に `// end` が必要です",
  en:
    "opens what is shown and nothing closes it, `// end` above {end} is needed",
});
const notBelowRun = message({
  ja: "が run のすぐ下にありません。{run} が必要です",
  en: "does not stand right below run, {run} is needed",
});
const notAboveReturn = message({
  ja: "の下に別のものがあります。{end} が必要です",
  en: "has something else below it, {end} is needed",
});
const fromOutside = message({
  ja:
    "の {used} は、run の外にあるのでノートブックにはありません。`// show` と `// end` の間で定義するか、パッケージか隣のファイルから import する必要があります",
  en:
    "uses {used}, which stands outside run and so in no notebook, it must be defined between `// show` and `// end` or come from a package or a file beside it",
});

/**
 * The lines between the marks, as far to the left as they go.
 *
 * @param cell The cell.
 * @returns Its code, without a line break at its end.
 * @throws {UnshownError} If it is not marked, or needs what stands elsewhere;
 * the message names cell and line, and what to write.
 */
export function shownCode(cell: MarkedCell): string {
  const lines = cell.source.split(/\r?\n/);
  const opened = lines.findIndex((line) => opens.test(line));
  const closed = lines.findIndex((line, i) => i > opened && closes.test(line));
  const refuse = (line: number, fault: Text): never => {
    throw new UnshownError(refusal({ name: cell.name, line: line + 1, fault }));
  };
  const results = Object.keys(cell.results);
  const run = `\`run(${braced(Object.keys(cell.inputs))}) {\``;
  const end = `\`return ${braced(results)};\``;

  if (opened < 0) {
    const begun = lines.findIndex((line) => /^\s*run\s*[:(]/.test(line));
    return refuse(Math.max(begun, 0), unmarked({ run, end }));
  }
  if (closed < 0) return refuse(opened, unclosed({ end }));
  const before = lines.slice(0, opened).join("\n");
  const begun = [...before.matchAll(/\brun\s*[:(]/g)].at(-1)?.index;
  const taken = namesIn(before.slice(begun).match(head)?.[1]);
  if (
    begun === undefined || !head.test(before.slice(begun)) ||
    !taken.every((name) => Object.hasOwn(cell.inputs, name))
  ) {
    return refuse(opened, notBelowRun({ run }));
  }
  const returned = lines.slice(closed + 1).join("\n").match(tail);
  if (
    returned === null ||
    namesIn(returned[1]).sort().join() !== results.toSorted().join()
  ) {
    return refuse(closed, notAboveReturn({ end }));
  }
  const shown = lines.slice(opened + 1, closed);
  const outside = namesOutside(cell.source, shown.join("\n"))
    .filter((name) =>
      !Object.hasOwn(cell.inputs, name) && !cell.helpers?.includes(name)
    );
  shown.forEach((line, i) => {
    const used = outside.find((name) => uses(line, name));
    if (used !== undefined) refuse(opened + 1 + i, fromOutside({ used }));
  });
  return toTheLeft(shown, lines[opened]!);
}

/** Declarations, and imports from files beside it, at the left of a file. */
const atTheLeft =
  /^(?:export\s+)?(?:async\s+)?(?:function\*?|class|const|let|var|enum)\s+([\w$]+)|^import\s+([^;"']*?)\s+from\s+["']\./gm;

/**
 * What a file has outside of its cell's `run`: what it declares, and what it
 * imports from other files of the lesson. A notebook has none of it.
 */
function namesOutside(source: string, shown: string): string[] {
  return [...source.matchAll(atTheLeft)]
    .flatMap(([, declared, imported = ""]) =>
      declared ?? imported.match(/[\w$]+(?=\s*(?:[,}]|$))/g) ?? []
    )
    .filter((name) => !declares(shown, name));
}

/** Whether code declares a name of its own, such as a variable or parameter. */
function declares(code: string, given: string): boolean {
  const name = given.replaceAll("$", "\\$");
  return new RegExp(
    `\\b(?:const|let|var|class|function\\*?)\\s[^=;]*\\b${name}\\b|` +
      `\\b${name}\\b[^()]*\\)?\\s*=>`,
  ).test(code);
}

/** Whether code has a name from elsewhere: it uses and does not declare it. */
export function usesName(code: string, name: string): boolean {
  return !declares(code, name) &&
    code.split("\n").some((line) => uses(line, name));
}

/** Whether a line uses a name: not in a text, and not as a property's. */
function uses(line: string, given: string): boolean {
  const name = given.replaceAll("$", "\\$");
  const code = line.replace(/"[^"]*"|'[^']*'|`[^`$]*`/g, '""')
    .replace(/\/\/.*/, "");
  return new RegExp(`(?<![.\\w$])${name}(?![\\w$]|\\s*:)`).test(code);
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
