/**
 * Pages and notebooks, made as a user makes them.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";
import type { Language } from "../../scripts/cli/message.ts";
import type { Cell } from "../../scripts/lesson/cell.ts";
import type { Lesson } from "../../scripts/lesson/lesson.ts";
import type { ExercisesInside } from "../../scripts/page/exercises/section.ts";
import { pageHtml } from "../../scripts/page/page.ts";
import { CHECKOUT } from "./checkout.ts";
import { runDeno } from "./deno_process.ts";

const FLAGS = [
  ...["run", "--no-prompt", "--unstable-bundle"],
  ...["--allow-env=LC_ALL,LC_MESSAGES,LANG", "--allow-read", "--allow-write"],
];

/**
 * Runs `scripts/page.ts` or `scripts/notebook.ts` with the flags of its header,
 * and requires that it ends well.
 *
 * @param script Its name.
 * @param args Its arguments.
 * @returns What it printed.
 */
export async function make(
  script: "page" | "notebook",
  ...args: string[]
): Promise<string> {
  const { code, stdout, stderr } = await runDeno(
    [...FLAGS, `scripts/${script}.ts`, ...args],
    { cwd: CHECKOUT, env: { LC_ALL: "", LC_MESSAGES: "", LANG: "" } },
  );
  assertEquals([code, stderr], [0, ""]);
  return stdout;
}

/** A page made in this process, with a program that does nothing. */
export function pageOf(
  lesson: Lesson,
  language: Language,
  exercises?: ExercisesInside,
): Promise<string> {
  return pageHtml(lesson, {
    language,
    style: "p { margin: 0 }",
    script: "void 0;",
    ...exercises && { exercises },
  });
}

/** The part of a page that shows a cell. */
export function partOf(html: string, cell: Cell): string {
  const id = `cell-${cell.name.split("_", 2).join("-")}`;
  const start = html.indexOf(`id="${id}"`);
  assert(start > 0, id);
  const end = html.indexOf('<section class="', start);
  return html.slice(start, end < 0 ? undefined : end);
}
