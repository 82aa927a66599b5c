/** The inputs of a cell: as code, and as options of a command line. */
import { Matrix, matrix } from "kobai";
import { message, type Text } from "../cli/message.ts";
import { Misfit, type Option, valued } from "../cli/option.ts";
import { plainText } from "../cli/plain.ts";
import type { Input, Limit } from "./cell.ts";
import { valueText } from "./value_text.ts";

/** `W = array(...)`, its further rows below its first. */
export function inputLines([name, value]: [string, Input]): string {
  const text = typeof value === "string"
    ? JSON.stringify(value)
    : valueText(value);
  return `${name} = ${
    text.replaceAll("\n", "\n" + " ".repeat(name.length + 3))
  }`;
}

/** An input as one would write it on the command line. */
export function inputText(input: Input): string {
  if (input instanceof Matrix) {
    return `"${input.toArray().map((row) => row.join(",")).join(";")}"`;
  }
  return typeof input === "number" ? valueText(input) : input;
}

/** What an option takes that changes an input. */
const takes = { object: "NUMBERS", number: "X", string: "TEXT" } as const;

/** An input of a cell as an option, which changes it. */
export function inputOption(
  input: Input,
  limit?: Limit,
): Option<Input | undefined> {
  const help = { ja: "入力を変える", en: "change the input" };
  const kind = typeof input as keyof typeof takes;
  return valued(
    { takes: takes[kind], help, shown: inputText(input) },
    (written) => readInput(written, input, limit),
  );
}

const aNumber: Text = { ja: "数", en: "a number" };
const numbersSuchAs = message({
  ja: " {example} のように並べた数",
  en: "numbers such as {example}",
});

const wholeNumber: Text = { ja: "整数", en: "a whole number" };
const withinLimits = message({
  ja: "{least} 以上 {most} 以下の{kind}",
  en: "{kind} from {least} to {most}",
});
const manyWithinLimits = message({
  ja: "{kind}を {count} 個まで",
  en: "{kind}, at most {count} times",
});
/** Without a limit of its own an input has at most so many numbers. */
const MOST_NUMBERS = 2500;

/** Which numbers an input takes, as a reader is told. */
function limitText(limit: Limit, isMatrix: boolean): Text {
  const { least, most, whole, count = MOST_NUMBERS } = limit;
  const bare = whole ? wholeNumber : aNumber;
  const kind = most === Infinity
    ? bare
    : withinLimits({ least, most, kind: bare });
  return isMatrix ? manyWithinLimits({ kind, count }) : kind;
}

/**
 * Reads an input of the same kind as the one before.
 *
 * @param written What somebody wrote: an option, a field, cells of a sheet.
 * @param before The input of the cell.
 * @param limit Which numbers will do.
 * @returns The input.
 * @throws {Misfit} If it is none, or outside its limit; with what is needed.
 */
export function readInput(
  written: string,
  before: Input,
  limit: Limit = { least: -Infinity, most: Infinity },
): Input {
  if (typeof before === "string") return written;
  const isMatrix = typeof before === "object";
  const plain = plainText(written).trim();
  const words = isMatrix ? wordsOf(plain) : [[plain]];
  const rows = words.map((row) => row.map(readNumber));
  if (
    rows.some((row) => row.length !== rows[0]!.length || row.some(isNaN))
  ) {
    if (!isMatrix) throw new Misfit(limitText(limit, false));
    const needed = numbersSuchAs({ example: inputText(before) });
    throw new MatrixMisfit(needed, words);
  }
  const { least, most, whole, count = MOST_NUMBERS } = limit;
  const numbers = rows.flat();
  const fits = (value: number): boolean =>
    least <= value && value <= most && (!whole || Number.isInteger(value));
  if (numbers.length > count || !numbers.every(fits)) {
    throw new Misfit(limitText(limit, isMatrix));
  }
  return isMatrix ? matrix(rows) : numbers[0]!;
}

const noNumber = message({
  ja: "「{word}」は数ではありません。",
  en: "“{word}” is no number.",
});
const emptyPlace: Text = {
  ja: "数のないところがあります。",
  en: "A number is missing.",
};
const unevenRows = message({
  ja: "行ごとの数の個数が違います（{lengths}）。",
  en: "The rows have different lengths ({lengths}).",
});

/** Numbers that were written and cannot be read as a matrix. */
export class MatrixMisfit extends Misfit {
  /** What is wrong with them, where one sees them as they were written. */
  readonly found: Text;

  /** A misfit of these words, row by row. */
  constructor(needed: Text, words: readonly (readonly string[])[]) {
    super(needed);
    const word = words.flat().find((word) => isNaN(readNumber(word)));
    const lengths = words.map((row) => row.length).join(", ");
    this.found = word === undefined
      ? unevenRows({ lengths })
      : word === ""
      ? emptyPlace
      : noNumber({ word });
  }
}

function readNumber(plain: string): number {
  return plain === "" ? NaN : Number(plain);
}

/**
 * Rows end at a bracket, a semicolon or, where there are no brackets, a line's
 * end; numbers at a comma, a tab or a space: `[[1, 2], [3, 4]]`, `1,2;3,4`,
 * `1 2`, `１、２` and what a spreadsheet copies are all read. Between tabs an
 * empty cell is one.
 */
function wordsOf(plain: string): string[][] {
  const ends = plain.includes("[") ? /\]\s*,?\s*\[|;/ : /;\s*|\r?\n/;
  return plain.replaceAll("、", ",").replace(/^\[\s*\[|\]\s*\]$|^\[|\]$/g, "")
    .split(ends)
    .map((row) =>
      row.includes("\t")
        ? row.split("\t").map((word) => word.trim())
        : row.trim().split(/\s*,\s*|\s+/)
    );
}
