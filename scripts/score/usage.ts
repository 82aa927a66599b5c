/** What `--help` says, in both languages. */
import { unicodeWidth } from "@std/cli";
import { fill, type Language, type Text } from "../cli/command_line.ts";
import { defaults } from "./fit.ts";
import { shipped } from "./shipped.ts";

/** The scorer's commands. */
export type Command = "evaluate" | "train" | "predict";

/** The scorer's commands. */
export const commands: readonly Command[] = ["evaluate", "train", "predict"];

export const usageMessages = {
  usage: {
    ja: "使い方：deno task score <コマンド> [表.csv] [オプション]",
    en: "Usage: deno task score <command> [table.csv] [options]",
  },
  evaluate: {
    ja: "採点のしかたを交差検証で評価する（コマンドを省いたとき）",
    en: "judge a way of scoring by cross-validation (if no command is given)",
  },
  train: {
    ja: "モデルを学習して保存する",
    en: "train a model and save it",
  },
  predict: {
    ja: "新しい作文のバンドを予測する",
    en: "predict the bands of new essays",
  },
  more: {
    ja: "各コマンドのオプションは deno task score <コマンド> --help で。",
    en: "Each command has options of its own: deno task score <command> --help",
  },
  noTable: {
    ja:
      "表を省くと、付属の {table}（語数と誤り数、CEFR による評価）を使います。",
    en:
      "Without a table, the {table} that comes with the kit is used (words, errors, CEFR ratings).",
  },
  permissions: {
    ja:
      "読み書きの許可はこのフォルダと out だけです。ほかの場所のファイルを使うには、scripts/score.ts の先頭にある deno run の行の許可を書き換えてください。",
    en:
      "It may read this folder and write to out. For files elsewhere, change the permissions in the deno run line at the top of scripts/score.ts.",
  },
  usageEvaluate: {
    ja: "使い方：deno task score evaluate [表.csv] [オプション]",
    en: "Usage: deno task score evaluate [table.csv] [options]",
  },
  usageTrain: {
    ja: "使い方：deno task score train [表.csv] [オプション]",
    en: "Usage: deno task score train [table.csv] [options]",
  },
  usagePredict: {
    ja:
      "使い方：deno task score predict [表.csv] [オプション]、または deno task score predict --words 120 --errors 8",
    en:
      "Usage: deno task score predict [table.csv] [options], or deno task score predict --words 120 --errors 8",
  },
  example: { ja: "例：{example}", en: "Example: {example}" },

  groupTable: { ja: "表", en: "The table" },
  features: {
    ja: "使う列の名前（コンマ区切り）。既定値 {value}",
    en: "columns to use, with commas between; default {value}",
  },
  label: {
    ja: "人がつけた評価の列。既定値 {value}",
    en: "column of the ratings that people gave; default {value}",
  },
  bands: {
    ja:
      'バンド。"名前=ラベル,ラベル;…" または "名前=60..79;…"。省くとラベルごと',
    en:
      'bands: "name=label,label;..." or "name=60..79;..."; else one for each label',
  },
  encoding: {
    ja: "文字コード（utf-8、shift_jis など）。省くと自動",
    en: "such as utf-8 or shift_jis; else found out",
  },
  separator: {
    ja: "項目の区切り（, ; tab）。省くと自動",
    en: "between fields: , ; or tab; else found out",
  },
  decimal: {
    ja: "小数点（. または ,）",
    en: "before decimals: . or ,",
  },
  skip: {
    ja: "使えない行を除いて続け、その行をファイルに書く",
    en: "go on without rows that cannot be used, and write them to a file",
  },
  badRows: {
    ja: "そのファイル。既定値 out/<表>_bad_rows.csv",
    en: "that file; default out/<table>_bad_rows.csv",
  },

  groupTraining: { ja: "学習", en: "Training" },
  hidden: {
    ja:
      "隠れ層のユニット数（16 や 16,8）。0 ならソフトマックス回帰。既定値 {value}",
    en:
      "units of the hidden layers, such as 16 or 16,8; 0 for softmax regression; default {value}",
  },
  activation: {
    ja: "活性化関数：tanh、sigmoid、relu。既定値 {value}",
    en: "tanh, sigmoid or relu; default {value}",
  },
  optimizer: {
    ja: "最適化：adam、momentum、gradientDescent。既定値 {value}",
    en: "adam, momentum or gradientDescent; default {value}",
  },
  learningRate: {
    ja: "学習率。既定値 {value}",
    en: "how far a step goes; default {value}",
  },
  weightDecay: {
    ja: "荷重減衰。既定値 {value}",
    en: "how fast weights shrink; default {value}",
  },
  epochs: {
    ja: "エポック数。既定値 {value}",
    en: "how often all essays are gone through; default {value}",
  },
  batchSize: {
    ja: "ミニバッチの大きさ。既定値 {value}",
    en: "essays in a step; default {value}",
  },
  validation: {
    ja:
      "検証に回す割合（例 0.2）。最もよいエポックを選び、早期終了する。既定値 {value}",
    en:
      "part of the essays, such as 0.2, that is not learned from, chooses the best epoch and stops early; default {value}",
  },
  patience: {
    ja: "検証の損失が下がらないまま待つエポック数。既定値 {value}",
    en: "epochs to wait for the validation loss to fall; default {value}",
  },

  groupResult: { ja: "結果", en: "What comes out" },
  folds: {
    ja: "交差検証の分割数。既定値 5",
    en: "folds of the cross-validation; default 5",
  },
  seeds: {
    ja: "交差検証を繰り返す回数。既定値 5",
    en: "how many cross-validations; default 5",
  },
  seed: { ja: "乱数の種。既定値 1", en: "seed of all chance; default 1" },
  skipEvaluation: {
    ja: "交差検証をしない",
    en: "leave the cross-validation out",
  },
  json: { ja: "JSON で出力する", en: "print JSON" },
  html: {
    ja: "レポートを書く HTML ファイル（例 out/report.html）",
    en: "write a report, such as out/report.html",
  },
  figures: {
    ja: "図（SVG）を書くフォルダ（例 out）",
    en: "write the pictures (SVG) into a folder, such as out",
  },
  modelOut: {
    ja: "モデルを保存するファイル。既定値 out/model.json",
    en: "where the model goes; default out/model.json",
  },
  modelIn: {
    ja: "train で保存したモデル。省くと付属の表で学習する",
    en:
      "a model that train saved; else one of the table that comes with the kit",
  },
  out: {
    ja: "予測を書く CSV ファイル。省くと標準出力",
    en: "CSV file for the predictions; else standard output",
  },

  groupEssay: { ja: "作文 1 編", en: "One essay" },
  feature: {
    ja: "モデルの特徴量ごとに一つ（例 --words 120 --errors 8）",
    en: "one for each feature of the model (such as --words 120 --errors 8)",
  },
  text: {
    ja: "作文のファイル（UTF-8）。語数を数えて使う",
    en: "a file with the essay (UTF-8), whose words are counted",
  },
  textLanguage: {
    ja: "その言語（de、ja など）。既定値 en",
    en: "its language, such as de or ja; default en",
  },

  groupOther: { ja: "そのほか", en: "Other" },
  lang: {
    ja: "表示の言語（ja または en）",
    en: "language on screen (ja or en)",
  },
  help: { ja: "この説明を表示する", en: "show this text" },
} as const satisfies Record<string, Text>;

