/**
 * Arguments, answers and results as text: in feedback, and where students check
 * themselves.
 */
import { message, type Text } from "../cli/message.ts";
import type { Answer } from "./answers.ts";
import type { Argument, Rows, Slope, Surface } from "./arguments.ts";
import type { Result } from "./reply.ts";
import { isText } from "./sizes.ts";
import type { TestCase } from "./test_case.ts";

/** The heading of a task. */
export const taskHeading = message({
  ja: "課題 {number}　{title}",
  en: "Task {number}: {title}",
});
/** Something behind what it is. */
export const labelled = message({
  ja: "{label}：{text}",
  en: "{label}: {text}",
});
/** What stands before a right answer. */
export const wantedLabel: Text = { ja: "期待する値", en: "asked for" };
/** What stands before a result. */
export const cameOutLabel: Text = { ja: "結果", en: "came out" };
/** What stands before the reason. */
export const whyLabel: Text = { ja: "理由", en: "why it is wrong" };

/** What a result is that is neither numbers nor a text. */
const typeTexts: Readonly<Record<string, Text>> = {
  boolean: { ja: "true か false", en: "true or false" },
  bigint: { ja: "bigint", en: "a bigint" },
  symbol: { ja: "symbol", en: "a symbol" },
  function: { ja: "関数", en: "a function" },
  object: { ja: "オブジェクト", en: "an object" },
  promise: {
    ja: "Promise（async の関数の結果）",
    en: "a Promise, as of an async function",
  },
  empty: { ja: "空の配列", en: "an empty list" },
  large: { ja: "大きすぎる配列", en: "a list that is too large" },
  ragged: {
    ja: "行の長さがそろっていない配列",
    en: "a list with rows of different lengths",
  },
  elements: {
    ja: "数でないものを含む配列",
    en: "a list with other things than numbers in it",
  },
};

/** With ten digits, which is more than anything is compared with. */
function numberText(value: number): string {
  return String(Number(value.toPrecision(10)));
}

/** Rows of numbers. */
function rowsText(rows: Rows): string {
  const text = rows.map((row) => `[${row.map(numberText).join(", ")}]`);
  return `[${text.join(", ")}]`;
}

/** Rows of numbers where a single number may stand for a matrix of one. */
function resultRowsText(rows: Rows): string {
  return rows.length === 1 && rows[0]!.length === 1
    ? numberText(rows[0]![0]!)
    : rowsText(rows);
}

/** An argument of a call: `x = [[1, 2]]`, and a function by its formula. */
export function argumentText(name: string, argument: Argument): string {
  if (typeof argument === "number") return `${name} = ${numberText(argument)}`;
  if (isText(argument)) return `${name} = ${JSON.stringify(argument)}`;
  if ("linear" in argument) return `${name}(W) = ${surfaceText(argument)}`;
  if ("center" in argument) return `${name}(W) = ${slopeText(argument)}`;
  return `${name} = ${rowsText(argument)}`;
}

function surfaceText({ linear, square, cube, together }: Surface): string {
  const formula = `Σ(a w + b w² + c w³)${plus(together)}(Σw)²`;
  const [a, b, c] = [linear, square, cube].map(rowsText);
  return `${formula}, a = ${a}, b = ${b}, c = ${c}`;
}

function slopeText({ center, pull, together }: Slope): string {
  const formula = `${numberText(pull)} (W - C)${plus(together)}Σ(W - C)`;
  return `${formula}, C = ${rowsText(center)}`;
}

/** A factor with its sign before it. */
function plus(factor: number): string {
  return ` ${factor < 0 ? "-" : "+"} ${numberText(Math.abs(factor))} `;
}

/** A right answer. */
export function answerText(answer: Answer): Text {
  if ("rows" in answer) return same(resultRowsText(answer.rows));
  const { ja, en } = answer.text;
  return { ja: JSON.stringify(ja), en: JSON.stringify(en) };
}

/** A text that is the same in both languages. */
function same(text: string): Text {
  return { ja: text, en: text };
}

/** A call's function and parameters: `softmax(scores)`. */
export function callText(test: TestCase): string {
  return `${test.call.name}(${parameterNames(test).join(", ")})`;
}

/** The names of the parameters of a case's function. */
export function parameterNames({ asked }: TestCase): string[] {
  return Object.keys(asked.parameters);
}

/** The arguments of a case, each with its name. */
export function argumentTexts(test: TestCase): string[] {
  return parameterNames(test).map((name, i) =>
    argumentText(name, test.call.arguments[i]!)
  );
}

/**
 * What came out: text to be set as code, or words; nothing where there is no
 * result.
 */
export function resultText(
  result: Result,
): { readonly code: string } | { readonly words: Text } | undefined {
  switch (result.kind) {
    case "rows":
      return { code: resultRowsText(result.rows) };
    case "text":
      return { code: JSON.stringify(result.text) };
    case "threw":
      return { code: result.message };
    case "type":
      return { words: typeTexts[result.type] ?? same(result.type) };
    default:
      return undefined;
  }
}
