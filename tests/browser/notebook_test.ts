/** The notebooks in Jupyter, with Deno's kernel: every output is the cell's. */
import { assert, assertEquals } from "@std/assert";
import { CHECKOUT } from "../_support/checkout.ts";
import { runDeno } from "../_support/deno_process.ts";
import { make } from "../_support/pages.ts";
import { needs, programPath } from "../_support/permission.ts";

interface Notebook {
  readonly cells: readonly {
    readonly cell_type: string;
    readonly id: string;
    readonly outputs?: readonly Output[];
  }[];
}

interface Output {
  readonly output_type: string;
  readonly data?: Readonly<Record<string, string | readonly string[]>>;
}

/** What an output shows, by media type; the file keeps long texts as lines. */
function shown({ output_type, data = {}, ...rest }: Output): unknown {
  const texts = Object.entries(data).map(([type, text]) =>
    [type, typeof text === "string" ? text : text.join("")] as const
  );
  return output_type === "display_data"
    ? Object.fromEntries(texts)
    : { output_type, ...rest };
}

Deno.test(
  "notebooks run from top to bottom, and every output equals the cell's [nbclient]",
  needs("run", "read", "write", "nbclient"),
  async () => {
    const own = await Deno.makeTempDir();
    await make(
      "notebook",
      "--lesson",
      "examples/own_lesson/lesson.ts",
      "--out",
      own,
    );
    const paths = [
      new URL("examples/lesson.ja.ipynb", CHECKOUT).pathname,
      new URL("examples/lesson.en.ipynb", CHECKOUT).pathname,
      `${own}/lesson.en.ipynb`,
    ];
    const { code, stdout, stderr } = await runDeno(
      [
        "run",
        "-A",
        "tests/browser/_notebook_session.ts",
        programPath("nbclient"),
        ...paths,
      ],
      { cwd: CHECKOUT },
    );
    assertEquals([code, stderr], [0, ""]);
    const ran: Record<string, Output[]>[] = JSON.parse(stdout);
    paths.forEach((path, i) => {
      const { cells }: Notebook = JSON.parse(Deno.readTextFileSync(path));
      const kept = cells.filter(({ cell_type }) => cell_type === "code");
      assertEquals(Object.keys(ran[i]!), kept.map(({ id }) => id), path);
      assert(kept.length >= 4);
      for (const { id, outputs = [] } of kept) {
        assertEquals(
          ran[i]![id]!.map(shown),
          outputs.map(shown),
          `${path}, cell ${id}`,
        );
      }
    });
    await Deno.remove(own, { recursive: true });
  },
);
