/** Grading whole classes by the one command. */
import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import seedrandom from "seedrandom";
import { CHECKOUT } from "../_support/checkout.ts";
import { temporaryFolder } from "../_support/files.ts";
import { isLong } from "../_support/how_many.ts";
import { needs } from "../_support/permission.ts";
import {
  FLAGS,
  grade,
  HIDDEN_CASES,
  recordsIn,
  tablesIn,
  writeSubmissions,
} from "./grade/grading.ts";
import { assertClassIsGraded } from "./grade/graded_class.ts";
import { hostile } from "./grade/hostile.ts";
import { madeUpClass } from "./grade/made_up_class.ts";
import { solution } from "./grade/solution.ts";

const needed = needs("run", "read", "write");

/** Names of some, drawn by a seed, and those that must be among them. */
function some(
  all: Readonly<Record<string, unknown>>,
  count: number,
  always: readonly string[],
): string[] {
  const random = seedrandom("class");
  const others = Object.keys(all).filter((name) => !always.includes(name))
    .map((name) => ({ name, place: random() }))
    .sort((a, b) => a.place - b.place);
  return [...always, ...others.slice(0, count).map(({ name }) => name)];
}

Deno.test(
  "grade.ts gives a sample of a class the marks and kinds that were worked out by hand",
  needed,
  async () => {
    await assertClassIsGraded(
      some(madeUpClass, 3, ["right", "noShift", "typeErrors", "山田太郎"]),
      some(hostile, 3, [
        "longMessage",
        "=1+1",
        "endlessImport",
        "heapBomb",
        "endlessOutput",
        "exitsAtImport",
      ]),
    );
  },
);

/** A class small enough to be graded again and again. */
const few = Object.fromEntries(
  ["right", "noBias", "noHalf", "noMinus", "noShift", "notPutBack", "half"]
    .map((name) => [name, madeUpClass[name]!.source]),
);

