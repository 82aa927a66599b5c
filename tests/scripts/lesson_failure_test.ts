/** The lesson when something is not as it should be, and its colours. */
import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { CHECKOUT } from "../_support/checkout.ts";
import type { Ended } from "../_support/deno_process.ts";
import { lesson, refused, run } from "../_support/lesson_process.ts";
import { needs } from "../_support/permission.ts";

const needed = needs("run", "read");
const withFiles = needs("run", "read", "write");

Deno.test(
  "lesson.ts ends with 2 and one line if it cannot follow",
  needed,
  async () => {
    assertMatch(
      await refused(lesson("softmx", "--lang=en")),
      /"softmx"\. Near it: 4\.2\.4_03_softmax, /,
    );
    assertMatch(
      await refused(lesson("--anwsers")),
      /--anwsers .*近いもの：--answers/,
    );
    assertMatch(
      await refused(run(["scripts/cells/4.2.4_08_loss.ts", "--y", "1"])),
      /--y .*近いもの/,
    );
  },
);

Deno.test(
  "a cell ends with 2 and one line if its input does not fit",
  needed,
  async () => {
    const cell = (name: string, ...args: string[]): Promise<Ended> =>
      run([`scripts/cells/${name}.ts`, "--lang=en", ...args]);
    assertEquals(
      await refused(cell("4.2.4_06_predict", "--x", "1,2,3")),
      "This input cannot be used: Cannot multiply matrices: left is 1x3 and right is 2x3, " +
        "left columns must equal right rows",
    );
    assertMatch(
      await refused(
        run(["scripts/cells/4.2.4_06_predict.ts", "--x", "１、２、３"]),
      ),
      /^この入力では計算できません。.*（Cannot multiply matrices: .*）。$/,
    );
    for (
      const args of [
        ["4.2.1_08_forward_ten_rows", "--seed", "0.5"],
        ["4.2.3_04_sum_of_squared_errors", "--t", "1,0"],
        ["4.2.3_07_delta", "--t", "0,2,0"],
        ["4.2.3_07_delta", "--delta", "-1"],
        ["4.2.4_11_gradient", "--h", "0"],
      ] as [string, ...string[]][]
    ) {
      assertMatch(
        await refused(cell(...args)),
        /^This input cannot be used: Cannot \w+ /,
      );
    }
  },
);

const helper = (name: string): string =>
  new URL(`scripts/terminal/${name}.ts`, CHECKOUT).href;

/** Runs a script in a temporary folder, with the checkout's import map. */
async function runBeside(
  source: string,
  env: Record<string, string> = {},
): Promise<Ended> {
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(`${folder}/main.ts`, source);
  const config = new URL("deno.json", CHECKOUT).pathname;
  const ended = await run([
    "--config",
    config,
    `${folder}/main.ts`,
    "--lang=en",
  ], env);
  await Deno.remove(folder, { recursive: true });
  return ended;
}

Deno.test(
  "lesson.ts ends with 1 and names the cell if a value is wrong",
  withFiles,
  async () => {
    const source = (main: string): string => `
    import { lesson } from "${
      new URL("scripts/cells/lesson.ts", CHECKOUT).href
    }";
    import { cellMain, lessonMain } from "${helper("main")}";
    const [first] = lesson.cells;
    const wrong = lesson.cells.find(({ name }) => name.includes("weighted_sum"));
    const doctored = { ...wrong, run: () => ({ h: 8 }), worked: undefined };
    ${main}`;
    const all = await runBeside(
      source(
        `await lessonMain({ ...lesson, cells: [first, doctored] }, "lesson");`,
      ),
    );
    assertEquals(all.code, 1);
    assertEquals(
      all.stderr,
      "Cells that did not come out as expected: 4.2.1_03_weighted_sum\n",
    );
    assertStringIncludes(
      all.stdout,
      '! not as expected: it should be "identical"',
    );
    const one = await runBeside(
      source("await cellMain(doctored.url, doctored);"),
    );
    assertEquals(one.code, 1);
    assertStringIncludes(one.stdout, "≠ differs by 1.00");
  },
);

Deno.test(
  "lesson.ts colours on a terminal, unless NO_COLOR or --no-color says no",
  withFiles,
  async () => {
    // No pseudo terminal here: the process is told that it has one.
    const source = (args: string): string => `
    import { lesson } from "${
      new URL("scripts/cells/lesson.ts", CHECKOUT).href
    }";
    import { lessonMain } from "${helper("main")}";
    Deno.stdout.isTerminal = () => true;
    Object.defineProperty(Deno, "args", { value: [...Deno.args, ${args}] });
    const cells = lesson.cells.slice(0, 1);
    await lessonMain({ ...lesson, cells }, "lesson");`;
    const coloured = async (
      args: string,
      env: Record<string, string>,
    ): Promise<boolean> => {
      const { code, stdout, stderr } = await runBeside(source(args), env);
      assertEquals([code, stderr], [0, ""]);
      return stdout.includes("\x1b[");
    };
    assertEquals(await coloured("", { NO_COLOR: "" }), true);
    assertEquals(await coloured("", { NO_COLOR: "1" }), false);
    assertEquals(await coloured('"--no-color"', { NO_COLOR: "" }), false);
    assertEquals(await coloured('"--json"', { NO_COLOR: "" }), false);
  },
);
