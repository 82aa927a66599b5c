/** Which language a reader wants. */
import type { Language } from "./message.ts";
import { plainText } from "./plain.ts";

/**
 * The language that a command line asks for with `--lang`; else the
 * environment's where it may be read; else Japanese, which the lecture is in.
 */
export function requestedLanguage(args: readonly string[]): Language {
  const plain = args.map(plainText);
  const last = plain.findLastIndex((arg) =>
    arg === "--lang" || arg.startsWith("--lang=")
  );
  const value = plain[last]?.split("=")[1] ?? plain[last + 1];
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
