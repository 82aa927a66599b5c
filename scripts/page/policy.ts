/** What a page may load: nothing from anywhere. */

/**
 * The content-security policy of a page.
 *
 * @param scripts Its programs: no others run, and the library's compiled loops
 * are inside them.
 * @param others Where else a program may come from; nowhere if not given.
 */
export async function policyOf(
  scripts: readonly string[],
  others = "",
): Promise<string> {
  const hashes = await Promise.all(scripts.map(hashOf));
  return `default-src 'none'; style-src 'unsafe-inline'; img-src data:; ` +
    `font-src data:; script-src ${hashes.join(" ")} 'wasm-unsafe-eval'` +
    `${others && ` ${others}`}; worker-src blob:`;
}

async function hashOf(script: string): Promise<string> {
  const bytes = new TextEncoder().encode(script);
  const hash = await crypto.subtle.digest("SHA-256", bytes);
  return `'sha256-${new Uint8Array(hash).toBase64()}'`;
}
