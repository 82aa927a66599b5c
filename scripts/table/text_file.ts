/** What the bytes of a teacher's file mean. */
import { message, type Text } from "../cli/message.ts";
import { FileError, quoted } from "./file_error.ts";

/** How to open a file. */
export interface OpenTextOptions {
  /** The name of an encoding that it must be in; found out if not given. */
  readonly encoding?: string;
  /** What to do if it is in none that is known. */
  readonly remedy?: Text;
  /**
   * Whether a letter here and there may be unreadable; it is `\ufffd` then.
   * Else a file that has one is refused.
   */
  readonly mayBeDamaged?: boolean;
}

/** A text that stands in a file, which is open until this is disposed of. */
export interface TextFile extends Disposable {
  readonly path: string;
  /** As `TextDecoder` calls it: `utf-8`, `shift_jis`. */
  readonly encoding: string;
  /**
   * Whether the encoding was asked for, told by a byte-order mark, or found
   * out.
   */
  readonly how: "asked" | "marked" | "found";
  readonly bytes: number;
  /** Gives a field back what it could not keep in the text. */
  readonly restore?: (field: string) => string;
  /** Whether some letters cannot be read. */
  readonly isDamaged: boolean;
  /**
   * The text from its beginning, in pieces; one reading at a time.
   *
   * @param onBytes Told of the bytes of each piece.
   */
  pieces(onBytes?: (bytes: number) => void): AsyncGenerator<string>;
}

const saveAgain: Text = {
  ja: "UTF-8 で保存し直してください。",
  en: "it must be saved again in UTF-8",
};
const noEncodingFits = message({
  ja:
    "{file} の文字コードが分かりません：{line} 行目が {names} として読めません。{remedy}",
  en: "Cannot read {file}: line {line} is not {names}, {remedy}",
});

/**
 * Opens a text file, once for all that is to be read from it, and finds out how
 * it is encoded: by its byte-order mark; else UTF-8 if its bytes are; else
 * Shift_JIS, as Excel in Japan writes it, if they are that. Goes through the
 * whole file, so that a name on the last line counts as much as the header.
 *
 * @param path The file.
 * @param options What is known of it.
 * @returns The open file: `using file = await openText(path)`.
 * @throws {FileError} If the file cannot be opened, is no text, or is in no
 * encoding that is known.
 */
export async function openText(
  path: string,
  options: OpenTextOptions = {},
): Promise<TextFile> {
  const { encoding: asked, remedy = saveAgain, mayBeDamaged = false } = options;
  if (asked !== undefined) requireEncoding(asked);
  const file = await open(path);
  try {
    const start = await startOf(file);
    const marked = byMark(start);
    requireText(path, start, marked ?? asked);
    const candidates = [asked ?? marked ?? ["utf-8", "shift_jis"]].flat();
    const how = asked !== undefined ? "asked" : marked ? "marked" : "found";
    for (const name of candidates) {
      const encoding = new TextDecoder(name).encoding;
      const look = await Look.at(file, encoding);
      const isDamaged = look.unreadable > 0;
      if (isDamaged && !mayBeDamaged) continue;
      if (how === "found" ? !look.isLikely : !look.isPossible) continue;
      return {
        path,
        encoding,
        how,
        bytes: (await file.stat()).size,
        isDamaged,
        pieces: (onBytes) => decoded(file, encoding, onBytes),
        [Symbol.dispose]: () => file.close(),
      };
    }
    throw new FileError(noEncodingFits({
      file: path,
      line: await firstBadLine(file, candidates[0]!),
      names: candidates.join(", "),
      remedy,
    }));
  } catch (error) {
    file.close();
    throw error;
  }
}

const noFile = message({
  ja: "{file} がありません。同じフォルダにあるもの：{there}",
  en: "Cannot read {file}: there is no such file; in that folder: {there}",
});
const noFolder = message({
  ja: "{file} がありません。（フォルダの中は見られませんでした）",
  en:
    "Cannot read {file}: there is no such file (its folder could not be listed)",
});
const nothing: Text = { ja: "（何もありません）", en: "nothing" };
const isFolder = message({
  ja: "{file} はフォルダです。CSV ファイルを指定してください。",
  en: "Cannot read {file}: it is a folder, a CSV file is needed",
});

async function open(path: string): Promise<Deno.FsFile> {
  try {
    const file = await Deno.open(path);
    if (!(await file.stat()).isDirectory) return file;
    file.close();
    throw new FileError(isFolder({ file: path }));
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    const there = await neighbours(path);
    throw new FileError(
      there === undefined
        ? noFolder({ file: path })
        : noFile({ file: path, there: there || nothing }),
    );
  }
}

/**
 * What stands in the folder of a file that is not there, as far as that may be
 * read.
 */
async function neighbours(path: string): Promise<string | undefined> {
  const slash = Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"));
  try {
    const names = await Array.fromAsync(
      Deno.readDir(slash < 0 ? "." : path.slice(0, slash + 1)),
    );
    const files = names.filter(({ isFile }) => isFile).map(({ name }) => name);
    const tables = files.filter((name) => /\.(csv|tsv|txt)$/i.test(name));
    const shown = (tables.length > 0 ? tables : files).sort();
    return shown.slice(0, 10).join(", ") + (shown.length > 10 ? ", ..." : "");
  } catch {
    return undefined; // no such folder, or no permission to look
  }
}

/**
 * The bytes of a file from its beginning; each piece until the next is taken.
 */
