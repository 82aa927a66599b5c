import { assert, assertEquals } from "@std/assert";
import { shortened, textWidth } from "../../../scripts/figures/text_width.ts";
import { assertClose } from "../../_support/close.ts";

Deno.test("textWidth() adds the letters' widest widths, Japanese ones as squares", () => {
  // DejaVu Sans has the widest digits: 1303 of 2048, rounded up to 0.64.
  assertClose(textWidth("07", { size: 100 }), 128, "golden");
  assertClose(textWidth("語数", { size: 20 }), 40, "golden");
  assertClose(textWidth("か\u3099", { size: 20 }), 20, "golden"); // が
  assertEquals(textWidth(""), 0);
  assert(textWidth("good", { bold: true }) > textWidth("good"));
  assert(textWidth("Жук") > 0);
});

Deno.test("shortened() keeps what fits and says that there was more", () => {
  assertEquals(shortened("words", 100), "words");
  assertEquals(shortened("語数の列", 100), "語数の列");
  assertEquals(shortened("", 3), "");
  for (const text of ["a rather long name", "とても長い名前です"]) {
    for (let width = 20; width < textWidth(text); width++) {
      const short = shortened(text, width);
      assert(short.endsWith("…") && text.startsWith(short.slice(0, -1)));
      assert(textWidth(short) <= width, `${short} in ${width}`);
    }
  }
});
