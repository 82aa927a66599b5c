/** Reading a teacher's table from a CSV file. */
import { decoded, findEncoding } from "./encoding.ts";
import { saying } from "./file_error.ts";
import { readHeader } from "./header.ts";
import type { ReadTableOptions, Table } from "./table.ts";
import { tableMessages } from "./table_messages.ts";
import { TableReader } from "./table_reader.ts";

/**
 * Reads a table from a CSV file, as a stream.
 *
 * @param path The file.
 * @param options What to read, and how.
 * @returns The table.
 * @throws {FileError} If the file or a column is missing, or rows cannot be used.
 */
export async function readTable(
  path: string,
  options: ReadTableOptions,
): Promise<Table> {
  const encoding = await findEncoding(
    path,
    options.encoding,
    saying(tableMessages.nameEncoding),
  );
  const header = await readHeader(() => decoded(path, encoding), {
    file: path,
    columns: options.label === undefined
      ? options.features
      : [...options.features, options.label],
    encoding: encoding.name,
    ...(options.separator === undefined
      ? {}
      : { separator: options.separator }),
  });
  return await new TableReader(path, encoding, header, options).read();
}
