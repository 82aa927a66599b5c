/** Code with its words marked by kind, for a style sheet to colour. */
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
