/** What the command line of a cell or a lesson says. */
import { parseArgs } from "@std/cli";
import { matrix } from "kobai";
import {
  type Language,
  requestedLanguage,
  UsageError,
} from "../cli/command_line.ts";
import { dashed } from "../cli/option.ts";
import { nearest } from "../cli/nearest.ts";
import type { Cell, Input } from "../lesson/cell.ts";
import { inputText } from "../lesson/input.ts";
import { message, type MessageName } from "./messages.ts";

/** What a reader asked for. */
export interface Request {
  readonly language: Language;
  readonly answers: boolean;
  readonly json: boolean;
  readonly color: boolean;
  readonly list: boolean;
  readonly help: boolean;
  /** The folder into which to write the pictures, instead of running anything. */
  readonly figures?: string;
  /** The cells to run. */
  readonly cells: readonly Cell[];
  /** Inputs to change; only where one cell is to run. */
  readonly changes: Record<string, Input>;
}

const flags = ["answers", "json", "color", "list", "help"];

/**
 * Reads a command line.
 *
 * @param args The arguments.
 * @param cells The cells of the lesson, or the one cell that runs by itself.
 * @param kind A single cell takes no name and has no list.
 * @returns What was asked for.
 * @throws {UsageError} If it cannot be followed.
 */
export function readCommandLine(
  args: string[],
  cells: readonly Cell[],
  kind: "lesson" | "cell",
): Request {
  const preset = requestedLanguage(args);
  const names: string[] = [];
  const inputOptions = new Set(
    cells.flatMap((cell) => Object.keys(cell.inputs).map(dashed)),
  );
  const boolean = kind === "lesson"
    ? flags
    : flags.filter((flag) => flag !== "list");
  // `--lesson FILE` has been dealt with by load.ts; here it is only a name to be near to.
  const texts = kind === "lesson" ? ["lang", "figures", "lesson"] : ["lang"];
  const known = [
    ...texts,
    ...boolean.map((flag) => flag === "color" ? "no-color" : flag),
  ];
  const parsed = parseArgs(written(args), {
    boolean,
    negatable: ["color"],
    default: { color: true },
    string: [...texts, ...inputOptions],
    unknown: (argument: string) => {
      if (!argument.startsWith("-")) {
        names.push(argument);
        return false;
      }
      const option = argument.replace(/=.*/s, "");
      throw unknownOption(preset, option, [...known, ...inputOptions]);
    },
  }) as Record<string, unknown>;
  names.push(...(parsed._ as unknown[]).map(String)); // what stands behind --
  const language = parsed.lang ?? preset;
  if (language !== "ja" && language !== "en") {
    throw usage(preset, "badLanguage", { value: String(language) });
  }
  if (parsed.help === true) return helpOnly(language, cells);
  if (names.length > (kind === "lesson" ? 1 : 0)) {
    throw kind === "lesson"
      ? usage(language, "oneName", { names: names.join(", ") })
      : usage(language, "noName", {
        name: names[0]!,
        option: [...inputOptions][0] ?? "lang",
      });
  }
  const chosen = names[0] === undefined
    ? cells
    : choose(cells, names[0], language);
  return {
    language,
    answers: parsed.answers === true,
    json: parsed.json === true,
    color: parsed.color === true,
    list: parsed.list === true,
    help: false,
    ...(parsed.figures === undefined
      ? {}
      : { figures: folderName(parsed.figures, language) }),
    cells: chosen,
    changes: readChanges(parsed, inputOptions, chosen, known, language),
  };
}

/**
 * `-h` is `--help`, though a cell may have an input h; and an option's value may begin with a minus:
 * `--scores -1,2,0`.
 */
function written(args: string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const option = joined.at(-1);
    if (/^-[\d.]/.test(arg) && option?.match(/^--[^=]+$/)) {
      joined[joined.length - 1] = `${option}=${arg}`;
    } else joined.push(arg === "-h" ? "--help" : arg);
  }
  return joined;
}

