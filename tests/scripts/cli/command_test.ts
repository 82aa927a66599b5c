import { assertEquals, assertThrows } from "@std/assert";
import {
  type Command,
  type Line,
  type Options,
  readLine,
} from "../../../scripts/cli/command.ts";
import {
  choice,
  flag,
  number,
  type Option,
  text,
} from "../../../scripts/cli/option.ts";
import { UsageError } from "../../../scripts/cli/usage_error.ts";

const help = { ja: "説明", en: "help" };
const declared = {
  json: flag(help),
  noColor: flag(help),
  learningRate: number({ takes: "X", help, above: 0, preset: 0.1 }),
  out: text({ takes: "FILE", help }),
  kind: choice(["adam", "momentum"], { takes: "NAME", help, preset: "adam" }),
  "w.2": number({ takes: "X", help }),
  w: number({ takes: "X", help }),
  語数: number({ takes: "N", help, integer: true, from: 0 }),
  h: number({ takes: "X", help }),
};
const command: Command<typeof declared, number | undefined> = {
  call: { ja: "実行", en: "run" },
  about: [],
  options: declared,
  word: { ja: "表", en: "table" },
};

function read(...args: string[]): Line<typeof declared> {
  return readLine(args, command);
}

/** What is said of a command line that cannot be followed, in English. */
function refusal(args: string[], to: Command<Options> = command): string {
  return assertThrows(() => readLine(args, to), UsageError).text.en;
}

Deno.test("readLine() without arguments has every preset", () => {
  const { values, others, own, help, given } = read();
  assertEquals(values, {
    json: false,
    noColor: false,
    learningRate: 0.1,
    kind: "adam",
    out: undefined,
    "w.2": undefined,
    w: undefined,
    h: undefined,
    語数: undefined,
  });
  assertEquals([others, own, help], [[], {}, false]);
  assertEquals(given("kind"), false);
});

Deno.test("readLine() reads options and the other word in any order", () => {
  const { values, others, given } = read(
    ...["--json", "one", "--learning-rate", "3", "--out=x=y", "--no-color"],
  );
  assertEquals(others, ["one"]);
  assertEquals([values.json, values.noColor], [true, true]);
  assertEquals([values.learningRate, values.out], [3, "x=y"]);
  assertEquals([given("learningRate"), given("kind")], [true, false]);
});

Deno.test("readLine() knows an option that is given its preset from one that is not", () => {
  assertEquals(read("--kind", "adam").given("kind"), true);
});

Deno.test("readLine() takes values that begin with a minus", () => {
  for (const minus of ["-", "−", "－"]) {
    assertEquals(read("--w", `${minus}1.5`).values.w, -1.5);
    assertEquals(read(`--w=${minus}1.5`).values.w, -1.5);
  }
  assertEquals(read("--w", "-.5").values.w, -0.5);
  assertEquals(read("--out", "-").values.out, "-");
  assertEquals(read("--out=--x").values.out, "--x");
});

Deno.test("readLine() takes names and values in full width", () => {
  const { values } = read(
    "－－語数",
    "１２０",
    "--ｋｉｎｄ＝ａｄａｍ",
    "ーーw=２．５",
  );
  assertEquals([values.語数, values.kind, values.w], [120, "adam", 2.5]);
});

Deno.test("readLine() keeps apart a name and one that goes on with a dot", () => {
  for (const args of [["--w=1", "--w.2=3"], ["--w.2", "3", "--w", "1"]]) {
    const { values } = read(...args);
    assertEquals([values.w, values["w.2"]], [1, 3]);
  }
});

Deno.test("readLine() takes nothing behind -- for an option", () => {
  assertEquals(read("--json", "--", "--w=3").others, ["--w=3"]);
  assertEquals(read("--", "-h").help, false);
  const any = readLine(["a", "--", "-h", "--"], { ...command, word: "any" });
  assertEquals(any.others, ["a", "-h", "--"]);
});

