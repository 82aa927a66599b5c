import { assertEquals } from "@std/assert";
import { hasPieces, splitter } from "../../../scripts/text/split_text.ts";
import { paragraphsOf } from "../../../scripts/text/plain_essay.ts";

const sentences = (language: string, text: string): number =>
  splitter(language)(text).sentences;

Deno.test("splitter() counts words as they were counted by hand", () => {
  for (
    const [count, text, language] of [
      [8, "私は昨日、東京へ行きました。", "ja"],
      [8, "データを３つ、12.5%増やした。", "ja"],
      [8, "ﾃﾞｰﾀを３つ、12.5%増やした。", "ja"],
      [6, "コンピューターとスマートフォンを使う", "ja"],
      [5, "ChatGPTで作文を書く😀！", "ja"],
      [7, "食べられなかったので、", "ja"],
      [11, "It's a well-known state-of-the-art idea, isn't it?", "en"],
      [9, "In 2024, 3.5% of 1,234 users e-mailed us 😀👍.", "en"],
      [9, "The teachers' rock 'n' roll, U.S.A. don’t", "en"],
      [
        12,
        "Die E-Mail-Adresse kostet 1.234,50 Euro, z.B. im Straßenbahn-Netz.",
        "de",
      ],
      [8, "Er hat's geschafft: Donaudampfschifffahrt und/oder 3-mal.", "de"],
    ] as const
  ) assertEquals(splitter(language)(text).words.length, count, text);
});

Deno.test("splitter() takes letters of another case, width or form for the same", () => {
  const { words } = splitter("de")(
    "Tür TÜR tu\u0308r Ｔür Tü\u00adr don't don’t",
  );
  assertEquals(new Set(words), new Set(["tür", "don't"]));
});

Deno.test("splitter() ends no German sentence at an abbreviation or an ordinal", () => {
  for (
    const [count, text] of [
      [1, "Dr. Müller kommt am 3. Mai."],
      [1, "Prof. Dr. Weber wohnt im 19. Bezirk."],
      [1, "Ich mag Obst, z.B. Birnen, und z. B. Kirschen."],
      [1, "Ich warte d. h. Anna wartet."],
      [1, "Das ist bzw. Ist das?"],
      [1, "Er zieht um in die 2. Etage."],
      [2, "Er ist 15. Ich bin 16."],
      [2, "Wir kaufen Brot usw. Danach gehen wir."],
      [2, "Ich kam. Er ging."],
      [3, "1. Ich mag Tiere. 2. Ich mag Obst. 3. Ich schlafe."],
    ] as const
  ) assertEquals(sentences("de", text), count, text);
});

Deno.test("splitter() ends no English sentence at a title or an initial", () => {
  for (
    const [count, text] of [
      [1, "Mr. Smith met Mrs. J. Jones."],
      [1, "We saw animals, e.g. Tigers."],
      [2, "So did I. Then we left."],
      [2, "We went home. It was late."],
    ] as const
  ) assertEquals(sentences("en", text), count, text);
});

Deno.test("splitter() ends no Japanese sentence in speech that goes on, or at …", () => {
  for (
    const [count, text] of [
      [1, "「行こう。」と言った。"],
      [1, "「行こう。もう遅い。」と母が言った。"],
      [2, "「行こう。」母が言った。"],
      [1, "そう…だから食べた。"],
      [3, "行った。見た！　勝った．"],
    ] as const
  ) assertEquals(sentences("ja", text), count, text);
});

Deno.test("splitter() ends a sentence at an empty line, not where a page ended", () => {
  assertEquals(sentences("de", "Liebe Anna,\r\n\r\nwie geht's?"), 2);
  assertEquals(sentences("en", "We went\nhome and\nslept."), 1);
  assertEquals(
    splitter("ja")("東\n京へ行く。").words,
    splitter("ja")("東京へ行く。").words,
  );
  assertEquals(sentences("ja", "私の町\n　私は東京に住む。"), 2);
});

Deno.test("paragraphsOf() leaves out what is empty and invisible", () => {
  assertEquals(paragraphsOf("\ufeff a \n\n \n\n…\u200b\nb"), ["a", "… b"]);
  assertEquals(paragraphsOf(" \r\n"), []);
});

Deno.test("hasPieces() tells languages without spaces", () => {
  assertEquals(["ja", "ja-JP", "zh", "th"].map(hasPieces), Array(4).fill(true));
  assertEquals(["de", "en-GB", "ko"].map(hasPieces), Array(3).fill(false));
});
