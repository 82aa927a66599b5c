import { CsvError, type Options, parse } from "npm:csv-parse@7.0.3/stream";

/** The options of `CsvParseStream` that are used. */
export interface CsvParseStreamOptions {
  /** What stands between two fields, a comma if not given. */
  separator?: string;
}

/**
 * Turns text into records, by csv-parse. Records need not have the same number
 * of fields, and lines without a character are passed over. As in std, a text
 * that is no CSV ends the stream with a SyntaxError, after the records before.
 */
export class CsvParseStream implements TransformStream<string, string[]> {
  readonly writable: WritableStream<string>;
  readonly readable: ReadableStream<string[]>;

  constructor(options: CsvParseStreamOptions = {}) {
    const text = new TextEncoderStream();
    this.writable = text.writable;
    this.readable = ReadableStream.from(
      records(text.readable, options.separator ?? ","),
    );
  }
}

async function* records(
  pieces: ReadableStream<Uint8Array>,
  delimiter: string,
): AsyncGenerator<string[]> {
  // csv-parse drops what it has not handed over when an error comes: so the
  // records are taken as it finds them, and it hands over none itself.
  const found: string[][] = [];
  const parser = parse({
    delimiter,
    record_delimiter: ["\n", "\r\n"],
    relax_column_count: true,
    skip_empty_lines: true,
    on_record: (record: string[]) => void found.push(record),
  } as Options);
  const writer = parser.writable.getWriter();
  let failure: unknown;
  const ended = writer.closed.catch((error) => void (failure = error));
  for await (const piece of pieces) {
    await writer.write(piece).catch(() => {}); // `ended` knows why
    yield* found.splice(0);
    if (failure !== undefined) break;
  }
  await writer.close().catch(() => {});
  await ended;
  yield* found.splice(0);
  if (failure instanceof CsvError) {
    throw new SyntaxError(`Syntax error: ${failure.message}`, {
      cause: failure,
    });
  }
  if (failure !== undefined) throw failure;
}
