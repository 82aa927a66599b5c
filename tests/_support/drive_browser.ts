/// <reference lib="dom" />
/**
 * A browser without a window, Chromium or Firefox, which reaches no network and
 * notes whatever it complains about. For processes that a test starts: a test
 * itself may start Deno and no browser.
 *
 * @module
 */
import puppeteer, {
  type Browser,
  type Page,
  type Viewport,
} from "puppeteer-core";

export type { Browser, ElementHandle, Page } from "puppeteer-core";

/**
 * How a page is looked at. Firefox knows no colour scheme here and no page
 * without scripts.
 */
export interface View extends Partial<Viewport> {
  readonly colorScheme?: "light" | "dark";
  readonly javaScript?: boolean;
}

/** What ends a browser that hangs; a slow machine is waited for. */
const PATIENCE_MS = 600_000;

/** Nobody listens there: what is not on the machine is not found. */
const NOWHERE = "127.0.0.1:1";

/**
 * Starts a browser: the one whose program this is.
 *
 * @param executablePath Chromium's or Firefox's program.
 * @returns The browser, to be closed.
 */
export function startBrowser(executablePath: string): Promise<Browser> {
  const common = {
    executablePath,
    defaultViewport: null,
    timeout: PATIENCE_MS,
    protocolTimeout: PATIENCE_MS,
  };
  if (executablePath.includes("firefox")) {
    const [host, port] = NOWHERE.split(":");
    return puppeteer.launch({
      ...common,
      browser: "firefox",
      extraPrefsFirefox: {
        "network.proxy.type": 1,
        "network.proxy.socks": host,
        "network.proxy.socks_port": Number(port),
        "network.proxy.socks_remote_dns": true,
        // as a user has it; the driver lets every file read every other
        "security.fileuri.strict_origin_policy": true,
      },
    });
  }
  return puppeteer.launch({
    ...common,
    args: [
      ...["--no-sandbox", "--disable-gpu", "--disable-quic"],
      `--proxy-server=socks5://${NOWHERE}`,
    ],
  });
}

/** Opens a file in a context of its own, and waits until it is loaded. */
export async function openFile(
  browser: Browser,
  file: string,
  problems: string[],
  view: View = {},
): Promise<Page> {
  const { colorScheme, javaScript = true, ...viewport } = view;
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  page.on("console", (message) => problems.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => {
    // Firefox says so where it draws a formula that it has read half of.
    if (String(error).includes("Incorrect number of children")) return;
    problems.push(`error: ${error}`);
  });
  page.on("request", (request) => {
    const url = request.url();
    if (url !== `file://${file}` && !/^(data|blob):/.test(url)) {
      problems.push(`request: ${url}`);
    }
  });
  await setViewport(page, { width: 1280, height: 720, ...viewport });
  if (colorScheme !== undefined) {
    await page.emulateMediaFeatures([
      { name: "prefers-color-scheme", value: colorScheme },
    ]);
  }
  if (!javaScript) await page.setJavaScriptEnabled(false);
  await page.goto(`file://${file}`);
  return page;
}

/** Sets a window's size, which is all of it that every Firefox knows. */
export async function setViewport(
  page: Page,
  viewport: Viewport,
): Promise<void> {
  try {
    await page.setViewport(viewport);
  } catch (error) {
    if (!String(error).includes("setScreenOrientationOverride")) throw error;
    const width = () => page.evaluate(() => innerWidth);
    await until(async () => await width() === viewport.width);
  }
}

/**
 * Waits until something is so. (The driver's own waiting compiles a text, which
 * a page may forbid.)
 */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!await isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
}
