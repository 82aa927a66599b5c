/** What the system refused, in a sentence. */
import { message, type Text } from "./message.ts";
import { NotWritable } from "./write_whole.ts";

const notAllowed = message({
  ja: "許可がありません：{error}",
  en: "Not allowed: {error}",
});
// a full disk, a folder that is a file, a name that is too long
const unusable = message({
  ja: "ファイルを使えません：{error}",
  en: "A file cannot be used: {error}",
});

/**
 * A sentence about what the system refused; undefined if an error is another.
 */
export function systemTrouble(error: unknown): Text | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof NotWritable) return notAllowed({ error: error.text });
  // Deno has no class of its own for a full disk.
  const isSystems = error.constructor.name in Deno.errors ||
    /\(os error \d+\)/.test(error.message);
  if (!isSystems) return undefined;
  const say = error instanceof Deno.errors.NotCapable ? notAllowed : unusable;
  return say({ error: error.message });
}
