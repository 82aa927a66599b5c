/**
 * From the Markdown of a page of feedback to HTML: of Markdown what our own
 * pages have, which is headings, paragraphs, lists in lists, tables, strong
 * words and code. All else is text, and nothing in it is markup.
 */
import {
  joined,
  type Markup,
  markup,
  type Part,
} from "../../figures/markup.ts";

/**
 * Markdown as HTML.
 *
 * @param text What `feedbackFor` gives.
 * @returns What goes into a document's body.
 */
export function markdownHtml(text: string): Markup {
  const blocks = text.trim().split(/\n{2,}/).map((block) => block.split("\n"));
  return joined(blocks.map(blockHtml), "\n");
}

function blockHtml(lines: readonly string[]): Markup {
  const [first = ""] = lines;
  if (first.startsWith("# ")) return markup`<h1>${inline(first.slice(2))}</h1>`;
  if (first.startsWith("## ")) {
    return markup`<h2>${inline(first.slice(3))}</h2>`;
  }
  if (first.startsWith("| ")) return tableHtml(lines);
  if (first.startsWith("- ")) return listHtml(lines);
  return markup`<p>${inline(lines.join("\n"))}</p>`;
}

/** Headings, a line that says how columns are aligned, rows. */
function tableHtml(
  [head = "", align = "", ...rows]: readonly string[],
): Markup {
  const sides = cellsIn(align).map((cell) => cell.endsWith(":"));
  const row = (line: string, name: "th" | "td") => {
    const cells = cellsIn(line).map((cell, i) => {
      const side = sides[i] ? markup` class="number"` : undefined;
      return name === "th"
        ? markup`<th scope="col"${side}>${inline(cell)}</th>`
        : markup`<td${side}>${inline(cell)}</td>`;
    });
    return markup`<tr>${cells}</tr>`;
  };
  const body = joined(rows.map((line) => row(line, "td")), "\n");
  return markup`<table>
<thead>${row(head, "th")}</thead>
<tbody>
${body}
</tbody>
</table>`;
}

function cellsIn(line: string): string[] {
  return line.slice(2, -2).split(/ \| /);
}

/** Items, each followed by the list of its own. */
function listHtml(lines: readonly string[]): Markup {
  const items: { text: string; inside: string[] }[] = [];
  for (const line of lines) {
    const [, inside, text] = /^( {2})?- (.*)$/.exec(line) ?? [, , line];
    if (inside === undefined) items.push({ text: text!, inside: [] });
    else items.at(-1)!.inside.push(text!);
  }
  const list = items.map(({ text, inside }) => {
    const nested = inside.length > 0
      ? markup`\n<ul>${
        inside.map((one) => markup`\n<li>${inline(one)}</li>`)
      }\n</ul>`
      : undefined;
    return itemHtml(text, nested);
  });
  return markup`<ul>\n${joined(list, "\n")}\n</ul>`;
}

/** An item; `✓` and `✗` at its beginning stand before it. */
function itemHtml(text: string, nested: Part): Markup {
  const [, mark, rest] = /^([✓✗]) (.*)$/.exec(text) ?? [];
  if (mark === undefined) return markup`<li>${inline(text)}${nested}</li>`;
  const kind = mark === "✓" ? "right" : "wrong";
  const sign = markup`<span class="mark">${mark}</span>`;
  return markup`<li class="${kind}">${sign}${inline(rest!)}${nested}</li>`;
}

/** What stands in a line: text, `\*`, `**strong**`, code in backticks. */
function inline(text: string): Markup {
  const parts: Part[] = [];
  const piece =
    /\\([\\`*_[\]<>#|~&])|(?<!`)(`+)(?!`)(.*?[^`])\2(?!`)|\*\*(.+?)\*\*|[^\\`*]+|./gs;
  for (const [whole, sign, , code, strong] of text.matchAll(piece)) {
    if (sign !== undefined) parts.push(sign);
    else if (code !== undefined) {
      parts.push(markup`<code>${code.replace(/^ (.*`.*) $/, "$1")}</code>`);
    } else if (strong !== undefined) {
      parts.push(markup`<strong>${inline(strong)}</strong>`);
    } else parts.push(whole);
  }
  return joined(parts);
}
