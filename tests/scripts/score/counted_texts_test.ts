/** Scoring from the texts of essays, as a teacher does it. */
import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { parseModel } from "../../../mod.ts";
import essays from "../../../examples/data/made-up-essays/essays.csv" with {
  type: "text",
};
import { splitVersion } from "../../../scripts/text/split_text.ts";
import { needs } from "../../_support/permission.ts";
import { openDesk } from "../../_support/score_process.ts";

const needed = needs("run", "read", "write");
const ENGLISH = ["--text-language", "en", "--lang", "en"];
const COLUMNS = [
  ...["words", "sentences", "types", "guiraud", "mattr_50"],
  ...["sentence_length", "word_length", "long_words"],
];
const QUICK = ["--label", "grade", "--hidden", "0", "--skip-evaluation"];

Deno.test(
  "score evaluate takes the features that are counted in texts, beside others",
  needed,
  async () => {
    await using desk = openDesk();
    desk.file("t.csv", essays);
    const evaluate = [
      ...["evaluate", "t.csv", "--text-column", "text", ...ENGLISH, "--json"],
      ...["--label", "grade", "--folds", "3", "--seeds", "1", "--hidden", "0"],
    ];
    const alone = await desk.score(...evaluate);
    assertEquals(alone.code, 0, alone.stderr);
    const found = JSON.parse(alone.stdout);
    assertEquals([found.rows, found.features], [18, COLUMNS]);
    assertEquals(found.texts, {
      ...{ column: "text", files: false, language: "en", errors: null },
      ...splitVersion,
    });
    assertStringIncludes(alone.stderr, "12 of 18 texts have fewer than 50");
    const beside = await desk.score(
      ...[...evaluate, "--features", "errors"],
    );
    assertEquals(beside.code, 0, beside.stderr);
    assertEquals(JSON.parse(beside.stdout).features, ["errors", ...COLUMNS]);
  },
);

Deno.test(
  "score evaluate learns from texts what it learns from the same numbers in columns",
  needed,
  async () => {
    await using desk = openDesk();
    desk.file("t.csv", essays);
    const counted = await desk.score(
      ...["features", "t.csv", "--text-column", "text", ...ENGLISH],
      ...["--errors-column", "errors", "--out", "out/f.csv"],
    );
    assertEquals(counted.code, 0, counted.stderr);
    const how = ["--label", "grade", "--folds", "3", "--seeds", "1", "--json"];
    const columns = await desk.score(
      ...["evaluate", "out/f.csv", ...how, "--lang", "en"],
      ...["--features", [...COLUMNS, "errors_per_100_words"].join()],
    );
    const texts = await desk.score(
      ...["evaluate", "t.csv", ...how, "--text-column", "text", ...ENGLISH],
      ...["--errors-column", "errors"],
    );
    const [one, other] = [columns, texts].map(({ stdout }) =>
      JSON.parse(stdout)
    );
    assertEquals(one.features, other.features);
    assertEquals(one.evaluations, other.evaluations);
  },
);

Deno.test(
  "score train keeps how texts are counted, and predict counts in new ones",
  needed,
  async () => {
    await using desk = openDesk();
    desk.file("t.csv", essays);
    const trained = await desk.score(
      ...["train", "t.csv", "--text-column", "text", ...ENGLISH, ...QUICK],
      ...["--errors-column", "errors"],
    );
    assertEquals(trained.code, 0, trained.stderr);
    assertMatch(
      trained.stdout,
      /Features counted in the texts: language en, ICU \d+(\.\d+)? \(rules 1\)\./,
    );
    const kept = desk.read("out/model.json");
    assertEquals(parseModel(kept).texts, {
      ...{ column: "text", files: false, language: "en", errors: "errors" },
      ...splitVersion,
    });
    // What the table's first essay gives, it gives as a file too.
    const predict = ["predict", "--model", "out/model.json", "--lang", "en"];
    const table = await desk.score(...predict, "t.csv");
    assertEquals(table.code, 0, table.stderr);
    const [, first] = table.stdout.split("\r\n");
    const [, text, errors, , band, p] = first!.split(",");
    assertEquals(band, "1");
    desk.file("a.txt", text!);
    const essay = await desk.score(
      ...[...predict, "--text", "a.txt", "--errors", errors!],
    );
    assertEquals(essay.code, 0, essay.stderr);
    const percent = (100 * Number(p)).toFixed(1);
    assertStringIncludes(essay.stdout, "An essay with words 14, sentences 3,");
    assertStringIncludes(
      essay.stdout,
      `is predicted to be 1 (probability ${percent} %)`,
    );
    assertStringIncludes(essay.stderr, "a.txt has fewer than 50 words");
    // Another version is told.
    desk.file(
      "old.json",
      kept.replace(`"icu": "${splitVersion.icu}"`, '"icu": "71.1"')
        .replace('"version": 2', '"version": 1')
        .replace(/,\n {2}"checksum": "[0-9a-f]{8}"/, ""),
    );
    const old = await desk.score(
      ...["predict", "--model", "old.json", "--text", "a.txt"],
      ...["--errors", errors!, "--lang", "en"],
    );
    assertEquals([old.code, old.stdout], [0, essay.stdout]);
    assertStringIncludes(
      old.stderr,
      `counted by another version (ICU 71.1, rules 1; now ICU ${splitVersion.icu}`,
    );
  },
);

