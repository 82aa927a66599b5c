/**
 * What is counted in an essay: by hand, and as a program of its own counts it
 * (`tests/golden/text_features.py`).
 */
import { assertEquals, assertThrows } from "@std/assert";
import {
  featureCounter,
  isShort,
} from "../../../scripts/text/text_features.ts";
import {
  errorsName,
  featureNames,
} from "../../../scripts/text/feature_names.ts";
import { assertClose } from "../../_support/close.ts";
import golden from "../../golden/text_features.json" with { type: "json" };

Deno.test("featureCounter() counts as an independent program does", () => {
  assertEquals(golden.cases.length, 6);
  for (const { language, text, features } of golden.cases) {
    const found = featureCounter(language)(text)!;
    assertEquals(Object.keys(found), Object.keys(features));
    for (const [name, value] of Object.entries(features)) {
      const counted = found[name as keyof typeof found];
      assertClose(counted, value, "golden");
    }
  }
});

Deno.test("featureCounter() gives what is counted by hand", () => {
  // der (twice), hund, schläft, zeitungsbote, kommt
  const text = "Der Hund schläft. Der Zeitungsbote kommt!";
  assertEquals(featureCounter("de")(text), {
    words: 6,
    sentences: 2,
    types: 5,
    guiraud: 5 / Math.sqrt(6),
    mattr: 5 / 6,
    sentenceLength: 3,
    wordLength: (3 + 4 + 7 + 3 + 12 + 5) / 6,
    longWords: 2 / 6,
  });
});

Deno.test("featureCounter() finds no feature without a word, and no language of a wrong name", () => {
  for (const text of ["", " \n", "…!?", "😀"]) {
    assertEquals(featureCounter("ja")(text), undefined);
  }
  assertThrows(() => featureCounter("not a language"), RangeError);
});

Deno.test("isShort() is true below the window of 50 words", () => {
  const count = featureCounter("en");
  assertEquals(isShort(count("word ".repeat(49))!), true);
  assertEquals(isShort(count("word ".repeat(50))!), false);
});

Deno.test("featureNames() call Japanese pieces what they are", () => {
  const shown = (language: string) =>
    featureNames(language).map(({ shown }) => shown.ja).join();
  assertEquals(
    shown("ja-JP"),
    "断片,文,異なり断片,ギロー指数,MATTR-50,断片/文,字/断片,長い断片",
  );
  assertEquals(
    shown("de"),
    "語,文,異なり語,ギロー指数,MATTR-50,語/文,字/語,長い語",
  );
  for (const language of ["de", "ja"]) {
    const columns = [...featureNames(language), errorsName(language)]
      .map(({ column }) => column);
    assertEquals(new Set(columns).size, 9);
    for (const column of columns) {
      assertEquals(
        /word/.test(column),
        /word/.test(column) && language !== "ja",
      );
    }
  }
});
