/**
 * What a single argument is: an option, with or without its value, or a word.
 */
import { plainText } from "./plain.ts";

/** An option as somebody wrote it. */
export interface WrittenOption {
  /** Letter by letter, without a value: `--rate`. */
  readonly written: string;
  /** With ordinary letters and no dashes: `rate`. */
  readonly name: string;
  /** What stands behind `=`, if there is one. */
  readonly inline: string | undefined;
}

/**
 * An argument as an option; undefined for words and for numbers below 0. The
 * dashes may be any that a Japanese keyboard or a word processor makes of `--`,
 * and `-h` is `--help`.
 */
export function writtenOption(arg: string): WrittenOption | undefined {
  const [, dashes, rest, inline] =
    /^([-\u2010-\u2015\u2212\u30fc\uff0d]{1,2})([^=\uff1d]+)(?:[=\uff1d](.*))?$/s
      .exec(arg) ?? [];
  if (dashes === undefined || rest === undefined) return undefined;
  const option = { written: dashes + rest, name: plainText(rest), inline };
  if (dashes.length === 2) return option;
  if (!/^[-\u2212\uff0d]/.test(dashes)) return undefined;
  if (/^[\d.]/.test(option.name)) return undefined;
  return { ...option, name: option.name === "h" ? "help" : `-${option.name}` };
}

/**
 * The arguments before `--`, and those behind it, none of which is an option.
 */
export function splitAtDashes(
  args: readonly string[],
): [before: readonly string[], behind: readonly string[]] {
  const at = args.map(plainText).indexOf("--");
  return at < 0 ? [args, []] : [args.slice(0, at), args.slice(at + 1)];
}

/**
 * An option's value: behind its `=`, or the next argument, which is no option.
 */
export function valueOf(
  { inline }: WrittenOption,
  next: string | undefined,
): string | undefined {
  if (inline !== undefined) return inline || undefined;
  return next === undefined || writtenOption(next) ? undefined : next;
}

/**
 * The value of an option on which it depends what the other options are.
 * Whatever is wrong with it is answered when the whole line is read.
 *
 * @param args The arguments.
 * @param name The option, without dashes.
 * @returns Its value; undefined unless there is exactly one.
 */
export function peek(
  args: readonly string[],
  name: string,
): string | undefined {
  const [before] = splitAtDashes(args);
  const values = before.flatMap((arg, i) => {
    const option = writtenOption(arg);
    return option?.name === name ? [valueOf(option, before[i + 1])] : [];
  });
  return values.length === 1 ? values[0] : undefined;
}

/**
 * Whether somebody asks for help; whoever does gets it, whatever else there is.
 */
export function asksForHelp(args: readonly string[]): boolean {
  const [before] = splitAtDashes(args);
  return before.some((arg) => {
    const option = writtenOption(arg);
    return option?.name === "help" && option.inline === undefined;
  });
}
