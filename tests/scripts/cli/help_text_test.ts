import { assert, assertEquals } from "@std/assert";
import { unicodeWidth } from "@std/cli/unicode-width";
import type { Command, Options } from "../../../scripts/cli/command.ts";
import { helpText, optionTable } from "../../../scripts/cli/help_text.ts";
import { flag, grouped, number, text } from "../../../scripts/cli/option.ts";

const command: Command<Options> = {
  call: { ja: "deno task x [オプション]", en: "deno task x [options]" },
  about: [{ ja: "何かをする。", en: "Does something." }],
  options: {
    noColor: flag({ ja: "色を付けない", en: "no colour" }),
    batchSize: number({
      takes: "N|M",
      help: { ja: "大きさ", en: "how large" },
      preset: 32,
    }),
  },
};

Deno.test("helpText() says how a command is called, what it does, and every option", () => {
  assertEquals(
    helpText(command, "en"),
    `Usage: deno task x [options]

Does something.

  --no-color        no colour
  --batch-size N|M  how large; default 32
  --lang ja|en      language on screen (ja or en)
  -h, --help        show this text`,
  );
  assertEquals(
    helpText(command, "ja"),
    `使い方：deno task x [オプション]

何かをする。

  --no-color        色を付けない
  --batch-size N|M  大きさ。既定値 32
  --lang ja|en      表示の言語（ja または en）
  -h, --help        この説明を表示する`,
  );
});

const table = { ja: "表", en: "The table" };
const essay = { ja: "作文", en: "One essay" };
const full: Command<Options> = {
  ...command,
  options: {
    ...grouped(table, { out: text({ takes: "FILE", help: table }) }),
    ...command.options,
    ...grouped(table, { label: text({ takes: "NAME", help: table }) }),
  },
  own: grouped(essay, { 語数: number({ takes: "X", help: essay }) }),
  notes: [{ ja: "例：x", en: "Example:  x" }],
};

Deno.test("helpText() puts options below their headings, a command's own first", () => {
  assertEquals(
    helpText(full, "en").split("\n\n").slice(2).join("\n\n"),
    `One essay:
  --語数 X          One essay

The table:
  --out FILE        The table
  --label NAME      The table

Other:
  --no-color        no colour
  --batch-size N|M  how large; default 32
  --lang ja|en      language on screen (ja or en)
  -h, --help        show this text

Example:  x`,
  );
  assert(helpText(full, "ja").includes("\n\n表：\n  --out FILE"));
});

Deno.test("helpText() keeps to 80 columns, and goes on below what an option is for", () => {
  const help = { ja: "語".repeat(50), en: "word ".repeat(30).trim() };
  const long = { ...command, options: { longName: flag(help) } };
  for (const language of ["ja", "en"] as const) {
    const lines = helpText(long, language).split("\n");
    const at = lines.findIndex((line) => line.includes("--long-name"));
    assertEquals(lines[at + 1]!.search(/\S/), lines[at]!.search(/[語w]/));
    for (const line of lines) assert(unicodeWidth(line) <= 80, line);
  }
});

Deno.test("optionTable() says of every option what the help says, in Markdown", () => {
  assertEquals(
    optionTable(command, "en"),
    `| option              | what it does                  |
| ------------------- | ----------------------------- |
| \`--no-color\`        | no colour                     |
| \`--batch-size N\\|M\` | how large; default 32         |
| \`--lang ja\\|en\`     | language on screen (ja or en) |
| \`-h, --help\`        | show this text                |`,
  );
  const rows = optionTable(full, "ja").split("\n");
  assertEquals(
    rows[0],
    "| オプション          | 働き                       |",
  );
  assertEquals(
    rows[2],
    "| **作文**            |                            |",
  );
  const odd = { ja: "<表>*_a|b", en: "<t>" };
  const [, , row] = optionTable({ ...command, options: { x: flag(odd) } }, "ja")
    .split("\n");
  assertEquals(row!.replace(/ +/g, " "), "| `--x` | \\<表>\\*\\_a\\|b |");
});
