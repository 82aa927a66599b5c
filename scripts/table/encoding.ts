/** What the bytes of a teacher's file mean. */
import { FileError, quoted, type Saying, saying } from "./file_error.ts";
import { fileMessages as messages } from "./file_messages.ts";

/** How a file is to be decoded. */
export interface Encoding {
  /** As `TextDecoder` calls it: `utf-8`, `shift_jis`. */
  readonly name: string;
  /** Whether it was asked for, told by a byte-order mark, or found out. */
  readonly how: "asked" | "marked" | "found";
  readonly bytes: number;
}

/**
 * Finds out how a file is encoded: by its byte-order mark; else UTF-8 if all its bytes are; else
 * Shift_JIS, as Excel in Japan writes it, if they are that. Reads the whole file once, so that a
 * name on the last line counts as much as the header.
 *
 * @param path The file.
 * @param asked The name of an encoding that it must be then.
 * @param remedy What to do if it is in none of them.
 * @returns The encoding.
 * @throws {FileError} If the file cannot be opened, is no text, or is in none of them.
 */
export async function findEncoding(
  path: string,
  asked?: string,
  remedy: Saying = saying(messages.saveAgain),
): Promise<Encoding> {
  if (asked !== undefined) requireEncoding(asked);
  const { start, bytes } = await startOf(path);
  const marked = byMark(start);
  requireText(path, start, marked ?? asked);
  const candidates = [asked ?? marked ?? ["utf-8", "shift_jis"]].flat();
  for (const name of candidates) {
    if (await isEncodedAs(path, name, asked !== undefined)) {
      const how = asked !== undefined
        ? "asked"
        : marked !== undefined
        ? "marked"
        : "found";
      return { name: new TextDecoder(name).encoding, how, bytes };
    }
  }
  throw new FileError(saying(messages.encoding, {
    file: path,
    line: await firstBadLine(path, candidates[0]!),
    names: candidates.join(", "),
    remedy,
  }));
}

/** The pieces of a file as text, and how many bytes were read. */
export async function* decoded(
  path: string,
  encoding: Encoding,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding.name, { fatal: true });
  for await (const piece of piecesOf(path)) {
    onBytes(piece.length);
    yield decoder.decode(piece, { stream: true });
  }
  yield decoder.decode();
}

async function open(path: string): Promise<Deno.FsFile> {
  try {
    const file = await Deno.open(path);
    if (!(await file.stat()).isDirectory) return file;
    file.close();
    throw new FileError(saying(messages.folder, { file: path }));
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    const there = await neighbours(path);
    throw new FileError(
      there === undefined
        ? saying(messages.noFolder, { file: path })
        : saying(messages.noFile, {
          file: path,
          there: there || saying(messages.nothing),
        }),
    );
  }
}

/** The pieces of a file; it is closed however this ends. */
async function* piecesOf(path: string): AsyncGenerator<Uint8Array> {
  yield* (await open(path)).readable;
}

async function startOf(
  path: string,
): Promise<{ start: Uint8Array; bytes: number }> {
  using file = await open(path);
  const buffer = new Uint8Array(4096);
  const length = await file.read(buffer) ?? 0;
  return { start: buffer.subarray(0, length), bytes: (await file.stat()).size };
}

function byMark(start: Uint8Array): string | undefined {
  const [a, b, c] = start;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return undefined;
}

function requireEncoding(name: string): void {
  try {
    new TextDecoder(name);
  } catch {
    throw new FileError(
      saying(messages.noEncoding, { name: quoted(name) }),
    );
  }
}

/** A workbook or a picture has been taken for a table before. */
function requireText(
  path: string,
  start: Uint8Array,
  encoding: string | undefined,
): void {
  const head = String.fromCharCode(...start.subarray(0, 4));
  if (head === "PK\x03\x04" || head === "\xd0\xcf\x11\xe0") {
    throw new FileError(saying(messages.workbook, { file: path }));
  }
  if (!encoding?.startsWith("utf-16") && start.includes(0)) {
    throw new FileError(saying(messages.notText, { file: path }));
  }
}

async function isEncodedAs(
  path: string,
  name: string,
  isAsked: boolean,
): Promise<boolean> {
  const decoder = new TextDecoder(name, { fatal: true });
  const text = new JapaneseText();
  try {
    for await (const piece of piecesOf(path)) {
      text.add(decoder.decode(piece, { stream: true }));
    }
    text.add(decoder.decode());
    if (name !== "shift_jis") return true;
    return !text.isPrivate && (isAsked || text.isPlain);
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Letters of a Japanese text: kana of either width, kanji, full-width letters and signs. */
const LETTER = "[\\u3000-\\u30ff\\u3400-\\u9fff\\uf900-\\uff9f]";

/**
 * Whether a text is as Japanese as it seems: Shift_JIS gives nearly every pair of bytes some letter.
 * Those set aside for private use stand in no teacher's file. And in `Länge` as Windows writes it
 * (`L舅ge`) the only one stands between the letters of a word; a Japanese text has two side by side
 * somewhere, or one by itself.
 */
class JapaneseText {
  static readonly #PLAIN = new RegExp(
    `${LETTER}{2}|(?<![A-Za-z])[\\u3040-\\u30ff\\u3400-\\u9fff](?![A-Za-z])`,
  );
  /** Whether some letters stand as they do in Japanese. */
  isPlain = false;
  /** Whether some are set aside for private use. */
  isPrivate = false;
  #last = "";

  add(text: string): void {
    this.isPrivate ||= /[\ue000-\uf8ff]/.test(text);
    this.isPlain ||= JapaneseText.#PLAIN.test(this.#last + text);
    this.#last = text.slice(-1);
  }
}

async function firstBadLine(path: string, name: string): Promise<number> {
  const decoder = new TextDecoder(name, { fatal: true });
  let line = 1;
  try {
    for await (const piece of piecesOf(path)) {
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

/** What stands in the folder of a file that is not there, as far as that may be read. */
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
