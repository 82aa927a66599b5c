/** The picture of a cell that has run. */
import type { Picture } from "../figures/picture.ts";
import type { Cell, CellData } from "./cell.ts";
import type { Outcome } from "./run.ts";
import { numberOf } from "./heading.ts";

/** What a cell's picture shows; nothing if the cell has none. */
export function pictureOf(
  { cell, inputs, values }: Outcome<CellData>,
): Picture | undefined {
  return cell.picture?.(inputs, values, (inputs) => cell.run(inputs));
}

/** The name of a cell's picture inside a page. */
export function pictureId(cell: Cell): string {
  return `picture-${numberOf(cell)}`;
}