Deno.test("readLine() gives help to whoever asks, whatever else there is", () => {
  const lines = [
    ["--help"],
    ["-h"],
    ["--nonsense", "--help"],
    ["--learning-rate", "--help"],
    ["--learning-rate", "much", "-h", "a", "b"],
    ["--json", "--json", "-h"],
    ["-h", "0.1"],
  ];
  for (const line of lines) {
    const { help, values, others } = read(...line);
    assertEquals([help, values.json, others], [true, false, []]);
  }
  assertEquals(read("-h", "--lang", "en").language, "en");
  // -h is not --h
  assertEquals([read("--h", "1").help, read("--h", "1").values.h], [false, 1]);
});

Deno.test("readLine() reads the language", () => {
  assertEquals(read("--lang", "en").language, "en");
  assertEquals(read("--lang=ja").language, "ja");
  assertEquals(read("－－ｌａｎｇ", "ｅｎ").language, "en");
});

Deno.test("readLine() has one answer to each fault", () => {
  const cases: [string[], string][] = [
    [
      ["--learning-rat", "1"],
      "There is no option --learning-rat. Near it: --learning-rate, ",
    ],
    [["--nonsense=1"], "There is no option --nonsense. Near it: "],
    [["-q"], "There is no option -q. Near it: "],
    [["--color"], "There is no option --color. Near it: --no-color, "],
    [["--noColor"], "There is no option --noColor. Near it: --no-color, "],
    [["--out"], "--out needs a value (FILE)."],
    [["--out="], "--out needs a value (FILE)."],
    [["--out", ""], "--out needs a value (FILE)."],
    [["--out", " "], "--out needs a value (FILE)."],
    [["--out", "--json"], "--out needs a value (FILE)."],
    [["--out", "--", "x"], "--out needs a value (FILE)."],
    [["--out", "-x"], "--out needs a value (FILE)."],
    [["--lang"], "--lang needs a value (ja|en)."],
    [["--lang", "de"], '--lang needs one of ja, en, found "de".'],
    [["--json=yes"], '--json takes no value, found "yes".'],
    [["--json="], '--json takes no value, found "".'],
    [["--help=yes"], '--help takes no value, found "yes".'],
    [["--json", "--json"], "--json is there twice."],
    [["--w", "1", "－－ｗ＝1"], "--w is there twice."],
    [["--lang=en", "--lang=en"], "--lang is there twice."],
    [["--w", "1,5"], '--w needs a number, found "1,5".'],
    [
      ["--learning-rate", "-1"],
      '--learning-rate needs a number above 0, found "-1".',
    ],
    [
      ["--kind", "sgd"],
      '--kind needs one of adam, momentum, found "sgd".',
    ],
    [["a", "b"], "Give one table only, found a, b."],
    [["a", "--", "--w"], "Give one table only, found a, --w."],
  ];
  for (const [args, said] of cases) {
    assertEquals(refusal(args).slice(0, said.length), said);
    if (!said.endsWith(" ")) assertEquals(refusal(args), said);
  }
});

Deno.test("readLine() says a fault in Japanese too", () => {
  const said = (...args: string[]) =>
    assertThrows(() => read(...args), UsageError).text.ja;
  assertEquals(
    said("--learning-rate", "速い"),
    "--learning-rate には、0 より大きい数を書いてください（「速い」は使えません）。",
  );
  assertEquals(said("--out"), "--out に値（FILE）がありません。");
});

Deno.test("readLine() refuses words where only options can be written", () => {
  const { word: _, ...none } = command;
  assertEquals(
    refusal(["a"], none),
    'There is no use for "a": only options can be written here.',
  );
});

Deno.test("readLine() reads options that a command learns of when it runs", () => {
  const own: Record<string, Option<number | undefined>> = {
    wordCount: number({ takes: "N", help }),
    "a b": number({ takes: "N", help }),
    json: number({ takes: "N", help }),
    lang: number({ takes: "N", help }),
  };
  const line = readLine(
    ["--wordCount", "3", "--a b=4", "--json", "--lang=en"],
    { ...command, own },
  );
  assertEquals(line.own, { wordCount: 3, "a b": 4 });
  assertEquals([line.values.json, line.language], [true, "en"]);
  const near = refusal(["--wordcount", "3"], { ...command, own });
  assertEquals(near.includes("Near it: --wordCount, "), true);
});
