/** What must be in order before long work begins. */
import type { Options } from "../cli/options.ts";
import { requireWritable } from "../cli/write_whole.ts";
import { FileError } from "../table/file_error.ts";
import { countBands, type Essays } from "./essays.ts";
import { message } from "./messages.ts";
import { usage } from "./request.ts";

/**
 * Requires that files and folders may be written, each to a place of its own, and that no input
 * would be overwritten. Those that are undefined were not asked for.
 *
 * @throws {Deno.errors.NotCapable} If a permission is missing.
 * @throws {UsageError} If an input would be overwritten, two outputs are one file, a file is a
 * folder, or a folder is a file.
 */
export function requireOutputs(
  options: Options,
  files: readonly (string | undefined)[],
  folders: readonly (string | undefined)[],
  inputs: readonly (string | undefined)[],
): void {
  const taken = new Set<string>();
  for (const file of files) {
    if (file === undefined) continue;
    requireWritable(file);
    const found = placeOf(file);
    if (found === "folder") throw usage(options, "folder", { file });
    if (
      inputs.some((input) => input !== undefined && placeOf(input) === found)
    ) {
      throw usage(options, "samePath", { file });
    }
    if (taken.has(found)) throw usage(options, "twoOutputs", { file });
    taken.add(found);
  }
  for (const folder of folders) {
    if (folder === undefined) continue;
    requireWritable(`${folder}/picture.svg`);
    if (isFile(folder)) throw usage(options, "notFolder", { file: folder });
  }
}

function isFile(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** Where a file really is, however its path is written; where it will be if it is not there yet. */
function placeOf(path: string): string {
  try {
    return Deno.statSync(path).isDirectory ? "folder" : Deno.realPathSync(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    return URL.parse(path, "file:///here/")?.href ?? path;
  }
}

/**
 * Requires essays in every band, and enough for the folds.
 *
 * @throws {FileError} If there are not.
 */
export function requireEssays(essays: Essays, folds?: number): void {
  const counts = countBands(essays), rows = essays.labels.length;
  const empty = essays.bands.names.filter((_, i) => counts[i] === 0);
  if (empty.length > 0) {
    const list = empty.join(", ");
    throw new FileError((language) => message(language, "emptyBand", { list }));
  }
  if (folds !== undefined && rows < folds) {
    throw new FileError((language) =>
      message(language, "tooManyFolds", { folds, rows })
    );
  }
}
