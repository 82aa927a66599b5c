/**
 * The two READMEs: their tables are those of the code, and they have the same
 * content. (Their commands: `readme_commands_test.ts`.)
 */
import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import * as kobai from "../mod.ts";
import { lecture } from "../scripts/cells/lesson.ts";
import type { Language } from "../scripts/cli/command_line.ts";
import { CHECKOUT, copyOf } from "./_support/checkout.ts";
import { runDeno } from "./_support/deno_process.ts";
import { blocksOf, tableOf } from "./_support/markdown.ts";
import { needs } from "./_support/permission.ts";
import { allScripts, flagsIn, headerOf } from "./_support/scripts.ts";
import config from "../deno.json" with { type: "json" };
import numpy from "./golden/readme_numpy.json" with { type: "json" };

const FILES: Record<Language, string> = { en: "README.md", ja: "README.ja.md" };
const LANGUAGES: Language[] = ["en", "ja"];
const read = (path: string): string =>
  Deno.readTextFileSync(new URL(path, CHECKOUT));
const readme = (language: Language): string => read(FILES[language]);

/** A text without its back ticks. */
const bare = (text: string): string => text.replaceAll("`", "");

/** What the stand-ins for `@std` are made of. */
function packagesOfStandIns(): string[] {
  const folder = new URL("scripts/dev/npm_std/", CHECKOUT);
  const sources = [...Deno.readDirSync(folder)].flatMap(({ name }) => {
    const inside = new URL(`${name}/`, folder);
    return [...Deno.readDirSync(inside)]
      .map((file) => Deno.readTextFileSync(new URL(file.name, inside)));
  });
  const found = sources.join("\n").matchAll(/ from "npm:([\w-]+)@/g);
  return [...new Set([...found].map(([, name]) => name!))];
}

for (const language of LANGUAGES) {
  const name = FILES[language];

  Deno.test(`${name}: the table of cells is the lesson`, needs("read"), () => {
    const head = { en: "cell", ja: "セル" }[language];
    assertEquals(
      tableOf(readme(language), head),
      lecture.map((
        { name, number, title },
      ) => [`\`${name}\``, number[language], title[language]]),
    );
  });

  Deno.test(
    `${name}: the table of permissions is that of the headers`,
    needs("read"),
    () => {
      const head =
        { en: ["script", "permissions"], ja: ["スクリプト", "権限"] }[language];
      const table = tableOf(readme(language), ...head);
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
    `${name}: NumPy and Kobai print the same`,
    needs("run", "read", "write"),
    async () => {
      const table = tableOf(readme(language), "NumPy", "Kobai");
      assertEquals(
        table.map(([line]) => bare(line!)),
        numpy.lines.map(({ line }) => line),
      );
      const statements = table.map(([, line]) => {
        const code = bare(line!);
        return code.startsWith("const ")
          ? code
          : `console.log(${code}); console.log("--");`;
      });
      const imports = `import { ${
        Object.keys(kobai).join(", ")
      } } from "kobai";`;
      const project = copyOf("deno.json", "mod.ts", "lib");
      Deno.writeTextFileSync(
        new URL("beside.ts", project),
        [imports, ...statements].join("\n"),
      );
      const { code, stdout, stderr } = await runDeno([
        "run",
        "--check",
        "--no-prompt",
        "beside.ts",
      ], { cwd: project });
      Deno.removeSync(project, { recursive: true });
      assertEquals(code, 0, stderr);
      const printed = numpy.lines.flatMap(({ printed }) => printed ?? []);
      assertEquals(stdout.split("\n--\n").slice(0, -1), printed);
      // What the table itself says is printed, where that is a single line.
      table.forEach(([line, , quoted = ""], i) => {
        const text = numpy.lines[i]!.printed ?? "";
        if (!text.includes("\n")) assertEquals(bare(quoted), text, line);
        else assert(/^(several rows|（複数行）)$/.test(quoted), line);
      });
    },
  );

  Deno.test(
    `${name}: the lecture's words name what there is`,
    needs("read"),
    () => {
      const table = tableOf(readme(language), "日本語", "English");
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

  Deno.test(`${name}: every package has its line`, needs("read"), () => {
    const [, section] = readme(language).split(
      { en: "\n## Packages\n", ja: "\n## 使っているパッケージ\n" }[language],
    );
    const listed = [...section!.matchAll(/`(@?[\w./-]+)`/g)]
      .map(([, name]) => name!).filter((name) => name !== "@std");
    const packages = Object.keys(config.imports).filter((name) =>
      name !== "kobai" && !name.startsWith("./")
    );
    assertEquals(listed.sort(), [...packages, ...packagesOfStandIns()].sort());
  });

  Deno.test(`${name}: its links lead somewhere`, needs("read"), () => {
    const links = [...readme(language).matchAll(/\]\(([^)]+)\)/g)].map((
      [, path],
    ) => path!);
    assert(links.length >= 3);
    for (const path of links) {
      assert(Deno.statSync(new URL(path, CHECKOUT)).isFile, path);
    }
  });
}

Deno.test(
  "README.md and README.ja.md have the same content",
  needs("read"),
  () => {
    const skeleton = (language: Language): unknown => {
      const markdown = readme(language);
      return {
        headings: markdown.match(/^#+ /gm),
        // Comments and the language itself aside.
        blocks: blocksOf(markdown).filter(({ info }) => info !== "text").map((
          { info, text },
        ) => [
          info,
          text.replace(/ (#|\/\/) .*$/gm, "").replace(
            `--lang ${language}`,
            "--lang",
          ),
        ]),
        tables:
          markdown.split("\n").filter((line) => line.startsWith("|")).length,
        words: tableOf(markdown, "日本語", "English"),
        numpy: tableOf(markdown, "NumPy", "Kobai").map((row) =>
          row.slice(0, 2)
        ),
        permissions: tableOf(
          markdown,
          { en: "script", ja: "スクリプト" }[language],
        ).map((row) => row.slice(0, 2)),
      };
    };
    assertEquals(skeleton("ja"), skeleton("en"));
  },
);

Deno.test("CHANGELOG.md begins with this version", needs("read"), () => {
  assertStringIncludes(
    read("CHANGELOG.md"),
    `\n## ${config.version} (unreleased)\n`,
  );
});
