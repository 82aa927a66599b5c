import { assert, assertEquals, assertMatch } from "@std/assert";
import { CHECKOUT } from "../../_support/checkout.ts";
import { needs } from "../../_support/permission.ts";
import { allMessages, message } from "../../../scripts/terminal/messages.ts";

const blanksOf = (text: string): string[] =>
  [...text.matchAll(/\{\w+\}/g)].map(String).sort();

Deno.test("every message of the lesson is there in Japanese and English", () => {
  assert(Object.keys(allMessages).length > 20);
  for (const [name, text] of Object.entries(allMessages)) {
    assertEquals(Object.keys(text).sort(), ["en", "ja"], name);
    for (const one of Object.values(text)) {
      assertMatch(one, /^\S(.*\S)?$/s, name);
    }
    assertEquals(blanksOf(text.ja), blanksOf(text.en), name);
    assertEquals(/[ぁ-んァ-ヶ一-龯]/.test(text.en), false, name);
  }
});

Deno.test("message() fills in its blanks", () => {
  assertEquals(
    message("en", "badNumber", { option: "h", value: "x" }),
    '--h needs a number, found "x".',
  );
});

Deno.test("every message of the lesson is used", needs("read"), () => {
  const folder = new URL("scripts/terminal/", CHECKOUT);
  const code = [...Deno.readDirSync(folder)]
    .filter(({ name }) => name !== "messages.ts")
    .map(({ name }) => Deno.readTextFileSync(new URL(name, folder))).join();
  for (const name of Object.keys(allMessages)) {
    assert(code.includes(`"${name}"`), `${name} is not used`);
  }
});
