/** What a page may load: nothing from anywhere. */

/**
 * The content-security policy of a page.
 *
 * @param script Its program: no other runs, and the library's compiled loops
 * are inside it.
 * @param others Where else a program may come from; nowhere if not given.
 */
export async function policyOf(script: string, others = ""): Promise<string> {
  const bytes = await crypto.subtle.digest(
    "SHA-256",
    new TextEncoder().encode(script),
  );
  const hash = new Uint8Array(bytes).toBase64();
  return `default-src 'none'; style-src 'unsafe-inline'; img-src data:; ` +
    `font-src data:; script-src 'sha256-${hash}' 'wasm-unsafe-eval'` +
    `${others && ` ${others}`}; worker-src blob:`;
}
