/**
 * Pictures and pages as text: whether they are well-formed, and what is in
 * them.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";

/** An element, with the text that stands directly in it. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** Elements of HTML that have no end. */
const EMPTY = new Set(["meta", "link", "img", "br"]);

function plain(text: string): string {
  const named: Record<string, string> = {
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
  };
  const entity = /&(?:#(\d+)|(amp|lt|gt|quot));/g;
  const rest = text.replace(entity, "");
  assert(!/[<&]/.test(rest), `a bare < or & in ${JSON.stringify(text)}`);
  return text.replace(
    entity,
    (_, code, name) =>
      code === undefined ? named[name]! : String.fromCharCode(Number(code)),
  );
}

/**
 * Reads markup as XML is read: every element closed, every attribute quoted and
 * given once, no bare `<` or `&`.
 *
 * @param markup The text.
 * @returns Its elements, in order.
 * @throws {AssertionError} If it is not well-formed.
 */
export function elementsOf(markup: string): Element[] {
  const found: Element[] = [], open: Element[] = [];
  const pieces =
    /<!DOCTYPE html>|<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/gy;
  let end = 0;
  for (
    const [piece, closing, tag, attributes, empty, text] of markup.matchAll(
      pieces,
    )
  ) {
    end += piece.length;
    if (text !== undefined) {
      const parent = open.at(-1);
      const content = parent?.tag === "style" ? text : plain(text);
      if (parent === undefined) assertEquals(text.trim(), "");
      else parent.text += content;
    } else if (closing) {
      assertEquals(open.pop()?.tag, tag);
    } else if (tag !== undefined) {
      const element = { tag, attributes: attributesOf(attributes!), text: "" };
      found.push(element);
      if (!empty && !EMPTY.has(tag)) open.push(element);
    }
  }
  assertEquals(markup.slice(end, end + 80), "", "markup");
  assertEquals(open.map(({ tag }) => tag), []);
  return found;
}

function attributesOf(text: string): Record<string, string> {
  const all = [...text.matchAll(/([\w:-]+)="([^"]*)"/g)]
    .map(([, name, value]) => [name!, plain(value!)] as const);
  assertEquals(new Set(all.map(([name]) => name)).size, all.length, text);
  return Object.fromEntries(all);
}

/** What the elements with a tag say, in order. */
export function textsOf(markup: string, tag: string): string[] {
  return elementsOf(markup).filter((element) => element.tag === tag)
    .map(({ text }) => text);
}