if (isLong) {
  Deno.test(
    "grade.ts --resume after a kill gives what an undisturbed run gives",
    needed,
    async () => {
      using folder = temporaryFolder();
      const submissions = writeSubmissions(`${folder.path}class`, few);
      const undisturbed = `${folder.path}undisturbed`,
        out = `${folder.path}out`;
      const common = ["--cases", HIDDEN_CASES, "--jobs", "1"];
      const first = await grade(submissions, "--out", undisturbed, ...common);
      assertEquals(first.code, 0, first.stderr);

      const killed = new Deno.Command(Deno.execPath(), {
        args: [
          "run",
          ...FLAGS,
          "scripts/grade.ts",
          submissions,
          "--out",
          out,
          ...common,
        ],
        cwd: CHECKOUT,
        env: { LC_ALL: "en_US.UTF-8" },
        stdin: "null",
        stdout: "null",
        stderr: "null",
      }).spawn();
      const results = `${out}/results.jsonl`;
      const deadline = performance.now() + 300_000;
      while (lineCount(results) < 2 && performance.now() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      killed.kill("SIGKILL");
      await killed.status;
      const left = recordsIn(out);
      assert(
        left.size >= 2 && left.size < Object.keys(few).length,
        `${left.size}`,
      );
      assertEquals(
        [...Deno.readDirSync(out)].map(({ name }) => name),
        ["results.jsonl"],
      );
      // as a full disk or a pulled plug would leave it
      Deno.writeTextFileSync(results, '{"student":"noBias","points":1', {
        append: true,
      });

      const refused = await grade(submissions, "--out", out, ...common);
      assertEquals(refused.code, 2, refused.stderr);
      assertMatch(refused.stderr, /has results already/);
      const resumed = await grade(
        submissions,
        "--out",
        out,
        "--resume",
        ...common,
      );
      assertEquals(resumed.code, 0, resumed.stderr);
      assertEquals(tablesIn(out), tablesIn(undisturbed));
      assertEquals(resumed.stdout.replaceAll(out, undisturbed), first.stdout);
      const lines = Deno.readTextFileSync(results).trim().split("\n");
      assertEquals(
        lines.map((line) => JSON.parse(line).student).sort(),
        [
          ...Object.keys(few), // each graded once
          // and types
          ...Object.keys(few).filter((name) => name !== "right"),
        ].sort(),
      );
      for (const [student, record] of left) {
        assertEquals(recordsIn(out).get(student), record); // not graded again
      }
    },
  );
}

function lineCount(path: string): number {
  try {
    return Deno.readTextFileSync(path).split("\n").length - 1;
  } catch {
    return 0; // not there yet
  }
}

if (isLong) {
  Deno.test(
    "grade.ts --shard: the joined results of all parts give the whole table",
    needed,
    async () => {
      using folder = temporaryFolder();
      const submissions = writeSubmissions(`${folder.path}class`, few);
      const roster = folder.file(
        "roster.csv",
        "学籍番号,氏名\nright,右田\nabsent,空\nhalf,半\n",
      );
      const common = ["--roster", roster, "--lang", "ja", "--types", "none"];
      const whole = `${folder.path}whole`, joined = `${folder.path}joined`;
      const parts = [1, 2].map((i) => `${folder.path}part${i}`);
      const runs = [
        await grade(submissions, "--out", whole, ...common),
        ...await Promise.all(
          parts.map((part, i) =>
            grade(
              submissions,
              "--out",
              part,
              "--shard",
              `${i + 1}/2`,
              ...common,
            )
          ),
        ),
      ];
      for (const { code, stderr } of runs) assertEquals(code, 0, stderr);
      // who handed something in and is not on the list, by number
      assertMatch(
        runs[0]!.stderr,
        /^名簿にない提出物が 5 件あります：noBias、noHalf、noMinus、noShift、notPutBack$/m,
      );
      assertEquals(
        parts.flatMap((part) => [...recordsIn(part).keys()]).sort(),
        Object.keys(few).sort(),
      );
      Deno.mkdirSync(joined);
      Deno.writeTextFileSync(
        `${joined}/results.jsonl`,
        parts.map((part) => Deno.readTextFileSync(`${part}/results.jsonl`))
          .join(
            "",
          ),
      );
      const { code, stdout, stderr } = await grade(
        submissions,
        "--out",
        joined,
        "--resume",
        ...common,
      );
      assertEquals(code, 0, stderr);
      assertEquals(stdout.replaceAll(joined, whole), runs[0]!.stdout);
      assertEquals(tablesIn(joined), tablesIn(whole));
      const rows = tablesIn(whole)["grades.csv"]!.split("\r\n");
      assertEquals(rows.slice(1, 4), [
        "right,右田,10,10,10,10,10,15,10,15,10,100,100,採点済み,12",
        "absent,空,,,,,,,,,,0,100,未提出,",
        "half,半,10,10,10,10,10,0,0,0,0,50,100,採点済み,",
      ]);
    },
  );
}

Deno.test(
  "grade.ts stops at Ctrl-C with what it has, and what it was running",
  needed,
  async () => {
    using folder = temporaryFolder();
    const endless = "for (;;);";
    const submissions = writeSubmissions(`${folder.path}class`, {
      a: solution(),
      b: endless,
      c: endless,
    });
    const out = `${folder.path}out`, temporary = `${folder.path}tmp`;
    Deno.mkdirSync(temporary);
    const child = new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        ...FLAGS,
        "scripts/grade.ts",
        submissions,
        "--out",
        out,
        "--jobs",
        "2",
        "--time-limit",
        "60",
      ],
      cwd: CHECKOUT,
      env: { LC_ALL: "en_US.UTF-8", TMPDIR: temporary },
      stdin: "null",
      stdout: "null",
      stderr: "piped",
    }).spawn();
    const deadline = performance.now() + 300_000;
    while (
      lineCount(`${out}/results.jsonl`) < 1 && performance.now() < deadline
    ) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    child.kill("SIGINT");
    const output = await child.output();
    const stderr = new TextDecoder().decode(output.stderr);
    assertEquals(output.code, 130, stderr);
    assertMatch(
      stderr,
      /Interrupted\. Add --resume to go on\.\n$/,
    );
    assertEquals([...recordsIn(out).keys()], ["a"]);
    // Nothing runs there any more.
    assertEquals([...Deno.readDirSync(temporary)], []);
  },
);

