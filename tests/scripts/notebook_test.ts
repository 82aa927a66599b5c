/**
 * The notebooks as files: what stands in them, and that the committed ones are
 * not stale.
 */
import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { Matrix, matrix } from "kobai";
import type { Language } from "../../scripts/cli/message.ts";
import { UsageError } from "../../scripts/cli/usage_error.ts";
import { lecture, lesson } from "../../scripts/cells/lesson.ts";
import type { Cell } from "../../scripts/lesson/cell.ts";
import { cellNamed, type Lesson } from "../../scripts/lesson/lesson.ts";
import { beyondLecture } from "../../scripts/lesson/words.ts";
import { block, escapeMarkdown } from "../../scripts/notebook/markdown.ts";
import { notebookJson } from "../../scripts/notebook/notebook.ts";
import config from "../../deno.json" with { type: "json" };
import { CHECKOUT } from "../_support/checkout.ts";
import { refused, run } from "../_support/lesson_process.ts";
import { make } from "../_support/pages.ts";
import { needs } from "../_support/permission.ts";

interface NotebookCell {
  readonly cell_type: string;
  readonly id: string;
  readonly source: string | readonly string[];
  readonly execution_count?: number;
  readonly attachments?: Record<string, Record<string, string>>;
  readonly outputs?: readonly {
    readonly output_type: string;
    readonly data: Record<string, string | readonly string[]>;
  }[];
}

const text = (lines: string | readonly string[] = ""): string =>
  typeof lines === "string" ? lines : lines.join("");

const packages: Record<string, string> = config.imports;
const jsonOf = (lesson: Lesson, language: Language): string =>
  notebookJson(lesson, {
    language,
    answers: "fold",
    resolve: (name) => name === "kobai" ? "../mod.ts" : packages[name] ?? name,
  });
const cellsOf = (json: string): NotebookCell[] => JSON.parse(json).cells;

for (const language of ["ja", "en"] as const) {
  Deno.test(
    `examples/lesson.${language}.ipynb is not stale`,
    needs("read"),
    () => {
      const committed = Deno.readTextFileSync(
        new URL(`examples/lesson.${language}.ipynb`, CHECKOUT),
      );
      const json = jsonOf(lesson, language);
      assertEquals(jsonOf(lesson, language), json);
      assert(
        committed === json,
        "the cells have changed: make it again with `deno task notebook`",
      );
    },
  );

  Deno.test(`notebook in "${language}" has each cell's text, code and values`, () => {
    const cells = cellsOf(jsonOf(lesson, language));
    for (const cell of lecture) {
      const number = cell.name.split("_", 2).join("-").replaceAll(".", "-");
      const parts = cells.filter(({ id }) => id.startsWith(`${number}-`));
      const [before, ...others] = parts;
      const introduction = text(before!.source);
      assertStringIncludes(introduction, escapeMarkdown(cell.title[language]));
      assertStringIncludes(introduction, cell.text[language]);
      if (cell.formula !== undefined) {
        assertStringIncludes(introduction, `$$${cell.formula}$$`);
      }
      assertEquals(
        introduction.includes(escapeMarkdown(beyondLecture[language])),
        cell.beyond ?? false,
        cell.name,
      );
      if (cell.code === "") continue;
      const code = parts.find(({ id }) => id.endsWith("-code"));
      const start = parts.find(({ id }) => id.endsWith("-start"));
      // The answer to an exercise is in a fold, below a cell to write in.
      assertEquals(start !== undefined, cell.exercise !== undefined);
      assertEquals(code === undefined, cell.exercise !== undefined);
      for (const name of Object.keys(cell.inputs)) {
        const source = text((code ?? start)!.source);
        assertStringIncludes(source, `const ${name} = `);
      }
      if (code !== undefined) assertOutput(code, cell);
      const all = others.map(({ source }) => text(source)).join("\n");
      assertStringIncludes(all, cell.code);
      for (const { why } of cell.errata ?? []) {
        assertStringIncludes(all, escapeMarkdown(why[language]));
      }
      for (const { printed = "", label } of Object.values(cell.results)) {
        assertStringIncludes(all.replaceAll("\\", ""), label[language]);
        for (const line of printed.split("\n")) assertStringIncludes(all, line);
      }
    }
  });
}

