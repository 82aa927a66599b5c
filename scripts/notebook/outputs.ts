/**
 * What Deno's kernel gives back for a value: so the notebooks carry their
 * outputs.
 */
import { Matrix } from "kobai";
import type { Value } from "../lesson/cell.ts";

/** An output of a code cell, in the format of notebooks. */
export interface Output {
  readonly output_type: "display_data";
  readonly data: Readonly<Record<string, string | readonly string[]>>;
  readonly metadata: Record<string, never>;
}

/** What `show({ name: value })` displays. */
export function outputsOf(name: string, value: Value): Output[] {
  const data = value instanceof Matrix
    ? displayOf(value)
    : { "text/plain": Deno.inspect(value, { colors: false }) };
  return [display({ "text/markdown": `**${name}**` }), display(data)];
}

/** A matrix shows itself, here as in the kernel. */
function displayOf(value: Matrix): Record<string, string> {
  return Reflect.get(value, Symbol.for("Jupyter.display")).call(value);
}

function display(data: Record<string, string>): Output {
  return {
    output_type: "display_data",
    data: Object.fromEntries(
      Object.entries(data).map(([type, text]) => [type, linesOf(text)]),
    ),
    metadata: {},
  };
}

/** A text as notebooks keep it: a line each, with its end. */
export function linesOf(text: string): string | string[] {
  return text.includes("\n") ? text.split(/(?<=\n)/) : text;
}
