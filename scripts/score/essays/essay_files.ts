/** Essays as text files. */
import { message } from "../../cli/message.ts";
import { FileError } from "../../table/file_error.ts";
import { openText } from "../../table/text_file.ts";

/** An essay in a file of its own. */
export interface EssayFile {
  /** The name of the file, without its folder. */
  readonly name: string;
  readonly text: string;
}

const noTexts = message({
  ja: "{folder} にテキストファイル（.txt）がありません。",
  en: "Cannot read {folder}: no text file (.txt) is in it, one is needed",
});
const noFolder = message({
  ja: "{folder} というフォルダはありません。",
  en: "Cannot read {folder}: there is no such folder",
});

/**
 * Reads an essay, in UTF-8 or Shift_JIS.
 *
 * @throws {FileError} If there is no such file, or no text in it.
 */
export async function readEssayFile(path: string): Promise<EssayFile> {
  using file = await openText(path);
  const pieces = await Array.fromAsync(file.pieces());
  return { name: path.replace(/^.*[/\\]/, ""), text: pieces.join("") };
}

/**
 * Reads every `.txt` in a folder, in the order of their names.
 *
 * @throws {FileError} If there is no such folder, or no such file in it.
 */
export async function readEssayFolder(folder: string): Promise<EssayFile[]> {
  const base = folder.replace(/(?<=.)[/\\]+$/, "");
  const names: string[] = [];
  try {
    for await (const { name, isDirectory } of Deno.readDir(folder)) {
      if (!isDirectory && /^[^.].*\.txt$/i.test(name)) names.push(name);
    }
  } catch (error) {
    if (
      error instanceof Deno.errors.NotFound ||
      error instanceof Deno.errors.NotADirectory
    ) throw new FileError(noFolder({ folder }));
    throw error;
  }
  if (names.length === 0) throw new FileError(noTexts({ folder }));
  const essays: EssayFile[] = [];
  for (const name of names.sort()) {
    const { text } = await readEssayFile(`${base}/${name}`);
    essays.push({ name, text });
  }
  return essays;
}

/** Whether a path is a folder; false where nothing is. */
export function isFolder(path: string): boolean {
  try {
    return Deno.statSync(path).isDirectory;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
