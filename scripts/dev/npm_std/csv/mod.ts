/**
 * Stands in for the part of `@std/csv` 1.0.6 that this project uses, on
 * machines that reach npm and not JSR. `tests/scripts/dev/npm_std_test.ts` holds
 * both to the same table.
 *
 * @module
 */
export { CsvParseStream, type CsvParseStreamOptions } from "./parse_stream.ts";
