/**
 * Stands in for the parts of `@std/cli` 1.0.32 that this project uses, on
 * machines that reach npm and not JSR. `tests/scripts/dev/npm_std_test.ts` holds
 * both to the same table.
 *
 * @module
 */
export { unicodeWidth } from "./unicode_width.ts";
