/** Files that appear whole or not at all. */
import { exitOnInterrupt } from "./interrupt.ts";
import { message, type Text } from "./message.ts";

/** How to write. */
export interface WriteOptions {
  /**
   * Stops the writing of many pieces; a single text is always written to its
   * end.
   */
  readonly signal?: AbortSignal;
}

/**
 * Writes a file beside its place and moves it there once it is whole, so that
 * nobody ever sees half of it: what stood there before stays until then, and
 * for good if writing fails or is stopped. Missing folders are made. (Only a
 * process that is killed outright leaves something behind, under a name that
 * begins with a dot and ends with `.partial`.)
 *
 * Permissions: to write and to read the folder, because Deno wants both of
 * whoever moves a file.
 *
 * @param path The file.
 * @param content Its text or bytes, or pieces of its text as they come.
 * @param options How to write.
 * @throws {Deno.errors.NotCapable} If a permission is missing; nothing has been
 * written then.
 */
export async function writeWhole(
  path: string,
  content: string | Uint8Array | Iterable<string> | AsyncIterable<string>,
  options: WriteOptions = {},
): Promise<void> {
  requireWritable(path);
  const { folder, draft } = draftOf(path);
  if (folder !== "") await Deno.mkdir(folder, { recursive: true });
  const remove = (): void => {
    try {
      Deno.removeSync(draft);
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
  };
  using _ = exitOnInterrupt();
  globalThis.addEventListener("unload", remove); // Deno.exit() unwinds nothing
  try {
    if (content instanceof Uint8Array) {
      await Deno.writeFile(draft, content, { createNew: true });
    } else if (typeof content === "string") {
      await Deno.writeTextFile(draft, content, { createNew: true });
    } else {
      await Deno.writeTextFile(draft, ReadableStream.from(content), {
        createNew: true,
        ...options,
      });
    }
    await Deno.rename(draft, path);
  } catch (error) {
    remove();
    throw error;
  } finally {
    globalThis.removeEventListener("unload", remove);
  }
}

/**
 * Requires the permissions that `writeWhole` needs, for scripts that have long
 * work to do before.
 *
 * @param path The file.
 * @throws {Deno.errors.NotCapable} If one is missing.
 */
export function requireWritable(path: string): void {
  const { folder, draft } = draftOf(path);
  const missing = (["read", "write"] as const).filter((name) =>
    [path, draft].some((path) =>
      Deno.permissions.querySync({ name, path }).state !== "granted"
    )
  );
  if (missing.length === 0) return;
  const flags = missing.map((name) => `--allow-${name}=${folder || "."}`);
  throw new NotWritable(notWritable({ path, flags: flags.join(" ") }));
}

const notWritable = message({
  ja: "{path} に書くには {flags} が必要です",
  en: "Cannot write {path}: its folder may not be used, {flags} is needed",
});

/** That a file may not be written, for whoever may allow it. */
export class NotWritable extends Deno.errors.NotCapable {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

function draftOf(path: string): { folder: string; draft: string } {
  const isWindows = Deno.build.os === "windows";
  const slash = 1 + Math.max(
    path.lastIndexOf("/"),
    isWindows ? path.lastIndexOf("\\") : -1,
  );
  const folder = path.slice(0, slash), name = path.slice(slash);
  return { folder, draft: `${folder}.${name}.${crypto.randomUUID()}.partial` };
}
