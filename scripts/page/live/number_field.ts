/** A number in a text field, and what is said of one that cannot be read. */
import { type Language, message } from "../../cli/message.ts";
import { Misfit } from "../../cli/option.ts";
import type { Input, Limit } from "../../lesson/cell.ts";
import { MatrixMisfit, readInput } from "../../lesson/input.ts";

const unread = message({
  ja: "読めません。{needed}を書いてください。",
  en: "This cannot be read. Needed: {needed}.",
});

/** The number that was written; nothing if it is none within the limit. */
export function readNumber(written: string, limit: Limit): number | undefined {
  try {
    return readInput(written, 0, limit) as number;
  } catch {
    return undefined;
  }
}

/** What is wrong with what was written for an input; empty if nothing is. */
export function faultOf(
  written: string,
  limit: Limit | undefined,
  language: Language,
  before: Input = 0,
): string {
  try {
    readInput(written, before, limit);
    return "";
  } catch (error) {
    if (error instanceof MatrixMisfit) return error.found[language];
    if (!(error instanceof Misfit)) throw error;
    return unread({ needed: error.needed })[language];
  }
}
