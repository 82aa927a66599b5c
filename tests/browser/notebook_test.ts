/** The notebooks in Jupyter, with Deno's kernel: every output is the cell's. */
import { assert, assertEquals } from "@std/assert";
import { CHECKOUT } from "../_support/checkout.ts";
import { runDeno } from "../_support/deno_process.ts";
import { isLong } from "../_support/how_many.ts";
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

/** What the cells of notebooks give back in Jupyter, by their ids. */
async function run(
  paths: readonly string[],
): Promise<Record<string, Output[]>[]> {
  const { code, stdout, stderr } = await runDeno(
    [
      ...["run", "-A", "tests/browser/_notebook_session.ts"],
      ...[programPath("nbclient"), ...paths],
    ],
    { cwd: CHECKOUT },
  );
  assertEquals([code, stderr], [0, ""]);
  return JSON.parse(stdout);
}

/** The code cells of a notebook, with the outputs that it was written with. */
function codeCells(path: string): Notebook["cells"] {
  const { cells }: Notebook = JSON.parse(Deno.readTextFileSync(path));
  return cells.filter(({ cell_type }) => cell_type === "code");
}

/**
 * So often a notebook is run until all has arrived. The client stops listening
 * when Deno's kernel says that it is idle, which it says before its last
 * outputs are there: what waits for them in a cell is too short on a machine
 * that is busy enough.
 */
const MOST_RUNS = 8;

Deno.test(
  "notebooks run from top to bottom, and every output equals the cell's [nbclient]",
  needs("run", "read", "write", "nbclient"),
  async () => {
    const own = await Deno.makeTempDir();
    const lesson = ["--lesson", "examples/own_lesson/lesson.ts"];
    await make("notebook", ...lesson, "--out", own);
    const lectures = isLong ? ["lesson.ja.ipynb", "lesson.en.ipynb"] : [];
    let missing = [
      ...lectures.map((name) => new URL(`examples/${name}`, CHECKOUT).pathname),
      `${own}/lesson.en.ipynb`,
    ];
    for (let runs = 1; missing.length > 0; runs++) {
      const ran = await run(missing);
      missing = missing.filter((path, i) => {
        const kept = codeCells(path), found = ran[i]!;
        assert(kept.length >= 4);
        assertEquals(Object.keys(found), kept.map(({ id }) => id), path);
        const isLost = kept.some(({ id, outputs = [] }) =>
          found[id]!.length < outputs.length
        );
        if (isLost && runs < MOST_RUNS) return true;
        for (const { id, outputs = [] } of kept) {
          const place = `${path}, cell ${id}`;
          assertEquals(found[id]!.map(shown), outputs.map(shown), place);
        }
        return false;
      });
    }
    await Deno.remove(own, { recursive: true });
  },
);
