/**
 * What a cell does when it is run by itself, and what a lesson does with many.
 */
import { asksForHelp, peek } from "../cli/argument.ts";
import { helpText } from "../cli/help_text.ts";
import { type Language, message } from "../cli/message.ts";
import { runScript } from "../cli/run_script.ts";
import { UsageError } from "../cli/usage_error.ts";
import type { Cell, CellData } from "../lesson/cell.ts";
import { headingOf } from "../lesson/heading.ts";
import type { Lesson } from "../lesson/lesson.ts";
import { placedCell } from "../lesson/place.ts";
import { loadLesson } from "../check/load.ts";
import { type Outcome, runCell } from "../lesson/run.ts";
import { badInput } from "../lesson/words.ts";
import { jsonOutcome } from "./json.ts";
import {
  cellCommand,
  lessonCommand,
  readCell,
  readLesson,
  type Request,
} from "./request.ts";
import { showOutcome } from "./show.ts";
import { summaryOf } from "./summary.ts";

/**
 * Runs one cell from the command line and ends the process: with 0 if every
 * value came out as expected, 1 if not, 2 if the command line cannot be
 * followed.
 *
 * @param url The cell's own `import.meta.url`.
 * @param data The cell.
 */
export function cellMain(url: string, data: CellData): Promise<void> {
  return runScript(async () => {
    const cell = await placedCell(url, data);
    const request = readCell(Deno.args, cell);
    if (request.help) {
      return print(helpText(cellCommand(cell), request.language));
    }
    const outcome = tryCell(cell, request);
    showOne(outcome, request);
    if (!outcome.asExpected) Deno.exitCode = 1;
  });
}

const notAsExpected = message({
  ja: "予想と違うセル：{cells}",
  en: "Cells that did not come out as expected: {cells}",
});

/** Runs a lesson from the command line: all of it, a section, or some cells. */
export function lessonMain(lecture: Lesson, command: string): Promise<void> {
  return runScript(async () => {
    const { args } = Deno;
    const file = asksForHelp(args) ? undefined : peek(args, "lesson");
    const lesson = file === undefined ? lecture : await loadLesson(file);
    const request = readLesson(args, lesson, command);
    const { language, help, list, figures, cells } = request;
    if (help) return print(helpText(lessonCommand(lesson, command), language));
    if (list) return print(listOf(cells, language));
    if (figures !== undefined) {
      // Loaded only here, because the charts take longer to load than a lesson
      // to run.
      const { writeFigures } = await import("./figures.ts");
      return print(await writeFigures(figures, cells, language));
    }
    const outcomes = cells.map((cell) => {
      const outcome = tryCell(cell, request);
      showOne(outcome, request);
      return outcome;
    });
    if (!request.json) {
      print(summaryOf(outcomes, request.answers)[language]);
    }
    const wrong = outcomes.filter(({ asExpected }) => !asExpected)
      .map(({ cell }) => cell.name).join(", ");
    if (wrong === "") return;
    console.error(notAsExpected({ cells: wrong })[language]);
    Deno.exitCode = 1;
  });
}

/**
 * Runs a cell with what was changed. A changed input may not fit; that is the
 * reader's to mend, not a fault of the lesson.
 */
function tryCell(cell: Cell, { changes }: Request): Outcome {
  try {
    return runCell(cell, changes);
  } catch (error) {
    const isChanged = Object.keys(changes).length > 0;
    if (
      isChanged && (error instanceof RangeError || error instanceof TypeError)
    ) {
      throw new UsageError(badInput({ error: error.message }));
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

function listOf(cells: readonly Cell[], language: Language): string {
  const width = Math.max(...cells.map(({ name }) => name.length));
  return cells.map((cell) => {
    const heading = headingOf(cell, language).replace(/^\S+ {2}/, "");
    return `${cell.name.padEnd(width)}  ${heading}`;
  }).join("\n");
}
