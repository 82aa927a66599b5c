/** A browser without a window, which reaches no network and notes whatever it complains about. */
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";

/** Starts the browser. */
export function startBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
      ...["--disable-background-networking", "--disable-component-update"],
      "--disable-sync",
    ],
  });
}

/** Opens a file in a context of its own, with the network cut off. */
export async function openFile(
  browser: Browser,
  file: string,
  problems: string[],
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ offline: true, ...options });
  const page = await context.newPage();
  page.on("console", (message) => problems.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (url !== `file://${file}` && !url.startsWith("data:")) {
      problems.push(`request: ${url}`);
    }
  });
  await page.goto(`file://${file}`);
  return page;
}
