import { assertEquals } from "@std/assert";
import { mistakeIn } from "../../../../scripts/exercise/mistakes/find.ts";
import { judgeWritten, writtenIn } from "../written.ts";
import written from "./strangers.txt" with { type: "text" };

/** What the loss is written with. */
const sm =
  "const sm = (z) => { const e = exp(subtract(z, max(z, { by: 'row' }))); return divide(e, sum(e, { by: 'row' })); };";

// Each had no name, or a false one, when it was first tried.
Deno.test("mistakeIn() names what strangers did wrong as a teacher would", async () => {
  const all = writtenIn(written);
  for (const { words, source, ...program } of all) {
    const [kind, wrong] = words.split(": ");
    const judged = await judgeWritten({
      ...program,
      words,
      source: source.includes("sm(") ? `${source}\n${sm}` : source,
    });
    assertEquals(mistakeIn(judged)?.name, kind, `${program.task}: ${wrong}`);
  }
  assertEquals(all.length, 143);
});
