/**
 * Cases: the public ones of exercises, such as are drawn from a seed, and a
 * teacher's own, read from JSON.
 */
import { message, type Text } from "../cli/message.ts";
import { replyOf, rightAnswers } from "./answers.ts";
import type { Argument, Kind, Rows } from "./arguments.ts";
import { type Call, mostNumbers } from "./call.ts";
import { drawWith } from "./draw.ts";
import { type GivenCase, type Task, taskAsking } from "./exercise.ts";
import { resultText } from "./show.ts";
import { haveFittingSizes, sizeOf, sizesOf } from "./sizes.ts";
import type { Origin, TestCase } from "./test_case.ts";

/**
 * More steps a case may not ask for: the grader goes them too, and nobody would
 * stop it.
 */
const mostSteps = 1000;

/** So many cases are drawn for each function. */
const drawnCases = 6;

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
  ja: "{name} は、大きさ {sizes} のこの値では答えを求められません{why}",
  en: "{name} has no answer for sizes {sizes}{why}",
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
  text: { ja: "文字列", en: "a text" },
  texts: { ja: "文字列の並び", en: "a list of texts" },
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
 * The public cases of tasks.
 *
 * @throws {CaseError} If one of them cannot be used.
 */
export function publicCases(tasks: readonly Task[]): TestCase[] {
  return numbered(
    tasks.flatMap((task) =>
      Object.keys(task.functions).flatMap((name) =>
        task.functions[name]!.cases.map((given) =>
          caseOf(task, name, given, "public")
        )
      )
    ),
  );
}

/**
 * Cases that are drawn for each function of tasks.
 *
 * @param seed The same seed, the same cases.
 * @throws {CaseError} If one of them cannot be used.
 */
export function drawCases(tasks: readonly Task[], seed: string): TestCase[] {
  return numbered(
    tasks.flatMap((task) =>
      Object.keys(task.functions).flatMap((name) =>
        Array.from({ length: drawnCases }, (_, index) => {
          const { draw } = task.functions[name]!;
          const given = draw(drawWith(`${seed} ${name}`, index));
          return caseOf(task, name, given, "drawn");
        })
      )
    ),
  );
}

/**
 * Reads a teacher's cases from the text of a JSON file: `{ "cases": [{ "call":
 * "softmax", "arguments": [[[1, 2]]] }, ...] }`.
 *
 * @param tasks The tasks.
 * @param text The text.
 * @param origin Where they come from.
 * @returns The cases, those of task 1 first.
 * @throws {CaseError} If something in it cannot be used.
 */
export function readCases(
  tasks: readonly Task[],
  text: string,
  origin: Origin = "hidden",
): TestCase[] {
  let json: unknown;
  try {
    // Some editors write a byte-order mark.
    json = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    throw new CaseError(noJson({ error: (error as Error).message }));
  }
  const list = isRecord(json) ? json.cases : undefined;
  if (!Array.isArray(list)) throw new CaseError(noCases);
  return numbered(list.map((item, index) => {
    try {
      return readCase(tasks, item, origin);
    } catch (error) {
      if (!(error instanceof CaseError)) throw error;
      throw new CaseError(inCase({ index, problem: error.text }));
    }
  }));
}

/** Cases by task, each with its number among those of its task. */
function numbered(cases: readonly Omit<TestCase, "number">[]): TestCase[] {
  const counts = new Map<Task, number>();
  return cases.toSorted((a, b) => a.task.number - b.task.number).map((one) => {
    const number = (counts.get(one.task) ?? 0) + 1;
    counts.set(one.task, number);
    return { ...one, number };
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readCase(
  tasks: readonly Task[],
  item: unknown,
  origin: Origin,
): Omit<TestCase, "number"> {
  if (!isRecord(item)) throw new CaseError(noObject);
  const unknown = Object.keys(item).find((key) =>
    !["call", "arguments", "also"].includes(key)
  );
  if (unknown !== undefined) throw new CaseError(unknownKey({ key: unknown }));
  const { call, arguments: values, also } = item, name = String(call);
  const task = taskAsking(tasks, name);
  if (task === undefined) {
    const names = tasks.flatMap(({ functions }) => Object.keys(functions));
    throw new CaseError(noCall({ names: names.join(", ") }));
  }
  const given = also === undefined ? values : { arguments: values, also };
  return caseOf(task, name, given as GivenCase, origin);
}

/** Anything can be given: a file may hold it, and what is drawn too. */
function caseOf(
  task: Task,
  name: string,
  given: GivenCase,
  origin: Origin,
): Omit<TestCase, "number"> {
  const asked = task.functions[name]!, { parameters } = asked;
  const { arguments: values, also } = "arguments" in Object(given)
    ? given as Exclude<GivenCase, readonly Argument[]>
    : { arguments: given as readonly Argument[], also: undefined };
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
  if (also !== undefined && also !== "unchanged" && also !== "evaluations") {
    throw new CaseError(badAlso);
  }
  if (also === "evaluations" && !kinds.includes("surface")) {
    throw new CaseError(noEvaluations({ name }));
  }
  const call: Call = { name, kinds, arguments: values };
  const test = { task, asked, origin, call, ...also && { also } };
  requireAnswer({ ...test, number: 0 });
  return test;
}

function isArgument(kind: Kind, value: unknown): boolean {
  switch (kind) {
    case "number":
      return isNumber(value);
    case "count":
      return Number.isInteger(value) && Number(value) >= 0 &&
        Number(value) <= mostSteps;
    case "text":
      return typeof value === "string";
    case "texts":
      return Array.isArray(value) &&
        value.every((one) => typeof one === "string");
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
function requireAnswer(test: TestCase): void {
  const { call: { name, arguments: values }, asked } = test;
  const answers = haveFittingSizes(asked.parameters, values)
    ? rightAnswers(test)
    : [];
  const isAnswerable = answers.length > 0 && answers.every((answer) => {
    if (!("rows" in answer)) return true;
    const numbers = answer.rows.flat();
    return numbers.every(Number.isFinite) && numbers.length <= mostNumbers;
  });
  if (isAnswerable) return;
  const sizes = sizesOf(values).join(", ");
  throw new CaseError(noAnswer({ name, sizes, why: whyNone(test) }));
}

/** What the reference gives in place of an answer, if it can be called. */
function whyNone({ asked, call }: TestCase): Text {
  const shown = haveFittingSizes(asked.parameters, call.arguments)
    ? resultText(replyOf(asked.solution, call).result)
    : undefined;
  if (shown === undefined) return { ja: "", en: "" };
  const { ja, en } = "code" in shown
    ? { ja: shown.code, en: shown.code }
    : shown.words;
  if (en.length > 80) return { ja: "", en: "" };
  return { ja: `（${ja}）`, en: ` (${en})` };
}
