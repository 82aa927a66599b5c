/**
 * The pages: their tables are those of the code, every page is reached from the
 * README, and both languages have the same content. (Their commands:
 * `docs_commands_test.ts`.)
 */
import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import * as kobai from "../mod.ts";
import { lecture } from "../scripts/cells/lesson.ts";
import type { Language } from "../scripts/cli/message.ts";
import { CHECKOUT } from "./_support/checkout.ts";
import { runDeno } from "./_support/deno_process.ts";
import {
  allPages,
  fileOf,
  LANGUAGES,
  linksOf,
  PAGES,
  read,
} from "./_support/docs.ts";
import { temporaryFolder } from "./_support/files.ts";
import { isLong } from "./_support/how_many.ts";
import { blocksOf, tableOf } from "./_support/markdown.ts";
import { needs } from "./_support/permission.ts";
import { allScripts, flagsIn, headerOf } from "./_support/scripts.ts";
import config from "../deno.json" with { type: "json" };
import numpy from "./golden/readme_numpy.json" with { type: "json" };

/** A text without its back ticks. */
const bare = (text: string): string => text.replaceAll("`", "");

const ran = new Map<string, Promise<string[]>>();

/** What lines of code print, in both languages the same; they run once. */
function printedBy(lines: readonly string[]): Promise<string[]> {
  const statements = lines.map((code) =>
    code.startsWith("const ")
      ? code
      : `console.log(${code}); console.log("--");`
  ).join("\n");
  const known = ran.get(statements);
  if (known !== undefined) return known;
  const output = (async () => {
    const names = Object.keys(kobai).join(", ");
    using folder = temporaryFolder();
    const mod = new URL("mod.ts", CHECKOUT);
    const file = folder.file(
      "beside.ts",
      `import { ${names} } from "${mod}";\n${statements}`,
    );
    const types = isLong ? ["--check"] : [];
    const { code, stdout, stderr } = await runDeno(
      ["run", "--no-config", "--no-prompt", ...types, file],
      { cwd: folder.path },
    );
    assertEquals(code, 0, stderr);
    return stdout.split("\n--\n").slice(0, -1);
  })();
  ran.set(statements, output);
  return output;
}

for (const language of LANGUAGES) {
  const page = (name: string) => read(fileOf(name, language));

  Deno.test(
    `docs (${language}): the table of cells is the lesson`,
    needs("read"),
    () => {
      const head = { en: "cell", ja: "セル" }[language];
      assertEquals(
        tableOf(page("scripts/cells/README"), head),
        lecture.map((
          { name, number, title },
        ) => [`\`${name}\``, number[language], title[language]]),
      );
    },
  );

  Deno.test(
    `docs (${language}): the table of permissions is that of the headers`,
    needs("read"),
    () => {
      const head =
        { en: ["script", "permissions"], ja: ["スクリプト", "権限"] }[language];
      const table = tableOf(page("scripts/README"), ...head);
      assertEquals(
        table.map(([script]) => bare(script!)).sort(),
        allScripts().sort(),
      );
      for (const [script = "", flags = "", purpose = ""] of table) {
        assertEquals(
          bare(flags).split(" ").sort(),
          flagsIn(headerOf(bare(script))),
          script,
        );
        assert(purpose.length > 0);
      }
    },
  );

  Deno.test(
    `docs (${language}): NumPy and Kobai print the same`,
    needs("run", "read", "write"),
    async () => {
      const head = { en: "recipe", ja: "レシピ" }[language];
      const recipes = tableOf(page("lib/README"), head).map((row) =>
        row.slice(1)
      );
      const table = [
        ...tableOf(page("lib/README"), "NumPy", "Kobai"),
        ...recipes,
      ];
      assertEquals(
        table.map(([line]) => bare(line!)),
        numpy.lines.map(({ line }) => line),
      );
      const printed = numpy.lines.flatMap(({ printed }) => printed ?? []);
      const lines = table.map(([, line]) => bare(line!));
      // A recipe can be differentiated, too; a corner of W's is moved away.
      const verdicts = recipes.map(([, line]) =>
        `checkGradient(({ W, b }) => sum(exp(${bare(line!)})), ` +
        "{ W: add(W, 0.01), b }).verdict"
      );
      assertEquals(await printedBy([...lines, ...verdicts]), [
        ...printed,
        ...recipes.map(() => "right"),
      ]);
      // What the table itself says is printed, where that is a single line.
      table.forEach(([line, , quoted = ""], i) => {
        const text = numpy.lines[i]!.printed ?? "";
        if (!text.includes("\n")) assertEquals(bare(quoted), text, line);
        else assert(/^(several rows|（複数行）)$/.test(quoted), line);
      });
    },
  );

  Deno.test(
    `docs (${language}): the lecture's words name what there is`,
    needs("read"),
    () => {
      const table = [
        ...tableOf(page("scripts/cells/README"), "日本語", "English"),
        ...tableOf(page("scripts/cells/README"), "用語", "term"),
      ];
      assert(table.length > 10);
      for (const [ja = "", en = "", names = ""] of table) {
        assertMatch(ja, /[ぁ-んァ-ヶ一-龯]/);
        assertMatch(en, /^[A-Za-z ,()`-]+$/);
        for (const symbol of bare(names).split(", ")) {
          assert(symbol in kobai, `${symbol} is not exported`);
        }
      }
    },
  );
}

/** What both languages of a page must have alike. */
function skeletonOf(page: string, language: Language): unknown {
  const markdown = read(fileOf(page, language));
  return {
    headings: markdown.match(/^#+ /gm),
    // Comments and the language itself aside.
    blocks: blocksOf(markdown).filter(({ info }) => info !== "text").map((
      { info, text },
    ) => [
      info,
      text.replace(/ (#|\/\/) .*$/gm, "").replaceAll(
        `--lang ${language}`,
        "--lang",
      ),
    ]),
    tables: markdown.split("\n").filter((line) => line.startsWith("|")).length,
    // What stands in a table as code is the same in both.
    code: markdown.split("\n").filter((line) => line.startsWith("|"))
      .map((line) => line.match(/`[^`]+`/g)),
    links: linksOf(fileOf(page, language)).map((link) =>
      link.replace(/\.(ja|en)(?=\.\w+$)/, "")
    ).sort(),
  };
}

for (const page of PAGES) {
  Deno.test(
    `${page} has the same content in both languages`,
    needs("read"),
    () => assertEquals(skeletonOf(page, "ja"), skeletonOf(page, "en")),
  );
}

Deno.test("every page is reached from the README", needs("read"), () => {
  const reached = new Set<string>(), waiting = ["README.md"];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    for (const link of linksOf(path)) {
      assert(Deno.statSync(new URL(link, CHECKOUT)).isFile, `${path}: ${link}`);
      if (link.endsWith(".md")) waiting.push(link);
    }
  }
  assertEquals([...reached].sort(), allPages().sort());
});

Deno.test("the README is short enough to be read", needs("read"), () => {
  for (const language of LANGUAGES) {
    const { size } = Deno.statSync(
      new URL(fileOf("README", language), CHECKOUT),
    );
    assert(size <= 8000, `${size} bytes`);
  }
});

Deno.test("CHANGELOG.md begins with this version", needs("read"), () => {
  assertStringIncludes(
    read("CHANGELOG.md"),
    `\n## ${config.version} (unreleased)\n`,
  );
});
