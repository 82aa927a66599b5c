/** The inputs of a cell: as code, and as options of a command line. */
import { Matrix, matrix } from "kobai";
import { message, type Text } from "../cli/message.ts";
import { Misfit, type Option, valued } from "../cli/option.ts";
import { plainText } from "../cli/plain.ts";
import type { Input } from "./cell.ts";
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
export function inputOption(input: Input): Option<Input | undefined> {
  const help = { ja: "入力を変える", en: "change the input" };
  const kind = typeof input as keyof typeof takes;
  return valued(
    { takes: takes[kind], help, shown: inputText(input) },
    (written) => readInput(written, input),
  );
}

const aNumber: Text = { ja: "数", en: "a number" };
const numbersSuchAs = message({
  ja: " {example} のように並べた数",
  en: "numbers such as {example}",
});

/** Reads an input of the same kind as the one before. */
function readInput(written: string, before: Input): Input {
  if (typeof before === "string") return written;
  if (typeof before === "number") {
    const value = Number(plainText(written));
    if (Number.isNaN(value)) throw new Misfit(aNumber);
    return value;
  }
  const rows = readRows(written);
  const [first] = rows;
  if (rows.some((row) => row.length !== first!.length || row.some(isNaN))) {
    throw new Misfit(numbersSuchAs({ example: inputText(before) }));
  }
  return matrix(rows);
}

/**
 * Rows end at a bracket or a semicolon, numbers at a comma or a space:
 * `[[1, 2], [3, 4]]`, `1,2;3,4`, `1 2` and `１、２` are all read. What is no
 * number becomes NaN.
 */
function readRows(written: string): number[][] {
  return plainText(written).replaceAll("、", ",")
    .replace(/^\s*\[\s*\[|\]\s*\]\s*$|^\s*\[|\]\s*$/g, "")
    .split(/\]\s*,?\s*\[|;/)
    .map((row) =>
      row.trim().split(/\s*,\s*|\s+/).map((word) =>
        word === "" ? NaN : Number(word)
      )
    );
}
