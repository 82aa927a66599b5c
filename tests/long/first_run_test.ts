/**
 * What the first command of a reader fetches, and what works afterwards without
 * a network. This one needs the registries.
 */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { copyOf } from "../_support/checkout.ts";
import { type Ended, runDeno } from "../_support/deno_process.ts";
import { needs } from "../_support/permission.ts";

const MOST_LINES = 15;
const MOST_BYTES = 3_000_000;

/** How many bytes the files below a folder have. */
function sizeOf(folder: string): number {
  return [...Deno.readDirSync(folder)].reduce((sum, { name, isDirectory }) => {
    const path = `${folder}/${name}`;
    return sum + (isDirectory ? sizeOf(path) : Deno.statSync(path).size);
  }, 0);
}

Deno.test(
  "the first run of the lesson fetches what it runs, and the next one nothing",
  needs("run", "read", "write"),
  async () => {
    const project = copyOf("deno.json", "mod.ts", "lib", "scripts", "examples");
    const cache = Deno.makeTempDirSync();
    const run = (...args: string[]): Promise<Ended> =>
      runDeno(args, {
        cwd: project,
        env: { DENO_DIR: cache, DENO_NO_UPDATE_CHECK: "1", LANG: "en_US" },
        downloads: true,
      });
    const first = await run("task", "lesson");
    assertEquals(first.code, 0, first.stderr);
    const lines = first.stderr.match(/^Download .*$/gm) ?? [];
    const bytes = sizeOf(`${cache}/npm`);
    console.log(`${lines.length} downloads, ${(bytes / 1e6).toFixed(2)} MB`);
    assert(lines.length <= MOST_LINES, lines.join("\n"));
    assert(bytes <= MOST_BYTES, `${bytes} bytes`);

    // Nobody is asked any more for what is there.
    const args = ["run", "--cached-only", "--no-prompt", "-A"];
    const again = await run(...args, "scripts/lesson.ts");
    assertEquals([again.code, again.stderr], [0, ""]);
    assertEquals(again.stdout, first.stdout);
    // What is not there is said in a line.
    for (const script of ["page", "score"]) {
      const { code, stderr } = await run(...args, `scripts/${script}.ts`);
      assertEquals(code, 1, script);
      assertMatch(stderr, /^[^\n]+ is not on this machine yet[^\n]+\n$/);
    }
    Deno.removeSync(project, { recursive: true });
    Deno.removeSync(cache, { recursive: true });
  },
);
