import { assertEquals } from "@std/assert";
import {
  escapeMarkup,
  joined,
  Markup,
  markup,
} from "../../../scripts/figures/markup.ts";

Deno.test("markup escapes texts and leaves markup alone", () => {
  const text = `<b>&"'`;
  assertEquals(
    String(markup`<p title="${text}">${text}${new Markup("<i>ok</i>")}</p>`),
    `<p title="&lt;b&gt;&amp;&quot;&#39;">&lt;b&gt;&amp;&quot;&#39;<i>ok</i></p>`,
  );
  assertEquals(escapeMarkup("a < b"), "a &lt; b");
});

Deno.test("markup joins lists, writes numbers and leaves nothing for nothing", () => {
  assertEquals(
    String(markup`${["a<", markup`<br>`, 3]}|${undefined}|${0}`),
    "a&lt;<br>3||0",
  );
  assertEquals(String(joined(["<", markup`<br>`], ", ")), "&lt;, <br>");
});

Deno.test("markup keeps backslashes and dollars of texts as they are", () => {
  assertEquals(String(markup`\n${"\\n $& $1"}`), "\n\\n $&amp; $1");
});
