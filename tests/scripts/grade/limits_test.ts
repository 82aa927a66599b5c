import { assertEquals } from "@std/assert";
import { clockSeconds } from "../../../scripts/grade/limits.ts";

Deno.test("clockSeconds() waits six times the processor time, where that has a limit", () => {
  assertEquals(clockSeconds({ path: "/bin/sh", exec: "exec" }, 2), 12);
  assertEquals(clockSeconds(undefined, 2), 2);
});
