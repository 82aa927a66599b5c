/** Texts of a lesson that is written in one language, in place of two. */
import type { Matrix } from "kobai";
import type { Text } from "../cli/message.ts";

/** A text in both languages, or a single one for readers of either. */
export type Words = Text | string;

/** Data whose texts may be single ones. */
export type Spoken<Part> = Part extends Text ? Words
  : Part extends Matrix ? Part
  : Part extends object ? { readonly [Key in keyof Part]: Spoken<Part[Key]> }
  : Part;

/** Where a picture's data have texts. */
const KEYS = ["title", "description", "label", "note", "text", "remark"]
  .concat("axis");

/** A text for readers of both languages. */
export function bothOf(words: Words): Text {
  return typeof words === "string" ? { ja: words, en: words } : words;
}

/** The texts of a record for readers of both languages. */
export function allOf<Key extends string>(
  words: Readonly<Record<Key, Words>>,
): Record<Key, Text> {
  return mapped(words, bothOf);
}

/** A record with the same keys. */
export function mapped<Key extends string, From, To>(
  record: Readonly<Record<Key, From>>,
  f: (value: From) => To,
): Record<Key, To> {
  return Object.fromEntries(
    Object.entries<From>(record).map(([key, value]) => [key, f(value)]),
  ) as Record<Key, To>;
}

/** A picture's data, its texts for readers of both languages. */
export function spoken<Part>(part: Spoken<Part>): Part {
  return convert(part) as Part;
}

function convert(part: unknown, key = ""): unknown {
  if (typeof part === "string") return KEYS.includes(key) ? bothOf(part) : part;
  if (Array.isArray(part)) return part.map((item) => convert(item));
  if (
    typeof part !== "object" || part === null ||
    Object.getPrototypeOf(part) !== Object.prototype
  ) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, convert(value, key)]),
  );
}
