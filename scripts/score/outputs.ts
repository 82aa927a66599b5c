/** Where results go, and that they may go there before long work begins. */
import { message } from "../cli/message.ts";
import { text } from "../cli/option.ts";
import { UsageError } from "../cli/usage_error.ts";
import { requireWritable } from "../cli/write_whole.ts";

/** Where a report and pictures go. */
export const pageOptions = {
  html: text({
    takes: "FILE",
    help: {
      ja: "レポートを書く HTML ファイル（例 out/report.html）",
      en: "write a report, such as out/report.html",
    },
  }),
  figures: text({
    takes: "DIR",
    help: {
      ja: "図（SVG）を書くフォルダ（例 out）",
      en: "write the pictures (SVG) into a folder, such as out",
    },
  }),
};

const isFolder = message({
  ja: "{file} はフォルダです。ファイルを指定してください。",
  en: "{file} is a folder, a file is needed.",
});
const isInput = message({
  ja: "{file} を読むと同時に書くことはできません。",
  en: "{file} cannot be read and written at once.",
});
const twoOutputs = message({
  ja: "{file} に二つのものを書くことはできません。別のファイルにしてください。",
  en: "{file} is to be written twice, each output needs a file of its own.",
});
const isNoFolder = message({
  ja: "{file} はファイルです。フォルダを指定してください。",
  en: "{file} is a file, a folder is needed.",
});

/**
 * Requires that files and folders may be written, each to a place of its own,
 * and that no input would be overwritten. Those that are undefined were not
 * asked for.
 *
 * @throws {Deno.errors.NotCapable} If a permission is missing.
 * @throws {UsageError} If an input would be overwritten, two outputs are one
 * file, a file is a folder, or a folder is a file.
 */
export function requireOutputs(
  files: readonly (string | undefined)[],
  folders: readonly (string | undefined)[],
  inputs: readonly (string | undefined)[],
): void {
  const taken = new Set<string>();
  for (const file of files) {
    if (file === undefined) continue;
    requireWritable(file);
    const found = placeOf(file);
    if (found === "folder") throw new UsageError(isFolder({ file }));
    if (
      inputs.some((input) => input !== undefined && placeOf(input) === found)
    ) {
      throw new UsageError(isInput({ file }));
    }
    if (taken.has(found)) throw new UsageError(twoOutputs({ file }));
    taken.add(found);
  }
  for (const folder of folders) {
    if (folder === undefined) continue;
    requireWritable(`${folder}/picture.svg`);
    if (isFile(folder)) throw new UsageError(isNoFolder({ file: folder }));
  }
}

/** Whether a file is there. */
export function isFile(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/**
 * Where a file really is, however its path is written; where it will be if it
 * is not there yet.
 */
function placeOf(path: string): string {
  try {
    return Deno.statSync(path).isDirectory ? "folder" : Deno.realPathSync(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    return URL.parse(path, "file:///here/")?.href ?? path;
  }
}

/** Told of a model or of predictions that were written. */
export const saved = message({
  ja: "{file} に保存しました。",
  en: "Saved to {file}.",
});
/** Told of a report. */
export const reportSaved = message({
  ja: "レポート：{file}",
  en: "Report: {file}",
});
/** Told of pictures. */
export const figuresSaved = message({
  ja: "図：{files}",
  en: "Figures: {files}",
});
