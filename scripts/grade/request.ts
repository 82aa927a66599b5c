/** What the command line asks for. */
import { isAbsolute, relative } from "node:path";
import { UsageError } from "../cli/command_line.ts";
import type { Language } from "../cli/command_line.ts";
import { Options } from "../cli/options.ts";
import { message, type MessageName } from "./messages.ts";

/** What to grade, and how. */
export interface GradeRequest {
  readonly language: Language;
  /** The folder of submissions. */
  readonly submissions: string;
  /** The folder for the results. */
  readonly out: string;
  /** The file of hidden cases. */
  readonly cases?: string;
  /** The file of the class list. */
  readonly roster?: string;
  /** How many submissions run at the same time. */
  readonly jobs: number;
  readonly shard: { readonly index: number; readonly count: number };
  readonly resume: boolean;
  /** Seconds for each process. */
  readonly seconds: number;
  /** Whose types to check: of nobody, of those who lost points, of all. */
  readonly types: Types;
}

const typeChoices = ["none", "wrong", "all"] as const;

/** Whose types to check. */
export type Types = typeof typeChoices[number];

/**
 * Reads the command line.
 *
 * @param args The arguments.
 * @returns What they ask for; just a language where they ask for help.
 * @throws {UsageError} If they cannot be followed.
 */
export function readRequest(
  args: readonly string[],
): GradeRequest | { readonly help: Language } {
  const options = new Options(args, {
    flags: ["resume"],
    values: ["out", "cases", "roster", "jobs", "shard", "time-limit", "types"],
  });
  const { language, others } = options;
  if (options.has("help")) return { help: language };
  const refuse = (name: MessageName, blanks = {}): never => {
    throw new UsageError(message(language, name, blanks));
  };
  const [submissions, another] = others;
  if (submissions === undefined || another !== undefined) {
    return refuse("oneFolder");
  }
  const out = options.value("out") ?? refuse("noOut");
  if (isWithin(out, submissions)) return refuse("outInside", { path: out });
  const cases = options.value("cases"), roster = options.value("roster");
  const cores = navigator.hardwareConcurrency;
  return {
    language,
    submissions: withoutSlash(submissions),
    out: withoutSlash(out),
    ...cases === undefined ? {} : { cases },
    ...roster === undefined ? {} : { roster },
    jobs: options.number("jobs", { integerFrom: 1 }, cores),
    shard: readShard(options.value("shard") ?? "1/1") ??
      refuse("badShard", { value: options.value("shard") }),
    resume: options.has("resume"),
    seconds: options.number("time-limit", { above: 0 }, 10),
    types: options.choice("types", typeChoices, "wrong"),
  };
}

function withoutSlash(path: string): string {
  return path.replace(/(?<=.)[/\\]+$/, "");
}

/** Whether a path leads into a folder, or to the folder itself. */
function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && !/^\.\.([/\\]|$)/.test(way);
}

function readShard(
  text: string,
): { index: number; count: number } | undefined {
  const [, index, count] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [])
    .map(Number);
  if (!index || !count || index > count) return undefined;
  return { index, count };
}
