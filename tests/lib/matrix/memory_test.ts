/** What kept results hold on to, in a process of their own. */
import { assert, assertEquals } from "@std/assert";
import { CHECKOUT } from "../../_support/checkout.ts";
import { runDeno } from "../../_support/deno_process.ts";
import { needs } from "../../_support/permission.ts";

Deno.test(
  "Matrix keeps nothing but its own numbers: 20,000 kept among 6,000,000",
  needs("run", "read"),
  async () => {
    const { code, stdout, stderr } = await runDeno([
      "run",
      "--no-prompt",
      "--v8-flags=--expose-gc",
      "tests/_support/kept_results_program.ts",
    ], { cwd: CHECKOUT });
    assertEquals([code, stderr], [0, ""]);
    const kept: Record<string, number> = JSON.parse(stdout);
    assertEquals(Object.keys(kept), ["results", "transposes", "sums"]);
    for (const [name, bytes] of Object.entries(kept)) {
      // Six numbers are 48 bytes, and there is what every object costs.
      assert(bytes < 20_000 * 500, `20,000 ${name} hold ${bytes} bytes`);
      assert(bytes > 20_000 * 50, `${name} were not kept: ${bytes} bytes`);
    }
  },
);
