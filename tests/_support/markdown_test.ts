import { assert, assertEquals } from "@std/assert";
import { assertPrints, blocksOf, commandsOf, tableOf } from "./markdown.ts";

Deno.test("blocksOf() finds every fenced block", () => {
  const markdown = "a\n```sh\ndeno a\n```\n\n```ts ignore\n1;\n2;\n```\n";
  assertEquals(blocksOf(markdown), [
    { info: "sh", text: "deno a\n" },
    { info: "ts ignore", text: "1;\n2;\n" },
  ]);
});

Deno.test("assertPrints() finds parts in order, and nothing else", async (t) => {
  const output = "a\nb\n\nc\nd\n";
  const meets = (excerpt: string): boolean => {
    try {
      assertPrints(output, excerpt, "it");
      return true;
    } catch {
      return false;
    }
  };
  for (
    const good of [
      "a\nb\n\nc\nd\n",
      "...\nb\n...\nd\n",
      "a\n...\n",
      "...\nb\n\nc\n...\n",
    ]
  ) {
    await t.step(JSON.stringify(good), () => assert(meets(good)));
  }
  for (
    const bad of [
      "a\nb\n",
      "b\n...\n",
      "...\nd\n...\nb\n...\n",
      "...\na\nc\n...\n",
      "...\nc\n",
      "...\n d\n",
    ]
  ) {
    await t.step(JSON.stringify(bad), () => assert(!meets(bad)));
  }
});

Deno.test("commandsOf() and tableOf() read Markdown", () => {
  assertEquals(commandsOf("deno a # one\n\nnpx b#2\n"), ["deno a", "npx b#2"]);
  const markdown =
    "| a | b |\n|---|---|\n| `1` | 2 |\n\n| c | d |\n| - | - |\n| 3 | 4 |\n";
  assertEquals(tableOf(markdown, "a"), [["`1`", "2"]]);
  assertEquals(tableOf(markdown, "c", "d"), [["3", "4"]]);
});
