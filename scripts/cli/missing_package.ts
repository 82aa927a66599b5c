/** What could not be fetched, in a sentence. */
import { message, type Text } from "./message.ts";

const notFetched = message({
  ja:
    "{name} がまだ手元になく、取りに行けません。ネットワークにつないで一度実行すれば、次からはネットワークなしで動きます。",
  en:
    "{name} is not on this machine yet and cannot be fetched: run this once with a network, and it needs none afterwards.",
});

/**
 * A sentence about a package that a command loads only where it is used, and
 * that could not be fetched; undefined if an error is another.
 */
export function missingPackage(error: unknown): Text | undefined {
  if (!(error instanceof TypeError && "code" in error)) return undefined;
  if (error.code !== "ERR_MODULE_NOT_FOUND") return undefined;
  const [, name] =
    /(?:package|manifest for) ["']([^"']+)["']/.exec(error.message) ??
      /["'](https?:[^"']+)["']/.exec(error.message) ?? [];
  return name === undefined ? undefined : notFetched({ name });
}
