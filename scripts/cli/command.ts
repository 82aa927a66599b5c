/**
 * A command: what can be written behind it. From its one declaration come the
 * reading of a command line, the help, the table in the docs, and the answer to
 * every mistake.
 */
import {
  asksForHelp,
  splitAtDashes,
  valueOf,
  type WrittenOption,
  writtenOption,
} from "./argument.ts";
import { requestedLanguage } from "./language.ts";
import { type Language, message, type Text } from "./message.ts";
import { nearest } from "./nearest.ts";
import {
  dashed,
  helpOption,
  languageOption,
  Misfit,
  type Option,
} from "./option.ts";
import { plainText } from "./plain.ts";
import { UsageError } from "./usage_error.ts";

/** Options by their names. */
export type Options<Value = unknown> = Readonly<Record<string, Option<Value>>>;

/** What can be written behind a command. */
export interface Command<Declared extends Options, Own = unknown> {
  /** How it is called: `deno task page [options]`. */
  readonly call: Text;
  /** What it does: paragraphs below the call. */
  readonly about: readonly Text[];
  /** In the order of the help. `lang` and `help` come by themselves. */
  readonly options: Declared;
  /**
   * Options that are not known before it runs, such as the inputs of a cell, by
   * their names as they are written: first in the help. Where one is called
   * like an option above, that option is meant.
   */
  readonly own?: Options<Own>;
  /**
   * What one word beside the options says: `a table`; nothing if there can be
   * none.
   */
  readonly word?: Text | "any";
  /** Below the options, as it stands there: examples, say. */
  readonly notes?: readonly Text[];
}

/** A command line that was read. */
export interface Line<Declared extends Options, Own = unknown> {
  readonly language: Language;
  /** Whether help was asked for; then nothing else was looked at. */
  readonly help: boolean;
  /** The words that are no option, in order. */
  readonly others: readonly string[];
  /** Every option's value, or its preset. */
  readonly values: {
    readonly [Name in keyof Declared]: Declared[Name] extends
      Option<infer Value> ? Value : never;
  };
  /** The command's own options, those that were written. */
  readonly own: Readonly<Record<string, Own>>;
  /** Whether an option was written. */
  readonly given: (name: keyof Declared & string) => boolean;
}

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
const oneWord = message({
  ja: "{word}は一つだけ書いてください（{found}）。",
  en: "Give one {word} only, found {found}.",
});
const needlessWord = message({
  ja: "「{found}」は使えません。ここに書けるのはオプションだけです。",
  en: 'There is no use for "{found}": only options can be written here.',
});

/**
 * Reads a command line strictly: nothing is guessed or passed over.
 *
 * @param args The arguments.
 * @param command What may be written.
 * @returns What was written.
 * @throws {UsageError} If an option is unknown, given twice, lacks its value or
 * has one that does not fit, or if there is a word too many.
 */
export function readLine<Declared extends Options, Own = unknown>(
  args: readonly string[],
  command: Command<Declared, Own>,
): Line<Declared, Own> {
  const help = asksForHelp(args);
  const all = optionsOf(command);
  const { others, values } = readAll(help ? [] : args, all);
  if (command.word !== "any" && others.length > (command.word ? 1 : 0)) {
    const found = others.join(", "), { word } = command;
    throw new UsageError(
      word === undefined
        ? needlessWord({ found: others[0]! })
        : oneWord({ word, found }),
    );
  }
  const declared = Object.entries(command.options)
    .map(([key, { preset }]) => [key, values.get(dashed(key)) ?? preset]);
  const own = Object.entries(command.own ?? {})
    .filter(([name, option]) => all[name] === option && values.has(name))
    .map(([name]) => [name, values.get(name)]);
  return {
    language: requestedLanguage(args),
    help,
    others,
    values: Object.fromEntries(declared),
    own: Object.fromEntries(own),
    given: (key) => values.has(dashed(key)),
  };
}

/**
 * All options of a command by their names as they are written, in the order of
 * its help.
 */
export function optionsOf(command: Command<Options>): Options {
  const declared = Object.entries(command.options)
    .map(([key, option]) => [dashed(key), option] as const);
  return {
    ...command.own,
    ...Object.fromEntries(declared),
    lang: languageOption,
    help: helpOption,
  };
}

function readAll(
  args: readonly string[],
  options: Options,
): { others: string[]; values: Map<string, unknown> } {
  const names = new Map(
    Object.keys(options).map((name) => [plainText(name), name]),
  );
  const [before, behind] = splitAtDashes(args);
  const values = new Map<string, unknown>(), others: string[] = [];
  const waiting = [...before];
  for (let arg = waiting.shift(); arg !== undefined; arg = waiting.shift()) {
    const written = writtenOption(arg);
    if (written === undefined) {
      others.push(arg);
      continue;
    }
    const name = names.get(written.name);
    if (name === undefined) throw unknown(written, names.values());
    if (values.has(name)) {
      throw new UsageError(givenTwice({ option: `--${name}` }));
    }
    const value = readOption(`--${name}`, options[name]!, written, waiting);
    values.set(name, value);
  }
  return { others: [...others, ...behind], values };
}

/** Reads an option; takes its value away from what waits if it is there. */
function readOption(
  name: string,
  option: Option<unknown>,
  written: WrittenOption,
  waiting: string[],
): unknown {
  if (option.takes === "") {
    const { inline: value } = written;
    if (value === undefined) return option.read("");
    throw new UsageError(needlessValue({ option: name, value }));
  }
  const value = valueOf(written, waiting[0]);
  if (value === undefined || value.trim() === "") {
    throw new UsageError(missingValue({ option: name, takes: option.takes }));
  }
  if (written.inline === undefined) waiting.shift();
  try {
    return option.read(value);
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    const { needed } = error;
    throw new UsageError(unfit({ option: name, needed, value }));
  }
}

function unknown(
  { written, name }: WrittenOption,
  names: Iterable<string>,
): UsageError {
  const near = nearest(name.replace(/^-+/, ""), names)
    .map((name) => `--${name}`).join(", ");
  return new UsageError(unknownOption({ option: written, near }));
}
