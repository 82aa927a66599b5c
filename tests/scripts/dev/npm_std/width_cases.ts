import { unicodeWidth } from "@std/cli/unicode-width";
import { type Case, gives } from "./case.ts";

/** The columns that a text takes. */
export const widthCases: Case[] = [
  gives(
    "unicodeWidth: one column for a letter",
    () => unicodeWidth("hello world"),
    11,
  ),
  gives("unicodeWidth: none for nothing", () => unicodeWidth(""), 0),
  gives(
    "unicodeWidth: two for a Chinese character",
    () => unicodeWidth("天地玄黃"),
    8,
  ),
  gives(
    "unicodeWidth: two for kanji and kana",
    () => unicodeWidth("勾配のベクトル"),
    14,
  ),
  gives(
    "unicodeWidth: two for fullwidth forms",
    () => unicodeWidth("ｆｕｌｌ　！"),
    12,
  ),
  gives(
    "unicodeWidth: two for Japanese punctuation",
    () => unicodeWidth("「良い」、普通・悪い。"),
    22,
  ),
  gives("unicodeWidth: one for halfwidth kana", () => unicodeWidth("ｶﾀｶﾅ"), 4),
  gives(
    "unicodeWidth: one for Greek and Cyrillic",
    () => unicodeWidth("Σηголубой"),
    9,
  ),
  gives("unicodeWidth: one for signs", () => unicodeWidth("×÷−≤∂∇→✓…"), 9),
  gives(
    "unicodeWidth: one for lines and blocks",
    () => unicodeWidth("─│┌█▏▓"),
    6,
  ),
  gives("unicodeWidth: two for an emoji", () => unicodeWidth("🦕"), 2),
  gives(
    "unicodeWidth: none for a combining mark",
    () => unicodeWidth("e\u0301か\u3099"),
    3,
  ),
];
