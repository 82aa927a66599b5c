/**
 * Pages and notebooks, made as a user makes them.
 *
 * @module
 */
import { assertEquals } from "@std/assert";
import { CHECKOUT } from "./checkout.ts";
import { runDeno } from "./deno_process.ts";

const FLAGS = [
  ...["run", "--no-prompt", "--unstable-bundle"],
  ...["--allow-env=LC_ALL,LC_MESSAGES,LANG", "--allow-read", "--allow-write"],
];

/**
 * Runs `scripts/page.ts` or `scripts/notebook.ts` with the flags of its header,
 * and requires that it ends well.
 *
 * @param script Its name.
 * @param args Its arguments.
 * @returns What it printed.
 */
export async function make(
  script: "page" | "notebook",
  ...args: string[]
): Promise<string> {
  const { code, stdout, stderr } = await runDeno(
    [...FLAGS, `scripts/${script}.ts`, ...args],
    { cwd: CHECKOUT, env: { LC_ALL: "", LC_MESSAGES: "", LANG: "" } },
  );
  assertEquals([code, stderr], [0, ""]);
  return stdout;
}
