/**
 * Pages as a real browser shows them.
 *
 * @module
 */
import { assertEquals } from "@std/assert";
import { CHECKOUT } from "./checkout.ts";
import { runDeno } from "./deno_process.ts";

/**
 * Opens a file in a browser without a window.
 *
 * @param path The file.
 * @param width How wide the window would be.
 * @returns The page as it stands after loading and running; where there is no browser `undefined`,
 * and a message.
 */
export async function inBrowser(
  path: string,
  width = 1000,
): Promise<string | undefined> {
  const { code, stdout, stderr } = await runDeno([
    ...["run", "--no-prompt", "--allow-run", "--allow-write", "--allow-env"],
    ...["tests/_support/browser_process.ts", path, String(width)],
  ], { cwd: CHECKOUT });
  assertEquals([code, stderr], [0, ""]);
  const page = JSON.parse(stdout);
  if (page !== null) return page;
  console.warn(
    "There is no chromium here: what a browser shows was not tested " +
      "(ブラウザーがないので、表示は確かめていません)",
  );
}
