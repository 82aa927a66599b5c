/** The pictures of a lesson as files. */
import { drawPicture } from "../figures/draw.ts";
import { requireWritable, writeWhole } from "../cli/write_whole.ts";
import { UsageError } from "../cli/command_line.ts";
import type { Request } from "./command_line.ts";
import { message } from "./messages.ts";
import { pictureId, pictureOf } from "../lesson/picture.ts";
import { runCell } from "../lesson/run.ts";

/**
 * Writes the pictures of the cells as SVG files, the same as in the page.
 *
 * @param folder Where to; it is made if it is missing.
 * @param request Which cells, and in which language.
 * @returns The files' names, a line each.
 * @throws {UsageError} If the folder may not be written to.
 */
export async function writeFigures(
  folder: string,
  { cells, language }: Request,
): Promise<string> {
  const written: string[] = [];
  for (const cell of cells) {
    const picture = pictureOf(runCell(cell));
    if (picture === undefined) continue;
    const file = `${folder.replace(/\/$/, "")}/${cell.name}.svg`;
    const svg = drawPicture(picture, pictureId(cell), language);
    try {
      requireWritable(file);
    } catch (error) {
      if (!(error instanceof Deno.errors.NotCapable)) throw error;
      throw new UsageError(error.message);
    }
    await writeWhole(file, `${svg}\n`);
    written.push(file);
  }
  return written.join("\n") || message(language, "noFigures");
}
