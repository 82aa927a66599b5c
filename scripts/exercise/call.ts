/**
 * Calling one of a submission's functions, and writing down what came of it.
 * (`intrinsics.ts` says why it is written so.)
 */
import { Matrix } from "kobai";
import {
  type Argument,
  type Kind,
  type Made,
  makeArgument,
  numbersOf,
} from "./arguments.ts";
import { apply, codeAt, isList, isView } from "./intrinsics.ts";

/** A call, as the grader asks for it. */
export interface Call {
  /** The name of the function. */
  readonly name: string;
  /** What becomes of each argument; four at most. */
  readonly kinds: readonly Kind[];
  readonly arguments: readonly Argument[];
}

/**
 * A list without elements would let a setter on a prototype see what is put
 * into it.
 */
type UpToFour<T> = [T] | [T, T] | [T, T, T] | [T, T, T, T];

/** More numbers than this are not looked at: no task has so many. */
export const mostNumbers = 100;
/** Texts are cut after so many characters. */
const longestText = 300;

/**
 * Calls an exported function and describes the reply as a line of ASCII text,
 * which `readReply` reads: how often a function among the arguments was called,
 * whether an argument was changed, and one of `missing TYPE`, `threw "TEXT"`,
 * `rows R C NUMBERS`, `text "TEXT"`, `type NAME`.
 *
 * @param exports What the submission exports; anything, as far as we know.
 * @param call What to call.
 * @param original The same call once more, to see what was changed.
 */
export function replyText(
  exports: unknown,
  call: Call,
  original: Call,
): string {
  let made: UpToFour<Made> | undefined;
  let told: string;
  try {
    const f = (exports as Record<string, unknown>)[call.name];
    if (typeof f !== "function") return `0 0 missing ${typeof f}`;
    made = listOf(
      call.kinds.length,
      (i) =>
        makeArgument(
          call.kinds[i]!,
          call.arguments[i]!,
          original.arguments[i]!,
        ),
    );
    const all = made;
    const values = listOf(made.length, (i) => all[i]!.value);
    told = describe(apply(f, undefined, values));
  } catch (error) {
    told = `threw ${quote(messageOf(error))}`;
  }
  return `${callsOf(made)} ${isChanged(made) ? 1 : 0} ${told}`;
}

function listOf<T>(length: number, item: (i: number) => T): UpToFour<T> {
  switch (length) {
    case 1:
      return [item(0)];
    case 2:
      return [item(0), item(1)];
    case 3:
      return [item(0), item(1), item(2)];
    default:
      return [item(0), item(1), item(2), item(3)];
  }
}

function callsOf(made: UpToFour<Made> | undefined): number {
  let calls = 0;
  for (let i = 0; made !== undefined && i < made.length; i++) {
    calls += made[i]!.calls();
  }
  return calls;
}

function isChanged(made: UpToFour<Made> | undefined): boolean {
  try {
    for (let i = 0; made !== undefined && i < made.length; i++) {
      if (made[i]!.changed()) return true;
    }
    return false;
  } catch {
    return true; // it cannot even be looked at
  }
}

function describe(value: unknown): string {
  if (typeof value === "number") return `rows 1 1 ${value}`;
  if (typeof value === "string") return `text ${quote(value)}`;
  if (typeof value !== "object") return `type ${typeof value}`;
  if (value === null) return "type null";
  if (isList(value) || isView(value)) {
    return describeList(value as ArrayLike<unknown>);
  }
  if (value instanceof Matrix) {
    const { rows, columns } = value;
    if (rows === 0 || columns === 0) return "type empty";
    if (!isSize(rows) || !isSize(columns)) return "type large";
    return describeNumbers(numbersOf(value), rows, columns);
  }
  return value instanceof Promise ? "type promise" : "type object";
}

/** A size may be anything where a submission made the list. */
function isSize(value: unknown): value is number {
  return typeof value === "number" && value >= 1 && value <= mostNumbers &&
    value % 1 === 0;
}

/** A flat list of numbers is one row. */
function describeList(list: ArrayLike<unknown>): string {
  const rows: unknown = list.length;
  if (rows === 0) return "type empty";
  if (!isSize(rows)) return "type large";
  const first = list[0];
  if (!isList(first) && !isView(first)) return describeNumbers(list, 1, rows);
  const columns: unknown = (first as ArrayLike<unknown>).length;
  if (columns === 0) return "type empty";
  if (!isSize(columns) || rows * columns > mostNumbers) return "type large";
  let numbers = "";
  for (let i = 0; i < rows; i++) {
    const row = list[i];
    if (!isList(row) && !isView(row)) return "type ragged";
    if ((row as ArrayLike<unknown>).length !== columns) return "type ragged";
    const told = numbersIn(row as ArrayLike<unknown>, columns);
    if (told === undefined) return "type elements";
    numbers += told;
  }
  return `rows ${rows} ${columns}${numbers}`;
}

function describeNumbers(
  values: ArrayLike<unknown>,
  rows: number,
  columns: number,
): string {
  if (rows * columns > mostNumbers) return "type large";
  const numbers = numbersIn(values, rows * columns);
  return numbers === undefined
    ? "type elements"
    : `rows ${rows} ${columns}${numbers}`;
}

/**
 * Numbers as text, each with a space before it; undefined if one is no number.
 */
function numbersIn(
  values: ArrayLike<unknown>,
  count: number,
): string | undefined {
  let text = "";
  for (let i = 0; i < count; i++) {
    const value = values[i];
    if (typeof value !== "number") return undefined;
    text += ` ${value}`;
  }
  return text;
}

/** What an error says; anything can be thrown. */
export function messageOf(error: unknown): string {
  try {
    if (typeof error === "object" && error !== null) {
      const { name, message } = error as Record<string, unknown>;
      if (typeof message === "string") {
        return typeof name === "string" ? `${name}: ${message}` : message;
      }
      return "(object)";
    }
    if (typeof error === "string") return error;
    return typeof error === "number" ? `${error}` : `(${typeof error})`;
  } catch {
    return "(?)";
  }
}

/** A text in quotes and in ASCII, as JSON has it. */
export function quote(text: string): string {
  let quoted = '"';
  for (let i = 0; i < text.length && i < longestText; i++) {
    const code = codeAt(text, i);
    const plain = code >= 0x20 && code < 0x7f && code !== 0x22 && code !== 0x5c;
    quoted += plain ? text[i] : escape(code);
  }
  return `${quoted}"`;
}

const hexDigits = "0123456789abcdef";

function escape(code: number): string {
  return "\\u" + hexDigits[code >> 12] + hexDigits[(code >> 8) & 15] +
    hexDigits[(code >> 4) & 15] + hexDigits[code & 15];
}
