import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import { runScript } from "../../../scripts/cli/run_script.ts";
import { UsageError } from "../../../scripts/cli/usage_error.ts";
import { CHECKOUT } from "../../_support/checkout.ts";
import { runDeno } from "../../_support/deno_process.ts";
import { needs } from "../../_support/permission.ts";

Deno.test(
  "runScript() says a usage error in the reader's language and ends with 2",
  needs("run", "read"),
  async () => {
    const url = (name: string) => new URL(`scripts/cli/${name}.ts`, CHECKOUT);
    const program = `
      import { runScript } from "${url("run_script")}";
      import { UsageError } from "${url("usage_error")}";
      await runScript(() => {
        throw new UsageError({ ja: "だめ", en: "no" });
      });`;
    const code = `data:application/typescript,${encodeURIComponent(program)}`;
    for (const [language, said] of [["ja", "だめ"], ["en", "no"]]) {
      const args = ["run", code, "--lang", language!];
      const ended = await runDeno(args, { cwd: CHECKOUT });
      assertEquals(ended, { code: 2, stdout: "", stderr: `${said}\n` });
    }
  },
);

Deno.test("runScript() lets other errors through", async () => {
  await assertRejects(
    () => runScript(() => Promise.reject(new RangeError("no"))),
    RangeError,
  );
  await runScript(() => {});
});

Deno.test("UsageError is an error whose message is English", () => {
  const error = new UsageError({ ja: "だめ", en: "no" });
  assertEquals([error.name, error.message, error.text.ja], [
    "UsageError",
    "no",
    "だめ",
  ]);
});

Deno.test(
  "runScript() says what the system refused and ends with 1",
  needs("run", "read"),
  async () => {
    const url = new URL("scripts/cli/run_script.ts", CHECKOUT);
    const program = `
      import { runScript } from "${url}";
      await runScript(() => Deno.readTextFileSync("x"));`;
    const code = `data:application/typescript,${encodeURIComponent(program)}`;
    const ended = await runDeno(["run", "--no-prompt", code, "--lang", "en"], {
      cwd: CHECKOUT,
    });
    assertEquals([ended.code, ended.stdout], [1, ""]);
    assertMatch(
      ended.stderr,
      /^Not allowed: Requires read access to "x"[^\n]*\n$/,
    );
  },
);
