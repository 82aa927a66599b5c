/**
 * Exercises in real browsers: what the page says of a hand-in is what the class
 * is told, of the same cases.
 */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { practiceSeed } from "../../scripts/exercise/exam.ts";
import { type BrowserName, BROWSERS } from "../_support/browser.ts";
import { CHECKOUT } from "../_support/checkout.ts";
import { runDeno } from "../_support/deno_process.ts";
import { temporaryFolder } from "../_support/files.ts";
import { isLong } from "../_support/how_many.ts";
import { make } from "../_support/pages.ts";
import { needs, programPath } from "../_support/permission.ts";
import {
  grade,
  recordsIn,
  writeSubmissions,
} from "../scripts/grade/grading.ts";
import { madeUpClass } from "../scripts/grade/made_up_class.ts";
import { right, solution } from "../scripts/grade/solution.ts";
import { ownRight } from "../scripts/own_solution.ts";
import type { ExercisesSession } from "./_exercises_session.ts";

/** One for each way in which a line may go wrong without its semicolon. */
const hazards: Record<string, string> = {
  bracket: solution({}, "type Rows = number[][]\n;[1].length\n"),
  typeBefore: solution({}, "type X = number\n;(5).toFixed()\n"),
  template: solution({}, "interface A { x: number }\n;`a`.length\n"),
  regularExpression: solution({}, "declare const y: number\n;/a/.test('a')\n"),
  sign: solution({}, "let z = 1 as number\n;+z\n"),
};

/** As an older editor of Japanese Windows saves it. */
const shiftJis = Uint8Array.from(
  solution({}).replace("良い", "\x97\xc7\x82\xa2")
    .replace("普通", "\x95\x81\x92\xca").replace("悪い", "\x88\xab\x82\xa2"),
  (letter) => letter.charCodeAt(0),
);

/** What the page itself is to say. */
const told: Record<string, string> = {
  wideComma: solution({
    probabilities: right.probabilities.replace("scores, sum", "scores，sum"),
  }),
  thrown: solution({
    loss: right.loss.replace(
      "  return ",
      "  const W2: any = undefined;\n  W2.rows;\n  return ",
    ),
  }),
};

/** Opens a page in a browser, and checks what was handed in. */
async function opened(
  name: BrowserName,
  path: string,
  handedIn: string,
): Promise<ExercisesSession> {
  const { code, stdout, stderr } = await runDeno([
    ...["run", "-A", "tests/browser/_exercises_session.ts"],
    ...[programPath(name), path, handedIn],
  ], { cwd: CHECKOUT });
  assertEquals(code, 0, stderr);
  return JSON.parse(stdout);
}

if (isLong) {
  Deno.test(
    "exercises of somebody's own are a page too",
    needs("run", "read", "write", "chromium"),
    async () => {
      using folder = temporaryFolder();
      const path = `${folder.path}own.html`;
      await make(
        "page",
        ...["--exercises", "examples/own_exercises/course.ts"],
        ...["--lang", "ja", "--out", path],
      );
      const handedIn = writeSubmissions(`${folder.path}class`, {
        right: ownRight,
        words: ownRight.replace("return new", "return 100 * new"),
      });
      const session = await opened("chromium", path, handedIn);
      assertEquals([session.problems, session.violations], [[], []]);
      assertEquals(session.verdicts, {
        "right.ts": ["right", "right", "right"],
        "words.ts": ["percent", "right", "right"],
      });
      assertMatch(session.said["words.ts"]![0]!, /百分率になっている/);
    },
  );
}

for (const name of BROWSERS) {
  Deno.test(
    `${name} says of every hand-in what the class is told`,
    needs("run", "read", "write", name),
    async () => {
      using folder = temporaryFolder();
      const path = `${folder.path}exercises.html`;
      await make(
        "page",
        ...["--exercises", "scripts/exercises/lecture.ts"],
        ...["--lang", "en", "--out", path],
      );
      assert(Deno.statSync(path).size < 600_000);
      const all = Object.keys(madeUpClass);
      const names = isLong ? all : ["noMinus", "twoMistakes"];
      const sources: Record<string, string | Uint8Array> = {
        shiftJis,
        ...Object.fromEntries(
          names.map((name) => [name, madeUpClass[name]!.source]),
        ),
        ...told,
        ...isLong ? hazards : { bracket: hazards.bracket! },
      };
      const handedIn = writeSubmissions(`${folder.path}class`, sources);
      const [graded, session] = await Promise.all([
        grade(
          handedIn,
          ...["--out", `${folder.path}out`, "--seed", practiceSeed],
          ...["--types", "none"],
        ),
        opened(name, path, handedIn),
      ]);
      assertEquals(graded.code, 0, graded.stderr);
      assertEquals(session.problems, []);
      assertEquals(session.violations, []);
      assert(session.width <= 360, `${session.width}`);
      assert(session.kept);
      assertMatch(session.counted, /\b1\b.*\b9\b/);
      assertEquals(session.keys, { text: "{\n    x", left: true });
      const records = recordsIn(`${folder.path}out`);
      for (const [student, source] of Object.entries(sources)) {
        const { tasks } = records.get(student)!;
        const said = session.said[`${student}.ts`]!;
        const page = session.verdicts[`${student}.ts`]!;
        // What follows from earlier tasks is right in class.
        const found = page.map((verdict, i) =>
          /^.*\n+It comes of /.test(said[i]!) ? "right" : verdict
        );
        const wanted = tasks.map(({ mistake = "right" }) => mistake);
        if (source === told.wideComma) wanted[1] = "";
        assertEquals([student, found], [student, wanted]);
      }
      assertMatch(
        session.said["wideComma.ts"]![1]!,
        /^✗ line 2 of task 2, column 23: There is a full-width "，"/,
      );
      assertMatch(session.said["thrown.ts"]![6]!, /, line 3 of task 7$/);
      assertMatch(
        session.said["noMinus.ts"]![6]!,
        /It comes of crossEntropy, crossEntropyOfBatch in earlier tasks/,
      );
    },
  );
}
