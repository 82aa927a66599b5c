/**
 * The programs in examples/book print NumPy's numbers, and the page beside them
 * says what they print. The one that fetches 41 MB: `tests/long/book_test.ts`.
 */
import { assert, assertEquals, assertThrows } from "@std/assert";
import { assertNear, BOOK, commandOf, holdProgram } from "../_support/book.ts";
import { CHECKOUT } from "../_support/checkout.ts";
import { fileOf, LANGUAGES, read } from "../_support/docs.ts";
import { isLong } from "../_support/how_many.ts";
import { blocksOf, tableOf } from "../_support/markdown.ts";
import { needs } from "../_support/permission.ts";
import { flagsIn } from "../_support/scripts.ts";

/** One fetches, one learns a whole text. */
const LATER = ["digits", ...isLong ? [] : ["cbow_text"]];

Deno.test(
  "assertNear() tells other words and other numbers",
  () => {
    assertNear(["step 1 loss 0.1000000000001"], ["step 1 loss 0.1"]);
    assertThrows(() => assertNear(["loss 0.100000001"], ["loss 0.1"]));
    assertThrows(() => assertNear(["cost 0.1"], ["loss 0.1"]));
    assertThrows(() => assertNear(["loss nan"], ["loss 0.1"]));
    assertThrows(() => assertNear(["loss 0.1"], ["loss 0.1", "loss 0.1"]));
  },
);

Deno.test("each of NumPy's programs is on the list", needs("read"), () => {
  const files = [...Deno.readDirSync(new URL("examples/book", CHECKOUT))];
  for (const ending of [".py", ".txt"]) {
    const names = files.map(({ name }) => name)
      .filter((name) => name.endsWith(ending) && name !== "alice.txt");
    assertEquals(names.sort(), BOOK.map((name) => name + ending));
  }
});

Deno.test("a program of the book is short", needs("read"), () => {
  for (const name of BOOK) {
    for (const ending of ["ts", "py"]) {
      const lines = read(`examples/book/${name}.${ending}`).trimEnd()
        .split("\n");
      assert(lines.length <= 80, `${name}.${ending}: ${lines.length} lines`);
    }
  }
});

Deno.test("the book's pages have every program", needs("read"), () => {
  for (const language of LANGUAGES) {
    const page = read(fileOf("examples/book/README", language));
    const head = { en: "program", ja: "プログラム" }[language];
    const rows = tableOf(page, head).map(([cell]) => cell);
    assertEquals(rows.toSorted(), BOOK.map((name) => `[${name}](${name}.ts)`));
    const commands = blocksOf(page).filter(({ info }) => info === "sh")
      .map(({ text }) => text.trimEnd());
    assertEquals(commands.toSorted(), BOOK.map(commandOf).sort());
  }
});

Deno.test(
  "a program of the book may read its data, no more",
  needs("read"),
  () => {
    const data = ["examples/book/alice.txt", "examples/data/merlin-de"];
    for (const name of BOOK) {
      const flags = flagsIn(commandOf(name));
      const allowed = data.map((path) => `--allow-read=${path}`);
      assert(flags.every((flag) => allowed.includes(flag)), flags.join(" "));
      assert(flags.length <= 1, flags.join(" "));
    }
  },
);

for (const name of BOOK.filter((name) => !LATER.includes(name))) {
  Deno.test(
    `examples/book/${name}.ts prints NumPy's numbers`,
    needs("run", "read"),
    () => holdProgram(name),
  );
}
