/** Cases: calls of a submission's functions, read from JSON. */
import { message, type Text } from "../cli/message.ts";
import { rightAnswers } from "./answers.ts";
import type { Argument, Kind, Rows } from "./arguments.ts";
import { type Call, mostNumbers } from "./call.ts";
import { haveFittingSizes, sizeOf, sizesOf } from "./sizes.ts";
import { functionNamed, mostSteps, tasks } from "./tasks.ts";

/** What a case asks for besides the right result. */
export type Extra = "unchanged" | "evaluations";

/** A call that a submission is judged by. */
export interface TestCase {
  /** The number of its task. */
  readonly task: number;
  /** Counted from 1 in its task, hidden cases apart. */
  readonly number: number;
  /** Whether its argument and result must not be told to the student. */
  readonly hidden: boolean;
  readonly call: Call;
  /**
   * `unchanged`: no argument may hold other numbers afterwards. `evaluations`:
   * the function among the arguments may be called twice for each weight at
   * most.
   */
  readonly also?: Extra;
}

const noJson = message({
  ja: "JSON として読めません（{error}）",
  en: "it is no JSON ({error})",
});
const noCases: Text = {
  ja: '{ "cases": [...] } の形が必要です',
  en: '{ "cases": [...] } is needed',
};
const inCase = message({
  ja: "cases[{index}]：{problem}",
  en: "cases[{index}]: {problem}",
});
const noObject: Text = {
  ja: "オブジェクトが必要です",
  en: "an object is needed",
};
const unknownKey = message({
  ja: "「{key}」は使えません",
  en: '"{key}" is not known here',
});
const noCall = message({
  ja: '"call" は {names} のどれかです',
  en: '"call" must be one of {names}',
});
const noArguments = message({
  ja: '"arguments" には ({names}) に渡す値を並べてください',
  en: '"arguments" must be a list for ({names})',
});
const badArgument = message({
  ja: "{name} には、{needed}が必要です",
  en: "{name} must be {needed}",
});
const badAlso: Text = {
  ja: '"also" は "unchanged" か "evaluations" です',
  en: '"also" must be "unchanged" or "evaluations"',
};
const noEvaluations = message({
  ja: "{name} には数える計算がありません",
  en: "{name} has no evaluations to count",
});
const noAnswer = message({
  ja: "{name} は、大きさ {sizes} のこの値では答えを求められません",
  en: "{name} has no answer for sizes {sizes}",
});

const rows: Text = {
  ja: "長さのそろった数の並び（[[1, 2], [3, 4]] など）",
  en: "rows of numbers, all of one length",
};
const wholeNumber = message({
  ja: "0 から {most} までの整数",
  en: "a whole number from 0 to {most}",
});
/** What an argument has to be. */
const neededTexts: Readonly<Record<Kind, Text>> = {
  matrix: rows,
  rows,
  number: { ja: "数", en: "a number" },
  count: wholeNumber({ most: mostSteps }),
  surface: {
    ja:
      '同じ大きさの数の並び "linear"、"square"、"cube" と、数 "together" を持つオブジェクト',
    en:
      'an object with rows of numbers "linear", "square" and "cube", all of one size, and a number "together"',
  },
  slope: {
    ja: '数の並び "center" と、数 "pull"、"together" を持つオブジェクト',
    en:
      'an object with rows of numbers "center" and numbers "pull" and "together"',
  },
};

/** A file of cases that cannot be used: where, and why. */
export class CaseError extends RangeError {
  override readonly name = "CaseError";
  /** What is wrong, in both languages. */
  readonly text: Text;

