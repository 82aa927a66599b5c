/** The pictures of a lesson as files. */
import type { Language, Text } from "../cli/message.ts";
import { systemTrouble } from "../cli/system_trouble.ts";
import { UsageError } from "../cli/usage_error.ts";
import { requireWritable, writeWhole } from "../cli/write_whole.ts";
import { drawPicture } from "../figures/draw.ts";
import type { Cell } from "../lesson/cell.ts";
import { pictureId, pictureOf } from "../lesson/picture.ts";
import { runCell } from "../lesson/run.ts";

const noFigures: Text = {
  ja: "図のあるセルはありません。",
  en: "No cell has a picture.",
};

/**
 * Writes the pictures of the cells as SVG files, with colours that every
 * program reads.
 *
 * @param folder Where to; it is made if it is missing.
 * @param cells Which cells.
 * @param language The language of the pictures.
 * @returns The files' names, a line each.
 * @throws {UsageError} If the folder may not be written to.
 */
export async function writeFigures(
  folder: string,
  cells: readonly Cell[],
  language: Language,
): Promise<string> {
  const written: string[] = [];
  for (const cell of cells) {
    const picture = pictureOf(runCell(cell));
    if (picture === undefined) continue;
    const file = `${folder.replace(/\/$/, "")}/${cell.name}.svg`;
    const svg = drawPicture(picture, pictureId(cell), language, {
      place: "file",
    });
    try {
      requireWritable(file);
    } catch (error) {
      const trouble = systemTrouble(error);
      throw trouble === undefined ? error : new UsageError(trouble);
    }
    await writeWhole(file, `${svg}\n`);
    written.push(file);
  }
  return written.join("\n") || noFigures[language];
}
