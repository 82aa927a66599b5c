import { assertEquals } from "@std/assert";
import { htmlDocument } from "../../../../scripts/grade/feedback/document.ts";
import { markdownHtml } from "../../../../scripts/grade/feedback/markdown_html.ts";
import { code, markdown } from "../../../../scripts/grade/safe_text.ts";
import { elementsOf } from "../../../_support/markup.ts";

function html(text: string): string {
  return markdownHtml(text).toString();
}

Deno.test("markdownHtml() has the headings, lists, tables and words of a page", () => {
  assertEquals(
    html("# A\n\n**1 / 2 points**, graded\n"),
    "<h1>A</h1>\n<p><strong>1 / 2 points</strong>, graded</p>",
  );
  assertEquals(
    html("## B\n\n- ✓ one: `f(x)`\n- ✗ two\n  - `x = 1`\n  - why\n- three"),
    "<h2>B</h2>\n<ul>\n" +
      '<li class="right"><span class="mark">✓</span>one: <code>f(x)</code></li>\n' +
      '<li class="wrong"><span class="mark">✗</span>two\n<ul>\n' +
      "<li><code>x = 1</code></li>\n<li>why</li>\n</ul></li>\n" +
      "<li>three</li>\n</ul>",
  );
  assertEquals(
    html("| n | about |\n| --: | --- |\n| 1 | a \\| b |\n| 2 |  |"),
    '<table>\n<thead><tr><th scope="col" class="number">n</th>' +
      '<th scope="col">about</th></tr></thead>\n<tbody>\n' +
      '<tr><td class="number">1</td><td>a | b</td></tr>\n' +
      '<tr><td class="number">2</td><td></td></tr>\n</tbody>\n</table>',
  );
});

/** What a student may call something, or let an error say. */
const hostile = [
  "<script>alert(1)</script>",
  "**bold** _a_ [x](javascript:alert(1)) ![](http://x)",
  "`` ` ``` a",
  "\\`x\\` & &lt; \" ' | ~",
  "</code></p></style>",
];

Deno.test("markdownHtml() shows what others wrote as they wrote it", () => {
  for (const text of hostile) {
    for (const way of [markdown, code]) {
      const page = `<div>${html(`- ✗ ${way(text)}`)}</div>`;
      const elements = elementsOf(page);
      assertEquals(
        elements.map(({ tag }) => tag),
        ["div", "ul", "li", "span"].concat(way === code ? "code" : []),
      );
      assertEquals(elements.at(way === code ? -1 : -2)!.text.trim(), text);
    }
  }
});

Deno.test("htmlDocument() names its language, and loads and runs nothing", () => {
  const page = htmlDocument({
    title: "<b>",
    language: "ja",
    style: "p > a { }",
    body: markdownHtml("# x"),
  });
  const elements = elementsOf(page.replace("doctype html", "DOCTYPE html"));
  const [root] = elements;
  assertEquals(root!.attributes, { lang: "ja" });
  const policy = elements.find(({ attributes }) =>
    attributes["http-equiv"] === "Content-Security-Policy"
  );
  assertEquals(
    policy!.attributes["content"],
    "default-src 'none'; style-src 'unsafe-inline'",
  );
  assertEquals(elements.find(({ tag }) => tag === "title")!.text, "<b>");
});
