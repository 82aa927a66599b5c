/**
 * Pages as a real browser shows them.
 *
 * @module
 */
import { assertEquals } from "@std/assert";
import { CHECKOUT } from "./checkout.ts";
import { runDeno } from "./deno_process.ts";
import { programPath } from "./permission.ts";

/**
 * Opens a file in a browser without a window. Only for tests that need "run", "write" and "chromium".
 *
 * @param path The file.
 * @param width How wide the window would be.
 * @returns The page as it stands after loading and running.
 */
export async function inBrowser(path: string, width = 1000): Promise<string> {
  const { code, stdout, stderr } = await runDeno([
    ...["run", "--no-prompt", "--allow-run", "--allow-write", "--allow-env"],
    "tests/_support/browser_process.ts",
    ...[programPath("chromium"), path, String(width)],
  ], { cwd: CHECKOUT });
  assertEquals([code, stderr], [0, ""]);
  return stdout;
}
