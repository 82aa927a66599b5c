/**
 * A command: what can be written behind it. From its one declaration come the
 * reading of a command line, the help, the table in the docs, and the answer to
 * every mistake.
 */
import { parseArgs, unicodeWidth } from "@std/cli";
import { requestedLanguage } from "./language.ts";
import { type Language, message, type Text } from "./message.ts";
import { nearest } from "./nearest.ts";
import {
  dashed,
  flag,
  helpOf,
  languageOption,
  Misfit,
  type Option,
} from "./option.ts";
import { plainText } from "./plain.ts";
import { UsageError } from "./usage_error.ts";
import { wrapText } from "./wrap_text.ts";

/** Options by their names. */
export type Options = Readonly<Record<string, Option<unknown>>>;

/** What can be written behind a command. */
export interface Command<Declared extends Options> {
  /** How it is called: `deno task page [options]`. */
  readonly call: Text;
  /** What it does: paragraphs below the call. */
  readonly about: readonly Text[];
  /** In the order of the help. `lang` and `help` come by themselves. */
  readonly options: Declared;
  /** Below the options, as it stands there: examples, say. */
  readonly notes?: readonly Text[];
}

/** A command line that was read. */
export interface Line<Declared extends Options> {
  readonly language: Language;
  /** Whether help was asked for; then nothing else was looked at. */
  readonly help: boolean;
  /** What is no option, in order. */
  readonly others: readonly string[];
  /** Every option's value, or its preset. */
  readonly values: {
    readonly [Name in keyof Declared]: Declared[Name] extends
      Option<infer Value> ? Value : never;
  };
  /** Whether an option was written. */
  readonly given: (name: keyof Declared & string) => boolean;
}

const helpOption = flag({
  ja: "この説明を表示する",
  en: "show this text",
});

const unknownOption = message({
  ja: "オプション {option} はありません。近いもの：{near}",
  en: "There is no option {option}. Near it: {near}",
});
const missingValue = message({
  ja: "{option} に値（{takes}）がありません。",
  en: "{option} needs a value ({takes}).",
});
const needlessValue = message({
  ja: "{option} に値は付きません（「{value}」がありました）。",
  en: '{option} takes no value, found "{value}".',
});
const givenTwice = message({
  ja: "{option} が二度あります。",
  en: "{option} is there twice.",
});
const unfit = message({
  ja: "{option} には、{needed}を書いてください（「{value}」は使えません）。",
  en: '{option} needs {needed}, found "{value}".',
});

/**
 * Reads a command line strictly: nothing is guessed or passed over.
 *
 * @param args The arguments.
 * @param command What may be written.
 * @returns What was written.
 * @throws {UsageError} If an option is unknown, given twice, lacks its value or
 * has one that does not fit.
 */
export function readLine<Declared extends Options>(
  args: readonly string[],
  command: Command<Declared>,
): Line<Declared> {
  const options: Options = {
    ...command.options,
    lang: languageOption,
    help: helpOption,
  };
  const byName = new Map(
    Object.keys(options).map((key) => [dashed(key), key] as const),
  );
  const flags = [...byName].filter(([, key]) => options[key]!.takes === "")
    .map(([name]) => name);
  // What stands behind `--` is no option, whatever it looks like.
  const end = args.includes("--") ? args.indexOf("--") : args.length;
  const { words, seen } = written(args.slice(0, end), flags);
  const language = requestedLanguage(args.slice(0, end));
  const help = words.includes("--help");

  const others: string[] = [];
  const parsed: Record<string, unknown> = parseArgs(words, {
    boolean: flags,
    string: [...byName.keys()].filter((name) => !flags.includes(name))
      .map(withoutDots),
    unknown: (word: string) => {
      if (/^-./.test(word)) {
        if (help) return false;
        throw new UsageError(unknownOption({
          option: word.replace(/=.*/s, "").replaceAll(DOT, "."),
          near: nearest(
            word.replace(/^-+|=.*/gs, "").replaceAll(DOT, "."),
            byName.keys(),
          ).map((name) => `--${name}`).join(", "),
        }));
      }
      others.push(word);
      return false;
    },
  });
  const values: Record<string, unknown> = {};
  const given = new Set<string>();
  for (const [name, key] of byName) {
    const option = options[key]!, found = parsed[withoutDots(name)];
    values[key] = option.preset;
    if (help || !seen.has(name)) continue;
    given.add(key);
    values[key] = readOption(`--${name}`, option, seen.get(name)!, found);
  }
  return {
    language,
    help,
    others: [...others, ...args.slice(end + 1)],
    values: values as Line<Declared>["values"],
    given: (name) => given.has(name),
  };
}

