/**
 * What came of a submission and of each call, read from the lines that tell it.
 * Nothing in them is taken on trust.
 */
import type { Text } from "../cli/message.ts";

/** Every status, the ordinary one first. */
export const statuses = [
  "graded",
  "load error",
  "timeout",
  "killed",
  "output limit",
  "protocol error",
] as const;

/**
 * - `graded`: every call came to an end.
 * - `load error`: the file cannot be read as a program, or fails while it is
 *   loaded.
 * - `timeout`: stopped at the time limit.
 * - `killed`: the system or V8 stopped it, mostly because it wanted too much
 *   memory.
 * - `output limit`: stopped because it printed too much.
 * - `protocol error`: it ended by itself before all calls were made, or meddled
 *   with the answers.
 */
export type Status = typeof statuses[number];

/** What every status is called. */
export const statusTexts: Readonly<Record<Status, Text>> = {
  graded: { ja: "採点済み", en: "graded" },
  "load error": { ja: "読み込みエラー", en: "load error" },
  timeout: { ja: "時間切れ", en: "timeout" },
  killed: { ja: "強制終了", en: "killed" },
  "output limit": { ja: "出力超過", en: "output limit" },
  "protocol error": { ja: "途中終了", en: "protocol error" },
};

/** A result, or why there is none. */
export type Result =
  | { readonly kind: "rows"; readonly rows: readonly (readonly number[])[] }
  | { readonly kind: "text"; readonly text: string }
  /** Neither numbers nor a text; `undefined`, `object`, `ragged` and so on. */
  | { readonly kind: "type"; readonly type: string }
  /** No such function is exported, but perhaps something else of that name. */
  | { readonly kind: "missing"; readonly type: string }
  | { readonly kind: "threw"; readonly message: string }
  /** It never came: the process was stopped, or stopped by itself. */
  | { readonly kind: "lost"; readonly status: Status };

/** What came of a call. */
export interface Reply {
  readonly result: Result;
  /** How often the function among the arguments was called. */
  readonly calls: number;
  /** Whether an argument holds other numbers than before. */
  readonly changed: boolean;
}

/** A reply where there is no result. */
export function lost(status: Status): Reply {
  return { result: { kind: "lost", status }, calls: 0, changed: false };
}

/**
 * Reads a reply from the text that `replyText` in the sandbox wrote.
 *
 * @param text The text, without its signature.
 * @returns The reply; undefined if this is none.
 */
export function readReply(text: string): Reply | undefined {
  const [, calls, changed, rest] = /^(\d{1,15}) ([01]) (.*)$/.exec(text) ?? [];
  if (rest === undefined) return undefined;
  const result = readResult(rest);
  return result && { result, calls: Number(calls), changed: changed === "1" };
}

function readResult(text: string): Result | undefined {
  const [, kind, rest = ""] = /^([a-z]+) (.*)$/.exec(text) ?? [];
  switch (kind) {
    case "rows":
      return readRows(rest);
    case "text": {
      const text = readText(rest);
      return text === undefined ? undefined : { kind, text };
    }
    case "threw": {
      const message = readText(rest);
      return message === undefined ? undefined : { kind, message };
    }
    case "type":
    case "missing":
      return /^[a-z]{1,9}$/.test(rest) ? { kind, type: rest } : undefined;
  }
}

const number = /^(NaN|-?Infinity|-?\d+(\.\d+)?(e[+-]\d+)?)$/;

function readRows(text: string): Result | undefined {
  const [, head, tail] = /^([1-9]\d{0,2} [1-9]\d{0,2}) (.+)$/.exec(text) ?? [];
  if (head === undefined || tail === undefined) return undefined;
  const [rows, columns] = head.split(" ").map(Number) as [number, number];
  const words = tail.split(" ");
  if (words.length !== rows * columns) return undefined;
  if (!words.every((word) => number.test(word))) return undefined;
  const numbers = words.map(Number);
  return {
    kind: "rows",
    rows: Array.from(
      { length: rows },
      (_, i) => numbers.slice(i * columns, (i + 1) * columns),
    ),
  };
}

/** A text as `quote` in the sandbox writes it. */
export function readText(text: string): string | undefined {
  return /^"([ !#-[\]-~]|\\u[0-9a-f]{4})*"$/.test(text)
    ? JSON.parse(text)
    : undefined;
}
