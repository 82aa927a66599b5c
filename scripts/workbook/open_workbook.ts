/** A sheet of an Excel workbook, to be read as a table. */
import { message, type Text } from "../cli/message.ts";
import { csvText } from "../table/csv_text.ts";
import { FileError, quoted } from "../table/file_error.ts";
import type { TextFile } from "../table/text_file.ts";
import { readZip, TooLargeError } from "../zip/read_zip.ts";
import { mendCells, withLetters } from "./mend_sheet.ts";
import { pack, type Parts } from "./pack.ts";

/** So many bytes a workbook may unpack to. */
const MOST_BYTES = 100_000_000;
/** Computed, so that it is fetched only where a workbook is read. */
const packages = { reader: "read-excel-file/universal" };

/** A sheet as a text, and what is to be said of it. */
export interface Workbook {
  /** Its rows as CSV; line breaks inside cells are U+2028 there. */
  readonly text: TextFile;
  readonly notes: readonly Text[];
}

const unusable = message({
  ja:
    "{file} を Excel のブック（.xlsx）として読めません：壊れているか、パスワードがかかっています（英文：{detail}）。",
  en:
    "Cannot read {file} as an Excel workbook (.xlsx): it is damaged or has a password ({detail})",
});
const tooLarge = message({
  ja:
    "{file} は展開すると大きすぎます（上限 {most} MB）。CSV として保存してください。",
  en:
    "Cannot read {file}: it unpacks to more than {most} MB, save it as CSV instead",
});
const noSheet = message({
  ja: "{file} に {sheet} というシートはありません。あるのは：{there}",
  en: "Cannot read {file}: there is no sheet {sheet}; its sheets are {there}",
});
const sheetRead = message({
  ja: "シート {sheet} を読みました",
  en: "the sheet {sheet} was read",
});
const sheetOfMany = message({
  ja: "シート {sheet} を読みました（ほかに {others}。--sheet で選べます）",
  en: "the sheet {sheet} was read (others: {others}; --sheet chooses)",
});
const datesRead = message({
  ja:
    "日付のセルが {count} 個あり、{example} のような文字として読みました（{list}）",
  en: "dates were read as texts such as {example}: {count} ({list})",
});
const formulasFound = message({
  ja:
    "値の保存されていない数式が {count} 個あります（{list}）。Excel で開いて保存し直してください",
  en:
    "formulas without a stored value: {count} ({list}); open the file in Excel and save it again",
});

/** The XML of a workbook: pictures and the like are not unpacked. */
function partsOf(bytes: Uint8Array): Parts {
  const wanted = (name: string) => /\.(xml|rels)$/i.test(name);
  const members = readZip(bytes, { wanted, most: MOST_BYTES });
  return new Map(members.map(({ name, content }) => [name, content]));
}

/** Whether a table is a workbook, by its name. */
export function isWorkbook(path: string): boolean {
  return /\.xls[xm]$/i.test(path);
}

/**
 * Opens a sheet of a workbook.
 *
 * @param path The file.
 * @param sheet The name of the sheet; the first that is shown if not given.
 * @throws {FileError} If it is no workbook, is too large, or has no such sheet.
 */
export async function openWorkbook(
  path: string,
  sheet?: string,
): Promise<Workbook> {
  const bytes = await Deno.readFile(path);
  const { readSheet }: typeof import("read-excel-file/universal") =
    await import(packages.reader);
  const refuse = (error: unknown): FileError => {
    if (error instanceof TooLargeError) {
      return new FileError(tooLarge({ file: path, most: MOST_BYTES / 1e6 }));
    }
    const detail = error instanceof Error ? error.message : String(error);
    return new FileError(unusable({ file: path, detail }));
  };
  let parts: Parts, names: readonly string[];
  const formulas: string[] = [];
  try {
    parts = partsOf(bytes);
    names = sheetNames(parts);
  } catch (error) {
    throw refuse(error);
  }
  const name = sheet === undefined
    ? names[0]!
    : names.find((name) => plain(name) === plain(sheet));
  if (name === undefined) {
    const there = names.map(quoted).join(", ");
    throw new FileError(noSheet({ file: path, sheet: quoted(sheet!), there }));
  }
  const own = sheetPart(parts, name);
  for (const [part, content] of parts) {
    const xml = withLetters(new TextDecoder().decode(content));
    const mended = part === own ? mendCells(xml) : { xml, formulas: [] };
    formulas.push(...mended.formulas);
    parts.set(part, new TextEncoder().encode(mended.xml));
  }
  const dates: string[] = [];
  let rows: string[][];
  try {
    const cells = await readSheet<string>(pack(parts).buffer, name, {
      trim: false,
      parseNumber: (digits) => digits,
    });
    rows = cells.map((row, y) =>
      row.map((cell, x) => {
        const value: unknown = cell;
        if (value instanceof Date) dates.push(`${columnName(x)}${y + 1}`);
        return textOf(value);
      })
    );
  } catch (error) {
    throw refuse(error);
  }
  const others = names.filter((other) => other !== name).map(quoted).join(", ");
  const notes = [
    others === ""
      ? sheetRead({ sheet: quoted(name) })
      : sheetOfMany({ sheet: quoted(name), others }),
  ];
  if (dates.length > 0) {
    const [, column, row] = /^(\D+)(\d+)$/.exec(dates[0]!)!;
    const example = rows[Number(row) - 1]![columnIndex(column!)]!;
    const list = listed(dates);
    notes.push(datesRead({ count: dates.length, example, list }));
  }
  if (formulas.length > 0) {
    const list = listed(formulas);
    notes.push(formulasFound({ count: formulas.length, list }));
  }
  return { text: asText(path, bytes.length, rows), notes };
}

