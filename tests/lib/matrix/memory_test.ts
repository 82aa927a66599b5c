/** What kept results hold on to, in a process of their own. */
import { assert, assertEquals } from "@std/assert";
import { CHECKOUT } from "../../_support/checkout.ts";
import { runDeno } from "../../_support/deno_process.ts";
import { howMany } from "../../_support/how_many.ts";
import { needs } from "../../_support/permission.ts";

const COUNT = howMany(4_000, 20_000);

Deno.test(
  `Matrix keeps nothing but its own numbers: ${COUNT} kept among ${
    300 * COUNT
  }`,
  needs("run", "read"),
  async () => {
    const { code, stdout, stderr } = await runDeno([
      "run",
      "--no-prompt",
      "--v8-flags=--expose-gc",
      "tests/_support/kept_results_program.ts",
      `${COUNT}`,
    ], { cwd: CHECKOUT });
    assertEquals([code, stderr], [0, ""]);
    const kept: Record<string, number> = JSON.parse(stdout);
    assertEquals(Object.keys(kept), ["results", "transposes", "sums"]);
    for (const [name, bytes] of Object.entries(kept)) {
      // Six numbers are 48 bytes, and there is what every object costs.
      assert(bytes < COUNT * 500, `${COUNT} ${name} hold ${bytes} bytes`);
      assert(bytes > COUNT * 50, `${name} were not kept: ${bytes} bytes`);
    }
  },
);