Deno.test(
  "score train and predict read the files that a list names",
  needed,
  async () => {
    await using desk = openDesk();
    Deno.mkdirSync(`${desk.path}e`);
    const list = ["file,grade"];
    for (const [i, word] of ["cat", "dog", "elephant", "tiger"].entries()) {
      desk.file(`e/${i}.txt`, `${word} `.repeat(3 + 9 * (i % 2)));
      list.push(`${i}.txt,${i % 2}`);
    }
    desk.file("list.csv", list.join("\n"));
    const trained = await desk.score(
      ...["train", "list.csv", "--texts", "e", ...ENGLISH, ...QUICK],
    );
    assertEquals(trained.code, 0, trained.stderr);
    const predict = [
      ...["predict", "list.csv", "--model", "out/model.json", "--lang", "en"],
    ];
    const { code, stdout, stderr } = await desk.score(
      ...[...predict, "--texts", "e"],
    );
    assertEquals(code, 0, stderr);
    const bands = stdout.trim().split("\r\n").map((row) => row.split(",")[2]);
    assertEquals(bands, ["predicted", "0", "1", "0", "1"]);
    const without = await desk.score(...predict);
    assertEquals([without.code, without.stdout], [2, ""]);
    assertStringIncludes(without.stderr, "name their folder (--texts)");
  },
);

Deno.test(
  "score keeps the same essay together, in whatever files",
  needed,
  async () => {
    await using desk = openDesk();
    Deno.mkdirSync(`${desk.path}e`);
    const long = "The same essay stands in two files and is one group.";
    for (const name of ["a", "b"]) desk.file(`e/${name}.txt`, long);
    for (const name of ["c", "d"]) desk.file(`e/${name}.txt`, `${name} is.`);
    desk.file("list.csv", "file,grade\na.txt,1\nb.txt,2\nc.txt,1\nd.txt,2\n");
    const { code, stdout, stderr } = await desk.score(
      ...["evaluate", "list.csv", "--texts", "e", ...ENGLISH, "--json"],
      ...["--label", "grade", "--folds", "2", "--seeds", "1", "--hidden", "0"],
    );
    assertEquals(code, 0, stderr);
    const { groups, groupedBy } = JSON.parse(stdout);
    assertEquals([groups, groupedBy], [3, ["text"]]);
  },
);

Deno.test("score refuses texts that it cannot use so", needed, async () => {
  await using desk = openDesk();
  desk.file("t.csv", essays);
  desk.file("a.txt", "One two.");
  const trained = await desk.score(
    ...["train", "t.csv", "--text-column", "text", ...ENGLISH, ...QUICK],
  );
  assertEquals(trained.code, 0, trained.stderr);
  const model = ["--model", "out/model.json"];
  for (
    const [args, said] of [
      [["evaluate", "t.csv", "--text-column", "text"], "--text-language is"],
      [["train", "t.csv", "--errors-column", "e"], "--errors-column needs"],
      [
        ["evaluate", "--text-column", "text", ...ENGLISH.slice(0, 2)],
        "a table",
      ],
      [
        [
          ...["evaluate", "t.csv", "--text-column", "text"],
          ...["--text-language", "en", "--features", "words"],
        ],
        "words is counted in the texts",
      ],
      [["predict", "t.csv", "--text-column", "text"], "--text-column needs a"],
      [["predict", ...model, "--text", "a.txt", "--words", "3"], "no option"],
      [
        ["predict", "--text", "a.txt", ...model, "--text-language", "de"],
        "the model was trained with essays in en",
      ],
      [
        ["predict", ...model, "--text", "a.txt", "--texts", "e"],
        "--texts cannot be used with a single essay",
      ],
    ] as const
  ) {
    const { code, stdout, stderr } = await desk.score(...args, "--lang", "en");
    assertEquals([code, stdout], [2, ""], stderr);
    assertStringIncludes(stderr, said);
  }
});
