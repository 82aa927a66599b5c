import { stringify as write } from "npm:csv-stringify@6.9.0/sync";

/** The options of `stringify` that are used. */
export interface StringifyOptions {
  /** What stands between two fields, a comma if not given. */
  separator?: string;
  /** Whether the text begins with a byte-order mark. */
  bom?: boolean;
}

/** Rows as CSV text, by csv-stringify; every row ends with CR LF. */
export function stringify(
  data: readonly (readonly unknown[])[],
  options: StringifyOptions = {},
): string {
  return write(data as unknown[][], {
    delimiter: options.separator ?? ",",
    record_delimiter: "windows",
    quoted_match: "\n", // besides a whole CR LF
    bom: options.bom ?? false,
    cast: { boolean: String },
  });
}
