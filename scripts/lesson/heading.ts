/** How a cell is called. */
import type { Language } from "../cli/message.ts";
import type { Cell } from "./cell.ts";

/** The number of a cell: `4.2.3-02`. */
export function numberOf(cell: Cell): string {
  return cell.name.split("_", 2).join("-");
}

/** The heading of a cell: `4.2.3-02  Out [5]  The sum of squared errors`. */
export function headingOf(cell: Cell, language: Language): string {
  return `${numberOf(cell)}  ${cell.number[language]}  ${cell.title[language]}`;
}
