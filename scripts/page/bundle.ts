/**
 * The live figure's program in one piece, the library included.
 *
 * It is made when a page is made, from the sources themselves, by the bundler
 * inside Deno (`--unstable-bundle`); the bundler comes from npm the first time.
 */

/**
 * Bundles the live figure's program.
 *
 * @returns JavaScript for a browser, which may stand in a script element.
 */
export async function bundledScript(): Promise<string> {
  const { success, errors, outputFiles } = await Deno.bundle({
    entrypoints: [new URL("live/live.ts", import.meta.url).href],
    platform: "browser",
    format: "iife",
    minify: true,
    write: false,
  });
  const script = outputFiles?.[0]?.text();
  if (!success || script === undefined) {
    const reasons = errors.map(({ text }) => text).join("; ");
    throw new TypeError(`Cannot bundle the live figure: ${reasons}`);
  }
  // Inside a string of JavaScript this means the same, and ends no script
  // element.
  return script.replaceAll("</script", "<\\/script");
}
