import { assertEquals } from "@std/assert";
import { judgeWritten, writtenIn } from "../written.ts";
import written from "./unusual_solutions.txt" with { type: "text" };

Deno.test("right solutions in unusual styles have full marks", async () => {
  const log = console.log, all = writtenIn(written);
  console.log = () => {}; // some show what they do
  try {
    for (const { words, source, ...program } of all) {
      const lines = words.includes("crlf")
        ? source.replaceAll("\n", "\r\n")
        : source;
      const judged = await judgeWritten({
        ...program,
        words,
        source: words.includes("bom") ? `\ufeff${lines}` : lines,
      });
      const wrong = judged.filter(({ fault }) => fault !== undefined);
      assertEquals(wrong.map(({ fault }) => fault), [], source);
    }
  } finally {
    console.log = log;
  }
  assertEquals(all.length, 96);
});
