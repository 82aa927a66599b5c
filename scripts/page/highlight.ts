/** Code with its words marked by what they are, so that a style sheet can colour them. */
import highlighter from "highlight.js/lib/core";
import typescript from "highlight.js/lib/languages/typescript";
import { Markup } from "../figures/markup.ts";

highlighter.registerLanguage("typescript", typescript);

/** TypeScript as markup; what the code says is escaped. */
export function codeMarkup(code: string): Markup {
  return new Markup(
    highlighter.highlight(code, { language: "typescript" }).value,
  );
}
