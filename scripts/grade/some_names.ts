/** Names in a message. */
import type { Language } from "../cli/command_line.ts";
import { safeText } from "./safe_text.ts";

/** So many are named. */
const MOST = 10;

/** The first names, with a mark where there are others. */
export function someNames(
  names: readonly string[],
  language: Language,
): string {
  const some = names.slice(0, MOST).map(safeText);
  if (names.length > MOST) some.push("…");
  return some.join(language === "ja" ? "、" : ", ");
}
