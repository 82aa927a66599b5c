/** Arguments, answers and results as text: in feedback, and where students check themselves. */
import { fill, type Language } from "../cli/command_line.ts";
import type { Answer } from "./answers.ts";
import type { TestCase } from "./cases.ts";
import type { Fault } from "./judge.ts";
import { faultTexts, statusTexts, typeTexts } from "../grade/messages.ts";
import type { Result } from "./outcome.ts";
import type { Argument, Rows, Slope, Surface } from "./arguments.ts";
import { functionNamed } from "./tasks.ts";

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
  if ("linear" in argument) return `${name}(W) = ${surfaceText(argument)}`;
  if ("center" in argument) return `${name}(W) = ${slopeText(argument)}`;
  return `${name} = ${rowsText(argument)}`;
}

function surfaceText({ linear, square, cube, together }: Surface): string {
  return `Σ(a w + b w² + c w³)${plus(together)}(Σw)², a = ${
    rowsText(linear)
  }, ` +
    `b = ${rowsText(square)}, c = ${rowsText(cube)}`;
}

function slopeText({ center, pull, together }: Slope): string {
  return `${numberText(pull)} (W - C)${plus(together)}Σ(W - C), C = ${
    rowsText(center)
  }`;
}

/** A factor with its sign before it. */
function plus(factor: number): string {
  return ` ${factor < 0 ? "-" : "+"} ${numberText(Math.abs(factor))} `;
}

/** A right answer. */
export function answerText(answer: Answer, language: Language): string {
  if ("rows" in answer) return resultRowsText(answer.rows);
  return JSON.stringify(answer.texts[language === "ja" ? 0 : 1]);
}

/** A call's function and parameters: `softmax(scores)`. */
export function callText({ call }: TestCase): string {
  return `${call.name}(${parameterNames(call.name).join(", ")})`;
}

/** The names of a function's parameters. */
export function parameterNames(name: string): string[] {
  return functionNamed(name)!.parameters.map(({ name }) => name);
}

/** What came out: text to be set as code, or words; nothing where there is no result. */
export function resultText(
  result: Result,
  language: Language,
): { code: string } | { words: string } | undefined {
  switch (result.kind) {
    case "rows":
      return { code: resultRowsText(result.rows) };
    case "text":
      return { code: JSON.stringify(result.text) };
    case "threw":
      return { code: result.message };
    case "type": {
      const text = typeTexts[result.type];
      return { words: text === undefined ? result.type : text[language] };
    }
    default:
      return undefined;
  }
}

/** Why a result is wrong. */
export function faultText(
  { call }: TestCase,
  fault: Fault,
  result: Result,
  calls: number,
  language: Language,
): string {
  const status = result.kind === "lost"
    ? statusTexts[result.status][language]
    : "";
  return fill(faultTexts[fault], language, {
    status,
    name: call.name,
    calls,
    most: 2 * numbersIn(call.arguments[1]),
  });
}

function numbersIn(argument: Argument | undefined): number {
  return Array.isArray(argument) ? (argument as Rows).flat().length : 0;
}
