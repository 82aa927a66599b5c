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
import { lesson } from "../../examples/own_lesson/lesson.ts";
import { pictureOf } from "../../scripts/lesson/picture.ts";
import { runCell } from "../../scripts/lesson/run.ts";
import { checkLesson } from "../../scripts/check/check_lesson.ts";
import { CHECKOUT } from "../_support/checkout.ts";
import { isLong } from "../_support/how_many.ts";
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
    .flatMap(([, block]) => block!.trim().split("\n"))
    .map((line) => line.trim());
}

/** The files of the recipe, as a README has them. */
function recipeOf(readme: string): Record<string, string> {
  const markdown = Deno.readTextFileSync(
    new URL(`examples/own_lesson/${readme}`, CHECKOUT),
  );
  const [cell = "", lesson = ""] = [
    ...markdown.matchAll(/```ts ignore\n([^]*?)```/g),
  ].map(([, block]) => block!.replace(/^ {3}/gm, ""));
  return { "1_01_ratio.ts": cell, "lesson.ts": lesson };
}

/** What the program of a page answers, which runs beside the page too. */
async function answerOf(html: string, question: unknown): Promise<unknown> {
  const [, program = ""] = html.match(/<script>([^]*)<\/script>/)!;
  const url = URL.createObjectURL(
    new Blob([program], { type: "text/javascript" }),
  );
  const worker = new Worker(url, { type: "module" });
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = reject;
      worker.postMessage(question);
    });
  } finally {
    worker.terminate();
    URL.revokeObjectURL(url);
  }
}

Deno.test(
  "the recipe in Japanese has nothing wrong",
  needs("run", "read", "write"),
  async () => {
    const folder = await Deno.makeTempDir();
    for (const [name, text] of Object.entries(recipeOf("README.ja.md"))) {
      Deno.writeTextFileSync(`${folder}/${name}`, text);
    }
    const report = await checkLesson(`file://${folder}/lesson.ts`);
    await Deno.remove(folder, { recursive: true });
    assertEquals(report, { kind: "done", problems: [] });
  },
);

for (const readme of isLong ? ["README.md", "README.ja.md"] : ["README.md"]) {
  Deno.test(
    `every command of own_lesson/${readme} works, its recipe in a folder elsewhere`,
    needs("run", "read", "write"),
    async () => {
      const folder = await Deno.makeTempDir();
      Deno.mkdirSync(`${folder}/mine`);
      for (const [name, text] of Object.entries(recipeOf(readme))) {
        Deno.writeTextFileSync(`${folder}/mine/${name}`, text);
      }
      const commands = commandsOf(readme);
      assertEquals(
        commands.map((line) => line.split(" ").slice(0, 3).join(" ")),
        [
          ...["deno task lesson", "deno task page", "deno task notebook"],
          ...["deno run --allow-read", "deno task page", "deno task notebook"],
          "deno task lesson",
        ],
      );
      await Promise.all(commands.map(async (command) => {
        const args = [...command.matchAll(/"([^"]*)"|(\S+)/g)]
          .map(([, quoted, word]) => quoted ?? word!).slice(1)
          .map((arg) => arg.replace(/^\.\./, folder))
          .map((arg, i, all) =>
            all[i - 1] === "--out" && !arg.startsWith(folder)
              ? `${folder}/${arg}`
              : arg
          );
        const { code, stdout, stderr } = await runDeno(args, { cwd: CHECKOUT });
        assertEquals(code, 0, stderr);
        assert(stdout.length > 0, command);
      }));
      for (const page of ["words.html", "mine/lesson.html"]) {
        const html = Deno.readTextFileSync(`${folder}/${page}`);
        assertStringIncludes(html, "<!doctype html>");
        // The page is live: its program computes what a reader asks.
        const mine = page.startsWith("mine");
        const answer = await answerOf(html, {
          language: "en",
          cell: mine ? "1-01" : "2-01",
          written: mine
            ? { types: "1, 2", tokens: "4, 4" }
            : { text: "I like dogs. I like cats. I like rice." },
        });
        assertStringIncludes(
          JSON.stringify(answer),
          mine ? "array([0.25, 0.5 ])" : 'class=\\"value\\">1.0<',
        );
      }
      const words = Deno.readTextFileSync(`${folder}/words.html`);
      assertStringIncludes(words, "<summary>words.ts</summary>");
      const notebook = Deno.readTextFileSync(
        `${folder}/words/lesson.en.ipynb`,
      );
      assertStringIncludes(notebook, "function wordsOf(text: string)");
      for (const place of ["words", "mine"]) {
        const names = [...Deno.readDirSync(`${folder}/${place}`)]
          .map(({ name }) => name).filter((name) => name.endsWith(".ipynb"));
        assertEquals(names.sort(), ["lesson.en.ipynb", "lesson.ja.ipynb"]);
      }
      await Deno.remove(folder, { recursive: true });
    },
  );
}

Deno.test(
  "own_lesson's numbers come out as its handout says, and where it is wrong",
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
      /\n6 cells ran\. 4 comparisons with .*: 3 identical, .* 1 different, .* 1 erratum shown\.\n$/,
    );
    // dogs and cats: (2, 1, 1) and (1, 1, 1) beside like, keep, at.
    assertStringIncludes(
      stdout,
      `pets        ${String(4 / Math.sqrt(18)).slice(0, 14)}`,
    );
    const answer = await good(run([...flags, "exercise_food", "--answers"]));
    assertStringIncludes(answer, "food        0.70710678");
  },
);

Deno.test("own_lesson has three kinds of picture, a text and an exercise", () => {
  const kinds = lesson.cells.flatMap((cell) =>
    pictureOf(runCell(cell))?.kind ?? []
  );
  assertEquals(kinds, ["bars", "scatter", "curves"]);
  assertEquals(lesson.cells.filter(({ code }) => code === "").length, 1);
  assertEquals(lesson.cells.filter(({ exercise }) => exercise).length, 1);
});

Deno.test(
  "--lesson says in one line what is no lesson",
  needs("run", "read"),
  async () => {
    const lessonWith = (permission: string, ...args: string[]) =>
      run(
        [permission, "scripts/lesson.ts", "--lang=en", ...args].filter(Boolean),
      );
    const said = async (...args: [string, ...string[]]): Promise<string> =>
      await refused(lessonWith(...args));
    assertEquals(
      await said("", "--lesson", FILE),
      `The lesson ${FILE} may not be read: run deno run --allow-read=${
        [FILE.replace("lesson.ts", ""), ""]
          .map((path) => new URL(path, CHECKOUT).pathname).join(",")
      } ${new URL("scripts/lesson.ts", CHECKOUT).pathname} --lesson ${FILE}`,
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
