import { assertEquals } from "@std/assert";
import { CHECKOUT } from "./checkout.ts";
import { runDeno } from "./deno_process.ts";
import { howMany, isLong } from "./how_many.ts";
import { needs } from "./permission.ts";

Deno.test("howMany() is the sample, or all where it is asked for", () => {
  assertEquals(howMany(3, 1000), isLong ? 1000 : 3);
});

Deno.test(
  "howMany() goes by KOBAI_LONG, where it may be read",
  needs("run", "read"),
  async () => {
    const file = new URL("tests/_support/how_many.ts", CHECKOUT);
    const code =
      `import { howMany } from "${file}"; console.log(howMany(1, 2));`;
    const program = `data:application/typescript,${encodeURIComponent(code)}`;
    const printed = async (value: string, ...flags: string[]) => {
      const env = { KOBAI_LONG: value };
      const args = ["run", "--no-prompt", ...flags, program];
      return (await runDeno(args, { cwd: CHECKOUT, env })).stdout.trim();
    };
    assertEquals(await printed("1", "--allow-env=KOBAI_LONG"), "2");
    assertEquals(await printed("", "--allow-env=KOBAI_LONG"), "1");
    assertEquals(await printed("1"), "1");
  },
);
