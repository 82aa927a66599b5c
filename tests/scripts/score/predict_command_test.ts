/** `score predict`, as a teacher runs it. */
import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { needs } from "../../_support/permission.ts";
import { openDesk } from "../../_support/score_process.ts";

const needed = needs("run", "read", "write");

Deno.test(
  "score predict counts the words of a text itself",
  needed,
  async () => {
    await using desk = openDesk();
    desk.file(
      "essay.txt",
      "\ufeffLiebe Julia,\n\nwie geht's dir? Mir geht es gut!\n",
    );
    const { code, stdout, stderr } = await desk.score(
      ...["predict", "--text", "essay.txt", "--errors", "0"],
      ...["--text-language", "de", "--lang", "en"],
    );
    assertEquals(code, 0);
    assertStringIncludes(
      stderr,
      "Words in essay.txt: 9 (counted as German).\n",
    );
    assertStringIncludes(
      stdout,
      "An essay with words 9, errors 0 is predicted",
    );
  },
);

Deno.test(
  "score predict without a model says whose model it uses",
  needed,
  async () => {
    await using desk = openDesk();
    const ended = await desk.score("predict", "merlin_de.csv", "--lang", "en");
    assertEquals(ended.code, 0, ended.stderr);
    assertEquals(
      ended.stderr,
      "No --model was given: a model of the MERLIN essays that come with the " +
        "kit is used. It need not fit your essays.\n" +
        "Essays with a feature more than 5 standard deviations from the mean " +
        "of those learned from: 6 of 1,010 (see the column unusual).\n",
    );
    assertEquals(ended.stdout.split("\r\n").length, 1012);
  },
);

Deno.test(
  "score predict warns of an essay unlike all others",
  needed,
  async () => {
    await using desk = openDesk();
    const { stdout } = await desk.score(
      ...["predict", "--words", "5000", "--errors", "-3", "--lang", "en"],
    );
    assertStringIncludes(
      stdout,
      "Beware: words: far from the essays that the model learned from.\n",
    );
  },
);

Deno.test(
  "score predict writes decimal commas into a table that has them",
  needed,
  async () => {
    await using desk = openDesk();
    desk.file("de.csv", "Name;words;errors\nSchäfer;120,5;8\n");
    const args = ["predict", "de.csv", "--out", "out/de.csv", "--lang", "en"];
    const { code, stderr } = await desk.score(...args);
    assertEquals(code, 0, stderr);
    const [, row] = desk.read("out/de.csv").split("\r\n");
    const [name, words, errors, band, ...rest] = row!.split(";");
    const probabilities = rest.slice(0, -1);
    assertEquals([name, words, errors], ["Schäfer", "120,5", "8"]);
    assertEquals([band, probabilities.length], ["B2-C1", 3]);
    for (const one of probabilities) assertMatch(one, /^0,\d{5,}$/);
  },
);

Deno.test(
  "score predict takes no option of its own for a feature of that name",
  needed,
  async () => {
    await using desk = openDesk();
    desk.file("t.csv", "words,lang,score\n120,1,a\n90,2,b\n80,1,b\n");
    const trained = await desk.score(
      ...["train", "t.csv", "--features", "words,lang", "--lang", "en"],
      ...["--epochs", "1", "--skip-evaluation"],
    );
    assertEquals(trained.code, 0, trained.stderr);
    const { code, stdout, stderr } = await desk.score(
      ...["predict", "t.csv", "--model", "out/model.json", "--lang", "en"],
    );
    assertEquals(code, 0, stderr);
    assertMatch(stdout, /^words,lang,score,predicted,.*\r\n120,1,a,[ab],/);
  },
);

Deno.test(
  "score predict never writes bad rows where something else stands",
  needed,
  async () => {
    await using desk = openDesk();
    Deno.mkdirSync(`${desk.path}out`);
    const bad = "words,errors\n120,8\nmany,3\n";
    desk.file("out/t.csv", bad);
    const trained = await desk.score(
      ...["train", "--epochs", "1", "--skip-evaluation"],
    );
    assertEquals(trained.code, 0, trained.stderr);
    const model = desk.read("out/model.json");
    const predict = ["predict", "out/t.csv", "--model", "out/model.json"];
    for (
      const [args, file] of [
        [["--bad-rows", "out/t.csv"], "out/t.csv"],
        [["--bad-rows", "./out/model.json"], "./out/model.json"],
        [
          ["--skip-bad-rows", "--out", "out/t_bad_rows.csv"],
          "out/t_bad_rows.csv",
        ],
      ] as const
    ) {
      const ended = await desk.score(...predict, ...args, "--lang", "en");
      assertEquals([ended.code, ended.stdout], [2, ""]);
      assertStringIncludes(ended.stderr, file);
    }
    assertEquals(desk.read("out/t.csv"), bad);
    assertEquals(desk.read("out/model.json"), model);
    assertEquals(desk.names("out"), ["model.json", "t.csv"]);
  },
);

