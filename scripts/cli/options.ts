/** The options of a command line, read strictly: nothing is guessed or passed over. */
import { parseArgs } from "@std/cli";
import {
  fill,
  type Language,
  requestedLanguage,
  type Text,
  UsageError,
} from "./command_line.ts";
import { nearest } from "./nearest.ts";

export const optionMessages = {
  unknown: {
    ja: "オプション {option} はありません。近いもの：{nearest}",
    en: "There is no option {option}. Near it: {nearest}",
  },
  missingValue: {
    ja: "--{option} に値がありません。",
    en: "--{option} needs a value.",
  },
  language: {
    ja: "--lang は ja か en です（「{value}」は使えません）。",
    en: '--lang is ja or en, found "{value}".',
  },
  number: {
    ja:
      "--{option} には、{needed}を書いてください（「{value}」は使えません）。",
    en: '--{option} needs {needed}, found "{value}".',
  },
  choice: {
    ja: "--{option} は {choices} のどれかです（「{value}」は使えません）。",
    en: '--{option} is one of {choices}, found "{value}".',
  },
  anyNumber: { ja: "数", en: "a number" },
  integerFrom: {
    ja: "{least} 以上の整数",
    en: "an integer of {least} or more",
  },
  above: { ja: "{above} より大きい数", en: "a number above {above}" },
  from: { ja: "{least} 以上の数", en: "a number of {least} or more" },
  fromBelow: {
    ja: "{least} 以上 {below} 未満の数",
    en: "a number of at least {least} and below {below}",
  },
} as const satisfies Record<string, Text>;

/** Which options there are. */
export interface OptionNames {
  /** Those that are there or not. `help` is always among them. */
  readonly flags: readonly string[];
  /** Those with a value. `lang` is always among them. */
  readonly values: readonly string[];
}

/** Which numbers an option takes. */
export type Range =
  | { readonly integerFrom: number }
  | { readonly above: number }
  | { readonly from: number; readonly below?: number }
  | "any";

/** What a command line says. */
export class Options {
  /** What is no option, in order. */
  readonly others: readonly string[];
  readonly language: Language;
  readonly #parsed: Record<string, unknown>;

  /**
   * Reads a command line.
   *
   * @param args The arguments.
   * @param names Which options there are.
   * @throws {UsageError} If there is an option that is not one of them, or one without its value.
   */
  constructor(args: readonly string[], { flags, values }: OptionNames) {
    this.language = requestedLanguage(args);
    const others: string[] = [];
    const boolean = ["help", ...flags], string = ["lang", ...values];
    // What stands behind `--` is no option, whatever it looks like.
    const end = args.includes("--") ? args.indexOf("--") : args.length;
    this.#parsed = parseArgs(written(args.slice(0, end), boolean), {
      boolean,
      string: string.map(withoutDots),
      unknown: (argument: string) => {
        if (!/^-./.test(argument)) {
          others.push(argument);
          return false;
        }
        const option = argument.replace(/=.*/s, "").replaceAll(DOT, ".");
        const near = nearest(option.replace(/^-+/, ""), [
          ...boolean,
          ...string,
        ]);
        throw this.error("unknown", {
          option,
          nearest: near.map((name) => `--${name}`).join(", "),
        });
      },
    });
    this.others = [...others, ...args.slice(end + 1)];
    for (const option of string) {
      if (this.value(option) === "") {
        throw this.error("missingValue", { option });
      }
    }
    const value = this.value("lang");
    if (value !== undefined && value !== "ja" && value !== "en") {
      throw this.error("language", { value });
    }
  }

  /** Whether a flag is there. */
  has(name: string): boolean {
    return this.#parsed[name] === true;
  }

  /** The value of an option, if it is there. */
  value(name: string): string | undefined {
    const found = this.#parsed[withoutDots(name)];
    return found === undefined ? undefined : String(found);
  }

  /** A number in a range, or `preset` if the option is not there. */
  number<Preset>(name: string, range: Range, preset: Preset): number | Preset {
    const text = this.value(name);
    if (text === undefined) return preset;
    const value = text.trim() === "" ? NaN : Number(text);
    const fits = range === "any"
      ? true
      : "integerFrom" in range
      ? Number.isInteger(value) && value >= range.integerFrom
      : "above" in range
      ? value > range.above
      : value >= range.from && value < (range.below ?? Infinity);
    if (Number.isFinite(value) && fits) return value;
    throw this.error("number", {
      option: name,
      value: text,
      needed: describeRange(range, this.language),
    });
  }

  /** One of some values, or `preset` if the option is not there. */
  choice<Choice extends string, Preset>(
    name: string,
    choices: readonly Choice[],
    preset: Preset,
  ): Choice | Preset {
    const value = this.value(name);
    if (value === undefined) return preset;
    const found = choices.find((choice) => choice === value);
    if (found !== undefined) return found;
    const list = choices.join(", ");
    throw this.error("choice", { option: name, value, choices: list });
  }

  /** An error of this file's table. */
  error(
    name: keyof typeof optionMessages,
    blanks: Record<string, string>,
  ): UsageError {
    return new UsageError(fill(optionMessages[name], this.language, blanks));
  }
}

function describeRange(range: Range, language: Language): string {
  const say = (name: keyof typeof optionMessages, blanks: object = {}) =>
    fill(optionMessages[name], language, blanks as Record<string, number>);
  if (range === "any") return say("anyNumber");
  if ("integerFrom" in range) {
    return say("integerFrom", { least: range.integerFrom });
  }
  if ("above" in range) return say("above", range);
  const { from: least, below } = range;
  return below === undefined
    ? say("from", { least })
    : say("fromBelow", { least, below });
}

/** Stands for a dot in a name, at which parseArgs would nest the value: `w.2` inside that of `w`. */
const DOT = "\0";

function withoutDots(name: string): string {
  return name.replaceAll(".", DOT);
}

/** `-h` is `--help`; and an option's value may begin with a minus: `--errors -1`. */
function written(
  args: readonly string[],
  flags: readonly string[],
): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const option = joined.at(-1);
    const takesValue = option !== undefined && /^--[^=]+$/s.test(option) &&
      !flags.includes(option.slice(2));
    if (/^-[\d.]/.test(arg) && takesValue) {
      joined[joined.length - 1] = `${option}=${arg}`;
    } else joined.push(arg === "-h" ? "--help" : arg);
  }
  return joined.map((arg) => arg.replace(/^--[^=]+/s, withoutDots));
}
