import { assertEquals } from "@std/assert";
import { signalOf } from "../../../scripts/grade/second_wall.ts";
import { CHECKOUT } from "../../_support/checkout.ts";
import { runDeno } from "../../_support/deno_process.ts";
import { needs } from "../../_support/permission.ts";

Deno.test(
  "behindWall() leaves a program its own cache, and nothing of anybody else [bwrap]",
  needs("run", "read", "bwrap"),
  async () => {
    const { stdout, stderr } = await runDeno(
      ["run", "-A", "tests/scripts/grade/try_second_wall.ts"],
      { cwd: CHECKOUT },
    );
    assertEquals(stderr, "");
    assertEquals(JSON.parse(stdout), ["readsItself", "writesItsCache"]);
  },
);

Deno.test("signalOf() reads bubblewrap's exit code", () => {
  const ended = (code: number, signal: Deno.Signal | null = null) =>
    signalOf({ success: false, code, signal });
  assertEquals(ended(0), null);
  assertEquals(ended(1), null);
  assertEquals(ended(152), "SIGXCPU");
  assertEquals(ended(137), "SIGKILL");
  assertEquals(ended(130, "SIGINT"), "SIGINT");
});
