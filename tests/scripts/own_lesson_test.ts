/**
 * The lesson of a course author in examples/own_lesson: its READMEs' commands
 * do what they say.
 */
import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { CHECKOUT } from "../_support/checkout.ts";
import { runDeno } from "../_support/deno_process.ts";
import { good, refused, run } from "../_support/lesson_process.ts";
import { needs } from "../_support/permission.ts";

const FILE = "examples/own_lesson/lesson.ts";

/** The commands in a README's blocks. */
function commandsOf(readme: string): string[] {
  const markdown = Deno.readTextFileSync(
    new URL(`examples/own_lesson/${readme}`, CHECKOUT),
  );
  return [...markdown.matchAll(/```sh\n([^]*?)```/g)]
    .flatMap(([, block]) => block!.trim().split("\n"));
}

for (const readme of ["README.md", "README.ja.md"]) {
  Deno.test(
    `every command of own_lesson/${readme} works`,
    needs("run", "read", "write"),
    async () => {
      const folder = await Deno.makeTempDir();
      const commands = commandsOf(readme);
      assertEquals(
        commands.map((line) => line.split(" ").slice(0, 3).join(" ")),
        [
          "deno task lesson",
          "deno task page",
          "deno task notebook",
          "deno run examples/own_lesson/1_01_type_token_ratio.ts",
        ],
      );
      for (const command of commands) {
        const args = [...command.matchAll(/"([^"]*)"|(\S+)/g)]
          .map(([, quoted, word]) => quoted ?? word!).slice(1)
          .map((arg, i, all) =>
            all[i - 1] === "--out" ? `${folder}/${arg}` : arg
          );
        const { code, stdout, stderr } = await runDeno(args, { cwd: CHECKOUT });
        assertEquals(code, 0, stderr);
        assert(stdout.length > 0, command);
      }
      assertStringIncludes(
        Deno.readTextFileSync(`${folder}/richness.html`),
        "<!doctype html>",
      );
      const files = [...Deno.readDirSync(`${folder}/richness`)].map((
        { name },
      ) => name);
      assertEquals(files.sort(), ["lesson.en.ipynb", "lesson.ja.ipynb"]);
      await Deno.remove(folder, { recursive: true });
    },
  );
}

Deno.test(
  "own_lesson's numbers come out as its handout says",
  needs("run", "read"),
  async () => {
    const flags = [
      "--allow-read=.",
      "scripts/lesson.ts",
      "--lesson",
      FILE,
      "--lang=en",
    ];
    const stdout = await good(run(flags));
    assertMatch(
      stdout,
      /\n3 cells ran\. 1 comparison with 1 printed value: 1 identical, .* 1 erratum shown\.\n$/,
    );
    const answer = await good(run([...flags, "exercise_guiraud", "--answers"]));
    // 52/√120, 61/√200, 48/√90
    assertStringIncludes(answer, "array([4.74692883, 4.31335137, 5.05964426])");
  },
);

Deno.test(
  "own_lesson's cells run by themselves, without permission",
  needs("run", "read"),
  async () => {
    for (
      const name of [
        "1_01_type_token_ratio",
        "1_02_longer_essays",
        "1_03_exercise_guiraud",
      ]
    ) {
      const stdout = await good(
        run([`examples/own_lesson/${name}.ts`, "--lang=en"]),
      );
      assert(stdout.startsWith(`── ${name.split("_", 2).join("-")}  `));
    }
    const help = await good(
      run(["examples/own_lesson/1_02_longer_essays.ts", "--help", "--lang=en"]),
    );
    assertStringIncludes(
      help,
      "deno run examples/own_lesson/1_02_longer_essays.ts [options]",
    );
  },
);

Deno.test(
  "--lesson says in one line what is no lesson",
  needs("run", "read"),
  async () => {
    const lesson = (permission: string, ...args: string[]) =>
      run(
        [permission, "scripts/lesson.ts", "--lang=en", ...args].filter(Boolean),
      );
    const said = async (...args: [string, ...string[]]): Promise<string> =>
      await refused(lesson(...args));
    assertEquals(
      await said("", "--lesson", FILE),
      `The lesson ${FILE} may not be read: run this with --allow-read=${FILE}.`,
    );
    assertEquals(
      await said("--allow-read", "--lesson"),
      "--lesson needs a value (FILE).",
    );
    assertEquals(
      await said("--allow-read", "--lesson="),
      "--lesson needs a value (FILE).",
    );
    assertEquals(
      await said("--allow-read", "--lesson=mod.ts"),
      "mod.ts exports no lesson with cells under the name lesson.",
    );
    assertMatch(
      await said("--allow-read", "--lesson", "nix.ts"),
      /^The lesson nix\.ts cannot be loaded: .*not found/,
    );
  },
);
