/** Code with its words marked by kind, for a style sheet to colour. */
import highlighter from "highlight.js/lib/core";
import python from "highlight.js/lib/languages/python";
import typescript from "highlight.js/lib/languages/typescript";
import { Markup } from "../figures/markup.ts";

highlighter.registerLanguage("python", python);
highlighter.registerLanguage("typescript", typescript);

/** A program as markup; what it says is escaped. */
export function codeMarkup(
  code: string,
  language: "typescript" | "python" = "typescript",
): Markup {
  return new Markup(highlighter.highlight(code, { language }).value);
}
