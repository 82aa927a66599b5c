/** An author's Markdown on the page: formatted, and nothing more. */
import { assertEquals, assertMatch, assertThrows } from "@std/assert";
import { inlineMarkup, textMarkup } from "../../scripts/page/text.ts";

const html = (text: string): string => textMarkup(text).toString();

Deno.test("textMarkup() makes paragraphs, lists, bold words and formulas", () => {
  assertEquals(
    html("one\n\n**two**"),
    "<p>one</p>\n<p><strong>two</strong></p>",
  );
  assertEquals(html("**「重要」**な"), "<p><strong>「重要」</strong>な</p>");
  assertMatch(html("- a\n- b"), /^<ul>\n<li>a<\/li>/);
  assertMatch(
    html("the $h_1$ of"),
    /^<p>the <math>.*<msub>.*<\/math> of<\/p>$/,
  );
  assertEquals(html("`$a$` costs 5 $"), "<p><code>$a$</code> costs 5 $</p>");
  assertEquals(inlineMarkup("a **b**").toString(), "a <strong>b</strong>");
});

Deno.test("textMarkup() lets neither scripts nor pictures from elsewhere in", () => {
  const bad = [
    "<script>alert(1)</script>",
    '<img src="http://x/y.png">',
    "![x](http://x/y.png)",
    "![x](data:image/svg+xml,<svg>)",
    "[x](javascript:alert(1))",
    "![x][y]\n\n[y]: http://x/y.png",
    '<iframe src="http://x">',
    "<svg onload=alert(1)>",
    "$\\text{<script>alert(1)</script>}$",
    '[a](http://x/"onmouseover="alert(1))',
  ];
  for (const text of bad) {
    const made = html(text).replace(/&lt;|&gt;|&quot;|&amp;/g, "");
    assertEquals(
      made.match(
        /<(?:script|img|iframe|svg)\b|<[^>]*\s(?:on\w+|src)=|href="javascript:/i,
      ),
      null,
      text,
    );
  }
  assertEquals(html("![a cat](http://x/y.png)"), "<p>a cat</p>");
});

Deno.test("textMarkup() refuses TeX that cannot be read", () => {
  assertThrows(() => html("$\\frac{1}{$"));
});
