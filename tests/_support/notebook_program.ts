/**
 * A notebook's code cells as one program, run by Deno without Jupyter: what
 * they show, to the last bit.
 *
 * Each code cell after the first, which imports, stands in a block of its own:
 * so none can lean on another, and names may be declared again.
 *
 * @module
 */
import { assertEquals } from "@std/assert";
import { Matrix } from "kobai";
import { CHECKOUT } from "./checkout.ts";
import { runDeno } from "./deno_process.ts";

interface CodeCell {
  readonly cell_type: string;
  readonly id: string;
  readonly source: string | readonly string[];
}

/** The values of each cell by its id, as {@linkcode bitsOf} writes them. */
export type Shown = Record<string, Record<string, string>>;

/** A value as text that no other value has: numbers by their bits. */
export function bitsOf(value: unknown): string {
  if (value instanceof Matrix) {
    const numbers = value.toFloat64Array();
    return `${value.rows}x${value.columns} ${hex(numbers)}`;
  }
  return typeof value === "number"
    ? `number ${hex(new Float64Array([value]))}`
    : `${typeof value} ${JSON.stringify(value)}`;
}

function hex(numbers: Float64Array): string {
  return new Uint8Array(numbers.buffer).toHex();
}

/** What stands before the cells: Jupyter's display, which keeps the values. */
const kernel = `
const shown = {};
let values;
let displayed;
Deno.jupyter = { display: (data) => displayed = data["text/plain"] };
const display = show;
show = async (given) => {
  displayed = "";
  await display(given);
  for (const [name, value] of Object.entries(given)) {
    values[name] = bitsOf(value);
    if (!displayed.includes(name + "\\n" + Deno.inspect(value))) {
      throw new Error(name + " is not displayed");
    }
  }
};
`;

/** Runs a notebook, given as JSON whose imports are found from anywhere. */
export async function runNotebook(json: string): Promise<Shown> {
  const [setup, ...cells]: { id: string; text: string }[] =
    (JSON.parse(json).cells as CodeCell[])
      .filter(({ cell_type }) => cell_type === "code")
      .map(({ id, source }) => ({
        id,
        text: typeof source === "string" ? source : source.join(""),
      }));
  const support = new URL("tests/_support/notebook_program.ts", CHECKOUT);
  const program = [
    `import { bitsOf } from ${JSON.stringify(support.href)};`,
    setup!.text,
    kernel,
    ...cells.map(({ id, text }) =>
      `values = shown[${JSON.stringify(id)}] = {};\n{\n${text}\n}`
    ),
    "console.log(JSON.stringify(shown));",
  ].join("\n");
  const file = await Deno.makeTempFile({ suffix: ".ts" });
  await Deno.writeTextFile(file, program);
  const { code, stdout, stderr } = await runDeno(
    ["run", "--no-prompt", "--config=deno.json", file],
    { cwd: CHECKOUT },
  );
  await Deno.remove(file);
  assertEquals([code, stderr], [0, ""]);
  return JSON.parse(stdout);
}
