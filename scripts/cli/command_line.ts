/** The old names, for rooms that still have tables of texts; goes when the last is gone. */
import type { Language, Text } from "./message.ts";
import * as trouble from "./system_trouble.ts";
import { UsageError as NewUsageError } from "./usage_error.ts";

export { requestedLanguage } from "./language.ts";
export type { Language, Text } from "./message.ts";
export { runScript } from "./run_script.ts";

/** A command line that cannot be followed, said in the reader's language. */
export class UsageError extends NewUsageError {
  /** An error with one text for whichever language. */
  constructor(text: string) {
    super({ ja: text, en: text });
  }
}

/** A sentence about what the system refused, in one language. */
export function systemTrouble(
  error: unknown,
  language: Language,
): string | undefined {
  return trouble.systemTrouble(error)?.[language];
}

/** A message of a table in one language, with its `{blanks}` filled in. */
export function fill(
  text: Text,
  language: Language,
  blanks: Readonly<Record<string, string | number>> = {},
): string {
  return text[language].replace(
    /\{(\w+)\}/g,
    (blank, key) => String(blanks[key] ?? blank),
  );
}
