import { assertEquals } from "@std/assert";
import { systemTrouble } from "../../../scripts/cli/system_trouble.ts";
import { NotWritable } from "../../../scripts/cli/write_whole.ts";

Deno.test("systemTrouble() puts what the system refused into a sentence", () => {
  assertEquals(systemTrouble(new Deno.errors.NotCapable("no")), {
    ja: "許可がありません：no",
    en: "Not allowed: no",
  });
  const here = new NotWritable({ ja: "書けません", en: "Cannot write" });
  assertEquals(systemTrouble(here), {
    ja: "許可がありません：書けません",
    en: "Not allowed: Cannot write",
  });
  // a full disk: what Deno 2.9.6 throws is an Error and nothing more
  const full = "No space left on device (os error 28): writefile 'a'";
  assertEquals(systemTrouble(new Error(full)), {
    ja: `ファイルを使えません：${full}`,
    en: `A file cannot be used: ${full}`,
  });
});

Deno.test("systemTrouble() says nothing about other errors", () => {
  for (const error of [new Error("no"), new RangeError("no"), "no"]) {
    assertEquals(systemTrouble(error), undefined);
  }
});