/** Every result stands below its name, once, as Deno or NumPy writes it. */
function assertOutput(
  { source, outputs = [] }: NotebookCell,
  cell: Cell,
): void {
  assertStringIncludes(text(source), cell.code);
  assertEquals(outputs.length, 1);
  const { output_type, data } = outputs[0]!;
  assertEquals(output_type, "display_data");
  const values = cell.run(cell.inputs);
  const shown = Object.keys(cell.results).map((name) => {
    const value = values[name];
    return [
      name,
      value instanceof Matrix ? String(value) : Deno.inspect(value),
    ];
  });
  assertEquals(
    text(data["text/plain"]),
    shown.map(([name, value]) => `${name}\n${value}`).join("\n\n"),
  );
  assertEquals(
    text(data["text/markdown"]),
    shown.map(([name, value]) => `**${name}**\n\n\`\`\`text\n${value}\n\`\`\``)
      .join("\n\n"),
  );
}

Deno.test("notebook leaves answers out where that is asked for", () => {
  const json = notebookJson(lesson, {
    language: "en",
    answers: "omit",
    resolve: (name) => name,
  });
  const ids = cellsOf(json).map(({ id }) => id);
  assertEquals(ids.filter((id) => id.endsWith("-answer")), []);
  assertEquals(ids.filter((id) => id.endsWith("-start")).length, 4);
  assertEquals(/\b0\.39\b|1\.4978661/.test(json), false);
  assertEquals(/<summary>Answer/.test(json), false);
});

Deno.test("notebook is in the format that Jupyter reads", () => {
  const notebook = JSON.parse(jsonOf(lesson, "ja"));
  assertEquals([notebook.nbformat, notebook.nbformat_minor], [4, 5]);
  assertEquals(notebook.metadata.kernelspec.name, "deno");
  const cells: NotebookCell[] = notebook.cells;
  const ids = cells.map(({ id }) => id);
  assertEquals(ids.length, new Set(ids).size);
  for (const id of ids) assertMatch(id, /^[A-Za-z0-9_-]{1,64}$/);
  const codes = cells.filter(({ cell_type }) => cell_type === "code");
  assertEquals(
    codes.map(({ execution_count }) => execution_count),
    codes.map((_, i) => i + 1),
  );
});

Deno.test("notebook carries its pictures inside", () => {
  const cells = cellsOf(jsonOf(lesson, "en")).filter(({ attachments }) =>
    attachments
  );
  assertEquals(cells.length, lecture.filter(({ picture }) => picture).length);
  for (const { attachments, source } of cells) {
    const [[name, bundle]] = Object.entries(attachments!) as [
      [string, Record<string, string>],
    ];
    assertStringIncludes(text(source), `](attachment:${name})`);
    const svg = new TextDecoder().decode(
      Uint8Array.fromBase64(bundle["image/svg+xml"]!),
    );
    assertMatch(svg, /^<svg [^]*<\/svg>$/);
  }
});

Deno.test("notebook imports what its cells use, with full names", () => {
  const setup = text(cellsOf(jsonOf(lesson, "en"))[1]!.source);
  assertMatch(setup, /^import \{[^}]*\bmatmul,[^}]*\} from "\.\.\/mod\.ts";$/m);
  assertMatch(setup, /^import seedrandom from "npm:seedrandom@[\d.]+";$/m);
  assertEquals(setup.match(/lesson\/|_errata|_lecture/), null);
});

/** A lesson of cells that are nothing but their code. */
function lessonOf(...codes: string[]): Lesson {
  const cells = codes.map((code, i): Cell => ({
    ...lecture[1]!,
    worked: undefined,
    name: `1_0${i}_x`,
    section: "1",
    source: 'import { sum } from "kobai";',
    code,
    inputs: {},
    run: () => ({ h: 1 }),
    results: {},
    picture: undefined,
  } as unknown as Cell));
  return { ...lesson, cells };
}

