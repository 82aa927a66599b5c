/**
 * Checks a lesson in a thread of its own, which can be ended when a cell does
 * not end by itself. It may do what the process may, and no more.
 */
import { UnshownError } from "../lesson/code.ts";
import type { Lesson } from "../lesson/lesson.ts";
import type { Report } from "./report.ts";

declare const self: {
  onmessage: (event: MessageEvent<string>) => void;
  postMessage(report: Report): void;
};

self.onmessage = async ({ data: url }) => {
  let lesson: Lesson | undefined;
  try {
    lesson = (await import(url)).lesson;
  } catch (error) {
    const text = error instanceof UnshownError ? { text: error.text } : {};
    const [first = ""] = String(error).split("\n");
    return self.postMessage({ kind: "unloaded", error: first, ...text });
  }
  if (!Array.isArray(lesson?.cells) || lesson.cells.length === 0) {
    return self.postMessage({ kind: "no lesson" });
  }
  // Loaded here, so that a lesson that is none costs nothing.
  const { cellProblems } = await import("./cell_problems.ts");
  const { lessonProblems, misplaced } = await import("./lesson_problems.ts");
  const problems = lessonProblems(lesson);
  for (const cell of lesson.cells) {
    self.postMessage({ kind: "cell", name: cell.name });
    const { cell: exported } = await import(cell.url);
    problems.push(
      ...misplaced(cell, exported?.run),
      ...cellProblems(cell),
    );
  }
  self.postMessage({ kind: "done", problems });
};
