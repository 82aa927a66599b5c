/**
 * The programs of `examples/book`: what each prints, what its NumPy program
 * printed, and what the page says of both.
 *
 * @module
 */
import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { CHECKOUT } from "./checkout.ts";
import { assertClose } from "./close.ts";
import { runDeno } from "./deno_process.ts";
import { fileOf, LANGUAGES, read } from "./docs.ts";
import { assertPrints, blocksOf, tableOf } from "./markdown.ts";
import { headerOf } from "./scripts.ts";

const FOLDER = "examples/book/";
/** How far our numbers may be from NumPy's: a billionth of their size. */
const NEAR = { rtol: 1e-9, atol: 0 };

/** The programs that have one of NumPy beside them. */
export const BOOK = [
  ...["batch_normalization", "cbow_sentence", "cbow_text", "digits"] as const,
  ...["dropout", "gradient_check", "optimizers", "recurrent"] as const,
  "weight_decay",
] as const;

/** The words and numbers of lines. */
function partsOf(lines: readonly string[]): (string | number)[] {
  return lines.join("\n").split(/[ \n]/).map((word) =>
    word === "" || Number.isNaN(Number(word)) ? word : Number(word)
  );
}

/** Requires the same words, and numbers that are as near as NumPy's can be. */
export function assertNear(
  lines: readonly string[],
  expected: readonly string[],
): void {
  const [found, wanted] = [partsOf(lines), partsOf(expected)];
  const words = (parts: (string | number)[]) =>
    parts.map((part) => typeof part === "number" ? 0 : part);
  const numbers = (parts: (string | number)[]) =>
    parts.filter((part) => typeof part === "number");
  assertEquals(words(found), words(wanted));
  assertClose(numbers(found), numbers(wanted), NEAR);
}

/** What the NumPy program of that name printed, and with which NumPy. */
export function toldByNumpy(
  name: string,
): { version: string; lines: string[] } {
  const [version = "", ...lines] = read(`${FOLDER}${name}.txt`).trimEnd()
    .split("\n");
  assertMatch(version, /^NumPy \d+\.\d+\.\d+$/);
  return { version, lines };
}

/** The command in the header of a program. */
export function commandOf(name: string): string {
  const [command, ...others] = headerOf(`${FOLDER}${name}.ts`)
    .match(/deno run .*/g)!;
  assertEquals(others, []);
  return command!;
}

/**
 * Runs a program as its header says, and requires NumPy's numbers, and that the
 * page tells of both what is so.
 */
export async function holdProgram(name: string): Promise<void> {
  const command = commandOf(name);
  const { code, stdout, stderr } = await runDeno(
    ["run", "--no-prompt", ...command.split(" ").slice(2)],
    { cwd: CHECKOUT },
  );
  assertEquals([code, stderr], [0, ""]);
  const { version, lines } = toldByNumpy(name);
  // What follows is for the eye: NumPy's program does not have it.
  assertNear(stdout.split("\n").slice(0, lines.length), lines);

  for (const language of LANGUAGES) {
    const page = read(fileOf(`${FOLDER}README`, language));
    const blocks = blocksOf(page);
    const at = blocks.findIndex(({ text }) => text === `${command}\n`);
    assert(at >= 0, `no block with ${command}`);
    assertEquals(blocks[at + 1]?.info, "text");
    assertPrints(stdout, blocks[at + 1]!.text, command);

    const head = { en: "program", ja: "プログラム" }[language];
    const row = tableOf(page, head).find(([cell]) =>
      cell === `[${name}](${name}.ts)`
    );
    assert(row !== undefined, `no row of ${name}`);
    const [line, ours, theirs] = row.slice(-3)
      .map((cell) => cell.replaceAll("`", ""));
    assertStringIncludes(`\n${stdout} `, `\n${line} ${ours}`);
    assertStringIncludes(`\n${lines.join("\n")} `, `\n${line} ${theirs}`);
    assertStringIncludes(page, version);
  }
}
