/** What a cell does when it is run by itself, and what a lesson does with many. */
import { unicodeWidth } from "@std/cli";
import { type Language, runScript, UsageError } from "../cli/command_line.ts";
import type { Cell, Relation } from "../lesson/cell.ts";
import { chooseLesson } from "../lesson/load.ts";
import { readCommandLine, type Request } from "./command_line.ts";
import { message } from "./messages.ts";
import { type Outcome, runCell } from "../lesson/run.ts";
import { jsonOutcome } from "./json.ts";
import { dashed } from "../cli/option.ts";
import { headingOf, numberOf } from "../lesson/heading.ts";
import { inputText } from "../lesson/input.ts";
import { showOutcome } from "./show.ts";
import { pageWidth, wrapText } from "../cli/wrap_text.ts";

/**
 * Runs one cell from the command line and ends the process: with 0 if every value came out as
 * expected, 1 if not, 2 if the command line cannot be followed.
 */
export function cellMain(cell: Cell): Promise<void> {
  return runScript(() => {
    const request = readCommandLine(Deno.args, [cell], "cell");
    if (request.help) return print(cellUsage(cell, request.language));
    const outcome = tryCell(cell, request);
    showOne(outcome, request);
    if (!outcome.asExpected) Deno.exitCode = 1;
  });
}

/** Runs a lesson from the command line: all of it, a section, or a cell. */
export function lessonMain(
  lecture: readonly Cell[],
  command: string,
): Promise<void> {
  return runScript(async () => {
    const { lesson, args } = await chooseLesson(Deno.args);
    const cells = lesson?.cells ?? lecture;
    const request = readCommandLine(args, cells, "lesson");
    if (request.help) {
      return print(lessonUsage(cells, command, request.language));
    }
    if (request.list) return print(list(request.cells, request.language));
    if (request.figures !== undefined) {
      // Loaded only here, because the charts take longer to load than a lesson to run.
      const { writeFigures } = await import("./figures.ts");
      return print(await writeFigures(request.figures, request));
    }
    const outcomes: Outcome[] = [];
    for (const cell of request.cells) {
      const outcome = tryCell(cell, request);
      showOne(outcome, request);
      outcomes.push(outcome);
    }
    const failed = outcomes.filter((outcome) => !outcome.asExpected);
    if (!request.json) print(summary(outcomes, request));
    if (failed.length > 0) {
      const cells = failed.map(({ cell }) => cell.name).join(", ");
      console.error(message(request.language, "failed", { cells }));
      Deno.exitCode = 1;
    }
  });
}

/** A changed input may not fit; that is the reader's to mend, not a fault of the lesson. */
function tryCell(
  cell: Cell,
  { changes, language }: Request,
): Outcome {
  try {
    return runCell(cell, changes);
  } catch (error) {
    const changed = Object.keys(changes).length > 0;
    if (
      changed && (error instanceof RangeError || error instanceof TypeError)
    ) {
      throw new UsageError(
        message(language, "badInput", { error: error.message }),
      );
    }
    throw error;
  }
}

function print(text: string): void {
  console.log(text);
}

function showOne(outcome: Outcome, request: Request): void {
  if (request.json) {
    return print(JSON.stringify(jsonOutcome(outcome, request.answers)));
  }
  const color = request.color && !Deno.noColor && Deno.stdout.isTerminal();
  print(showOutcome(outcome, { ...request, color }));
}

function summary(
  outcomes: readonly Outcome[],
  { language, answers }: Request,
): string {
  const shown = outcomes.filter(({ cell }) =>
    cell.exercise === undefined || answers
  );
  const relations = shown.flatMap(({ comparisons }) =>
    Object.values(comparisons).map(({ relation }) => relation)
  );
  const printed = shown.flatMap(({ cell, comparisons }) =>
    new Set(Object.keys(comparisons).map((name) => cell.results[name]!.printed))
      .size
  );
  const errata = new Set(
    outcomes.flatMap(({ cell, changed }) =>
      changed ? [] : (cell.errata ?? []).map(({ id }) => id)
    ),
  );
  const count = (relation: Relation) =>
    relations.filter((found) => found === relation).length;
  return message(language, "summary", {
    cells: outcomes.length,
    comparisons: relations.length,
    printed: printed.reduce((total, n) => total + n, 0),
    identical: count("identical"),
    rounding: count("rounding"),
    differs: count("differs"),
    none: count("not reproducible"),
    errata: errata.size,
  });
}

function list(cells: readonly Cell[], language: Language): string {
  const width = Math.max(...cells.map(({ name }) => name.length));
  return cells.map((cell) => {
    const heading = headingOf(cell, language).replace(/^\S+ {2}/, "");
    return `${cell.name.padEnd(width)}  ${heading}`;
  }).join("\n");
}

/** What `--help` prints of a cell. */
export function cellUsage(cell: Cell, language: Language): string {
  const rows: [string, string][] = Object.entries(cell.inputs).map((
    [name, value],
  ) => [
    `--${dashed(name)}`,
    message(language, "optionInput", { value: inputText(value) }),
  ]);
  rows.push(["--lang", message(language, "optionLang")]);
  if (cell.exercise !== undefined) {
    rows.push(["--answers", message(language, "optionAnswers")]);
  }
  rows.push(...commonOptions(language));
  return [
    headingOf(cell, language),
    "",
    message(language, "cellUsage", { file: cell.file }),
    "",
    table(rows),
  ].join("\n");
}

/** What `--help` prints of a lesson. */
export function lessonUsage(
  lesson: readonly Cell[],
  command: string,
  language: Language,
): string {
  const first = lesson[0]!;
  return [
    message(language, "lessonUsage", { command }),
    "",
    wrapText(
      message(language, "wholeLesson", {
        section: first.section,
        cell: first.name,
        number: numberOf(first),
      }),
      pageWidth,
    ),
    "",
    table([
      ["--list", message(language, "optionList")],
      ["--lang", message(language, "optionLang")],
      ["--answers", message(language, "optionAnswers")],
      ["--figures", message(language, "optionFigures")],
      ["--lesson", message(language, "optionLesson")],
      ...commonOptions(language),
    ]),
  ].join("\n");
}

function commonOptions(language: Language): [string, string][] {
  return [
    ["--json", message(language, "optionJson")],
    ["--no-color", message(language, "optionNoColor")],
    ["-h, --help", message(language, "optionHelp")],
  ];
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => unicodeWidth(left)));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join(
    "\n",
  );
}
