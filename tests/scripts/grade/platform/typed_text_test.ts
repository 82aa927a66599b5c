import { assertEquals } from "@std/assert";
import { typedText } from "../../../../scripts/grade/platform/typed_text.ts";

Deno.test("typedText() gives the lines that were typed", () => {
  const page = (body: string) =>
    `<!DOCTYPE html><html><head><meta charset="UTF-8"><title>t</title></head>` +
    `<body>${body}</body></html>`;
  assertEquals(
    typedText(
      page("<p>if (i &lt; 2) {<br />\n&nbsp; f();<br>}</p>\n<p>g();</p>"),
    ),
    "if (i < 2) {\n  f();\n}\ng();\n",
  );
  assertEquals(
    typedText(page("<pre>a\n  b &amp;&amp; c</pre><!-- <p> --><div>d</div>")),
    "a\n  b && c\nd\n",
  );
  assertEquals(
    typedText("1 < 2 &#x3042;&#12356;&unknown;"),
    "1 < 2 あい&unknown;",
  );
});

Deno.test("typedText() comes to the end of a page that does not end", () => {
  const unended = ["<!--", "<a ", "<script>"];
  for (const piece of unended) {
    assertEquals(typedText(`x${piece.repeat(20_000)}`), "x");
  }
  assertEquals(typedText("<".repeat(3)), "<<<");
});
