/**
 * The kinds of option. An option says once what there is to say of it: what it
 * takes, what it is if it is not given, what fits, and what it is for.
 */
import { type Language, message, type Text } from "./message.ts";
import { plainText } from "./plain.ts";

/** One option of a command. Its name is the key under which it is declared. */
export interface Option<Value> {
  /**
   * What stands behind its name in the help, such as `FILE`; empty for a flag.
   */
  readonly takes: string;
  /** What it is for, without its preset. */
  readonly help: Text;
  /** The preset as the help shows it; none if there is none to show. */
  readonly shown?: string | number | Text;
  /** What it is if it is not given. */
  readonly preset: Value;
  /** Above which heading of the help it stands. */
  readonly group?: Text;
  /**
   * Reads what was written.
   *
   * @throws {Misfit} If it does not fit.
   */
  read(written: string): Value;
}

/** What was written for an option does not fit: what would. */
export class Misfit extends Error {
  override readonly name = "Misfit";
  /** What is needed, as in `--rate needs a number above 0`. */
  readonly needed: Text;

  /** A misfit that says what is needed. */
  constructor(needed: Text) {
    super(needed.en);
    this.needed = needed;
  }
}

/** What the declaration of an option with a preset says. */
interface Given<Value> {
  readonly takes: string;
  readonly help: Text;
  readonly preset: Value;
  /** The preset in other words, or for an option that has none. */
  readonly shown?: string | number | Text;
}

/** An option that is there or not. */
export function flag(help: Text): Option<boolean> {
  return { takes: "", help, preset: false, read: () => true };
}

/**
 * An option with a value of any kind: `read` makes it from what was written.
 */
export function valued<Value, Preset = undefined>(
  given: {
    readonly takes: string;
    readonly help: Text;
    readonly preset?: Preset;
    readonly shown?: string | number | Text;
  },
  read: (written: string) => Value,
): Option<Value | Preset> {
  const { takes, help, preset } = given;
  const shown = given.shown ??
    (typeof preset === "string" || typeof preset === "number"
      ? preset
      : undefined);
  return {
    takes,
    help,
    read,
    preset: preset as Preset,
    ...(shown === undefined ? {} : { shown }),
  };
}

/** An option that takes a text as it is, such as the name of a file. */
export function text<Preset extends string | undefined = undefined>(
  given: Omit<Given<Preset>, "preset"> & { readonly preset?: Preset },
): Option<string | Preset> {
  return valued<string, Preset>(given, (written) => written);
}

/** Which numbers fit; only what can be said of them below is a range. */
export type Range =
  & {
    readonly integer?: true;
    /** The least that fits. */
    readonly from?: number;
    /** What it must be more than. */
    readonly above?: number;
    /** What it must be less than. */
    readonly below?: number;
  }
  & (
    | { integer?: never; from?: never; above?: never; below?: never }
    | { integer?: never; from: number; above?: never }
    | { integer?: never; from?: never; above: number; below?: never }
    | { integer: true; from: number; above?: never; below?: never }
  );

/** An option that takes a number. Full-width digits will do. */
export function number<Preset = undefined>(
  given: Omit<Given<Preset>, "preset"> & { readonly preset?: Preset } & Range,
): Option<number | Preset> {
  return valued<number, Preset>(given, (written) => readNumber(written, given));
}

/**
 * A number in a range.
 *
 * @throws {Misfit} If it is none, or outside.
 */
export function readNumber(written: string, range: Range): number {
  const plain = plainText(written).trim();
  const value = plain === "" ? NaN : Number(plain);
  const { integer, from = -Infinity, above = -Infinity, below = Infinity } =
    range;
  const fits = Number.isFinite(value) && value >= from && value > above &&
    value < below && (!integer || Number.isInteger(value));
  if (!fits) throw new Misfit(describeRange(range));
  return value;
}

const integerFrom = message({
  ja: "{from} 以上の整数",
  en: "an integer of {from} or more",
});
const numberAbove = message({
  ja: "{above} より大きい数",
  en: "a number above {above}",
});
const numberFrom = message({
  ja: "{from} 以上の数",
  en: "a number of {from} or more",
});
const numberBetween = message({
  ja: "{from} 以上 {below} 未満の数",
  en: "a number of at least {from} and below {below}",
});

function describeRange({ integer, from, above, below }: Range): Text {
  if (above !== undefined) return numberAbove({ above });
  if (from === undefined) return { ja: "数", en: "a number" };
  if (integer) return integerFrom({ from });
  return below === undefined
    ? numberFrom({ from })
    : numberBetween({ from, below });
}

/** An option that takes one of some words. */
export function choice<
  const Choice extends string,
  Preset extends Choice | undefined = undefined,
>(
  choices: readonly Choice[],
  given: Omit<Given<Preset>, "preset"> & { readonly preset?: Preset },
): Option<Choice | Preset> {
  return valued<Choice, Preset>(given, (written) => {
    const plain = plainText(written).trim();
    const found = choices.find((choice) => choice === plain);
    if (found === undefined) throw new Misfit(oneOf(choices));
    return found;
  });
}

const oneOfMany = message({ ja: "{list} のどれか", en: "one of {list}" });

function oneOf(choices: readonly string[]): Text {
  return oneOfMany({ list: choices.join(", ") });
}

/** Options that stand below one heading of the help. */
export function grouped<Options extends Record<string, Option<unknown>>>(
  group: Text,
  options: Options,
): Options {
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => [name, {
      ...option,
      group,
    }]),
  ) as Options;
}

/** `learningRate` is `--learning-rate`; `語数` and `w.2` stay as they are. */
export function dashed(name: string): string {
  return name.replace(
    /[a-z][A-Z]/g,
    ([low, high]) => `${low}-${high!.toLowerCase()}`,
  );
}

const withPreset = message({
  ja: "{help}。既定値 {preset}",
  en: "{help}; default {preset}",
});

const without = message({
  ja: "{help}。省くと、{preset}",
  en: "{help}; without it, {preset}",
});

/** What an option is for, and what it is if it is not given. */
export function helpOf(option: Option<unknown>): Text {
  const { help, shown: preset } = option;
  if (preset === undefined) return help;
  const say = typeof preset === "object" ? without : withPreset;
  return say({ help, preset });
}

/** Showing the help, which every command can. */
export const helpOption: Option<boolean> = flag({
  ja: "この説明を表示する",
  en: "show this text",
});

/** The language on screen, which every command has. */
export const languageOption: Option<Language | undefined> = choice(
  ["ja", "en"],
  {
    takes: "ja|en",
    help: {
      ja: "表示の言語（ja または en）",
      en: "language on screen (ja or en)",
    },
  },
);
