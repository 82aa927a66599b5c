/** A lesson as a notebook for Jupyter with Deno's kernel. */
import type { Language } from "../cli/command_line.ts";
import { drawPicture } from "../figures/draw.ts";
import type { Erratum, Result } from "../lesson/cell.ts";
import { valueText } from "../lesson/value_text.ts";
import { type Lesson, sectionsOf } from "../lesson/lesson.ts";
import { numberOf } from "../lesson/heading.ts";
import { pictureId, pictureOf } from "../lesson/picture.ts";
import { relationText } from "../lesson/relation.ts";
import { type Outcome, runCell } from "../lesson/run.ts";
import { cellCode, inputsCode, requireNames } from "./code.ts";
import { importsCode, importsOf } from "./imports.ts";
import { block, escapeMarkdown } from "./markdown.ts";
import { message } from "./messages.ts";
import { linesOf, type Output, outputsOf } from "./outputs.ts";

/** What a notebook is made of besides the lesson. */
export interface NotebookParts {
  readonly language: Language;
  /** What the notebook imports for what a cell imports: the URL or path of a module. */
  resolve(specifier: string): string;
}

interface NotebookCell {
  readonly cell_type: "markdown" | "code";
  readonly id: string;
  readonly metadata: Record<string, unknown>;
  readonly source: string | string[];
  readonly attachments?: Record<string, Record<string, string>>;
  readonly execution_count?: number | null;
  readonly outputs?: readonly Output[];
}

/**
 * A lesson as a notebook, with its outputs.
 *
 * @param lesson The lesson.
 * @param parts What else goes into it.
 * @returns The notebook's JSON, the same bytes for the same lesson.
 * @throws {TypeError} If two cells use a name in ways that one program cannot.
 */
export function notebookJson(
  lesson: Lesson,
  { language, resolve }: NotebookParts,
): string {
  const imports = importsOf(lesson.cells);
  requireNames(lesson.cells, imports);
  const cells: NotebookCell[] = [
    markdown(
      "lesson",
      `# ${escapeMarkdown(lesson.title[language])}\n\n` +
        `${escapeMarkdown(lesson.lead[language])}\n\n` +
        escapeMarkdown(message(language, "setup")),
    ),
    code(
      "setup",
      `${importsCode(imports, resolve)}\n\n${showCode(language)}`,
      [],
    ),
  ];
  for (const [section, lessonCells] of sectionsOf(lesson)) {
    const title = lesson.sections[section]?.[language] ?? "";
    cells.push(
      markdown(`section-${section}`, `## ${section} ${escapeMarkdown(title)}`),
      ...lessonCells.flatMap((cell) => notebookCells(runCell(cell), language)),
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

/** The one function that a notebook has of its own. */
function showCode(language: Language): string {
  return `/** ${message(language, "show")} */
async function show(values: Record<string, unknown>) {
  for (const [name, value] of Object.entries(values)) {
    await Deno.jupyter.display(Deno.jupyter.md\`**\${name}**\`);
    await Deno.jupyter.display(value);
  }
}`;
}

function notebookCells(outcome: Outcome, language: Language): NotebookCell[] {
  const { cell } = outcome;
  const name = numberOf(cell);
  const labels = Object.fromEntries(
    Object.entries(cell.results).map((
      [key, { label }],
    ) => [key, label[language]]),
  );
  const outputs = Object.keys(cell.results)
    .flatMap((key) => outputsOf(key, outcome.values[key]));
  const work = code(`${name}-code`, cellCode(cell, labels), outputs);
  const remarks = remarksOf(outcome, language);
  const after = remarks === "" ? [] : [markdown(`${name}-remarks`, remarks)];
  const before = introduction(outcome, language);
  if (cell.exercise === undefined) return [before, work, ...after];
  const start = `${inputsCode(cell)}\n\n// ${message(language, "yourTurn")}`;
  const folded = {
    jupyter: { outputs_hidden: true, source_hidden: true },
    tags: ["answer"],
  };
  return [
    before,
    code(`${name}-start`, start.trim(), []),
    markdown(`${name}-answer`, escapeMarkdown(message(language, "answer"))),
    { ...work, metadata: folded },
    ...after,
  ];
}

/** Heading, text, formula, picture and question. */
function introduction(outcome: Outcome, language: Language): NotebookCell {
  const { cell } = outcome;
  const parts = [
    `### ${numberOf(cell)} ${
      escapeMarkdown(`${cell.number[language]}　${cell.title[language]}`)
    }`,
    escapeMarkdown(cell.text[language]),
  ];
  if (cell.formula !== undefined) parts.push(`$$${cell.formula}$$`);
  const picture = pictureOf(outcome);
  const file = `${pictureId(cell)}.svg`;
  if (picture !== undefined) {
    const { title, description } = picture;
    const words = `${title[language]}. ${description[language]}`;
    parts.push(`![${escapeMarkdown(words)}](attachment:${file})`);
  }
  if (cell.exercise !== undefined) {
    parts.push(
      `**${message(language, "question")}** ${
        escapeMarkdown(cell.exercise[language])
      }`,
    );
  }
  const whole = markdown(`${numberOf(cell)}-text`, parts.join("\n\n"));
  if (picture === undefined) return whole;
  const svg = `${drawPicture(picture, pictureId(cell), language)}`;
  return {
    ...whole,
    attachments: {
      [file]: { "image/svg+xml": new TextEncoder().encode(svg).toBase64() },
    },
  };
}

/** What the lecture printed, how it compares, and errata. */
function remarksOf(outcome: Outcome, language: Language): string {
  const { cell, comparisons } = outcome;
  const printed = Object.entries(comparisons).map(([name, comparison]) => {
    const result = cell.results[name]!;
    return `**${name}** ${message(language, "printed")}\n\n${
      block(result.printed ?? "")
    }\n\n${escapeMarkdown(relationText(cell, comparison, result)[language])}`;
  });
  const errata = (cell.errata ?? []).map((erratum) =>
    quoted(erratumText(outcome, erratum, language))
  );
  return [...printed, ...errata].join("\n\n");
}

function erratumText(
  { cell, values }: Outcome,
  { id, why }: Erratum,
  language: Language,
): string {
  const text = (name: string): string =>
    valueText(values[name], (cell.results[name] as Result).flat);
  const numbers = (cell.bothNumbers?.[id] ?? []).map(([lecture, right]) => {
    const wrong = right === undefined
      ? cell.results[lecture]!.printed ?? ""
      : text(lecture);
    return `${message(language, "lectureNumber")}\n\n${block(wrong)}\n\n${
      message(language, "rightNumber")
    }\n\n${block(text(right ?? lecture))}`;
  });
  return [
    `**${message(language, "erratum")}** ${escapeMarkdown(why[language])}`,
    ...numbers,
  ].join("\n\n");
}

function quoted(text: string): string {
  return text.split("\n").map((line) => `> ${line}`.trimEnd()).join("\n");
}

function markdown(id: string, text: string): NotebookCell {
  return {
    cell_type: "markdown",
    id: idOf(id),
    metadata: {},
    source: linesOf(text),
  };
}

function code(
  id: string,
  text: string,
  outputs: readonly Output[],
): NotebookCell {
  return {
    cell_type: "code",
    execution_count: null,
    id: idOf(id),
    metadata: {},
    outputs,
    source: linesOf(text),
  };
}

/** A cell's name, in the letters that notebooks allow in it. */
function idOf(name: string): string {
  return name.replace(/[^A-Za-z0-9_-]/g, "-").slice(0, 64);
}
