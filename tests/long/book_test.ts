/**
 * The book's programs as NumPy runs them today, and the one that learns
 * handwritten digits, for which it fetches 41 MB.
 */
import { assertEquals } from "@std/assert";
import {
  assertNear,
  BOOK,
  holdProgram,
  toldByNumpy,
} from "../_support/book.ts";
import { CHECKOUT } from "../_support/checkout.ts";
import { runDeno } from "../_support/deno_process.ts";
import { temporaryFolder } from "../_support/files.ts";
import { needs, programPath } from "../_support/permission.ts";

Deno.test(
  "examples/book/digits.ts prints NumPy's numbers",
  needs("run", "read"),
  () => holdProgram("digits"),
);

/** What a NumPy program prints. */
async function printedByNumpy(...args: string[]): Promise<string[]> {
  const { code, stdout, stderr } = await runDeno([
    ...["run", "--no-prompt", "--allow-run"],
    ...["tests/_support/in_program.ts", programPath("numpy"), ...args],
  ], { cwd: CHECKOUT });
  assertEquals(code, 0, stderr);
  return stdout.trimEnd().split("\n").slice(1);
}

for (const name of BOOK) {
  Deno.test(
    `examples/book/${name}.py prints what lies beside it [numpy]`,
    needs("run", "read", "write", "numpy"),
    async () => {
      using folder = temporaryFolder();
      const data: string[] = [];
      if (name === "digits") {
        const { stdout } = await runDeno(
          ["run", "--no-prompt", "examples/book/digits_csv.ts"],
          { cwd: CHECKOUT },
        );
        data.push(folder.file("digits.csv", stdout));
      }
      const lines = await printedByNumpy(`examples/book/${name}.py`, ...data);
      assertNear(lines, toldByNumpy(name).lines);
    },
  );
}
