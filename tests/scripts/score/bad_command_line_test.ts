/**
 * Command lines and files that the scorer cannot follow: what it says, in both
 * languages.
 */
import {
  assert,
  assertEquals,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { UsageError } from "../../../scripts/cli/usage_error.ts";
import { scoreMain } from "../../../scripts/score/main.ts";
import { needs } from "../../_support/permission.ts";
import { easyTable, openDesk } from "../../_support/score_process.ts";

const needed = needs("run", "read", "write");

/**
 * A command line, and what is said of it: in English whole, in Japanese a part.
 */
type Case = readonly [args: string, en: string, ja: string];

const COMMAND_LINES: readonly Case[] = [
  [
    "grade",
    'There is no command "grade"; there are evaluate, train, predict, export and features.',
    "「grade」というコマンドはありません",
  ],
  [
    "essays.csv",
    'There is no command "essays.csv"; there are evaluate, train, predict, export and features.',
    "コマンドはありません",
  ],
  [
    "export --model merlin_de.csv",
    "--onnx FILE or --npz FILE is needed.",
    "--onnx FILE か --npz FILE を書いてください。",
  ],
  [
    "evaluate --feature a",
    "There is no option --feature. Near it: ",
    "オプション --feature はありません",
  ],
  [
    "evaluate -x",
    "There is no option -x. Near it: ",
    "オプション -x はありません",
  ],
  [
    "train --seeds 3",
    "There is no option --seeds. Near it: ",
    "オプション --seeds はありません",
  ],
  [
    "evaluate --bands",
    "--bands needs a value (SPEC).",
    "--bands に値（SPEC）がありません",
  ],
  [
    "evaluate a.csv b.csv",
    "Give one table only, found a.csv, b.csv.",
    "表は一つだけ",
  ],
  [
    "evaluate --features a,,b",
    '--features needs different column names with commas between, found "a,,b".',
    "「a,,b」は使えません",
  ],
  [
    "evaluate --features a,b,a",
    '--features needs different column names with commas between, found "a,b,a".',
    "違う列の名前",
  ],
  [
    "evaluate --features words,score",
    "The column score is in --features and is the --label too.",
    "両方にあります",
  ],
  [
    "evaluate --second-label score",
    "--second-label needs another column than --label (score).",
    "別の列にしてください",
  ],
  [
    "evaluate --folds 1",
    '--folds needs an integer of 2 or more, found "1".',
    "2 以上の整数",
  ],
  [
    "evaluate --folds 2.5",
    '--folds needs an integer of 2 or more, found "2.5".',
    "「2.5」は使えません",
  ],
  [
    "evaluate --seeds 0",
    '--seeds needs an integer of 1 or more, found "0".',
    "1 以上の整数",
  ],
  [
    "evaluate --learning-rate 0",
    '--learning-rate needs a number above 0, found "0".',
    "0 より大きい数",
  ],
  [
    "evaluate --learning-rate -1",
    '--learning-rate needs a number above 0, found "-1".',
    "0 より大きい数",
  ],
  [
    "evaluate --learning-rate 0,1",
    '--learning-rate needs a number above 0, found "0,1".',
    "0 より大きい数",
  ],
  [
    "evaluate --weight-decay -1",
    '--weight-decay needs a number of 0 or more, found "-1".',
    "0 以上の数",
  ],
  [
    "evaluate --validation 1",
    '--validation needs a number of at least 0 and below 1, found "1".',
    "0 以上 1 未満の数",
  ],
  [
    "evaluate --patience 3",
    "--patience needs --validation.",
    "--validation と一緒に",
  ],
  [
    "evaluate --hidden 16,",
    '--hidden needs numbers such as 16 or 16,8, or 0 for no hidden layer, found "16,".',
    "「16,」は使えません",
  ],
  [
    "evaluate --activation softmax",
    '--activation needs one of tanh, sigmoid, relu, found "softmax".',
    "tanh, sigmoid, relu のどれか",
  ],
  [
    "evaluate --optimizer sgd",
    '--optimizer needs one of adam, momentum, gradientDescent, found "sgd".',
    "adam, momentum, gradientDescent のどれか",
  ],
  [
    "train --encoding shift_jis",
    "--encoding needs a table of your own.",
    "表を指定したとき",
  ],
  [
    "predict --skip-bad-rows",
    "--skip-bad-rows needs a table of your own.",
    "表を指定したとき",
  ],
  [
    "evaluate --separator |",
    '--separator needs one of , ; tab, found "|".',
    "「|」は使えません",
  ],
  [
    "evaluate merlin_de.csv --html merlin_de.csv",
    "merlin_de.csv cannot be read and written at once.",
    "同時に書くことはできません",
  ],
  [
    "evaluate merlin_de.csv --html ./merlin_de.csv",
    "./merlin_de.csv cannot be read and written at once.",
    "同時に書くことはできません",
  ],
  [
    "evaluate merlin_de.csv --bad-rows merlin_de.csv",
    "merlin_de.csv cannot be read and written at once.",
    "同時に書くことはできません",
  ],
  [
    "train --html x.csv --model ./x.csv",
    "x.csv is to be written twice, each output needs a file of its own.",
    "二つのものを書くことはできません",
  ],
  [
    "evaluate --figures essay.txt",
    "essay.txt is a file, a folder is needed.",
    "ファイルです",
  ],
  [
    "train --model folder",
    "folder is a folder, a file is needed.",
    "フォルダです",
  ],
  [
    "predict --words 120",
    "To predict one essay, --errors is needed too.",
    "--errors も必要です",
  ],
  [
    "predict --words 120 --errors many",
    '--errors needs a number, found "many".',
    "「many」は使えません",
  ],
  [
    "predict --words 120 --errors 8 new.csv",
    "Give a table (new.csv) or the values of one essay, not both.",
    "一緒に使えません",
  ],
  [
    "predict --words 120 --errors 8 --out x.csv",
    "--out cannot be used with a single essay.",
    "作文 1 編",
  ],
  [
    "predict --text essay.txt",
    "To predict one essay, --errors is needed too.",
    "--errors も必要です",
  ],
  [
    "predict --text essay.txt --words 3 --errors 1",
    "--text counts the words, so --words cannot be given.",
    "--words を指定できません",
  ],
  [
    "predict --text essay.txt --errors 1 --text-language 日本語",
    '--text-language needs a language such as de, en or ja, found "日本語".',
    "「日本語」は使えません",
  ],
  [
    "predict --text-language de",
    "--text-language needs --text.",
    "--text と一緒に",
  ],
  [
    "predict --sentences 3",
    "There is no option --sentences. Near it: ",
    "オプション --sentences はありません",
  ],
  ["predict --model", "--model needs a value (FILE).", "--model に値（FILE）"],
  ["train --seed a --seed b", "--seed is there twice.", "--seed が二度"],
  [
    "evaluate --json=yes",
    '--json takes no value, found "yes".',
    "--json に値は付きません",
  ],
  [
    "evaluate --bands A1,A2",
    'Cannot read the bands: found "A1,A2", name=label,label is needed, such as "A1-A2=1,2;B1=3;B2-C1=4,5"',
    "--bands を読めません",
  ],
];

const FILES: readonly Case[] = [
  [
    "evaluate nothing.csv",
    "Cannot read nothing.csv: there is no such file; in that folder: essay.txt, few.csv, latin.txt, merlin_de.csv, penguins.csv",
    "nothing.csv がありません",
  ],
  [
    "evaluate penguins.csv",
    'Cannot read penguins.csv: there is no column "words"; its columns are "bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g", "species"',
    '"words" という列がありません',
  ],
  [
    "evaluate --features words,mistakes",
    'Cannot read merlin_de.csv: there is no column "mistakes"; its columns are "words", "errors", "score"',
    '"mistakes" という列がありません',
  ],
  [
    "evaluate --bands A=1;B=2",
    'found the label "3", one of the bands\' labels is needed: "1", "2"',
    'ラベル "3" はどのバンドにもありません',
  ],
  [
    "evaluate few.csv --bands a=1;b=2;c=3",
    "No essay is in the band c.",
    "バンド c には作文がありません",
  ],
  [
    "evaluate few.csv --folds 9",
    "9 folds need 9 essays or more, found 4.",
    "4 編しかありません",
  ],
  [
    "train few.csv --model out/model.json",
    "5 folds need 5 essays or more, found 4.",
    "4 編しかありません",
  ],
  [
    "evaluate few.csv --folds 2 --optimizer gradientDescent --learning-rate 1e308",
    "Training diverged in epoch ",
    "学習が発散しました（エポック ",
  ],
  [
    "predict --model nothing.json",
    "There is no file nothing.json.",
    "nothing.json がありません",
  ],
  [
    "predict --model folder",
    "folder is a folder, a file is needed.",
    "フォルダです",
  ],
  [
    "predict --model few.csv",
    "Cannot use few.csv as a model: it is no model of this kit, or was cut off",
    "途中で切れています",
  ],
  [
    "predict --model old.json",
    "Cannot use old.json as a model: it is of another version, make it again with train",
    "別の版の形式です",
  ],
  [
    "predict --model damaged.json",
    "Cannot use damaged.json as a model: its features is damaged (features is 7, a list is needed)",
    "壊れています。features の値が正しくありません（英文：features is 7",
  ],
  [
    "predict --text nothing.txt --errors 1",
    "There is no file nothing.txt.",
    "nothing.txt がありません",
  ],
  [
    "predict --text latin.txt --errors 1",
    "latin.txt is no text in UTF-8.",
    "UTF-8 のテキストではありません",
  ],
];

/** What the scorer says in this very process, and the exit code it leaves. */
async function said(
  ...args: string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  const { log, error } = console, lines = { out: "", err: "" };
  console.log = (line: string) => lines.out += `${line}\n`;
  console.error = (line: string) => lines.err += `${line}\n`;
  try {
    await scoreMain(args);
    return { code: Deno.exitCode, stdout: lines.out, stderr: lines.err };
  } finally {
    Object.assign(console, { log, error });
    Deno.exitCode = 0;
  }
}

Deno.test(
  "score refuses a command line in one sentence, in both languages",
  needed,
  async () => {
    await using desk = openDesk();
    desk.file("essay.txt", "Guten Tag.");
    Deno.mkdirSync(`${desk.path}folder`);
    const files = /\b(merlin_de\.csv|essay\.txt|folder|x\.csv)$/;
    for (const [line, en, ja] of COMMAND_LINES) {
      const args = line.split(" ").map((arg) =>
        files.test(arg) ? desk.path + arg : arg
      );
      for (const [language, expected] of [["en", en], ["ja", ja]] as const) {
        const error = await assertRejects(
          () => scoreMain([...args, "--lang", language]),
          UsageError,
        );
        const found = error.text[language].replaceAll(desk.path, "");
        if (language === "ja") assertStringIncludes(found, expected);
        else assert(found.startsWith(expected), `${line}\n${found}`);
        assert(!found.includes("\n"), found);
      }
    }
  },
);

Deno.test("score refuses a command line with exit code 2", needed, async () => {
  await using desk = openDesk();
  const { code, stdout, stderr } = await desk.score(
    ...["predict", "--words", "120", "--lang", "en"],
  );
  assertEquals([code, stdout], [2, ""]);
  assertEquals(stderr, "To predict one essay, --errors is needed too.\n");
});

Deno.test(
  "score refuses a file in one sentence, with exit code 1",
  needed,
  async () => {
    await using desk = openDesk();
    desk.file("few.csv", easyTable(2));
    desk.file("essay.txt", "Guten Tag.");
    desk.file("old.json", '{"format":"kobai model","version":0}');
    desk.file(
      "damaged.json",
      '{"format":"kobai model","version":1,"features":7}',
    );
    Deno.writeFileSync(
      `${desk.path}latin.txt`,
      new Uint8Array([0x66, 0xfc, 0x72]),
    );
    for (const folder of ["folder", "out"]) Deno.mkdirSync(desk.path + folder);
    desk.file("out/essay.txt", "");
    const files = /^[a-z_/.]+\.(csv|json|txt)$|^folder$/;
    for (const [line, en, ja] of FILES) {
      const args = line.split(" ").map((arg) =>
        files.test(arg) ? desk.path + arg : arg
      );
      for (const [language, expected] of [["en", en], ["ja", ja]] as const) {
        const { code, stderr } = await said(...args, "--lang", language);
        const lines = stderr.replaceAll(desk.path, "").trimEnd().split("\n")
          .map((text) => text.trim());
        assertEquals(code, 1, line);
        assert(!stderr.includes("    at "), stderr);
        if (language === "ja") assertStringIncludes(lines.join("\n"), expected);
        else assert(lines.some((text) => text.startsWith(expected)), stderr);
      }
    }
    assertEquals(desk.names("out"), ["essay.txt"]); // and nothing half-written
  },
);

Deno.test("score says where it cannot write, and why", needed, async () => {
  await using desk = openDesk();
  Deno.mkdirSync(`${desk.path}out`);
  desk.file("out/essay.txt", "");
  const inFile = await desk.score(
    ...["train", "--model", "out/essay.txt/model.json", "--lang", "en"],
  );
  assertEquals(inFile.code, 1);
  assert(inFile.stderr.includes("A file cannot be used: "), inFile.stderr);
  assertEquals(desk.names("out"), ["essay.txt"]); // and nothing half-written

  const narrow = ["--allow-read=.", "--allow-write=out"];
  const args = ["train", "--model", "elsewhere/model.json", "--lang", "en"];
  const { code, stderr } = await desk.scoreWith(narrow, ...args);
  assertEquals(code, 1);
  assert(
    stderr.startsWith(
      "Not allowed: Cannot write elsewhere/model.json: its folder may not be used, --allow-write=elsewhere/ is needed",
    ),
    stderr,
  );
});

Deno.test("score and its commands explain themselves", needed, async () => {
  for (const [language, usage] of [["en", "Usage: "], ["ja", "使い方："]]) {
    for (const command of [[], ["evaluate"], ["train"], ["predict"]]) {
      for (const help of ["--help", "-h"]) {
        const args = [...command, help, "--lang", language!];
        const { code, stdout, stderr } = await said(...args);
        assertEquals([code, stderr], [0, ""]);
        const name = ["deno task score", ...command].join(" ");
        assert(stdout.startsWith(`${usage}${name}`), stdout);
      }
    }
  }
});

Deno.test("score --lang that is none is refused", needed, async () => {
  await using desk = openDesk();
  const { code, stderr } = await desk.score("evaluate", "--lang", "de");
  assertEquals(code, 2);
  assertEquals(
    stderr,
    "--lang には、ja, en のどれかを書いてください（「de」は使えません）。\n",
  );
});
