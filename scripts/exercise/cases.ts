/** Cases: calls of a submission's functions, read from JSON. */
import { FileError, type Saying, saying } from "../table/file_error.ts";
import { rightAnswers } from "./answers.ts";
import { caseMessages, neededTexts } from "./case_messages.ts";
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
   * `unchanged`: no argument may hold other numbers afterwards. `evaluations`: the function among the
   * arguments may be called twice for each weight at most.
   */
  readonly also?: Extra;
}

/** The cases that everybody may see. */
export const PUBLIC_CASES: URL = new URL(
  "../../examples/exercises/public_cases.json",
  import.meta.url,
);

/** A file of cases that cannot be used, where and why; the message itself is in English. */
export class CaseError extends FileError {
  override readonly name = "CaseError";
}

function caseError(
  name: keyof typeof caseMessages,
  blanks: Readonly<Record<string, string | number | Saying>> = {},
): CaseError {
  return new CaseError(saying(caseMessages[name], blanks));
}

/**
 * Reads cases from the text of a JSON file: `{ "cases": [{ "call": "softmax", "arguments": [[[1, 2]]] },
 * ...] }`, in the order of the tasks.
 *
 * @param text The text.
 * @param hidden Whether students must not see them.
 * @returns The cases, those of task 1 first.
 * @throws {CaseError} If something in it cannot be used.
 */
export function readCases(text: string, hidden: boolean): TestCase[] {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, "")); // some editors write a byte-order mark
  } catch (error) {
    throw caseError("noJson", { error: (error as Error).message });
  }
  const list = isRecord(json) ? json.cases : undefined;
  if (!Array.isArray(list)) {
    throw caseError("noCases");
  }
  const counts = new Map<number, number>();
  return list.map((item, index) => {
    try {
      return readCase(item);
    } catch (error) {
      if (!(error instanceof CaseError)) throw error;
      throw caseError("inCase", { index, problem: error.say });
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
  if (!isRecord(item)) throw caseError("noObject");
  const unknown = Object.keys(item).find((key) =>
    !["call", "arguments", "also"].includes(key)
  );
  if (unknown !== undefined) throw caseError("unknownKey", { key: unknown });
  const { call: name, arguments: values, also } = item;
  const found = functionNamed(String(name));
  if (found === undefined) {
    const names = tasks.flatMap(({ functions }) => Object.keys(functions));
    throw caseError("call", { names: names.join(", ") });
  }
  const { task, parameters } = found;
  const kinds = parameters.map(({ kind }) => kind);
  if (!Array.isArray(values) || values.length !== kinds.length) {
    const names = parameters.map((parameter) => parameter.name).join(", ");
    throw caseError("arguments", { names });
  }
  parameters.forEach(({ name, kind }, i) => {
    if (!isArgument(kind, values[i])) {
      throw caseError("argument", { name, needed: saying(neededTexts[kind]) });
    }
  });
  const call = { name: String(name), kinds, arguments: values as Argument[] };
  requireAnswer(call);
  if (also === undefined) return { task: task.number, call };
  if (also !== "unchanged" && also !== "evaluations") {
    throw caseError("also");
  }
  if (also === "evaluations" && !kinds.includes("surface")) {
    throw caseError("noEvaluations", { name: call.name });
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

/** An answer to compare with, of numbers and not too many, needs sizes that go together. */
function requireAnswer(call: Call): void {
  const isAnswerable = haveFittingSizes(call) &&
    rightAnswers(call).every((answer) => {
      if (!("rows" in answer)) return true;
      const numbers = answer.rows.flat();
      return numbers.every(Number.isFinite) && numbers.length <= mostNumbers;
    });
  if (isAnswerable) return;
  const sizes = sizesOf(call).join(", ");
  throw caseError("noAnswer", { name: call.name, sizes });
}
