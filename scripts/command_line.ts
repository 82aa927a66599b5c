/** What every script's command line has in common: a language, and errors. */

/** A text for the reader, in both languages. */
export interface Text {
  readonly ja: string;
  readonly en: string;
}

/** The languages that the kit speaks on screen. */
export type Language = keyof Text;

/** A command line that cannot be followed; the message is for the reader. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Runs a script's main function. A usage error becomes one line on standard
 * error and exit code 2.
 */
export async function runScript(
  main: () => void | Promise<void>,
): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    Deno.exitCode = 2;
  }
}

const systemTexts = {
  notAllowed: { ja: "許可がありません：{error}", en: "Not allowed: {error}" },
  // a full disk, a folder that is a file, a name that is too long
  other: {
    ja: "ファイルを使えません：{error}",
    en: "A file cannot be used: {error}",
  },
} as const satisfies Record<string, Text>;

/** A sentence about what the system refused; undefined if an error is another. */
export function systemTrouble(
  error: unknown,
  language: Language,
): string | undefined {
  if (!(error instanceof Error)) return undefined;
  // Deno has no class of its own for a full disk.
  const isSystems = error.constructor.name in Deno.errors ||
    /\(os error \d+\)/.test(error.message);
  if (!isSystems) return undefined;
  const text = error instanceof Deno.errors.NotCapable
    ? systemTexts.notAllowed
    : systemTexts.other;
  return fill(text, language, { error: error.message });
}

/**
 * The language that a command line asks for with `--lang`; else the environment's
 * where it may be read; else Japanese, which the lecture is in.
 */
export function requestedLanguage(args: readonly string[]): Language {
  const last = args.findLastIndex((arg) =>
    arg === "--lang" || arg.startsWith("--lang=")
  );
  const value = args[last]?.split("=")[1] ?? args[last + 1];
  if (last >= 0 && (value === "ja" || value === "en")) return value;
  return environmentLanguage();
}

function environmentLanguage(): Language {
  for (const variable of ["LC_ALL", "LC_MESSAGES", "LANG"]) {
    const permission = { name: "env", variable } as const;
    if (Deno.permissions.querySync(permission).state !== "granted") continue;
    const value = Deno.env.get(variable);
    if (value) return /^(ja|C|POSIX)([._]|$)/.test(value) ? "ja" : "en";
  }
  return "ja";
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
