/**
 * The cells of a CSV text, each with the place where it stands, so that one can
 * be changed and every other byte stays.
 */

/** A cell. */
export interface Cell {
  /** What it says, without quotes. */
  readonly text: string;
  /** Where it begins and ends in the whole text, with its quotes. */
  readonly start: number;
  readonly end: number;
}

/**
 * The rows of a text that are not empty.
 *
 * @param text The text.
 * @param separator What stands between two cells.
 * @returns Undefined if a quote never ends.
 */
export function cellsOf(
  text: string,
  separator: string,
): Cell[][] | undefined {
  const rows: Cell[][] = [];
  let row: Cell[] = [], at = 0;
  const endRow = () => {
    if (row.length > 1 || row[0]?.text !== "") rows.push(row);
    row = [];
  };
  while (at < text.length) {
    const cell = cellAt(text, at, separator);
    if (cell === undefined) return undefined;
    row.push(cell);
    at = cell.end;
    const isLast = text[at] !== separator;
    if (isLast) endRow();
    at += text.startsWith("\r\n", at) ? 2 : 1;
    // Behind the last separator of all stands one more.
    if (!isLast && at === text.length) {
      row.push({ text: "", start: at, end: at });
    }
  }
  if (row.length > 0) endRow();
  return rows;
}

function cellAt(
  text: string,
  start: number,
  separator: string,
): Cell | undefined {
  let at = start;
  if (text[at] === '"') {
    for (at++;; at += 2) {
      at = text.indexOf('"', at);
      if (at < 0) return undefined;
      if (text[at + 1] !== '"') break;
    }
    at++;
  }
  const quoted = text.slice(start, at).slice(1, -1).replaceAll('""', '"');
  const bare = at;
  while (at < text.length && !isEnd(text[at]!, separator)) at++;
  return { text: quoted + text.slice(bare, at), start, end: at };
}

function isEnd(sign: string, separator: string): boolean {
  return sign === separator || sign === "\n" || sign === "\r";
}

/**
 * The text with other words in some cells, which have quotes where they had
 * some, or need them.
 */
export function withCells(
  text: string,
  separator: string,
  changes: ReadonlyMap<Cell, string>,
): string {
  const parts: string[] = [];
  let at = 0;
  for (
    const [{ start, end }, words] of [...changes].sort(([a], [b]) =>
      a.start - b.start
    )
  ) {
    const needsQuotes = text[start] === '"' || words.includes(separator) ||
      /["\r\n]/.test(words);
    const cell = needsQuotes ? `"${words.replaceAll('"', '""')}"` : words;
    parts.push(text.slice(at, start), cell);
    at = end;
  }
  return parts.join("") + text.slice(at);
}