Deno.test(
  "grade.ts grades a changed submission again, and only that",
  needed,
  async () => {
    using folder = temporaryFolder();
    const sources = { a: solution(), b: solution({ forward: "" }), c: "" };
    const submissions = writeSubmissions(`${folder.path}class`, sources);
    const out = `${folder.path}out`;
    const first = await grade(submissions, "--out", out, "--types", "none");
    assertEquals(first.code, 0, first.stderr);
    const before = recordsIn(out);
    writeSubmissions(submissions, { b: solution() });
    Deno.removeSync(`${submissions}/c.ts`); // who has left
    const { code, stderr } = await grade(
      submissions,
      "--out",
      out,
      "--resume",
      "--types",
      "none",
    );
    assertEquals(code, 0, stderr);
    assertStringIncludes(
      stderr,
      "/feedback are pages of before, of nobody in this class, 2 in all: c.html, c.md\n",
    );
    const after = recordsIn(out);
    assertEquals(after.get("a"), before.get("a"));
    assertEquals([before.get("b")!.points, after.get("b")!.points], [90, 100]);
    assertMatch(
      tablesIn(out)["grades.csv"]!,
      /\r\nb,,10,.*,100,100,graded,12\r\n/,
    );
  },
);

Deno.test(
  "grade.ts says in one line what it cannot follow, and ends with 2",
  needed,
  async () => {
    const [wrong, help] = await Promise.all([grade(), grade("--help")]);
    assertEquals([wrong.code, wrong.stdout], [2, ""]);
    assertEquals(
      wrong.stderr,
      "Name one folder or archive of submissions. --help shows how.\n",
    );
    assertEquals([help.code, help.stderr], [0, ""]);
    assertMatch(
      help.stdout,
      /^Usage: deno task grade SUBMISSIONS --out OUT\/ /,
    );
  },
);

Deno.test(
  "grade.ts gives the same marks where somebody empties the temporary folder",
  needed,
  async () => {
    using folder = temporaryFolder();
    const submissions = writeSubmissions(`${folder.path}class`, few);
    const undisturbed = `${folder.path}undisturbed`, out = `${folder.path}out`;
    const common = ["--jobs", "2", "--types", "none"];
    const first = await grade(submissions, "--out", undisturbed, ...common);
    assertEquals(first.code, 0, first.stderr);
    const temporary = `${folder.path}tmp`;
    Deno.mkdirSync(temporary);
    const args = [submissions, "--out", out, ...common];
    const child = new Deno.Command(Deno.execPath(), {
      args: ["run", ...FLAGS, "scripts/grade.ts", ...args],
      cwd: CHECKOUT,
      env: { LC_ALL: "en_US.UTF-8", TMPDIR: temporary },
      stdin: "null",
      stdout: "null",
      stderr: "piped",
    }).spawn();
    const output = child.output();
    const deadline = performance.now() + 300_000;
    let emptied = 0;
    while (emptied < 3 && performance.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (lineCount(`${out}/results.jsonl`) < 1 + emptied) continue;
      emptied++;
      for (const { name } of Deno.readDirSync(temporary)) {
        try {
          Deno.removeSync(`${temporary}/${name}`, { recursive: true });
        } catch {
          // the grader wrote into it meanwhile
        }
      }
    }
    const { code, stderr } = await output;
    assertEquals(code, 0, new TextDecoder().decode(stderr));
    assertEquals(tablesIn(out), tablesIn(undisturbed));
  },
);

Deno.test(
  "grade.ts --resume grades again what another kit graded, and refuses what an older version did",
  needed,
  async () => {
    using folder = temporaryFolder();
    const submissions = writeSubmissions(`${folder.path}class`, {
      a: solution(),
      b: solution({ forward: "" }),
    });
    const out = `${folder.path}out`;
    const args = [submissions, "--out", out, "--types", "none"];
    const first = await grade(...args);
    assertEquals(first.code, 0, first.stderr);
    const path = `${out}/results.jsonl`, before = tablesIn(out);
    const kept = Deno.readTextFileSync(path);
    const other = kept.replace(/"kit":"\w+"/, '"kit":"other"');
    Deno.writeTextFileSync(path, other.replace(/"points":\d+/, '"points":1'));
    const again = await grade(...args, "--resume");
    assertEquals(again.code, 0, again.stderr);
    assertMatch(
      again.stderr,
      /^The tasks or the kit have changed: 1 are graded again\.$/m,
    );
    assertEquals(tablesIn(out), before);

    Deno.writeTextFileSync(path, kept.replaceAll(/"kit":"\w+",/g, ""));
    const refused = await grade(...args, "--resume");
    assertEquals([refused.code, refused.stdout], [2, ""]);
    assertMatch(
      refused.stderr,
      /^.*results\.jsonl was graded by an older version and cannot be .*\n$/,
    );
  },
);
