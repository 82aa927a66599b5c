/**
 * The project's pages, in both languages.
 *
 * @module
 */
import type { Language } from "../../scripts/cli/message.ts";
import { CHECKOUT } from "./checkout.ts";

/** The languages that pages are written in. */
export const LANGUAGES: readonly Language[] = ["en", "ja"];

/** The pages that stand in both languages, without their ending. */
export const PAGES: readonly string[] = [
  "README",
  "lib/README",
  "scripts/README",
  "scripts/bench/README",
  "scripts/cells/README",
  "scripts/grade/README",
  "scripts/page/README",
  "scripts/score/README",
  "examples/book/README",
  "examples/exercises/sheet",
  "examples/own_exercises/README",
  "examples/own_lesson/README",
];

/** The file of a page. */
export function fileOf(page: string, language: Language): string {
  return `${page}${language === "ja" ? ".ja" : ""}.md`;
}

/** The text of a file of the project. */
export function read(path: string): string {
  return Deno.readTextFileSync(new URL(path, CHECKOUT));
}

/** Where the links of a page lead, as paths from the project's folder. */
export function linksOf(path: string): string[] {
  return [...read(path).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(
    ([, link]) => new URL(link!, `file:///${path}`).pathname.slice(1),
  );
}

/** Every page of the project, those of its tests aside. */
export function allPages(folder = ""): string[] {
  return [...Deno.readDirSync(new URL(`./${folder}`, CHECKOUT))]
    .flatMap(({ name, isDirectory }) => {
      if (name.startsWith(".") || folder + name === "tests") return [];
      if (isDirectory) return allPages(`${folder}${name}/`);
      return name.endsWith(".md") ? [folder + name] : [];
    });
}
