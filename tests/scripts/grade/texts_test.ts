import { assert, assertEquals } from "@std/assert";
import type { Text } from "../../../scripts/cli/command_line.ts";
import {
  caseMessages,
  neededTexts,
} from "../../../scripts/exercise/case_messages.ts";
import * as messages from "../../../scripts/grade/messages.ts";
import { refusals } from "../../../scripts/grade/refusals.ts";
import {
  safeField,
  safeMessage,
  safeText,
} from "../../../scripts/grade/safe_text.ts";
import { benchMessages } from "../../../scripts/exercise/self_bench.ts";
import { tasks } from "../../../scripts/exercise/tasks.ts";

Deno.test("everything that the grader says is there in both languages, with the same blanks", () => {
  const texts: Text[] = [
    ...Object.values(messages.allMessages),
    ...Object.values(messages.statusTexts),
    ...Object.values(messages.statusHints),
    ...Object.values(messages.faultTexts),
    ...Object.values(messages.typeTexts),
    ...Object.values(messages.typeProblemTexts),
    ...Object.values(refusals),
    ...Object.values(benchMessages),
    ...Object.values(caseMessages),
    ...Object.values(neededTexts),
    ...tasks.map(({ title }) => title),
  ];
  assert(texts.length > 100);
  const blanksOf = (text: string) =>
    [...new Set(text.match(/\{\w+\}/g))].sort();
  for (const { ja, en } of texts) {
    assertEquals(blanksOf(ja), blanksOf(en), ja);
    assertEquals(ja === "", en === "", ja);
    assert(!/[ぁ-んァ-ン一-龠]/.test(en), en);
  }
});

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
    ...["=1+1", "+1", "-1", "@sum", "\t=1", "\r=1", " =1", "\u200b=1"],
    ...["＝1", "＋1", "－1", "＠1"],
  ];
  for (const text of formulas) assertEquals(safeField(text)[0], "'", text);
  assertEquals(safeField("=1+1"), "'=1+1");
  assertEquals(safeField("s-01"), "s-01");
});
