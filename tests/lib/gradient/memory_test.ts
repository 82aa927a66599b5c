/** What gradients and losses hold on to, in a process of their own. */
import { assert, assertEquals } from "@std/assert";
import { CHECKOUT } from "../../_support/checkout.ts";
import { runDeno } from "../../_support/deno_process.ts";
import { howMany } from "../../_support/how_many.ts";
import { needs } from "../../_support/permission.ts";

const MEGABYTE = 2 ** 20;
const COUNT = howMany(4_000, 20_000);

Deno.test(
  `gradient() keeps nothing alive: ${
    5 * COUNT
  } of them, and ${COUNT} kept losses`,
  needs("run", "read"),
  async () => {
    const { code, stdout, stderr } = await runDeno([
      "run",
      "--no-prompt",
      "--v8-flags=--expose-gc",
      "tests/_support/memory_program.ts",
      `${COUNT}`,
    ], { cwd: CHECKOUT });
    assertEquals([code, stderr], [0, ""]);
    const { gradients, ...kept }: {
      gradients: number[];
      [losses: string]: number | number[];
    } = JSON.parse(stdout);
    const growth = Math.max(...gradients) - Math.min(...gradients);
    assert(growth < MEGABYTE, `the heap moved by ${growth}: ${gradients}`);
    assertEquals(Object.keys(kept), [
      "losses",
      "values",
      "detached",
      "followed",
    ]);
    for (const [name, bytes] of Object.entries(kept)) {
      // What the engine compiles in the meantime counts, too.
      const most = COUNT * 510 + MEGABYTE / 4;
      assert((bytes as number) < most, `${COUNT} ${name}: ${bytes}`);
      assert((bytes as number) > COUNT, `${name} were not kept: ${bytes}`);
    }
  },
);
