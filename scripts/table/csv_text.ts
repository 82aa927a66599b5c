/**
 * Tables as CSV text.
 *
 * What comes from the reader's own table goes out again as it was, also a field
 * that a spreadsheet takes for a formula (`=1+1`): the table that was read does
 * the same when it is opened, and fields that were changed could no longer be
 * joined with it.
 */

/** How rows are written. */
export interface CsvOptions {
  /** What stands between two fields, a comma if not given. */
  readonly separator?: string;
  /**
   * Whether the text begins with a byte-order mark, without which Excel takes
   * it for Shift_JIS.
   */
  readonly bom?: boolean;
}

/** So many rows go into one piece of text. */
const ROWS = 1000;

/**
 * Writes rows as CSV, as they come.
 *
 * @param rows The rows, a header among them if there is to be one.
 * @param options How they are written.
 * @returns Pieces of text, many rows each, for `writeWhole` or standard output.
 */
export function* csvText(
  rows: Iterable<readonly (string | number)[]>,
  options: CsvOptions = {},
): Generator<string> {
  const separator = options.separator ?? ",";
  if (options.bom) yield "\ufeff";
  let waiting: (readonly (string | number)[])[] = [];
  for (const row of rows) {
    waiting.push(row);
    if (waiting.length < ROWS) continue;
    yield textOf(waiting, separator);
    waiting = [];
  }
  if (waiting.length > 0) yield textOf(waiting, separator);
}

function textOf(
  rows: readonly (readonly (string | number)[])[],
  separator: string,
): string {
  const field = (value: string | number): string => {
    const text = String(value);
    // Not `stringify` of @std/csv: it leaves a CR bare, at which Excel begins a
    // row
    return /["\r\n]/.test(text) || text.includes(separator)
      ? `"${text.replaceAll('"', '""')}"`
      : text;
  };
  return rows.map((row) => `${row.map(field).join(separator)}\r\n`).join("");
}
