/** Reading a table with the features that are counted in its texts. */
import type { Language } from "../../cli/message.ts";
import type { Table } from "../../table/table.ts";
import {
  CountedTexts,
  type EssayTexts,
  textFeatureColumns,
} from "./essay_texts.ts";
import { openTable, type Reading } from "./open_table.ts";

/**
 * Reads a table as `openTable` does. Where there are texts, the features that
 * are theirs need not be columns: they are counted.
 *
 * @throws {FileError} If the table cannot be used.
 */
export async function openEssays(
  what: Reading & { readonly texts?: EssayTexts },
  language: Language,
): Promise<Table> {
  const { texts, features, take } = what;
  if (texts === undefined) return await openTable(what, language);
  const counted = textFeatureColumns(texts);
  const others = features.filter((name) => !counted.includes(name));
  const { errors } = texts;
  const counting = await CountedTexts.at(texts);
  const table = await openTable({
    ...what,
    features: errors === undefined ? others : [...others, errors],
    counting,
    ...(take === undefined ? {} : {
      take: (part: Table) => take(counting.addTo(part)),
    }),
  }, language);
  return take === undefined ? counting.addTo(table) : table;
}