function readOption(
  name: string,
  option: Option<unknown>,
  seen: readonly string[],
  found: unknown,
): unknown {
  if (seen.length > 1) throw new UsageError(givenTwice({ option: name }));
  const [inline] = seen;
  if (option.takes === "") {
    if (inline === "") return option.read("");
    const value = inline!.slice(1);
    throw new UsageError(needlessValue({ option: name, value }));
  }
  if (typeof found !== "string" || found === "") {
    throw new UsageError(missingValue({ option: name, takes: option.takes }));
  }
  try {
    return option.read(found);
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    const { needed } = error;
    throw new UsageError(unfit({ option: name, needed, value: found }));
  }
}

/** Stands for a dot in a name, at which parseArgs would nest the value: `w.2` inside that of `w`. */
const DOT = "\0";

function withoutDots(name: string): string {
  return name.replaceAll(".", DOT);
}

/**
 * The arguments as parseArgs takes them, and which options are there, each with
 * what stands behind its `=`. `-h` is `--help`; a value may begin with a minus
 * (`--errors -1`); names may be written in full width (`－－語数`).
 */
function written(
  args: readonly string[],
  flags: readonly string[],
): { words: string[]; seen: Map<string, string[]> } {
  const words: string[] = [], seen = new Map<string, string[]>();
  for (const arg of args) {
    const before = words.at(-1);
    const takesValue = before !== undefined && /^--[^=]+$/s.test(before) &&
      !flags.includes(before.slice(2).replaceAll(DOT, "."));
    if (takesValue && /^[-\u2212\uff0d][\d.\uff10-\uff19]/.test(arg)) {
      words[words.length - 1] = `${before}=${arg}`;
      continue;
    }
    const [, name, inline] = /^(--[^=]+)(.*)$/s.exec(
      arg.replace(/^[-\u2212\uff0d]{2}[^=＝]+[=＝]?/s, plainText),
    ) ?? [];
    if (name === undefined) {
      words.push(arg === "-h" ? "--help" : arg);
      if (arg === "-h") seen.set("help", [""]);
      continue;
    }
    const key = name.slice(2);
    seen.set(key, [...seen.get(key) ?? [], inline!]);
    words.push(
      flags.includes(key) ? name : `--${withoutDots(key)}${inline}`,
    );
  }
  return { words, seen };
}

/** One line of the help, or of a table in the docs. */
export interface OptionRow {
  /** `--rate X`. */
  readonly option: string;
  readonly help: Text;
  readonly group: Text | undefined;
}

const otherGroup: Text = { ja: "そのほか", en: "Other" };

/** What the help says of each option, in its order. */
export function optionRows(command: Command<Options>): OptionRow[] {
  const rows = Object.entries(command.options).map(([key, option]) =>
    rowOf(`--${dashed(key)}`, option)
  );
  const group = rows.some(({ group }) => group) ? otherGroup : undefined;
  return [
    ...rows,
    { ...rowOf("--lang", languageOption), group },
    { ...rowOf("-h, --help", helpOption), group },
  ];
}

function rowOf(name: string, option: Option<unknown>): OptionRow {
  return {
    option: `${name} ${option.takes}`.trimEnd(),
    help: helpOf(option),
    group: option.group,
  };
}

const usage = message({ ja: "使い方：{call}", en: "Usage: {call}" });

/** What `--help` prints. */
export function helpText(
  command: Command<Options>,
  language: Language,
): string {
  const rows = optionRows(command);
  const width = Math.max(...rows.map(({ option }) => unicodeWidth(option)));
  const lines: string[] = [usage({ call: command.call })[language]];
  for (const paragraph of command.about) {
    lines.push("", wrapText(paragraph[language]));
  }
  let group: Text | undefined;
  lines.push("");
  for (const row of rows) {
    if (row.group !== group && row.group !== undefined) {
      if (group !== undefined) lines.push("");
      lines.push(`${row.group[language]}${language === "ja" ? "：" : ":"}`);
      group = row.group;
    }
    const padded = row.option + " ".repeat(width - unicodeWidth(row.option));
    lines.push(`  ${padded}  ${row.help[language]}`);
  }
  for (const note of command.notes ?? []) {
    lines.push("", note[language]);
  }
  return lines.join("\n");
}

/** The options as a table in Markdown, for the docs. */
export function optionTable(
  command: Command<Options>,
  language: Language,
): string {
  const cell = (text: string) => text.replaceAll("|", "\\|");
  const head = language === "ja"
    ? ["オプション", "働き"]
    : ["option", "what it does"];
  return [
    `| ${head.join(" | ")} |`,
    "| --- | --- |",
    ...optionRows(command).map(({ option, help }) =>
      `| \`${cell(option)}\` | ${cell(help[language])} |`
    ),
  ].join("\n");
}
