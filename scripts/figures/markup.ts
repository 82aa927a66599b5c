/**
 * HTML, SVG and MathML put together from parts: whatever is not markup itself
 * is escaped.
 */

/** Markup that goes into other markup as it is. */
export class Markup {
  readonly #text: string;

  /**
   * Takes a text for markup; use it for what a trusted library or this project
   * wrote.
   */
  constructor(text: string) {
    this.#text = text;
  }

  /** The markup as text. */
  toString(): string {
    return this.#text;
  }
}

/**
 * What may stand in a template: texts are escaped, lists are joined, nothing is
 * left out.
 */
export type Part = Markup | string | number | undefined | readonly Part[];

/**
 * A template for markup, such as `` markup`<p>${text}</p>` ``. Attribute values
 * stand in double quotes.
 */
export function markup(
  strings: TemplateStringsArray,
  ...parts: Part[]
): Markup {
  return new Markup(String.raw({ raw: strings }, ...parts.map(partText)));
}

/** One after the other, with a text between them. */
export function joined(parts: readonly Part[], between = ""): Markup {
  return new Markup(parts.map(partText).join(between));
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text as it stands in markup, attributes included. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign]!);
}

function partText(part: Part): string {
  if (part === undefined) return "";
  if (part instanceof Markup) return part.toString();
  if (typeof part === "object") return part.map(partText).join("");
  return escapeMarkup(String(part));
}