  /** An error that says what is wrong. */
  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

/**
 * Reads cases from the text of a JSON file, in the order of the tasks:
 * `{ "cases": [{ "call": "softmax", "arguments": [[[1, 2]]] }, ...] }`.
 *
 * @param text The text.
 * @param hidden Whether students must not see them.
 * @returns The cases, those of task 1 first.
 * @throws {CaseError} If something in it cannot be used.
 */
export function readCases(text: string, hidden: boolean): TestCase[] {
  let json: unknown;
  try {
    // Some editors write a byte-order mark.
    json = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    throw new CaseError(noJson({ error: (error as Error).message }));
  }
  const list = isRecord(json) ? json.cases : undefined;
  if (!Array.isArray(list)) throw new CaseError(noCases);
  const counts = new Map<number, number>();
  return list.map((item, index) => {
    try {
      return readCase(item);
    } catch (error) {
      if (!(error instanceof CaseError)) throw error;
      throw new CaseError(inCase({ index, problem: error.text }));
    }
  }).sort((a, b) => a.task - b.task).map((one) => {
    const number = (counts.get(one.task) ?? 0) + 1;
    counts.set(one.task, number);
    return { ...one, number, hidden };
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readCase(item: unknown): Omit<TestCase, "number" | "hidden"> {
  if (!isRecord(item)) throw new CaseError(noObject);
  const unknown = Object.keys(item).find((key) =>
    !["call", "arguments", "also"].includes(key)
  );
  if (unknown !== undefined) throw new CaseError(unknownKey({ key: unknown }));
  const { call: name, arguments: values, also } = item;
  const found = functionNamed(String(name));
  if (found === undefined) {
    const names = tasks.flatMap(({ functions }) => Object.keys(functions));
    throw new CaseError(noCall({ names: names.join(", ") }));
  }
  const { task, parameters } = found;
  const names = Object.keys(parameters);
  const kinds = Object.values(parameters).map(({ kind }) => kind);
  if (!Array.isArray(values) || values.length !== kinds.length) {
    throw new CaseError(noArguments({ names: names.join(", ") }));
  }
  kinds.forEach((kind, i) => {
    if (!isArgument(kind, values[i])) {
      throw new CaseError(
        badArgument({ name: names[i]!, needed: neededTexts[kind] }),
      );
    }
  });
  const call = { name: String(name), kinds, arguments: values as Argument[] };
  requireAnswer(call);
  if (also === undefined) return { task: task.number, call };
  if (also !== "unchanged" && also !== "evaluations") {
    throw new CaseError(badAlso);
  }
  if (also === "evaluations" && !kinds.includes("surface")) {
    throw new CaseError(noEvaluations({ name: call.name }));
  }
  return { task: task.number, call, also };
}

function isArgument(kind: Kind, value: unknown): boolean {
  switch (kind) {
    case "number":
      return isNumber(value);
    case "count":
      return Number.isInteger(value) && Number(value) >= 0 &&
        Number(value) <= mostSteps;
    case "matrix":
    case "rows":
      return isRows(value);
    case "surface": {
      if (!isRecord(value)) return false;
      const tables = [value.linear, value.square, value.cube];
      return tables.every(isRows) && isNumber(value.together) &&
        new Set(tables.map((rows) => sizeOf(rows as Rows))).size === 1;
    }
    case "slope":
      return isRecord(value) && isRows(value.center) && isNumber(value.pull) &&
        isNumber(value.together);
  }
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function isRows(value: unknown): value is Rows {
  return Array.isArray(value) && value.length > 0 &&
    value.every((row) =>
      Array.isArray(row) && row.length > 0 &&
      row.length === value[0].length && row.every(isNumber)
    );
}

/**
 * An answer to compare with, of numbers and not too many, needs sizes that go
 * together.
 */
function requireAnswer(call: Call): void {
  const isAnswerable = haveFittingSizes(call) &&
    rightAnswers(call).every((answer) => {
      if (!("rows" in answer)) return true;
      const numbers = answer.rows.flat();
      return numbers.every(Number.isFinite) && numbers.length <= mostNumbers;
    });
  if (isAnswerable) return;
  const sizes = sizesOf(call).join(", ");
  throw new CaseError(noAnswer({ name: call.name, sizes }));
}
