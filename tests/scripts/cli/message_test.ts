import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { counted, joinTexts, message } from "../../../scripts/cli/message.ts";
import { CHECKOUT } from "../../_support/checkout.ts";
import { runDeno } from "../../_support/deno_process.ts";
import { temporaryFolder } from "../../_support/files.ts";
import { needs } from "../../_support/permission.ts";

Deno.test("message() fills its blanks in both languages", () => {
  const found = message({
    ja: "{file} の {line} 行目（{file}）",
    en: "line {line} of {file}",
  });
  assertEquals(found({ file: "a.csv", line: 3 }), {
    ja: "a.csv の 3 行目（a.csv）",
    en: "line 3 of a.csv",
  });
});

Deno.test("message() fills a blank with a text in the text's own language", () => {
  const needs = message({ ja: "{needed}を", en: "needs {needed}" });
  assertEquals(needs({ needed: { ja: "数", en: "a number" } }), {
    ja: "数を",
    en: "needs a number",
  });
});

Deno.test("message() leaves alone what looks like a blank in what fills one", () => {
  const said = message({ ja: "「{word}」", en: '"{word}"' });
  assertEquals(said({ word: "{word} $& $1" }).en, '"{word} $& $1"');
});

Deno.test("joinTexts() puts texts one after the other in each language", () => {
  const texts = [{ ja: "一", en: "one" }, { ja: "二", en: "two" }];
  const joined = joinTexts(texts, { ja: "。", en: "; " });
  assertEquals(joined, { ja: "一。二", en: "one; two" });
  assertEquals(joinTexts([], { ja: "。", en: "; " }), { ja: "", en: "" });
});

const right = [
  `said({ file: "a", line: 3 });`,
  `said({ line: { ja: "三", en: "three" }, file: "a" });`,
  `message({ ja: "{a} と {b}", en: "{b} and {a}" });`,
  `plain({});`,
];
const wrong = [
  ...[`said({ flie: "a", line: 3 });`, `said({ file: "a" });`],
  ...[`said({ file: "a", line: 3, end: 4 });`, `said();`],
  `said({ file: "a", line: undefined });`,
  `said({ file: "a", line: { ja: "三" } });`,
  ...[`message({ ja: "はい" });`, `message({ en: "yes" });`],
  `message({ ja: "{file} です", en: "{flie} it is" });`,
  `message({ ja: "です", en: "{file} it is" });`,
  `message({ ja: "{file} です", en: "it is" });`,
  `message({ ja: "{file} です", en: "{file} " + Deno.cwd() });`,
  `plain({ file: "a" });`,
];

Deno.test(
  "message() does not compile with a blank or a language that is wrong",
  needs("run", "read", "write"),
  async () => {
    const url = new URL("scripts/cli/message.ts", CHECKOUT).href;
    const head = [
      `import { message } from "${url}";`,
      `const said = message({ ja: "{file} {line}", en: "{line} {file}" });`,
      `const plain = message({ ja: "はい", en: "yes" });`,
    ];
    const lines = [...head, ...right, ...wrong];
    using folder = temporaryFolder();
    const file = folder.file("said.ts", lines.join("\n"));
    const checked = await runDeno(["check", "-q", file], { cwd: CHECKOUT });
    assertEquals(checked.code, 1);
    const refused = new Set(
      [...checked.stderr.matchAll(/said\.ts:(\d+):/g)].map(([, n]) =>
        lines[Number(n) - 1]
      ),
    );
    assertEquals([...refused].sort(), [...wrong].sort());
    assertStringIncludes(checked.stderr, "'flie' does not exist");
    assert(refused.size > 10);
  },
);

Deno.test("counted() puts a number before what it counts", () => {
  const cells = (count: number) => counted(count, "cell", "cells");
  assertEquals([0, 1, 2].map((n) => cells(n).en), [
    "0 cells",
    "1 cell",
    "2 cells",
  ]);
  assertEquals(cells(1).ja, "1");
});