async function* bytesOf(file: Deno.FsFile): AsyncGenerator<Uint8Array> {
  await file.seek(0, Deno.SeekMode.Start);
  const buffer = new Uint8Array(65_536);
  for (;;) {
    const length = await file.read(buffer);
    if (length === null) return;
    yield buffer.subarray(0, length);
  }
}

async function* decoded(
  file: Deno.FsFile,
  encoding: string,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of bytesOf(file)) {
    onBytes(piece.length);
    yield decoder.decode(piece, { stream: true });
  }
  yield decoder.decode();
}

async function startOf(file: Deno.FsFile): Promise<Uint8Array> {
  for await (const piece of bytesOf(file)) return piece.slice(0, 4096);
  return new Uint8Array();
}

function byMark(start: Uint8Array): string | undefined {
  const [a, b, c] = start;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return undefined;
}

const noSuchEncoding = message({
  ja:
    "{name} という文字コードは知りません（例：utf-8、shift_jis、euc-jp、windows-1252）。",
  en:
    "Cannot decode as {name}: no such encoding is known, such as utf-8, shift_jis, euc-jp or windows-1252 is needed",
});

function requireEncoding(name: string): void {
  try {
    new TextDecoder(name);
  } catch {
    throw new FileError(noSuchEncoding({ name: quoted(name) }));
  }
}

const isOffice = message({
  ja:
    "{file} は Excel や Word などのファイルで、テキストではありません。表は「Excel ブック（.xlsx）」か「CSV UTF-8（コンマ区切り）」、作文はテキスト（.txt、UTF-8）として保存してください。",
  en:
    'Cannot read {file}: it is a file of Excel, Word or the like and no text, save a table as "Excel Workbook (.xlsx)" or "CSV UTF-8 (comma delimited)", an essay as plain text (.txt, UTF-8)',
});
const isNoText = message({
  ja: "{file} はテキストではありません。CSV ファイルを指定してください。",
  en: "Cannot read {file}: it is no text, a CSV file is needed",
});

/** A workbook, a letter or a picture has been taken for a table before. */
function requireText(
  path: string,
  start: Uint8Array,
  encoding: string | undefined,
): void {
  const head = String.fromCharCode(...start.subarray(0, 4));
  if (head === "PK\x03\x04" || head === "\xd0\xcf\x11\xe0") {
    throw new FileError(isOffice({ file: path }));
  }
  if (!encoding?.startsWith("utf-16") && start.includes(0)) {
    throw new FileError(isNoText({ file: path }));
  }
}

/**
 * Letters of a Japanese text: kana of either width, kanji, full-width letters
 * and signs.
 */
const LETTER = "[\\u3000-\\u30ff\\u3400-\\u9fff\\uf900-\\uff9f]";

/** Of so many letters, or lines, one may be unreadable. */
const RARE = 20;

/**
 * What a file is as a text in some encoding. Shift_JIS gives nearly every pair
 * of bytes some letter: in `Länge` as Windows writes it (`L舅ge`) the only one
 * stands between the letters of a word, or it is one for private use (外字); a
 * Japanese text has two letters side by side somewhere, or one by itself, and a
 * letter for private use stands beside no Latin one.
 */
class Look {
  static readonly #JAPANESE = new RegExp(
    `${LETTER}{2}|(?<![A-Za-z])[\\u3040-\\u30ff\\u3400-\\u9fff](?![A-Za-z])`,
  );
  static readonly #WESTERN = /[A-Za-z][\ue000-\uf8ff]|[\ue000-\uf8ff][A-Za-z]/;
  /** How many letters cannot be read. */
  unreadable = 0;
  readonly #isShiftJis: boolean;
  #letters = 0;
  #lines = 0;
  #isJapanese = false;
  #isWestern = false;
  #last = "";

  private constructor(encoding: string) {
    this.#isShiftJis = encoding === "shift_jis";
  }

  /** Looks at the whole of a file. */
  static async at(file: Deno.FsFile, encoding: string): Promise<Look> {
    const look = new Look(encoding);
    for await (const piece of decoded(file, encoding)) look.#add(piece);
    return look;
  }

  /** Whether all but a few letters can be read. */
  get isPossible(): boolean {
    return this.unreadable <= Math.max(1, this.#lines / RARE);
  }

  /** Whether nothing speaks for another encoding. */
  get isLikely(): boolean {
    if (this.#isShiftJis && (!this.#isJapanese || this.#isWestern)) {
      return false;
    }
    return this.unreadable * RARE <= this.#letters;
  }

  #add(text: string): void {
    const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
    this.unreadable += count(/\ufffd/g);
    this.#letters += count(/[^\p{ASCII}\ufffd]/gu);
    this.#lines += count(/\n/g);
    this.#isJapanese ||= Look.#JAPANESE.test(this.#last + text);
    this.#isWestern ||= Look.#WESTERN.test(this.#last + text);
    this.#last = text.slice(-1);
  }
}

async function firstBadLine(file: Deno.FsFile, name: string): Promise<number> {
  const decoder = new TextDecoder(name, { fatal: true });
  let line = 1;
  try {
    for await (const piece of bytesOf(file)) {
      for (let from = 0; from < piece.length;) {
        const end = piece.indexOf(10, from) + 1 || piece.length;
        decoder.decode(piece.subarray(from, end), { stream: true });
        if (piece[end - 1] === 10) line++;
        from = end;
      }
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  return line;
}