type Name = keyof typeof usageMessages;
type Row = readonly [option: string, name: Name, value?: string | number];
type Group = readonly [heading: Name, ...Row[]];

const reading: Row[] = [
  ["--encoding NAME", "encoding"],
  ["--separator SIGN", "separator"],
  ["--decimal SIGN", "decimal"],
  ["--skip-bad-rows", "skip"],
  ["--bad-rows FILE", "badRows"],
];
const table: Group = [
  "groupTable",
  ["--features A,B", "features", shipped.features.join()],
  ["--label NAME", "label", shipped.label],
  ["--bands SPEC", "bands"],
  ...reading,
];
const training: Group = [
  "groupTraining",
  ["--hidden UNITS", "hidden", defaults.hidden.join()],
  ["--activation NAME", "activation", defaults.activation],
  ["--optimizer NAME", "optimizer", defaults.optimizer],
  ["--learning-rate X", "learningRate", defaults.learningRate],
  ["--weight-decay X", "weightDecay", defaults.weightDecay],
  ["--epochs N", "epochs", defaults.epochs],
  ["--batch-size N", "batchSize", defaults.batchSize],
  ["--validation PART", "validation", defaults.validation],
  ["--patience N", "patience", defaults.patience],
];
const pages: Row[] = [["--html FILE", "html"], ["--figures DIR", "figures"]];
const other: Group = [
  "groupOther",
  ["--lang ja|en", "lang"],
  ["-h, --help", "help"],
];

