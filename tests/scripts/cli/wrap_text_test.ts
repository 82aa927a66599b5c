import { assert, assertEquals } from "@std/assert";
import { unicodeWidth } from "@std/cli/unicode-width";
import { lecture } from "../../../scripts/cells/lesson.ts";
import { wrapText } from "../../../scripts/cli/wrap_text.ts";

Deno.test("wrapText() loses no letter and exceeds no width", () => {
  for (const cell of lecture) {
    for (const text of [cell.text.ja, cell.text.en]) {
      for (const width of [30, 66, 78]) {
        const lines = wrapText(text, width).split("\n");
        for (const line of lines) assert(unicodeWidth(line) <= width, line);
        const squeezed = (text: string): string => text.replace(/\s/g, "");
        assertEquals(squeezed(lines.join("")), squeezed(text));
      }
    }
  }
});

Deno.test("wrapText() breaks English at spaces and nowhere else", () => {
  assertEquals(wrapText("one two three four", 9), "one two\nthree\nfour");
  assertEquals(wrapText("incomprehensibly long", 5), "incomprehensibly\nlong");
});

Deno.test("wrapText() keeps to the rules of Japanese lines", () => {
  // A stop or a closing bracket begins no line, an opening bracket ends none.
  assertEquals(wrapText("重みです。次の行", 8), "重みで\nす。次の\n行");
  assertEquals(wrapText("これは「重み」です", 8), "これは\n「重み」\nです");
  // A number stays with what it counts, katakana in one piece.
  assertEquals(wrapText("全部で 10 行です", 9), "全部で\n10 行です");
  assertEquals(wrapText("節（4.2.4 節）", 8), "節\n（4.2.4 節）");
  assertEquals(wrapText("重みのクラス", 8), "重みの\nクラス");
});
