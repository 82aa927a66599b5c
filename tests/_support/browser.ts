/**
 * Pages as a real browser shows them.
 *
 * @module
 */
import { assertEquals } from "@std/assert";
import { CHECKOUT } from "./checkout.ts";
import { runDeno } from "./deno_process.ts";
import { isLong } from "./how_many.ts";
import { programPath } from "./permission.ts";

/** A browser that pages are tried in. */
export type BrowserName = "chromium" | "firefox";

/** The browsers to try; the second one where all cases are wanted. */
export const BROWSERS: readonly BrowserName[] = isLong
  ? ["chromium", "firefox"]
  : ["chromium"];

/** A file, and how wide the window would be that shows it. */
export interface FileView {
  readonly path: string;
  readonly width?: number;
}

/**
 * Opens files in a browser without a window, which is started once for all of
 * them. Only for tests that need "run", "read" and the browser.
 *
 * @param views The files, in windows 1000 pixels wide unless they say
 * otherwise.
 * @param browser The browser.
 * @returns The pages as they stand after loading and running.
 */
export async function inBrowser(
  views: readonly FileView[],
  browser: BrowserName = "chromium",
): Promise<string[]> {
  const { code, stdout, stderr } = await runDeno([
    ...["run", "-A", "tests/_support/browser_process.ts", programPath(browser)],
    ...views.flatMap(({ path, width = 1000 }) => [path, String(width)]),
  ], { cwd: CHECKOUT });
  assertEquals([code, stderr], [0, ""]);
  return JSON.parse(stdout);
}
