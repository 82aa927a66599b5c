/**
 * Texts for the reader are there in Japanese and in English, wherever they
 * stand.
 */
import { assert, assertEquals } from "@std/assert";
import { CHECKOUT } from "./_support/checkout.ts";
import { needs } from "./_support/permission.ts";
import { filesBelow } from "./_support/scripts.ts";

/** What Japanese sentences have; English ones may quote a word or a column. */
const JAPANESE = /[。、「」：]/;

/** The literals behind `ja:` or `en:` in a file. */
function literals(code: string, language: "ja" | "en"): string[] {
  const parts = code.matchAll(
    /\b(ja|en):\s*("(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`|'(?:\\.|[^'\\])*')/g,
  );
  return [...parts].filter(([, key]) => key === language)
    .map(([, , text]) => text!);
}

Deno.test(
  "every text has as many literals in Japanese as in English, and no English one is Japanese",
  needs("read"),
  () => {
    let count = 0;
    for (const path of filesBelow("scripts/")) {
      const code = Deno.readTextFileSync(new URL(path, CHECKOUT));
      const ja = literals(code, "ja"), en = literals(code, "en");
      assertEquals(ja.length, en.length, path);
      count += en.length;
      for (const text of en) assert(!JAPANESE.test(text), `${path}: ${text}`);
    }
    assert(count > 300, `only ${count} texts`);
  },
);
