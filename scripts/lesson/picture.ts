/** The picture of a cell that has run. */
import type { Picture } from "../figures/picture.ts";
import type { Outcome } from "./run.ts";

/** What a cell's picture shows; nothing if the cell has none. */
export function pictureOf({ cell, inputs, values }: Outcome): Picture | undefined {
  return cell.picture?.(inputs, values, (inputs) => cell.run(inputs));
}
