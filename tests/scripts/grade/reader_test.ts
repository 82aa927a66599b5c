import { assertEquals, assertRejects } from "@std/assert";
import { Reader } from "../../../scripts/grade/reader.ts";
import { good, run } from "../../_support/lesson_process.ts";
import { needs } from "../../_support/permission.ts";

Deno.test(
  "Reader gives up a program over which the parser sits too long, and reads the next",
  needs("run", "read"),
  async () => {
    // Every one of these brackets doubles the parser's work.
    const slow = `x = ${"<T>(".repeat(40)}1${")".repeat(40)}`;
    const [first, second] = JSON.parse(
      await good(run([
        ...["--allow-read", "tests/_support/endless_process.ts", "read", "1"],
        ...[slow, "export const n = 1;"],
      ])),
    );
    assertEquals(first.code, undefined);
    assertEquals(
      first.problem?.text.en,
      "The program is so tangled that it takes too long to read.",
    );
    // Under load even this one may be given up, but it is answered.
    assertEquals(second.problem === undefined, second.code !== undefined);
  },
);

Deno.test("Reader reads nothing once it is over", needs("read"), async () => {
  const reader = new Reader();
  assertEquals((await reader.read("const n = 1;")).code, "const n = 1;");
  reader[Symbol.dispose]();
  await assertRejects(() => reader.read("const n = 1;"), Error, "the end");
});

Deno.test("Reader tells who waits that it is over", needs("read"), async () => {
  const reader = new Reader();
  const waiting = assertRejects(() => reader.read("1;"), Error, "the end");
  await Promise.resolve(); // its worker is on its way
  reader[Symbol.dispose]();
  await waiting;
});
