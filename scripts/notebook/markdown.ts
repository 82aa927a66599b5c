/**
 * Texts in the Markdown of a notebook: what is not Markdown itself is escaped.
 */

/** A text as it stands in Markdown, letter by letter. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    .replace(/[\\`*_{}[\]#$|~]/g, "\\$&")
    .replace(
      /^(\s*)([-+]|\d+(?=[.)]))/gm,
      (_, space, start) =>
        space + (/\d/.test(start) ? start + "\\" : "\\" + start),
    )
    .replaceAll("\n", "  \n");
}

/**
 * A text that is Markdown, formulas between `$` with it. HTML in it is shown as
 * it is written, and a picture becomes a link, so that nothing is loaded.
 */
export function safeMarkdown(text: string): string {
  return text.split(/(`+[^`]+`+)/).map((part, i) =>
    i % 2 === 1
      ? part
      : part.replace(/<(?=[A-Za-z/!?])/g, "&lt;").replaceAll("![", "\\![")
  ).join("");
}

/** A text in a block of its own, with letters of one width. */
export function block(text: string, kind = "text"): string {
  const fence = "`".repeat(
    1 + Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length)),
  );
  return `${fence}${kind}\n${text}\n${fence}`;
}
