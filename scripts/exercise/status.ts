/** How running a submission ended. */
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
