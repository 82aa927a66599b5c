/**
 * The sources of the compiled loops: AssemblyScript, which reads like
 * TypeScript and is none.
 *
 * @module
 */
const FOLDER = "lib/kernels/source";

/** The text of each file of a checkout, by its name. */
export function kernelSources(checkout: URL): Map<string, string> {
  const folder = new URL(`${FOLDER}/`, checkout);
  const names = [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
  return new Map(
    names.map((name) => [name, Deno.readTextFileSync(new URL(name, folder))]),
  );
}

/** A number for all that they say, which the bytes carry with them. */
export async function hashOf(sources: Map<string, string>): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify([...sources]));
  const hash = await crypto.subtle.digest("SHA-256", text);
  return new Uint8Array(hash).toHex();
}