function folderName(value: unknown, language: Language): string {
  if (typeof value === "string" && value !== "") return value;
  throw usage(language, "missingValue", { option: "figures" });
}

/** Whoever asks for help gets it, whatever else is on the line. */
function helpOnly(language: Language, cells: readonly Cell[]): Request {
  const no = { answers: false, json: false, color: false, list: false };
  return { language, ...no, help: true, cells, changes: {} };
}

function choose(
  cells: readonly Cell[],
  name: string,
  language: Language,
): readonly Cell[] {
  // A file's path, or the number as a heading has it, will do.
  const wanted = name.replace(/^.*[/\\]/, "").replace(/\.ts$/, "")
    .replace(/^([\d.]+)-(?=\d)/, "$1_");
  const exact = cells.filter((cell) =>
    cell.name === wanted || shortName(cell) === wanted
  );
  if (exact.length > 0) return exact;
  const begun = cells.filter((cell) =>
    cell.name.startsWith(`${wanted}_`) || cell.section.startsWith(`${wanted}.`)
  );
  if (begun.length > 0) return begun;
  const candidates = new Set(
    cells.flatMap((cell) => [cell.section, cell.name]),
  );
  throw usage(language, "unknownCell", {
    name,
    nearest: nearest(wanted, candidates).join(", "),
  });
}

/** The name without section and number: `sum_of_squared_errors`. */
function shortName(cell: Cell): string {
  return cell.name.replace(/^[^_]*_\d+_/, "");
}

function readChanges(
  parsed: Record<string, unknown>,
  inputOptions: Iterable<string>,
  cells: readonly Cell[],
  known: readonly string[],
  language: Language,
): Record<string, Input> {
  const changes: Record<string, Input> = {};
  const inputs = cells.length === 1 ? Object.entries(cells[0]!.inputs) : [];
  for (const option of inputOptions) {
    const text = parsed[option];
    if (text === undefined) continue;
    const input = inputs.find(([name]) => dashed(name) === option);
    if (input === undefined) {
      if (cells.length > 1) throw usage(language, "inputOfOneCell", { option });
      const options = inputs.map(([name]) => dashed(name));
      throw unknownOption(language, `--${option}`, [...known, ...options]);
    }
    changes[input[0]] = readInput(option, String(text), input[1], language);
  }
  return changes;
}

function readInput(
  option: string,
  text: string,
  before: Input,
  language: Language,
): Input {
  if (text.trim() === "") throw usage(language, "missingValue", { option });
  if (typeof before === "string") return text;
  if (typeof before === "number") {
    const value = Number(text);
    if (Number.isNaN(value)) {
      throw usage(language, "badNumber", { option, value: text });
    }
    return value;
  }
  // Rows end at a bracket or a semicolon, numbers at a comma or a space: "[[1, 2], [3, 4]]",
  // "1,2;3,4" and "1 2" are all read.
  const rows = text.replace(/^\s*\[\s*\[|\]\s*\]\s*$|^\s*\[|\]\s*$/g, "")
    .split(/\]\s*,?\s*\[|;/)
    .map((row) =>
      row.trim().split(/\s*,\s*|\s+/).map((word) =>
        word === "" ? NaN : Number(word)
      )
    );
  const columns = rows[0]!.length;
  if (rows.some((row) => row.length !== columns || row.some(Number.isNaN))) {
    throw usage(language, "badMatrix", {
      option,
      value: text,
      example: inputText(before),
    });
  }
  return matrix(rows);
}

function unknownOption(
  language: Language,
  option: string,
  options: readonly string[],
): UsageError {
  const near = nearest(option.replace(/^-+/, ""), options);
  return usage(language, "unknownOption", {
    option,
    nearest: near.map((name) => `--${name}`).join(", "),
  });
}

function usage(
  language: Language,
  name: MessageName,
  blanks: Record<string, string>,
): UsageError {
  return new UsageError(message(language, name, blanks));
}
