/** The tables of options in the docs are what the commands declare. */
import { assert, assertEquals, assertThrows } from "@std/assert";
import { unicodeWidth } from "@std/cli/unicode-width";
import {
  commands,
  languageOf,
  withOptionTables,
} from "../scripts/dev/option_tables.ts";
import { readLine } from "../scripts/cli/command.ts";
import { helpText } from "../scripts/cli/help_text.ts";
import { UsageError } from "../scripts/cli/usage_error.ts";
import { CHECKOUT } from "./_support/checkout.ts";
import { runDeno } from "./_support/deno_process.ts";
import { temporaryFolder } from "./_support/files.ts";
import { needs } from "./_support/permission.ts";

Deno.test(
  "deno task docs has nothing to write",
  needs("run", "read"),
  async () => {
    const { code, stdout, stderr } = await runDeno(
      [
        "run",
        "--no-prompt",
        "--allow-read=.",
        "scripts/dev/docs.ts",
        "--check",
      ],
      { cwd: CHECKOUT },
    );
    assertEquals({ code, stdout, stderr }, { code: 0, stdout: "", stderr: "" });
  },
);

const page = (name: string) =>
  `# A

<!-- options: ${name} -->

| old |

<!-- /options -->

B

<!-- options: page -->
<!-- /options -->
`;

Deno.test(
  "deno task docs writes the tables in the language of the page",
  needs("run", "read", "write"),
  async () => {
    using folder = temporaryFolder();
    Deno.mkdirSync(`${folder.path}in`);
    folder.file("README.md", page("bench"));
    folder.file("in/README.ja.md", page("bench"));
    folder.file("OTHER.md", page("bench"));
    const config = new URL("deno.json", CHECKOUT).pathname;
    const script = new URL("scripts/dev/docs.ts", CHECKOUT).href;
    const flags = ["--no-prompt", "--allow-read=.", "--allow-write=."];
    const docs = (...args: string[]) =>
      runDeno(["run", "--config", config, ...flags, script, ...args], {
        cwd: folder.path,
      });
    const checked = await docs("--check");
    assertEquals(checked.code, 1);
    assertEquals(
      checked.stdout,
      "./README.md is not as declared\n./in/README.ja.md is not as declared\n",
    );
    assertEquals((await docs()).code, 0);
    assertEquals((await docs("--check")).code, 0);
    const read = (name: string) => Deno.readTextFileSync(folder.path + name);
    assert(read("README.md").includes("how often to time"));
    assert(!read("README.md").includes("| old |"));
    assert(read("in/README.ja.md").includes("計る回数"));
    assertEquals(read("OTHER.md"), page("bench"));
  },
);

Deno.test("withOptionTables() refuses a command that there is not, and a table without end", () => {
  assertThrows(() => withOptionTables(page("benc"), "en"), RangeError, "benc");
  const open = "<!-- options: bench -->\n";
  assertThrows(() => withOptionTables(open, "en"), RangeError, "1 begin");
  assertEquals(withOptionTables("# A\n", "en"), "# A\n");
  assertEquals(languageOf("a/README.ja.md"), "ja");
  assertEquals(languageOf("a/README.md"), "en");
});

Deno.test("every command gives the same answer to the same fault", () => {
  for (const [name, command] of Object.entries(commands)) {
    const said = (...args: string[]) =>
      assertThrows(() => readLine(args, command), UsageError).text.en;
    const answer = said("--bogus").replace(/(Near it: ).*$/, "$1");
    assertEquals(answer, "There is no option --bogus. Near it: ", name);
    assertEquals(said("--lang"), "--lang needs a value (ja|en).", name);
    assertEquals(
      said("--lang", "de"),
      '--lang needs one of ja, en, found "de".',
    );
    assertEquals(said("--lang=en", "--lang=en"), "--lang is there twice.");
    assertEquals(said("--help=1"), '--help takes no value, found "1".');
    assertEquals(readLine(["--bogus", "-h"], command).help, true, name);
  }
});

Deno.test("every command's help names every option, and keeps to 80 columns", () => {
  for (const [name, command] of Object.entries(commands)) {
    const options = Object.keys(
      readLine([], command).values,
    ).map((key) =>
      key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    );
    for (const language of ["ja", "en"] as const) {
      const help = helpText(command, language);
      const named = [...help.matchAll(/^ {2}(?:-h, )?--(\S+)/gm)]
        .map(([, option]) => option!);
      assertEquals(
        named.filter((option) => option !== "FEATURE").sort(),
        [...options, "lang", "help"].sort(),
        name,
      );
      const rows = help.split("\n").filter((line) => line.startsWith("  "));
      for (const row of rows) assert(unicodeWidth(row) <= 80, row);
    }
  }
});
