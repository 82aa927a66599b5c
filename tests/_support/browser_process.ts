/**
 * Shows pages in a browser without a window, and prints what has become of them
 * after loading, as a list in JSON: a process of its own, because a test may
 * start Deno and no browser.
 *
 * deno run -A tests/_support/browser_process.ts BROWSER [FILE WIDTH]...
 */
import { openFile, startBrowser } from "./drive_browser.ts";

const [program = "", ...views] = Deno.args;
const browser = await startBrowser(program);
try {
  const pages: string[] = [];
  for (let i = 0; i < views.length; i += 2) {
    const view = { width: Number(views[i + 1]), height: 900 };
    const page = await openFile(browser, views[i]!, [], view);
    pages.push(await page.content());
    await page.browserContext().close();
  }
  console.log(JSON.stringify(pages));
} finally {
  await browser.close();
}
