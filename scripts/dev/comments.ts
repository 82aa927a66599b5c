/**
 * A plugin of `deno lint`: comments end before column 81, and no line of one
 * is broken in mid-sentence. The formatter leaves comments as they are.
 *
 * Permissions: none; `deno lint` loads it by `deno.json`.
 *
 * @module
 */
import { unicodeWidth } from "@std/cli/unicode-width";

/** A line of a comment. */
interface Line {
  /** The whole line, code before the comment included. */
  readonly whole: string;
  /** What it says, without the comment's marks; its own indent stays. */
  readonly text: string;
  /** Where the line begins and ends in the source. */
  readonly range: readonly [number, number];
}

/** A line that ends before this column could have taken more. */
const SHORT = 66;
const WIDTH = 80;

/** An address, a command or a directive cannot be wrapped. */
const UNBREAKABLE =
  /:\/\/|^(?:\$ )?(?:deno|npx|npm|pip3?|python3?|node) |^[/#!]? ?(?:deno-|@ts-|<reference )/;
/** A list item, a heading, a tag, a row, a fence: these begin a paragraph. */
const BEGINS = /^\s*(?:[-*+|#>@]|\d+[.)] |```)/;

/** The lines that a comment takes, without its marks. */
function linesOf(
  source: string,
  { range: [start, end] }: { range: readonly [number, number] },
): Line[] {
  const lines: Line[] = [];
  const first = source.lastIndexOf("\n", start - 1) + 1;
  for (let from = first; from < end;) {
    const newline = source.indexOf("\n", from);
    const to = newline < 0 ? source.length : newline;
    const said = source.slice(Math.max(from, start), Math.min(to, end));
    const text = said.replace(/^\s*(?:\/\*\*?|\/\/|\*(?!\/)) ?/, "")
      .replace(/\s*\*\/$/, "");
    lines.push({ whole: source.slice(from, to), text, range: [from, to] });
    from = to + 1;
  }
  return lines;
}

/** Whether nothing but its marks stands before a comment's first line. */
function standsAlone({ whole }: Line): boolean {
  return /^\s*(?:\/\/|\/\*)/.test(whole);
}

function isTooLong({ whole, text }: Line): boolean {
  return unicodeWidth(whole) > WIDTH && !UNBREAKABLE.test(text.trimStart());
}

/** Whether a sentence goes on below though its next word had room here. */
function isBroken(line: Line, next: Line): boolean {
  const width = unicodeWidth(line.whole.trimEnd());
  // A code span or a link stays whole.
  const [word] = next.text.match(/^(?:`[^`]+`|\{@[^}]+\}|[^`{\s])\S*/) ?? [];
  return word !== undefined && /^\S/.test(line.text) &&
    width < SHORT && width + 1 + unicodeWidth(word) <= WIDTH &&
    !/[.:;!?…。]["`)]*$/.test(line.text) && !/^[A-Z]/.test(word) &&
    !UNBREAKABLE.test(line.text) && !BEGINS.test(next.text);
}

/** Comments as they are read: a line comment goes on with the one above it. */
function* readComments(
  source: Deno.lint.SourceCode,
): Generator<Line[]> {
  let run: Line[] = [];
  for (const comment of source.getAllComments()) {
    const lines = linesOf(source.text, comment), [first] = lines;
    const goesOn = comment.type === "Line" && standsAlone(first!) &&
      run.at(-1)?.range[1] === first!.range[0] - 1;
    if (!goesOn) {
      yield run;
      run = [];
    }
    run.push(...lines);
    if (comment.type === "Block" || !standsAlone(first!)) {
      yield run;
      run = [];
    }
  }
  yield run;
}

/** The lines of a comment that are broken in mid-sentence. */
function brokenLines(lines: readonly Line[]): Line[] {
  let isCode = false;
  const prose = lines.map((line) => {
    const isFence = /^\s*```/.test(line.text);
    if (isFence) isCode = !isCode;
    return !isFence && !isCode;
  });
  return lines.filter((line, i) =>
    prose[i] && prose[i + 1] && isBroken(line, lines[i + 1]!)
  );
}

const plugin: Deno.lint.Plugin = {
  name: "comments",
  rules: {
    wrapped: {
      create: (context) => ({
        Program() {
          const report = ({ range }: Line, message: string): void =>
            context.report({ range: [...range], message });
          for (const lines of readComments(context.sourceCode)) {
            for (const line of lines.filter(isTooLong)) {
              report(line, `This comment is wider than ${WIDTH} columns`);
            }
            for (const line of brokenLines(lines)) {
              report(line, "This line is broken in mid-sentence");
            }
          }
        },
      }),
    },
  },
};

export default plugin;
