/** Where essays stand in their table, so that one can look at them. */
import { shortened } from "../../figures/text_width.ts";
import type { Table } from "../../table/table.ts";
import type { EssayTexts } from "./essay_texts.ts";
import { holdsTexts, namesEssays } from "./groups.ts";

/** What is known of an essay besides its numbers. */
export interface EssayPlaces {
  /** The line of the file on which an essay begins, counted from 1. */
  readonly lineOf: (row: number) => number;
  /** The column whose values name the essays, if there is one. */
  readonly ids?: { readonly name: string; readonly cells: readonly string[] };
  /** How each essay begins, if its text is there. */
  readonly beginningOf?: (row: number) => string;
}

/** So many letters of an essay are looked at, and so wide a text is shown. */
const LETTERS = 200, PIXELS = 240;

/** Where the essays of a table stand. */
export function placesOf(table: Table, texts?: EssayTexts): EssayPlaces {
  const { lineOf } = table;
  const named = table.texts.filter(({ name }) => namesEssays(name))
    .map((column) => ({ column, values: new Set(column.cells).size }))
    .sort((a, b) => b.values - a.values);
  const ids = named[0]?.column;
  // Where essays are files, their contents stand in a column of this name.
  const wanted = texts?.folder === undefined ? texts?.column : "text";
  const own = table.texts.find(({ name }) => name === wanted) ??
    table.texts.find(({ name }) => holdsTexts(name));
  return {
    lineOf,
    ...(ids === undefined ? {} : { ids }),
    ...(own === undefined
      ? {}
      : { beginningOf: (row) => beginning(own.cells[row]!) }),
  };
}

function beginning(text: string): string {
  const plain = text.slice(0, LETTERS).replace(/\s+/g, " ").trim();
  return shortened(plain, PIXELS);
}
