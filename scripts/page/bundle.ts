/**
 * The page's program in one piece: its cells, the library, and what makes them
 * live.
 *
 * It is made when a page is made, from the sources themselves, by the bundler
 * inside Deno (`--unstable-bundle`); the bundler comes from npm the first time.
 * A cell's last line, which starts it in a terminal, is left out, because
 * `import.meta.main` is known to be false there.
 */
import { message } from "../cli/message.ts";
import { UsageError } from "../cli/usage_error.ts";
import { numberOf } from "../lesson/heading.ts";
import type { Lesson } from "../lesson/lesson.ts";
import { withoutTexts } from "./without_texts.ts";

const otherFolder = message({
  ja:
    "キットのフォルダの外では、deno run に --config {config} も付けてください。",
  en: "Outside of the kit's folder, deno run needs --config {config} too.",
});
const config = decodeURI(new URL("../../deno.json", import.meta.url).pathname);

/**
 * Bundles the page's program. The bundler knows packages by the deno.json of
 * the folder in which the process was started.
 *
 * @param lesson The lesson.
 * @throws {UsageError} If that is another one.
 * @returns JavaScript for a browser, which may stand in a script element.
 */
export async function bundledScript(lesson: Lesson): Promise<string> {
  const texts = lesson.cells.flatMap((cell) => [
    cell.text,
    cell.exercise,
    cell.formula,
    cell.numpy?.code,
    ...(cell.errata ?? []).map(({ why }) => why),
  ]);
  return withoutTexts(await bundled(entryOf(lesson)), texts);
}

/**
 * A program and all that it imports, for a browser, as it may stand in a script
 * element.
 *
 * @param source The program; it imports by addresses.
 */
export async function bundled(source: string): Promise<string> {
  const entry = await Deno.makeTempFile({ suffix: ".ts" });
  try {
    await Deno.writeTextFile(entry, source);
    const { success, errors, outputFiles } = await Deno.bundle({
      entrypoints: [entry],
      platform: "browser",
      format: "iife",
      minify: true,
      write: false,
    });
    const script = outputFiles?.[0]?.text();
    if (!success || script === undefined) {
      const reasons = errors.map(({ text }) => text).join("; ");
      if (reasons.includes("not a dependency")) {
        throw new UsageError(otherFolder({ config }));
      }
      throw new TypeError(`Cannot bundle the page's program: ${reasons}`);
    }
    // Inside a string of JavaScript this means the same, and ends no script
    // element.
    return readable(script).replaceAll("</script", "<\\/script");
  } finally {
    await Deno.remove(entry);
  }
}

function entryOf({ cells }: Lesson): string {
  const quoted = JSON.stringify;
  const main = new URL("live/main.ts", import.meta.url).href;
  return [
    `import { startPage } from ${quoted(main)};`,
    ...cells.map(({ url }, i) =>
      `import { cell as cell${i} } from ${quoted(url)};`
    ),
    `startPage({`,
    ...cells.map((cell, i) => `  ${quoted(numberOf(cell))}: cell${i},`),
    `});`,
  ].join("\n");
}

/** Letters as themselves, where the bundler wrote `\u3042`: half the bytes. */
function readable(script: string): string {
  return script.replace(
    /(?<!\\)((?:\\\\)*)\\u([0-9a-fA-F]{4})/g,
    (whole, before: string, code: string) => {
      const letter = String.fromCharCode(parseInt(code, 16));
      return /[\p{L}\p{N}\p{P}\p{S}]/u.test(letter) && letter > "\x7f"
        ? before + letter
        : whole;
    },
  );
}
