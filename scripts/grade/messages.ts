/** What the grader says, on screen and in its files, in both languages. */
import { fill, type Language, type Text } from "../cli/command_line.ts";
import type { Fault } from "../exercise/judge.ts";
import type { Status } from "../exercise/status.ts";

/** What every way of ending is called. */
export const statusTexts: Readonly<Record<Status | "missing", Text>> = {
  graded: { ja: "採点済み", en: "graded" },
  "load error": { ja: "読み込みエラー", en: "load error" },
  timeout: { ja: "時間切れ", en: "timeout" },
  killed: { ja: "強制終了", en: "killed" },
  "output limit": { ja: "出力超過", en: "output limit" },
  "protocol error": { ja: "途中終了", en: "protocol error" },
  missing: { ja: "未提出", en: "not handed in" },
};

/** What every way of ending means for its author. */
export const statusHints: Readonly<Record<Status, Text>> = {
  graded: { ja: "", en: "" },
  "load error": {
    ja:
      'ファイルをプログラムとして読み込めませんでした。文法の誤り、全角の記号や空白、"kobai" のほかの import、関数の外に書いた計算や await がないか、確かめてください。',
    en:
      'The file could not be loaded as a program. Look at its syntax, for wide Japanese signs and spaces, for any import but "kobai", and for calculations and await outside of functions.',
  },
  timeout: {
    ja:
      "制限時間内に終わらなかったので止めました。終わらないループがないか、確かめてください。",
    en: "It was stopped at the time limit. Look for a loop that never ends.",
  },
  killed: {
    ja:
      "システムに止められました。たいていはメモリの使いすぎです。配列がどこまでも大きくなっていませんか。",
    en:
      "The system stopped it, mostly for want of memory. Is there a list that grows and grows?",
  },
  "output limit": {
    ja: "出力が多すぎるので止めました。console.log を減らしてください。",
    en: "It was stopped because it printed too much. Use less console.log.",
  },
  "protocol error": {
    ja:
      "すべての関数を呼ぶ前に、プログラムが自分で終わりました（Deno.exit など）。",
    en:
      "The program ended by itself before every function had been called, by Deno.exit for instance.",
  },
};

/** What is wrong with one result. */
export const faultTexts: Readonly<Record<Fault, Text>> = {
  lost: {
    ja: "結果がありません（{status}）",
    en: "there is no result ({status})",
  },
  missing: {
    ja: "export された関数 {name} がありません",
    en: "there is no exported function {name}",
  },
  unwritten: { ja: "まだ書いていません", en: "it is not written yet" },
  threw: { ja: "エラーになりました", en: "it ended with an error" },
  noReturn: {
    ja: "undefined が返りました",
    en: "it gave undefined",
  },
  type: {
    ja: "結果の種類が違います",
    en: "the result is of the wrong kind",
  },
  shape: {
    ja: "行と列の数が違います",
    en: "the number of rows or columns is wrong",
  },
  value: { ja: "値が違います", en: "the value is wrong" },
  changed: {
    ja: "値は合っていますが、渡された W が書き換わりました",
    en: "the value is right, but it changed the W that was handed over",
  },
  evaluations: {
    ja:
      "値は合っていますが、f を {calls} 回計算しました（{most} 回で足ります）",
    en:
      "the value is right, but f was computed {calls} times where {most} are enough",
  },
};

/** What a result is that is neither numbers nor a text. */
export const typeTexts: Readonly<Record<string, Text>> = {
  undefined: { ja: "undefined", en: "undefined" },
  null: { ja: "null", en: "null" },
  boolean: { ja: "true か false", en: "true or false" },
  bigint: { ja: "bigint", en: "a bigint" },
  symbol: { ja: "symbol", en: "a symbol" },
  function: { ja: "関数", en: "a function" },
  object: { ja: "オブジェクト", en: "an object" },
  promise: {
    ja: "Promise（async の関数の結果）",
    en: "a Promise, as of an async function",
  },
  empty: { ja: "空の配列", en: "an empty list" },
  large: { ja: "大きすぎる配列", en: "a list that is too large" },
  ragged: {
    ja: "行の長さがそろっていない配列",
    en: "a list with rows of different lengths",
  },
  elements: {
    ja: "数でないものを含む配列",
    en: "a list with other things than numbers in it",
  },
};

