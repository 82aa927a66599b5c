/**
 * What Deno's kernel gives back for the values of a cell: so the notebooks
 * carry their outputs.
 */
import type { Value } from "../lesson/cell.ts";

/** An output of a code cell, in the format of notebooks. */
export interface Output {
  readonly output_type: "display_data";
  readonly data: Readonly<Record<string, string | readonly string[]>>;
  readonly metadata: Record<string, never>;
}

/** What `show(values)` displays: one output, each value below its name. */
export function outputOf(values: Readonly<Record<string, Value>>): Output {
  const texts = Object.entries(values).map(([name, value]) =>
    [name, Deno.inspect(value, { colors: false })] as const
  );
  const markdown = texts.map(([name, text]) =>
    `**${name}**\n\n\`\`\`text\n${text}\n\`\`\``
  );
  const plain = texts.map(([name, text]) => `${name}\n${text}`);
  return {
    output_type: "display_data",
    data: {
      "text/markdown": linesOf(markdown.join("\n\n")),
      "text/plain": linesOf(plain.join("\n\n")),
    },
    metadata: {},
  };
}

/** A text as notebooks keep it: a line each, with its end. */
export function linesOf(text: string): string | string[] {
  return text.includes("\n") ? text.split(/(?<=\n)/) : text;
}
