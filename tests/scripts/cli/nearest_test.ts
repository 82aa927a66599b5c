import { assertEquals } from "@std/assert";
import { nearest } from "../../../scripts/cli/nearest.ts";

Deno.test("nearest() names three that have a part most like the name", () => {
  const cells = ["4.2.1_01_network", "4.2.3_06_delta", "4.2.4_06_gradient"];
  assertEquals(nearest("gradeint", cells)[0], "4.2.4_06_gradient");
  const names = ["json", "lang", "learning-rate", "list", "seed"];
  assertEquals(nearest("lagn", names), ["lang", "learning-rate", "json"]);
  assertEquals(nearest("x", []), []);
});