const groups: Readonly<Record<Command, readonly Group[]>> = {
  evaluate: [
    table,
    training,
    [
      "groupResult",
      ["--folds N", "folds"],
      ["--seeds N", "seeds"],
      ["--json", "json"],
      ...pages,
    ],
    other,
  ],
  train: [
    table,
    training,
    [
      "groupResult",
      ["--model FILE", "modelOut"],
      ["--seed TEXT", "seed"],
      ["--folds N", "folds"],
      ["--skip-evaluation", "skipEvaluation"],
      ...pages,
    ],
    other,
  ],
  predict: [
    [
      "groupTable",
      ["--model FILE", "modelIn"],
      ["--out FILE", "out"],
      ...reading,
    ],
    [
      "groupEssay",
      ["--FEATURE X", "feature"],
      ["--text FILE", "text"],
      ["--text-language NAME", "textLanguage"],
    ],
    other,
  ],
};

const examples: Readonly<Record<Command, string>> = {
  evaluate:
    'deno task score evaluate essays.csv --features 語数,誤り数 --label 評価 --bands "不可=0..59;可=60..79;良=80..100"',
  train:
    "deno task score train essays.csv --features words,errors --label score --model out/model.json --html out/report.html",
  predict:
    "deno task score predict new.csv --model out/model.json --out out/predicted.csv",
};

const usages = {
  evaluate: "usageEvaluate",
  train: "usageTrain",
  predict: "usagePredict",
} as const;

/** What a command's `--help` says; without a command, that of all. */
export function usageText(
  command: Command | undefined,
  language: Language,
): string {
  const say = (name: Name, blanks: Record<string, string | number> = {}) =>
    fill(usageMessages[name], language, blanks);
  if (command === undefined) {
    return [
      say("usage"),
      "",
      rowsText(commands.map((name) => [name, say(name)])),
      "",
      say("more"),
      say("noTable", { table: shipped.name }),
      say("permissions"),
    ].join("\n");
  }
  const parts = groups[command].map(([heading, ...rows]) =>
    [
      `${say(heading)}:`,
      rowsText(
        rows.map((
          [option, name, value = ""],
        ) => [option, say(name, { value })]),
      ),
    ].join("\n")
  );
  return [
    `${say(usages[command])}`,
    `${say(command)}${language === "ja" ? "。" : "."}`,
    say("noTable", { table: shipped.name }),
    "",
    parts.join("\n\n"),
    "",
    say("example", { example: examples[command] }),
  ].join("\n");
}

function rowsText(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => unicodeWidth(left)));
  return rows.map(([left, right]) =>
    `  ${left}${" ".repeat(width - unicodeWidth(left))}  ${right}`
  ).join("\n");
}
