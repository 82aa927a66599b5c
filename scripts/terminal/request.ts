/** What the command line of a cell or of a lesson asks for. */
import {
  type Command,
  type Line,
  type Options,
  readLine,
} from "../cli/command.ts";
import { type Language, message } from "../cli/message.ts";
import { dashed, flag, text } from "../cli/option.ts";
import { UsageError } from "../cli/usage_error.ts";
import type { Cell, Input } from "../lesson/cell.ts";
import { headingOf, numberOf } from "../lesson/heading.ts";
import { inputOption } from "../lesson/input.ts";
import type { Lesson } from "../lesson/lesson.ts";
import { lessonOption } from "../check/load.ts";
import { findCells } from "./find_cells.ts";

/** What a reader asked for. */
export interface Request {
  readonly language: Language;
  readonly help: boolean;
  readonly answers: boolean;
  readonly numpy: boolean;
  readonly json: boolean;
  readonly color: boolean;
  /** The cells to run. */
  readonly cells: readonly Cell[];
  /** Inputs to change; only where one cell is to run. */
  readonly changes: Readonly<Record<string, Input>>;
}

/** What a reader asked of a lesson. */
export interface LessonRequest extends Request {
  readonly list: boolean;
  /**
   * The folder into which to write the pictures, instead of running anything.
   */
  readonly figures: string | undefined;
}

const shownOptions = {
  answers: flag({
    ja: "問題の答えも表示する",
    en: "show the answers to exercises",
  }),
  json: flag({
    ja: "JSON で出力する（1 行に 1 セル）",
    en: "print JSON, one object a line for each cell",
  }),
  numpy: flag({
    ja: "同じ計算を NumPy で書いたものも表示する",
    en: "show the same in NumPy too",
  }),
  noColor: flag({ ja: "色を付けない", en: "no colour" }),
};

const lessonOptions = {
  list: flag({ ja: "セルの一覧を表示する", en: "list the cells" }),
  figures: text({
    takes: "DIR",
    help: {
      ja: "図を SVG ファイルにして、このフォルダに書き出す",
      en: "write the pictures as SVG files into this folder",
    },
  }),
  lesson: lessonOption,
  ...shownOptions,
};

const cellCall = message({
  ja: "deno run {file} [オプション]",
  en: "deno run {file} [options]",
});

/** What can be written behind a cell: its inputs are options. */
export function cellCommand(
  cell: Cell,
): Command<typeof shownOptions, Input | undefined> {
  const { file } = cell;
  return {
    call: cellCall({ file }),
    about: [{ ja: headingOf(cell, "ja"), en: headingOf(cell, "en") }],
    options: shownOptions,
    own: ownOptions(cell),
  };
}

function ownOptions(cell: Cell): Options<Input | undefined> {
  return Object.fromEntries(
    Object.entries(cell.inputs)
      .map(([name, input]) => [
        dashed(name),
        inputOption(input, cell.limits?.[name]),
      ]),
  );
}

const lessonCall = message({
  ja: "{command} [節またはセル] [オプション]",
  en: "{command} [section or cells] [options]",
});
const aboutLesson = message({
  ja:
    "講義の全部、一つの節（例 {section}）、またはセルを実行します。セルは番号（例 {number}）、名前（例 {name}）、または見出しの言葉（例 {words}）で選びます。同じ言葉のセルがいくつかあれば、順に全部実行します。セルを一つ選ぶと、その入力も変えられます（セルのファイルに --help を付けると、変えられる入力が分かります）。",
  en:
    "Runs all of the lecture, a section (such as {section}), or cells: by number (such as {number}), by name ({name}), or by words of their headings ({words}). If several cells have these words, all of them run in order. The inputs of a single cell can be changed; the cell's own --help lists them.",
});

/** What can be written behind a lesson. */
export function lessonCommand(
  { cells }: Lesson,
  command: string,
): Command<typeof lessonOptions> {
  const [first] = cells;
  const { section, name, number: words } = first!;
  return {
    call: lessonCall({ command }),
    about: [aboutLesson({ section, number: numberOf(first!), name, words })],
    options: lessonOptions,
    word: "any",
  };
}

/**
 * Reads the command line of a cell.
 *
 * @throws {UsageError} If it cannot be followed.
 */
export function readCell(args: readonly string[], cell: Cell): Request {
  const line = readLine(args, cellCommand(cell));
  return requestOf(line, [cell], changesOf(cell, line));
}

const ofOneCell = message({
  ja: "--{option} はセルを一つ選んだときに使えます。",
  en: "--{option} needs a single cell to be chosen.",
});

/**
 * Reads the command line of a lesson. Which inputs can be changed depends on
 * the cell that is chosen, so all of them are let through first.
 *
 * @param args The arguments.
 * @param lesson The lesson, the one that `--lesson` names if there is one.
 * @param command How the lesson is called.
 * @returns What was asked for.
 * @throws {UsageError} If it cannot be followed.
 */
export function readLesson(
  args: readonly string[],
  lesson: Lesson,
  command: string,
): LessonRequest {
  const all = lessonCommand(lesson, command);
  const own = Object.assign({}, ...lesson.cells.map(ownOptions)) as Options;
  const unread = Object.fromEntries(
    Object.entries(own)
      .map(([name, { takes, help }]) => [name, text({ takes, help })]),
  );
  let line: Line<typeof lessonOptions> = readLine(args, {
    ...all,
    own: unread,
  });
  const { others, values: { list, figures } } = line;
  const cells = others.length === 0
    ? lesson.cells
    : findCells(lesson, others.join(" "));
  const [cell] = cells, [option] = Object.keys(line.own);
  let changes = {};
  if (cells.length === 1) {
    line = readLine(args, { ...all, own: ownOptions(cell!) });
    changes = changesOf(cell!, line);
  } else if (option !== undefined) {
    throw new UsageError(ofOneCell({ option }));
  }
  return { ...requestOf(line, cells, changes), list, figures };
}

function requestOf(
  { language, help, values }: Line<typeof shownOptions>,
  cells: readonly Cell[],
  changes: Readonly<Record<string, Input>>,
): Request {
  const { answers, json, noColor, numpy } = values;
  const color = !noColor;
  return { language, help, answers, json, numpy, color, cells, changes };
}

/** The inputs that were written, by their own names. */
function changesOf(
  cell: Cell,
  { own }: Line<Options>,
): Record<string, Input> {
  return Object.fromEntries(
    Object.keys(cell.inputs).filter((name) => dashed(name) in own)
      .map((name) => [name, own[dashed(name)] as Input]),
  );
}
