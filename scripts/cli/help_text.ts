/** What `--help` prints of a command, and what the docs say of it. */
import { unicodeWidth } from "@std/cli/unicode-width";
import { type Command, type Options, optionsOf } from "./command.ts";
import { type Language, message, type Text } from "./message.ts";
import { helpOf } from "./option.ts";
import { pageWidth, wrapText } from "./wrap_text.ts";

/** One line of the help, or of a table in the docs. */
interface Row {
  /** `--rate X`. */
  readonly option: string;
  readonly help: Text;
}

const otherGroup: Text = { ja: "そのほか", en: "Other" };

/** The options below their headings; without headings if none has one. */
function groupsOf(command: Command<Options>): Map<Text | undefined, Row[]> {
  const options = Object.entries(optionsOf(command));
  const hasGroups = options.some(([, { group }]) => group !== undefined);
  const groups = new Map<Text | undefined, Row[]>();
  for (const [name, option] of options) {
    const group = option.group ?? (hasGroups ? otherGroup : undefined);
    const short = name === "help" ? "-h, " : "";
    const row = {
      option: `${short}--${name} ${option.takes}`.trimEnd(),
      help: helpOf(option),
    };
    groups.set(group, [...groups.get(group) ?? [], row]);
  }
  return groups;
}

const usage = message({ ja: "使い方：{call}", en: "Usage: {call}" });
const heading = message({ ja: "{group}：", en: "{group}:" });

/** What `--help` prints. */
export function helpText(
  command: Command<Options>,
  language: Language,
): string {
  const groups = groupsOf(command);
  const width = Math.max(
    ...[...groups.values()].flat().map(({ option }) => unicodeWidth(option)),
  );
  const blocks = [...groups].map(([group, rows]) =>
    [
      ...(group === undefined ? [] : [heading({ group })[language]]),
      ...rows.map((row) => rowText(row, width, language)),
    ].join("\n")
  );
  return [
    usage({ call: command.call })[language],
    ...command.about.map((paragraph) => wrapText(paragraph[language])),
    ...blocks,
    ...(command.notes ?? []).map((note) => note[language]),
  ].join("\n\n");
}

/** An option, and what it is for beside it. */
function rowText(
  { option, help }: Row,
  width: number,
  language: Language,
): string {
  const indent = " ".repeat(width + 4);
  const text = wrapText(help[language], pageWidth - indent.length);
  return `  ${padded(option, width)}  ${text.replaceAll("\n", `\n${indent}`)}`;
}

function padded(text: string, width: number): string {
  return text + " ".repeat(width - unicodeWidth(text));
}

/** The options as a table in Markdown, for the docs. */
export function optionTable(
  command: Command<Options>,
  language: Language,
): string {
  const head: Record<Language, string[]> = {
    ja: ["オプション", "働き"],
    en: ["option", "what it does"],
  };
  const rows = [...groupsOf(command)].flatMap(([group, rows]) => [
    ...(group === undefined ? [] : [[`**${group[language]}**`, ""]]),
    ...rows.map(({ option, help }) => [
      `\`${option.replaceAll("|", "\\|")}\``,
      help[language].replace(/[|<*_\\]/g, "\\$&"),
    ]),
  ]);
  // As the formatter writes it.
  const table = [head[language], ...rows];
  const widths = [0, 1].map((i) =>
    Math.max(...table.map((cells) => unicodeWidth(cells[i]!)))
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => padded(cell, widths[i]!)).join(" | ")} |`;
  const [first, ...others] = table.map(line);
  const rule = line(widths.map((width) => "-".repeat(width)));
  return [first, rule, ...others].join("\n");
}
