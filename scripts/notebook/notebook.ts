/** A lesson as a notebook for Jupyter with Deno's kernel. */
import type { Language, Text } from "../cli/message.ts";
import { type Lesson, sectionsOf } from "../lesson/lesson.ts";
import { runCell } from "../lesson/run.ts";
import { type Answers, cellParts } from "./cell_parts.ts";
import { helpersIn, requireNames } from "./code.ts";
import { importsCode, importsOf } from "./imports.ts";
import { escapeMarkdown } from "./markdown.ts";
import { code, markdown, type NotebookCell } from "./format.ts";

const setup: Text = {
  ja:
    "最初にこのセルを実行してください。どのセルも、数を書き換えて何度でも実行できます。",
  en: "Run this cell first. Change the numbers of any cell and run it again.",
};
const showsValues: Text = {
  ja: "値を、その名前の下に表示します。",
  en: "Shows values below their names.",
};

const waits: Text = {
  ja: "出力が全部届くまで待ちます。",
  en: "Waits until the outputs have arrived.",
};

/** What a notebook is made of besides the lesson. */
export interface NotebookParts {
  readonly language: Language;
  /** What becomes of the answers to exercises. */
  readonly answers: Answers;
  /**
   * What the notebook imports for what a cell imports: the URL or path of a
   * module.
   */
  resolve(specifier: string): string;
}

/**
 * A lesson as a notebook, with its outputs.
 *
 * @param lesson The lesson.
 * @param parts What else goes into it.
 * @returns The notebook's JSON, the same bytes for the same lesson.
 * @throws {UsageError} If two cells use a name in ways that one program cannot.
 */
export function notebookJson(
  lesson: Lesson,
  { language, answers, resolve }: NotebookParts,
): string {
  const imports = importsOf(lesson.cells);
  requireNames(lesson.cells, imports);
  const cells: NotebookCell[] = [
    markdown(
      "lesson",
      `# ${escapeMarkdown(lesson.title[language])}\n\n` +
        `${escapeMarkdown(lesson.lead[language])}\n\n` +
        escapeMarkdown(setup[language]),
    ),
    code(
      "setup",
      [
        importsCode(imports, resolve),
        ...helpersIn(lesson.cells).map(({ code }) => code),
        showCode(language),
      ].join("\n\n"),
      [],
    ),
  ];
  for (const [section, lessonCells] of sectionsOf(lesson)) {
    const title = lesson.sections[section]?.[language] ?? "";
    cells.push(
      markdown(`section-${section}`, `## ${section} ${escapeMarkdown(title)}`),
      ...lessonCells.flatMap((cell) =>
        cellParts(runCell(cell), language, answers)
      ),
    );
  }
  let count = 0;
  const notebook = {
    cells: cells.map((cell) =>
      cell.cell_type === "code" ? { ...cell, execution_count: ++count } : cell
    ),
    metadata: {
      kernelspec: {
        display_name: "Deno",
        language: "typescript",
        name: "deno",
      },
      language_info: {
        file_extension: ".ts",
        mimetype: "text/x.typescript",
        name: "typescript",
        nbconvert_exporter: "script",
        pygments_lexer: "typescript",
      },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return JSON.stringify(notebook, null, 1) + "\n";
}

/**
 * The one function that a notebook has of its own. Deno's kernel sends outputs
 * from a queue, and says that a cell has ended while some are still in it;
 * those who run a notebook without looking at it (nbclient, nbconvert) listen
 * no longer. So all values are one output. On a busy machine 4 of 240 such were
 * lost, of six in a cell 24 of 120. Nothing tells when it has arrived; so the
 * cell waits, too, for 60 ms in which the machine had time for everybody, and
 * begins again where it had not: then none of 160 was lost.
 */
function showCode(language: Language): string {
  return `/** ${showsValues[language]} */
async function show(values: Record<string, unknown>) {
  const texts = Object.entries(values)
    .map(([name, value]) => [name, Deno.inspect(value)]);
  const fence = "\`\`\`";
  await Deno.jupyter.display({
    "text/markdown": texts.map(([name, text]) =>
      \`**\${name}**\\n\\n\${fence}text\\n\${text}\\n\${fence}\`
    ).join("\\n\\n"),
    "text/plain": texts.map(([name, text]) => \`\${name}\\n\${text}\`).join("\\n\\n"),
  }, { raw: true });
  // ${waits[language]}
  for (let calm = 0, tries = 0; calm < 6 && tries < 200; tries++) {
    const before = performance.now();
    await new Promise((done) => setTimeout(done, 10));
    calm = performance.now() - before < 15 ? calm + 1 : 0;
  }
}`;
}
