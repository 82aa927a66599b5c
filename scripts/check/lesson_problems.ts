/** What is wrong with a lesson beside its cells. */
import { message, type Text } from "../cli/message.ts";
import type { Cell } from "../lesson/cell.ts";
import { numberOf } from "../lesson/heading.ts";
import { type Lesson, sectionsOf } from "../lesson/lesson.ts";
import { lessonProblem, missingIn, unknownName } from "./problem.ts";

const noTitle = message({
  ja: "節 {section} の題がありません。sections に必要です",
  en: "section {section} has no title, sections needs one",
});
const noCells = message({
  ja: "節 {section} にはセルがありません。{known} のどれかが必要です",
  en: "section {section} has no cell, one of {known} is needed",
});
const twice = message({
  ja: "{first} と {second} の番号がどちらも {number} です。別の番号が必要です",
  en:
    "{first} and {second} have the number {number} both, each needs one of its own",
});
const elsewhere = message({
  ja:
    "{name} は、ファイル {name}.ts が cell という名前で export しているセルではありません。cells には、ファイルの名前とそのセルが必要です",
  en:
    "{name} is not the cell that {name}.ts exports as cell, each needs the name of its own file",
});

/** Whether a cell stands under another file's name. */
export function misplaced(
  { name, run }: Pick<Cell, "name" | "run">,
  exported: unknown,
): Text[] {
  return run === exported ? [] : [lessonProblem("cells", elsewhere({ name }))];
}

/** Everything that is wrong with the lesson itself. */
export function lessonProblems(lesson: Lesson): Text[] {
  const { cells, live, renamed = {} } = lesson;
  const names = cells.map(({ name }) => name);
  const texts: [string, Partial<Text> | undefined][] = [
    ["title", lesson.title],
    ["lead", lesson.lead],
    ...Object.entries(lesson.sections ?? {}).map((
      [section, title],
    ): [string, Text] => [`sections["${section}"]`, title]),
  ];
  const problems = texts.flatMap(([field, text]) =>
    missingIn(text).map((fault) => lessonProblem(field, fault))
  );
  const sections = sectionsOf(lesson).map(([section]) => section);
  const titled = Object.keys(lesson.sections ?? {});
  for (const section of sections.filter((one) => !titled.includes(one))) {
    problems.push(lessonProblem("sections", noTitle({ section })));
  }
  const known = sections.join(", ");
  for (const section of titled.filter((one) => !sections.includes(one))) {
    problems.push(lessonProblem("sections", noCells({ section, known })));
  }
  const seen = new Map<string, string>();
  for (const cell of cells) {
    const number = numberOf(cell), first = seen.get(number);
    if (first !== undefined) {
      problems.push(
        lessonProblem("cells", twice({ first, second: cell.name, number })),
      );
    }
    seen.set(number, cell.name);
  }
  const used: [string, string | undefined][] = [
    ["live.start", live?.start],
    ["live.dividedByClasses", live?.dividedByClasses?.cell],
    ...Object.values(renamed).map((
      name,
    ): [string, string] => ["renamed", name]),
  ];
  for (const [field, found] of used) {
    if (found !== undefined && !names.includes(found)) {
      problems.push(
        lessonProblem(field, unknownName({ found, known: names.join(", ") })),
      );
    }
  }
  return problems;
}
