/**
 * Texts that somebody else wrote, made harmless for a page, a table and a
 * terminal.
 */
import type { Text } from "../cli/message.ts";

/**
 * A text on one line, without control characters and signs that are not seen,
 * such as those that turn the direction of writing.
 */
export function safeText(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "").trim();
}

/**
 * What a submission says of itself; the address under which it is loaded
 * becomes its usual name.
 */
export function safeMessage(text: string): string {
  return safeText(text.replace(/blob:null\/[0-9a-f-]{36}/g, "exercises.ts"));
}

/**
 * A field of a table that no spreadsheet takes for a formula: an apostrophe
 * before what begins like one, with the wide signs of a Japanese keyboard too.
 */
export function safeField(text: string): string {
  const safe = safeText(text);
  return /^[=+\-@＝＋－＠]/.test(safe) ? `'${safe}` : safe;
}

/** A text that Markdown leaves as it is. */
export function markdown(text: string): string {
  return safeText(text).replace(/[\\`*_[\]<>#|~&]/g, "\\$&");
}

/** A text as code, whatever is in it. */
export function code(text: string): string {
  const safe = safeText(text) || " ";
  const longest = Math.max(
    0,
    ...[...safe.matchAll(/`+/g)].map(([ticks]) => ticks.length),
  );
  const fence = "`".repeat(longest + 1);
  const space = longest > 0 ? " " : "";
  return fence + space + safe + space + fence;
}

/** So many are named. */
const mostNames = 10;

/** The first names of a list, with a mark where there are others. */
export function someNames(names: readonly string[]): Text {
  const some = names.slice(0, mostNames).map(safeText);
  if (names.length > mostNames) some.push("…");
  return { ja: some.join("、"), en: some.join(", ") };
}
