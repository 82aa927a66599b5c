/**
 * What tests may do: start this Deno, serve on the loopback, read, write a bit.
 */

/**
 * The flags of `deno test` for the project's tests.
 *
 * @param root The project's folder, which they may read.
 * @param temporary The one folder that they may write to.
 */
export function testFlags(root: string, temporary: string): string[] {
  return [
    "--no-prompt",
    `--allow-read=${root},${temporary}`,
    `--allow-write=${temporary}`,
    `--allow-run=${Deno.execPath()}`,
    "--allow-net=127.0.0.1",
    "--allow-env=TMPDIR,TMP,TEMP,KOBAI_LONG",
  ];
}

/** Where `Deno.makeTempDir()` makes its folders, on one system or another. */
export function temporaryEnv(temporary: string): Record<string, string> {
  return { TMPDIR: temporary, TMP: temporary, TEMP: temporary };
}
