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
 * Opens a file in a browser without a window. Only for tests that need "run",
 * "read" and the browser.
 *
 * @param path The file.
 * @param width How wide the window would be.
 * @param browser The browser.
 * @returns The page as it stands after loading and running.
 */
export async function inBrowser(
  path: string,
  width = 1000,
  browser: "chromium" | "firefox" = "chromium",
): Promise<string> {
  const { code, stdout, stderr } = await runDeno([
    ...["run", "-A", "tests/_support/browser_process.ts"],
    ...[programPath(browser), path, String(width)],
  ], { cwd: CHECKOUT });
  assertEquals([code, stderr], [0, ""]);
  return stdout;
}
