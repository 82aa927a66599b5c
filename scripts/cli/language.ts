/** Which language a reader wants. */
import { peek } from "./argument.ts";
import type { Language } from "./message.ts";
import { plainText } from "./plain.ts";

/**
 * The language that a command line asks for with `--lang`; else the
 * environment's where it may be read; else Japanese, which the lecture is in.
 */
export function requestedLanguage(args: readonly string[]): Language {
  const asked = plainText(peek(args, "lang") ?? "");
  return asked === "ja" || asked === "en" ? asked : environmentLanguage();
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
