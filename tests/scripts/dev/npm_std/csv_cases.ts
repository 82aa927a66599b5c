import { CsvParseStream } from "@std/csv";
import { type Case, gives } from "./case.ts";

/** The records of a text that arrives in these pieces. */
function records(
  pieces: readonly string[],
  options?: { separator: string },
): Promise<string[][]> {
  const parser = options ? new CsvParseStream(options) : new CsvParseStream();
  return Array.fromAsync(ReadableStream.from(pieces).pipeThrough(parser));
}

/** The records before the one that is no CSV, and which error that one is. */
async function recordsAndError(text: string): Promise<unknown[]> {
  const found: unknown[] = [];
  try {
    const parser = new CsvParseStream();
    for await (
      const record of ReadableStream.from([text]).pipeThrough(parser)
    ) found.push(record);
  } catch (error) {
    found.push((error as Error).constructor.name);
  }
  return found;
}

/** What CSV is, read as a stream. */
export const csvCases: Case[] = [
  gives(
    "CsvParseStream: a list of texts for each record",
    () => records(["name,age\n", "Alice,34\n", "Bob,24\n"]),
    [["name", "age"], ["Alice", "34"], ["Bob", "24"]],
  ),
  gives(
    "CsvParseStream: pieces may end anywhere",
    () => records(["語数,", "誤", "り\n1", "20", ",8", "\n7,1"]),
    [["語数", "誤り"], ["120", "8"], ["7", "1"]],
  ),
  gives(
    "CsvParseStream: separator",
    () => records(["Alice\t34\n", "Bob\t24\n"], { separator: "\t" }),
    [["Alice", "34"], ["Bob", "24"]],
  ),
  gives(
    "CsvParseStream: separator is the only one then",
    () => records(["1,5;2\n"], { separator: ";" }),
    [["1,5", "2"]],
  ),
  gives(
    "CsvParseStream: quoted fields",
    () =>
      records(['"a ""word""","com', 'ma,","newline', '\n"\nfoo,bar,b', "az\n"]),
    [['a "word"', "comma,", "newline\n"], ["foo", "bar", "baz"]],
  ),
  gives(
    "CsvParseStream: empty fields, also quoted",
    () => records([',"",\n""\n']),
    [["", "", ""], [""]],
  ),
  gives(
    "CsvParseStream: spaces belong to a field",
    () => records(["  a, b \n \n"]),
    [["  a", " b "], [" "]],
  ),
  gives(
    "CsvParseStream: records end with CR LF, LF or the text",
    () => records(["a,b\r\nc,d\ne,f"]),
    [["a", "b"], ["c", "d"], ["e", "f"]],
  ),
  gives(
    "CsvParseStream: a CR may end a piece",
    () => records(["a\r", "\nb\r", "\n"]),
    [["a"], ["b"]],
  ),
  gives(
    "CsvParseStream: empty lines are passed over",
    () => records(["\na\n\n\r\nb\n\n\n"]),
    [["a"], ["b"]],
  ),
  gives(
    "CsvParseStream: an empty line in quotes belongs to its field",
    () => records(['"a\n\nb",c\n']),
    [["a\n\nb", "c"]],
  ),
  gives(
    "CsvParseStream: records of any length",
    () => records(["a,b\nc\nd,e,f\n"]),
    [["a", "b"], ["c"], ["d", "e", "f"]],
  ),
  gives("CsvParseStream: nothing from nothing", () => records([]), []),
  gives(
    "CsvParseStream: a quote in a field without quotes is a SyntaxError",
    () => recordsAndError('a,b\nc"d,e\nf,g\n'),
    [["a", "b"], "SyntaxError"],
  ),
  gives(
    "CsvParseStream: every record before a SyntaxError is handed over",
    () => recordsAndError(`${"a,b\n".repeat(5000)}c"d,e\nf,g\n`),
    [...Array.from({ length: 5000 }, () => ["a", "b"]), "SyntaxError"],
  ),
  gives(
    "CsvParseStream: a text behind a closing quote is a SyntaxError",
    () => recordsAndError('a,b\n"c"d,e\nf,g\n'),
    [["a", "b"], "SyntaxError"],
  ),
  gives(
    "CsvParseStream: a quote that is never closed is a SyntaxError",
    () => recordsAndError('a,b\n"c,d\ne,f\n'),
    [["a", "b"], "SyntaxError"],
  ),
];
