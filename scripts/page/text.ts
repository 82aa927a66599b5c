/** Markdown as markup: what a lesson's author writes, and nothing more. */
import MarkdownIt from "markdown-it";
import cjkFriendly from "markdown-it-cjk-friendly";
import { Markup } from "../figures/markup.ts";
import { inlineMath } from "./formula.ts";

// With this, `**「重要」**な` is bold too.
const markdown = new MarkdownIt({ html: false }).use(cjkFriendly);

// A picture would be loaded from somewhere: its words stand for it.
markdown.renderer.rules.image = (tokens, i) =>
  markdown.utils.escapeHtml(tokens[i]!.content);

markdown.inline.ruler.before("escape", "formula", (state, silent) => {
  if (state.src[state.pos] !== "$") return false;
  const end = state.src.indexOf("$", state.pos + 1);
  if (end < 0 || end === state.pos + 1) return false;
  if (!silent) {
    const token = state.push("formula", "math", 0);
    token.content = state.src.slice(state.pos + 1, end);
  }
  state.pos = end + 1;
  return true;
});
markdown.renderer.rules.formula = (tokens, i) =>
  inlineMath(tokens[i]!.content).toString();

/**
 * Paragraphs, with formulas between `$`. HTML is shown as it is written, and
 * no picture is loaded.
 */
export function textMarkup(text: string): Markup {
  return new Markup(markdown.render(text).trim());
}

/** The same without a paragraph around it. */
export function inlineMarkup(text: string): Markup {
  return new Markup(markdown.renderInline(text));
}
