/**
 * Shows a page in a browser without a window, and prints what has become of it after loading: a
 * process of its own, because a test may start Deno and no browser.
 *
 * deno run --allow-run --allow-write --allow-env tests/_support/browser_process.ts BROWSER FILE WIDTH
 */
const [browser = "", file, width] = Deno.args;

const profile = await Deno.makeTempDir();
try {
  const { stdout } = await new Deno.Command(browser, {
    args: [
      ...["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"],
      ...["--disable-quic", "--disable-background-networking"],
      ...["--disable-sync", "--disable-component-update", "--hide-scrollbars"],
      ...[`--user-data-dir=${profile}`, `--window-size=${width},900`],
      ...["--dump-dom", `file://${file}`],
    ],
    stdin: "null",
    stderr: "null",
    signal: AbortSignal.timeout(45_000),
  }).output();
  await Deno.stdout.write(stdout);
} finally {
  await Deno.remove(profile, { recursive: true });
}
