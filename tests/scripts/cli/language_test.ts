import { assertEquals } from "@std/assert";
import { requestedLanguage } from "../../../scripts/cli/language.ts";

// Where the environment may not be read; the lesson's tests have the others.
const here = { permissions: { env: false } };

Deno.test("requestedLanguage() is what --lang says", here, () => {
  for (
    const line of [["--lang", "en"], ["x", "--lang=en"], [
      "－－ｌａｎｇ",
      "ｅｎ",
    ]]
  ) {
    assertEquals(requestedLanguage(line), "en");
  }
});

Deno.test(
  "requestedLanguage() is Japanese where nothing else is said",
  here,
  () => {
    for (const line of [[], ["--lang"], ["--lang=de"], ["--", "--lang=en"]]) {
      assertEquals(requestedLanguage(line), "ja");
    }
  },
);
