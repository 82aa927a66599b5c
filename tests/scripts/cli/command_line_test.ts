import { assertEquals } from "@std/assert";
import { systemTrouble } from "../../../scripts/cli/command_line.ts";

Deno.test("systemTrouble() puts what the system refused into a sentence", () => {
  assertEquals(
    systemTrouble(new Deno.errors.NotCapable("no"), "en"),
    "Not allowed: no",
  );
  // a full disk: what Deno 2.9.6 throws is an Error and nothing more
  const full = new Error(
    "No space left on device (os error 28): writefile 'a'",
  );
  assertEquals(
    systemTrouble(full, "en"),
    "A file cannot be used: No space left on device (os error 28): writefile 'a'",
  );
  assertEquals(
    systemTrouble(full, "ja")!.slice(0, 11),
    "ファイルを使えません：",
  );
});

Deno.test("systemTrouble() says nothing about other errors", () => {
  for (const error of [new Error("no"), new RangeError("no"), "no"]) {
    assertEquals(systemTrouble(error, "en"), undefined);
  }
});
