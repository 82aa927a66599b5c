/** `score features`, as a teacher runs it. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { needs } from "../../_support/permission.ts";
import { openDesk } from "../../_support/score_process.ts";

const needed = needs("run", "read", "write");

Deno.test(
  "score features counts in the column of a table, and in what somebody counted",
  needed,
  async () => {
    await using desk = openDesk();
    // 5 words in 2 sentences, 4 different; 2 of 5 have 7 letters or more.
    desk.file(
      "t.csv",
      'Nr,Aufsatz,Fehler\n7,"Kommen Sie? Sie\nkommen pünktlich.",2\n',
    );
    const { code, stdout, stderr } = await desk.score(
      ...["features", "t.csv", "--text-column", "Aufsatz", "--json"],
      ...["--text-language", "de", "--errors-column", "Fehler"],
      ...["--out", "out/f.csv", "--lang", "en"],
    );
    assertEquals([code, stderr], [
      0,
      "t.csv: 1 of 1 texts have fewer than 50 words (or pieces): " +
      "their MATTR is the share in the whole text\nSaved to out/f.csv.\n",
    ]);
    const { essays, ...about } = JSON.parse(stdout);
    assertEquals(Object.keys(about), [
      ...["source", "language", "window", "icu", "rules"],
    ]);
    assertEquals([about.language, about.window], ["de", 50]);
    assertEquals(essays, [{
      name: "1",
      words: 5,
      sentences: 2,
      types: 3,
      guiraud: 3 / Math.sqrt(5),
      mattr_50: 3 / 5,
      sentence_length: 5 / 2,
      word_length: (6 + 3 + 3 + 6 + 9) / 5,
      long_words: 1 / 5,
      errors_per_100_words: 40,
      shorterThanWindow: true,
    }]);
    const [head, , last] = desk.read("out/f.csv").split(/\r\n|\n/);
    assertEquals(
      head,
      "\ufeffNr,Aufsatz,Fehler,words,sentences,types,guiraud,mattr_50," +
        "sentence_length,word_length,long_words,errors_per_100_words," +
        "shorter_than_window",
    );
    assertStringIncludes(last!, ",2,5,2,3,");
    assertEquals(last!.endsWith(",0.2,40,1"), true, last);
  },
);

Deno.test(
  "score features counts a folder of texts, in UTF-8 or Shift_JIS, and calls pieces pieces",
  needed,
  async () => {
    await using desk = openDesk();
    Deno.mkdirSync(`${desk.path}e`);
    desk.file("e/b.txt", "私は昨日、東京へ行きました。");
    desk.file("e/notes.md", "no essay");
    const sjis = [0x93, 0x8c, 0x8b, 0x9e, 0x81, 0x42, 0x0a]; // 東京。
    Deno.writeFileSync(`${desk.path}e/a.txt`, new Uint8Array(sjis));
    const ja = await desk.score("features", "e", "--text-language", "ja");
    assertEquals([ja.code, ja.stderr], [0, ""]);
    const lines = ja.stdout.split("\n").map((line) => line.split(/\s+/));
    assertEquals(lines[0]!.slice(0, 3), ["作文", "断片", "文"]);
    assertEquals(lines[1]!.slice(0, 3), ["a.txt", "1", "1"]);
    assertEquals(lines[2]!.slice(0, 3), ["b.txt", "8", "1"]);
    assertStringIncludes(ja.stdout, "* 50 断片より短い作文");
    const en = await desk.score(
      ...["features", "e/b.txt", "--text-language", "ja", "--lang", "en"],
    );
    assertEquals(en.code, 0, en.stderr);
    assertStringIncludes(en.stdout, "Guiraud's index grows with the length");
    assertStringIncludes(en.stdout, "Pieces are what a word list finds");
  },
);

Deno.test(
  "score features reads files that a list names, and tells of the others",
  needed,
  async () => {
    await using desk = openDesk();
    Deno.mkdirSync(`${desk.path}e`);
    desk.file("e/a.txt", "One two.");
    desk.file("e/b.txt", "One two three.");
    desk.file("e/c.txt", "Four.");
    desk.file("list.csv", "file,score\nb.txt,1\na,2\n");
    const list = ["features", "list.csv", "--texts", "e", "--lang", "en"];
    const { code, stdout, stderr } = await desk.score(
      ...[...list, "--text-language", "en", "--json"],
    );
    assertEquals(code, 0, stderr);
    const found: { name: string; words: number }[] = JSON.parse(stdout).essays;
    assertEquals(found.map(({ name, words }) => [name, words]), [
      ["b.txt", 3],
      ["a", 2],
    ]);
    assertStringIncludes(
      stderr,
      "list.csv: files in e that no row names, not used: 1 (c.txt)\n",
    );
    desk.file("bad.csv", "file,score\nb.txt,1\n../list.csv,2\n");
    const bad = await desk.score(
      ...["features", "bad.csv", "--texts", "e", "--text-language", "en"],
      ...["--lang", "en"],
    );
    assertEquals([bad.code, bad.stdout], [1, ""]);
    assertStringIncludes(
      bad.stderr,
      'found "../list.csv", the name of a .txt in e is needed',
    );
  },
);

Deno.test(
  "score features refuses what has no text, with its place",
  needed,
  async () => {
    await using desk = openDesk();
    desk.file("t.csv", "text\nHello.\n...\n");
    desk.file("empty.txt", " \n");
    Deno.mkdirSync(`${desk.path}none`);
    const english = ["--text-language", "en", "--lang", "en"];
    for (
      const [args, exit, said] of [
        [["t.csv", "--text-column", "text", ...english], 1, "found no word"],
        [["empty.txt", ...english], 1, "there is no word in it"],
        [["none", ...english], 1, "no text file (.txt) is in it"],
        [["away", "--texts", "nowhere", ...english], 1, "no such folder"],
        [["t.csv", ...english], 2, "name the column of the texts"],
        [["e.txt", "--lang", "en"], 2, "--text-language is needed"],
        [english, 2, "Name a table (with --text-column)"],
        [
          ["t.csv", "--text-column", "text", "--lang", "en"],
          ...[2, "--text-language is needed"] as const,
        ],
        [
          ["empty.txt", "--text-language", "xx", "--lang", "en"],
          ...[2, "--text-language needs a language such as de"] as const,
        ],
        [
          ["empty.txt", ...english, "--errors-column", "e"],
          ...[2, "--errors-column needs a table"] as const,
        ],
      ] as const
    ) {
      const { code, stdout, stderr } = await desk.score("features", ...args);
      assertEquals([code, stdout], [exit, ""], stderr);
      assertStringIncludes(stderr, said);
    }
    const skipped = await desk.score(
      ...["features", "t.csv", "--text-column", "text", ...english],
      ...["--skip-bad-rows", "--json"],
    );
    assertEquals(skipped.code, 0, skipped.stderr);
    assertEquals(JSON.parse(skipped.stdout).essays.length, 1);
    assertStringIncludes(desk.read("out/t_bad_rows.csv"), "...");
  },
);
