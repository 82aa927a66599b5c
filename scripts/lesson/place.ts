/** The cells of a lesson, each with its name, its file and its text. */
import type { Cell, CellData } from "./cell.ts";
import { shownCode } from "./code.ts";
import { helpersOf } from "./helpers.ts";

/**
 * Reads the text of a cell's file, so that the code shown is the code that ran.
 * Its module is loaded already, so this needs no permission.
 *
 * @param url The address of its file, which gives its name and section.
 * @param cell The cell that this file exports.
 * @returns The cell, as the readings of a lesson take it.
 * @throws {UnshownError} If its code is not marked as `code.ts` says.
 */
export async function placedCell(url: string, cell: CellData): Promise<Cell> {
  const { default: source } = await import(url, { with: { type: "text" } });
  const name = url.slice(url.lastIndexOf("/") + 1).replace(/\.ts$/, "");
  const section = name.slice(0, name.indexOf("_"));
  const kit = new URL("../../", import.meta.url).href;
  const file = url.startsWith(kit) ? url.slice(kit.length) : url;
  const { helpers, names } = await helpersOf({ ...cell, name, url, source });
  const isText = Object.keys(cell.results).length === 0;
  const code = isText
    ? ""
    : shownCode({ ...cell, name, source, helpers: names });
  return { ...cell, name, section, url, file, source, code, helpers };
}