/** What TypeScript's errors mean, as far as students make them. */
export const typeProblemTexts: Readonly<Record<number, Text>> = {
  2304: {
    ja: "その名前はない（import を確かめる）",
    en: "there is no such name (look at the import)",
  },
  2305: { ja: "kobai にその名前はない", en: "kobai has no such name" },
  2322: { ja: "値の種類が違う", en: "a value of the wrong kind" },
  2339: { ja: "その要素や関数はない", en: "there is no such property" },
  2345: { ja: "引数の種類が違う", en: "an argument of the wrong kind" },
  2355: { ja: "return がない", en: "there is no return" },
  2362: {
    ja: "行列に - * / は使えない（subtract, multiply, divide を使う）",
    en: "- * / do not work with matrices: use subtract, multiply, divide",
  },
  2363: {
    ja: "行列に - * / は使えない（subtract, multiply, divide を使う）",
    en: "- * / do not work with matrices: use subtract, multiply, divide",
  },
  2365: {
    ja: "行列に + は使えない（add を使う）",
    en: "+ does not work with matrices: use add",
  },
  2366: {
    ja: "return のない場合がある",
    en: "in some case there is no return",
  },
  2552: { ja: "その名前はない", en: "there is no such name" },
  2538: {
    ja: "行列は番号として使えない（item を使う）",
    en: "a matrix is no index: use item",
  },
  2554: { ja: "引数の数が違う", en: "the wrong number of arguments" },
  2740: { ja: "値の種類が違う", en: "a value of the wrong kind" },
  7053: {
    ja: "行列の要素は x.at(0, 1) のように書く",
    en: "an element of a matrix is written x.at(0, 1)",
  },
  7006: { ja: "引数に型がない", en: "a parameter without a type" },
  18048: {
    ja: "undefined かもしれない値",
    en: "a value that may be undefined",
  },
};

