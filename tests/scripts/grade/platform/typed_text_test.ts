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

Deno.test("typedText() leaves out what a platform and its editor put in", () => {
  // as app/views/assignments/text_entry_page.html.erb of Canvas has it
  const canvas = (body: string) =>
    `<html xmlns="http://www.w3.org/1999/xhtml">
<head>
  <title>Task 1: <b>: Ann Lee</title>
</head>
<body>
<h1>Task 1: <b>: Ann Lee</h1>
<div style="width: 600px; margin: 20px auto;">
  ${body}
</div>
</body>
</html>`;
  assertEquals(
    typedText(canvas("<h1>// mine</h1><p>f();</p>")),
    "// mine\nf();\n\n",
  );
  assertEquals(typedText("<h1>f();</h1>"), "f();\n");
  assertEquals(typedText("<p>\u200bf();\ufeff&#8203;</p>"), "f();\n");
  const unended = "<title>".repeat(20_000);
  assertEquals(typedText(`x${unended}`), "x");
});

Deno.test("typedText() comes to the end of a page that does not end", () => {
  const unended = ["<!--", "<a ", "<script>"];
  for (const piece of unended) {
    assertEquals(typedText(`x${piece.repeat(20_000)}`), "x");
  }
  assertEquals(typedText("<".repeat(3)), "<<<");
});
