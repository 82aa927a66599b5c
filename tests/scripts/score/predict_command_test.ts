/** `score predict`, as a teacher runs it. */
import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { needs } from "../../_support/permission.ts";
import { openDesk } from "../../_support/score_process.ts";

const needed = needs("run", "read", "write");

Deno.test(
  "score predict counts the words of a text itself",
  needed,
  async () => {
    using desk = openDesk();
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
      "essay.txt has 9 words (counted as German).\n",
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
    using desk = openDesk();
    const ended = await desk.score("predict", "merlin_de.csv", "--lang", "en");
    assertEquals(ended.code, 0, ended.stderr);
    assertEquals(
      ended.stderr,
      "No --model was given: a model of the MERLIN essays that come with the " +
        "kit is used. It need not fit your essays.\n",
    );
    assertEquals(ended.stdout.split("\r\n").length, 1012);
  },
);

Deno.test(
  "score predict warns of an essay unlike all others",
  needed,
  async () => {
    using desk = openDesk();
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
    using desk = openDesk();
    desk.file("de.csv", "Name;words;errors\nSchäfer;120,5;8\n");
    const args = ["predict", "de.csv", "--out", "out/de.csv", "--lang", "en"];
    const { code, stderr } = await desk.score(...args);
    assertEquals(code, 0, stderr);
    const [, row] = desk.read("out/de.csv").split("\r\n");
    const [name, words, errors, band, ...probabilities] = row!.split(";");
    assertEquals([name, words, errors], ["Schäfer", "120,5", "8"]);
    assertEquals([band, probabilities.length], ["B2-C1", 3]);
    for (const one of probabilities) assertMatch(one, /^[01],\d{4}$/);
  },
);

Deno.test(
  "score predict takes no option of its own for a feature of that name",
  needed,
  async () => {
    using desk = openDesk();
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
    using desk = openDesk();
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
