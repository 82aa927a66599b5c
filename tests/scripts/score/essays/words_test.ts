import { assertEquals, assertThrows } from "@std/assert";
import { countWords } from "../../../../scripts/score/essays/words.ts";

Deno.test("countWords() counts words and no signs", () => {
  const cases: [text: string, language: string, words: number][] = [
    ["", "en", 0],
    [" … — !? \n", "en", 0],
    ["One, two; three.", "en", 3],
    ["I don't know Anna's dog.", "en", 5],
    ["Ich habe 3,5 Äpfel\nund zwei Bücher.", "de", 7],
    ["E-Mail", "de", 2],
    ["私は学生です。", "ja", 4],
    ["日本語を勉強しています", "ja", 6],
  ];
  for (const [text, language, words] of cases) {
    assertEquals(countWords(text, language), words, text);
  }
});

Deno.test("countWords() refuses a language that is none", () => {
  assertThrows(() => countWords("a", "not a language"), RangeError);
});
