/** Where a notebook imports the library from. */
import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { message } from "../cli/message.ts";
import { UsageError } from "../cli/usage_error.ts";

const missing = message({
  ja:
    "--kit {kit} というファイルはありません。mod.ts の URL か、{folder} から見たパス（./ か ../ で始める）を書いてください。",
  en:
    "There is no file --kit {kit}: the URL of a mod.ts is needed, or its path from {folder}, beginning with ./ or ../.",
});

/**
 * What stands in the notebook's import of the library.
 *
 * @param folder Where the notebook will be.
 * @param kit What was asked for; without it the mod.ts of this kit.
 * @returns An address, or a path as seen from the folder.
 * @throws {UsageError} If it is a file, and not there. An address in the
 * network is not asked for.
 */
export function kitFrom(folder: string, kit?: string): string {
  if (kit === undefined) {
    const own = fileURLToPath(new URL("../../mod.ts", import.meta.url));
    const path = relative(folder, own).replaceAll("\\", "/");
    return path.startsWith(".") ? path : `./${path}`;
  }
  if (/^(https?|jsr|npm):/.test(kit)) return kit;
  const isPath = /^(\.{0,2}\/|file:)/.test(kit);
  const file = kit.startsWith("file:")
    ? fileURLToPath(kit)
    : resolve(folder, kit);
  if (isPath && isFile(file)) return kit;
  throw new UsageError(missing({ kit, folder }));
}

function isFile(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch (error) {
    const { NotADirectory, NotFound } = Deno.errors;
    if (error instanceof NotFound || error instanceof NotADirectory) {
      return false;
    }
    throw error;
  }
}