function listed(places: readonly string[]): string {
  return places.slice(0, 5).join(", ") + (places.length > 5 ? ", …" : "");
}

const plain = (name: string): string => name.normalize("NFKC").trim();

/** A cell as it would stand in a CSV file. */
function textOf(cell: unknown): string {
  if (cell === null) return "";
  if (cell instanceof Date) {
    return cell.toISOString().replace(/T00:00:00\.000Z$|\.000Z$/, "");
  }
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return String(cell);
}

/** `A` to `Z`, then `AA`. */
function columnName(x: number): string {
  const last = String.fromCharCode(65 + x % 26);
  return x < 26 ? last : columnName(Math.floor(x / 26) - 1) + last;
}

function columnIndex(name: string): number {
  return [...name].reduce(
    (index, letter) => 26 * index + letter.charCodeAt(0) - 64,
    0,
  ) - 1;
}

function textPart(parts: Parts, name: string): string {
  const content = parts.get(name);
  if (content === undefined) throw new RangeError(`it has no ${name}`);
  return withLetters(new TextDecoder().decode(content));
}

interface SheetEntry {
  readonly name: string;
  readonly id: string | undefined;
  readonly isHidden: boolean;
}

function sheetEntries(parts: Parts): SheetEntry[] {
  const tags = textPart(parts, "xl/workbook.xml").match(
    /<(?:\w+:)?sheet\s[^>]*>/g,
  ) ?? [];
  return tags.map((tag) => ({
    name: unescaped(/\sname="([^"]*)"/.exec(tag)?.[1] ?? ""),
    id: /\s\w+:id="([^"]*)"/.exec(tag)?.[1],
    isHidden: /\sstate="(hidden|veryHidden)"/.test(tag),
  }));
}

/** The names of the sheets, those that are shown first. */
function sheetNames(parts: Parts): string[] {
  const entries = sheetEntries(parts);
  if (entries.length === 0) throw new RangeError("it has no sheet");
  return [
    ...entries.filter(({ isHidden }) => !isHidden),
    ...entries.filter(({ isHidden }) => isHidden),
  ].map(({ name }) => name);
}

/** The part in which a sheet stands. */
function sheetPart(parts: Parts, name: string): string | undefined {
  const entry = sheetEntries(parts).find((entry) => entry.name === name);
  const relations = textPart(parts, "xl/_rels/workbook.xml.rels");
  for (const [tag] of relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    if (/\sId="([^"]*)"/.exec(tag)?.[1] !== entry?.id) continue;
    const target = /\sTarget="([^"]*)"/.exec(tag)?.[1] ?? "";
    return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
  }
  return undefined;
}

function unescaped(text: string): string {
  const signs: Record<string, string> = {
    ...{ lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" },
  };
  return text.replace(
    /&(lt|gt|quot|apos|amp|#x?[0-9a-f]+);/gi,
    (_, name: string) =>
      signs[name] ??
        String.fromCodePoint(Number(name.slice(1).replace(/^x/i, "0x"))),
  );
}

/** One line for each row, so that lines are the rows that Excel shows. */
function asText(path: string, bytes: number, rows: string[][]): TextFile {
  const lines = rows.map((row) =>
    row.map((cell) => cell.replace(/\r\n?|\n/g, "\u2028"))
  );
  return {
    path,
    encoding: "utf-8",
    how: "marked",
    bytes,
    isDamaged: false,
    restore: (field) => field.replaceAll("\u2028", "\n"),
    async *pieces(onBytes) {
      yield* csvText(lines);
      onBytes?.(bytes);
    },
    [Symbol.dispose]: () => {},
  };
}