Deno.test(
  "score predict puts a new prediction in the place of an earlier one",
  needed,
  async () => {
    await using desk = openDesk();
    desk.file("t.csv", "id,words,errors\n1,120,8\n2,60,30\n");
    const first = await desk.score("predict", "t.csv", "--out", "out/p.csv");
    assertEquals(first.code, 0, first.stderr);
    const again = await desk.score(
      ...["predict", "out/p.csv", "--out", "out/again.csv"],
    );
    assertEquals(again.code, 0, again.stderr);
    const text = desk.read("out/p.csv");
    assertEquals(desk.read("out/again.csv"), text);
    const [head, row] = text.split("\r\n");
    assertEquals(
      head,
      "\ufeffid,words,errors,predicted,P(A1-A2),P(B1),P(B2-C1),unusual",
    );
    // In full: they add up to 1 as the numbers of a computer do.
    const sum = row!.split(",").slice(4, 7).map(Number).reduce((a, b) => a + b);
    assert(Math.abs(sum - 1) < 1e-15, `${sum}`);
  },
);

Deno.test(
  "score predict says that a model of version 1 cannot be checked",
  needed,
  async () => {
    await using desk = openDesk();
    const trained = await desk.score(
      ...["train", "--epochs", "1", "--skip-evaluation"],
    );
    assertEquals(trained.code, 0, trained.stderr);
    const text = desk.read("out/model.json");
    desk.file(
      "old.json",
      text.replace('"version": 2', '"version": 1')
        .replace(/,\n {2}"checksum": "[0-9a-f]{8}"/, ""),
    );
    const predict = (model: string) =>
      desk.score(
        ...["predict", "--words", "120", "--errors", "8", "--model", model],
        ...["--lang", "en"],
      );
    const [now, before] = [
      await predict("out/model.json"),
      await predict("old.json"),
    ];
    assertEquals([now.code, now.stderr], [0, ""]);
    assertEquals([before.code, before.stdout], [0, now.stdout]);
    assertEquals(
      before.stderr,
      "old.json is of version 1, in which damage may go unnoticed; " +
        "make it again with train.\n",
    );
  },
);

Deno.test(
  "score predict refuses numbers that it cannot compute with, and names the essay",
  needed,
  async () => {
    await using desk = openDesk();
    desk.file("tiny.csv", "a,score\n1e-9,1\n2e-9,1\n4e-9,2\n5e-9,2\n");
    const trained = await desk.score(
      ...["train", "tiny.csv", "--features", "a", "--hidden", "0"],
      "--skip-evaluation",
    );
    assertEquals(trained.code, 0, trained.stderr);
    // Not among the first that are predicted at once.
    const many = "3e-9\n".repeat(10_001);
    desk.file("t.csv", `a\n${many}1e308\n`);
    const { code, stderr } = await desk.score(
      ...["predict", "t.csv", "--model", "out/model.json", "--lang", "en"],
      ...["--out", "out/p.csv"],
    );
    assertEquals(code, 1);
    assertStringIncludes(
      stderr,
      "Cannot predict essay 10002: its numbers are so",
    );
    assertEquals(desk.names("out"), ["model.json"]);
    desk.file("t.csv", `a\n${many}4e-9\n`);
    const whole = await desk.score(
      ...["predict", "t.csv", "--model", "out/model.json", "--lang", "en"],
      ...["--out", "out/p.csv"],
    );
    assertEquals(whole.code, 0, whole.stderr);
    const lines = desk.read("out/p.csv").split("\r\n");
    assertEquals(lines[0], "\ufeffa,predicted,P(1),P(2),unusual");
    assertEquals(lines.length, 1 + 10_002 + 1);
    assertEquals(new Set(lines.slice(1, 10_002)).size, 1);
    assertMatch(lines[10_002]!, /^4e-9,2,/);
  },
);

Deno.test(
  "score predict says in the table which essays are unlike all others",
  needed,
  async () => {
    await using desk = openDesk();
    desk.file("t.csv", "words,errors\n120,8\n5000,8\n120,9000\n9999,9999\n");
    const { code, stdout, stderr } = await desk.score(
      ...["predict", "t.csv", "--lang", "en"],
    );
    assertEquals(code, 0, stderr);
    const last = stdout.trim().split("\r\n").map((row) =>
      row.split(",").at(-1)
    );
    assertEquals(last, ["unusual", "", "words", "errors", "words errors"]);
    assertStringIncludes(
      stderr,
      "Essays with a feature more than 5 standard deviations from the mean " +
        "of those learned from: 3 of 4 (see the column unusual).\n",
    );
  },
);
