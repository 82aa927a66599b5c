import { assertEquals } from "@std/assert";
import {
  safeField,
  safeMessage,
  safeText,
} from "../../../scripts/grade/safe_text.ts";

Deno.test("safeText() leaves letters, and nothing that a terminal or a reader obeys", () => {
  assertEquals(safeText("山田 太郎 👩 é"), "山田 太郎 👩 é");
  assertEquals(safeText("a\u001b[31mb\u0007\u009bc"), "a[31mbc");
  assertEquals(safeText("a\r\nb\tc\u2028d"), "a b c d");
  assertEquals(safeText("a\u202eb\u200bc\ud800d\ufeff"), "abcd");
});

Deno.test("safeMessage() calls a submission by its name", () => {
  assertEquals(
    safeMessage("at blob:null/63b2d2c5-8d8a-4a14-9b2e-b2bc9c0c0b9b:3:5"),
    "at exercises.ts:3:5",
  );
});

Deno.test("safeField() is a formula to no spreadsheet", () => {
  const formulas = [
    "=1+1",
    "+1",
    "-1",
    "@sum",
    "\t=1",
    "\r=1",
    " =1",
    "\u200b=1",
    "＝1",
    "＋1",
    "－1",
    "＠1",
  ];
  for (const text of formulas) assertEquals(safeField(text)[0], "'", text);
  assertEquals(safeField("=1+1"), "'=1+1");
  assertEquals(safeField("s-01"), "s-01");
});
