/**
 * Shows a page in a browser without a window, and prints what has become of it: a process of its
 * own, because a test may start Deno and no browser.
 *
 * deno run --allow-run --allow-write --allow-env tests/_support/browser_process.ts FILE WIDTH
 *
 * Prints JSON: the page as it stands after loading, or `null` where there is no browser.
 */
const NAMES = ["chromium", "chromium-browser", "google-chrome", "chrome"];
const [file, width] = Deno.args;

/** The page that a browser made of the file; `undefined` if there is no such browser. */
async function show(
  browser: string,
  profile: string,
): Promise<string | undefined> {
  const args = [
    ...["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"],
    ...["--disable-quic", "--disable-background-networking", "--disable-sync"],
    ...["--disable-component-update", "--hide-scrollbars"],
    ...[`--user-data-dir=${profile}`, `--window-size=${width},900`],
    ...["--dump-dom", `file://${file}`],
  ];
  try {
    const { stdout } = await new Deno.Command(browser, {
      args,
      stdin: "null",
      stderr: "null",
      signal: AbortSignal.timeout(45_000),
    }).output();
    return new TextDecoder().decode(stdout);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

const profile = await Deno.makeTempDir();
try {
  let page: string | undefined;
  for (const name of NAMES) page ??= await show(name, profile);
  console.log(JSON.stringify(page ?? null));
} finally {
  await Deno.remove(profile, { recursive: true });
}