Deno.test("notebookJson() refuses names that one program cannot have twice", () => {
  const refusal = (...codes: string[]) => () =>
    jsonOf(lessonOf(...codes), "en");
  jsonOf(lessonOf("const a = 1;", "const a = 2;"), "en");
  assertThrows(
    refusal("const a = 1;", "let a = 2;"),
    UsageError,
    "a is declared by let in 1_01_x",
  );
  assertThrows(
    refusal("const a = 1;", "function a() {}"),
    UsageError,
    "by const in 1_00_x",
  );
  assertThrows(
    refusal("const sum = 1;"),
    UsageError,
    "by import in the notebook's first cell",
  );
  assertThrows(
    refusal("const show = 1;"),
    UsageError,
    "by function in the notebook's first cell",
  );
});

Deno.test("escapeMarkdown() leaves every letter as it is", () => {
  assertEquals(
    escapeMarkdown("a_b*c [x](y) `q` $1$ <b> & # |"),
    "a\\_b\\*c \\[x\\](y) \\`q\\` \\$1\\$ &lt;b&gt; &amp; \\# \\|",
  );
  assertEquals(
    escapeMarkdown("- a\n+ b\n1. c\n1 d"),
    "\\- a  \n\\+ b  \n1\\. c  \n1 d",
  );
});

Deno.test("block() has a fence longer than any inside", () => {
  assertEquals(block("a"), "```text\na\n```");
  assertEquals(block("```\nb"), "````text\n```\nb\n````");
});

Deno.test("notebook escapes what a lesson's author writes", () => {
  const bad = {
    ja: "<script>alert(1)</script>",
    en: "<script>alert(1)</script>",
  };
  const cell: Cell = {
    ...cellNamed(lesson, "4.2.1_03_weighted_sum"),
    title: bad,
    text: bad,
    exercise: bad,
    inputs: { x: matrix([1]), w: matrix([[1]]), label: '"; alert(1); "' },
    errata: [{ id: "a", why: bad }],
  } as Cell;
  const cells = cellsOf(
    jsonOf({ ...lesson, title: bad, lead: bad, cells: [cell] }, "en"),
  );
  for (const { cell_type, source } of cells) {
    if (cell_type === "markdown") {
      assert(!text(source).includes("<script"), text(source));
    } else if (text(source).includes("label")) {
      assertStringIncludes(text(source), 'const label = "\\"; alert(1); \\"";');
    }
  }
});

Deno.test(
  "notebook.ts writes both languages, with the kit where --kit says",
  needs("run", "read", "write"),
  async () => {
    const folder = await Deno.makeTempDir();
    const kit = "https://example.org/kobai/mod.ts";
    const stdout = await make(
      "notebook",
      "--out",
      folder,
      "--kit",
      kit,
      "--lang",
      "en",
    );
    assertEquals(stdout.trim().split("\n").length, 2);
    for (const language of ["ja", "en"]) {
      const json = Deno.readTextFileSync(`${folder}/lesson.${language}.ipynb`);
      assertStringIncludes(text(cellsOf(json)[1]!.source), `} from "${kit}";`);
    }
    await Deno.remove(folder, { recursive: true });
  },
);

Deno.test(
  "notebook.ts says in one line what it cannot follow",
  needs("run", "read"),
  async () => {
    const notebook = (...args: string[]) =>
      run(["--allow-read", "scripts/notebook.ts", ...args]);
    assertMatch(
      await refused(notebook("--lang", "en", "x")),
      /^There is no use for "x"/,
    );
    assertMatch(
      await refused(notebook("--lang", "en", "--", "--out", "x")),
      /^There is no use for "--out"/,
    );
    assertMatch(
      await refused(notebook("--lang=fr")),
      /^--lang には、ja, en のどれか/,
    );
    assertMatch(
      await refused(notebook("--kit=")),
      /^--kit に値（URL）がありません/,
    );
  },
);
