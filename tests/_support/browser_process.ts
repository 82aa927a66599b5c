/**
 * Shows a page in a browser without a window, and prints what has become of it
 * after loading: a process of its own, because a test may start Deno and no
 * browser.
 *
 * deno run -A tests/_support/browser_process.ts BROWSER FILE WIDTH
 */
import { openFile, startBrowser } from "./drive_browser.ts";

const [program = "", file = "", width] = Deno.args;
const browser = await startBrowser(program);
try {
  const view = { width: Number(width), height: 900 };
  const page = await openFile(browser, file, [], view);
  console.log(await page.content());
} finally {
  await browser.close();
}