const texts = {
  usage: {
    ja:
      `使い方：deno task grade 提出物のフォルダ --out 結果のフォルダ [オプション]

  --cases hidden.json     非公開の例。examples/exercises/public_cases.json と同じ書き方
  --roster roster.csv     名簿（学籍番号、氏名）。未提出者も表に載る
  --jobs N                同時に採点する数（既定値はプロセッサの数）
  --shard 2/8             8 等分した 2 番目だけを採点する
  --resume                続きから採点する。または、集めた results.jsonl から表を作る
                          （済んだものは、--time-limit などを変えても採点し直さない）
  --time-limit 秒         1 回の実行の制限時間（既定値 10）
  --types none|wrong|all  型を調べる提出物：なし、満点でないもの（既定値）、全部
  --lang ja|en            表示の言語
  -h, --help              この説明

提出物は、学生ごとのファイルかフォルダ、または Moodle からダウンロードして展開したものです。

結果のフォルダには grades.csv、feedback/（学生ごとの結果）、results.jsonl ができます。`,
    en: `Usage: deno task grade SUBMISSIONS/ --out OUT/ [options]

  --cases hidden.json     hidden cases, written as in examples/exercises/public_cases.json
  --roster roster.csv     class list: number and name; shows who handed in nothing
  --jobs N                so many at the same time (default: as many as processors)
  --shard 2/8             only the second of eight parts
  --resume                go on where it stopped, or make the tables of joined results.jsonl;
                          what is done stays, also with another --time-limit
  --time-limit SECONDS    for each process (default 10)
  --types none|wrong|all  whose types to check; wrong (the default) is who lost points
  --lang ja|en            language
  -h, --help              this text

Submissions are files or folders, one for each student, or what Moodle hands out, unpacked.

OUT gets grades.csv, feedback/ (a page for each student) and results.jsonl.`,
  },
  oneFolder: {
    ja: "提出物のフォルダを一つ指定してください。--help で使い方を表示します。",
    en: "Name one folder of submissions. --help shows how.",
  },
  noOut: {
    ja: "--out に結果のフォルダを指定してください。",
    en: "Name a folder for the results with --out.",
  },
  outInside: {
    ja:
      "{path} は提出物のフォルダの中にあり、次に採点するときに提出物とみなされます。--out には外のフォルダを指定してください。",
    en:
      "{path} is in the folder of submissions, where it would be taken for one. Name another folder with --out.",
  },
  badShard: {
    ja: "--shard は 2/8 のように書きます（「{value}」は使えません）。",
    en: '--shard is written as in 2/8, found "{value}".',
  },
  noFolder: {
    ja: "提出物のフォルダ {path} がありません。",
    en: "There is no folder {path}.",
  },
  noSubmissions: {
    ja: "{path} に提出物が見つかりません。",
    en: "There are no submissions in {path}.",
  },
  badFile: {
    ja: "{path} は使えません：{error}",
    en: "Cannot use {path}: {error}",
  },
  noFile: {
    ja: "{path} というファイルがありません。",
    en: "There is no file {path}.",
  },
  outIsFile: {
    ja: "{path} はフォルダではないので、結果を書き込めません。",
    en: "{path} is no folder, so that no results can be written there.",
  },
  sameNumber: {
    ja:
      "名簿 {path} で、学籍番号 {student} に氏名が二つあります：{names}。一人に一つの番号が必要です。",
    en:
      "Cannot use {path}: {student} stands there with the names {names}, each student needs a number of their own",
  },
  otherPages: {
    ja:
      "{path} には、今回のクラスにいない人の古いページが {count} 件あります：{names}",
    en:
      "In {path} are pages of before, of nobody in this class, {count} in all: {names}",
  },
  notListed: {
    ja: "名簿にない提出物が {count} 件あります：{names}",
    en: "Not on the class list, {count} in all: {names}",
  },
  hasResults: {
    ja:
      "{path} にはすでに結果があります。続きから採点するなら --resume を付け、初めからなら別のフォルダを指定してください。",
    en:
      "{path} has results already. Add --resume to go on, or name another folder to begin anew.",
  },
  inUse: {
    ja: "{path} には別の採点が書き込んでいます。",
    en: "Another grader is writing to {path}.",
  },
  noLimits: {
    ja:
      "このシステムには ulimit がないので、メモリの制限は V8 のものだけです。",
    en: "This system has no ulimit: what limits memory is V8 and nothing else.",
  },
  preparing: { ja: "準備しています", en: "getting ready" },
  progress: {
    ja: "{done}/{total} 件  毎秒 {rate} 件  残り {left}",
    en: "{done} of {total}  {rate} a second  {left} left",
  },
  seconds: { ja: "{count} 秒", en: "{count} s" },
  minutes: { ja: "{count} 分", en: "{count} min" },
  checkingTypes: {
    ja: "型を調べています {done}/{total} 件",
    en: "checking types, {done} of {total}",
  },
  graderFailed: {
    ja: "{student} を採点できませんでした：{error}",
    en: "{student} could not be graded: {error}",
  },
  interrupted: {
    ja: "中断しました。--resume を付けると続きから採点します。",
    en: "Interrupted. Add --resume to go on.",
  },
  // the table at the end
  task: { ja: "課題", en: "task" },
  title: { ja: "内容", en: "about" },
  mean: { ja: "平均点", en: "mean" },
  points: { ja: "配点", en: "points" },
  score: { ja: "得点", en: "points" },
  right: { ja: "満点の人", en: "all right" },
  commonest: { ja: "多い間違い", en: "most common mistake" },
  total: { ja: "合計", en: "total" },
  ofStudents: { ja: "{count} 人（{name}）", en: "{name} ({count})" },
  counts: {
    ja: "{students} 人：{statuses}",
    en: "Students: {students} ({statuses})",
  },
  written: {
    ja: "{path} に grades.csv と feedback/ を書きました。",
    en: "grades.csv and feedback/ are in {path}.",
  },
  // grades.csv
  student: { ja: "学生", en: "student" },
  name: { ja: "氏名", en: "name" },
  taskNumber: { ja: "課題{number}", en: "task {number}" },
  maximum: { ja: "満点", en: "maximum" },
  status: { ja: "状態", en: "status" },
  evaluations: { ja: "勾配の計算回数", en: "evaluations" },
  time: { ja: "秒", en: "seconds" },
  // feedback
  heading: { ja: "課題の結果：{student}", en: "Feedback for {student}" },
  pointsOf: {
    ja: "**{points} / {most} 点**　状態：{status}",
    en: "**{points} of {most} points**, {status}",
  },
  said: { ja: "読み込んだときのエラー：{message}", en: "It said: {message}" },
  cases: { ja: "正しい例", en: "cases right" },
  mistake: { ja: "間違いの種類", en: "kind of mistake" },
  evaluationsUsed: {
    ja: "数値微分の最初の例で、f を {count} 回計算しました。",
    en: "In its first case the numerical gradient computed f {count} times.",
  },
  taskHeading: { ja: "課題 {number}　{title}", en: "Task {number}: {title}" },
  kindOfMistake: {
    ja: "間違いの種類：**{name}**。{hint}",
    en: "Kind of mistake: **{name}**. {hint}",
  },
  labelled: { ja: "{label}：{text}", en: "{label}: {text}" },
  publicCase: { ja: "公開の例 {number}", en: "Public case {number}" },
  hiddenCase: { ja: "非公開の例 {number}", en: "Hidden case {number}" },
  onlyHidden: {
    ja:
      "公開の例では正しく、非公開の例で違いました。ほかの数や、ほかの大きさの行列でも正しいか、確かめてください。",
    en:
      "The public cases are right and hidden ones are not. Try other numbers, and matrices of other sizes.",
  },
  atLine: {
    ja: "{why}（exercises.ts の {line} 行目）",
    en: "{why}, at line {line} of exercises.ts",
  },
  wanted: { ja: "期待する値", en: "asked for" },
  cameOut: { ja: "結果", en: "came out" },
  why: { ja: "理由", en: "why it is wrong" },
  wrongCases: {
    ja: "{total} 個の例のうち {failed} 個が正しくありません。",
    en: "{failed} of {total} cases are wrong.",
  },
  allRight: {
    ja: "すべて正解です。",
    en: "Everything is right.",
  },
  types: {
    ja: "TypeScript の型の誤り（点数には関係しません）",
    en: "Errors that TypeScript finds (they cost no points)",
  },
  typeProblem: {
    ja: "{line} 行目：{text}（TS{code}）",
    en: "line {line}: {text} (TS{code})",
  },
  anyTypeProblem: { ja: "型が合わない", en: "types that do not fit" },
} as const satisfies Record<string, Text>;

/** The name of a message. */
export type MessageName = keyof typeof texts;

/** A message in one language, with its `{blanks}` filled in. */
export function message(
  language: Language,
  name: MessageName,
  blanks: Readonly<Record<string, string | number>> = {},
): string {
  return fill(texts[name], language, blanks);
}

/** All messages, for the test that none is missing. */
export const allMessages: Readonly<Record<string, Text>> = texts;
