/** What students are handed out: the sheet, and the file to fill in. */
import { type Language, message, type Text } from "../cli/message.ts";
import type { Kind } from "./arguments.ts";
import {
  type AskedFunction,
  type Course,
  mostPoints,
  type Task,
  tasksOf,
} from "./exercise.ts";
import { UNWRITTEN } from "./judge.ts";

const taskHeading = message({
  ja: "## 課題 {number}　{title}（{points} 点）",
  en: "## Task {number}: {title} ({points} points)",
});
const beginning = message({
  ja:
    "課題は {tasks} 題、合計 {points} 点です。関数を書いて、`exercises.ts` という一つのファイルにまとめます。{text}",
  en:
    "Tasks: {tasks}, {points} points in all. You write functions, all in one file, `exercises.ts`. {text}",
});
const unformatted: Text = {
  ja:
    "<!-- deno-fmt-ignore-file -->\n<!-- 整形すると日本語の文が途中で改行され、表示に空白が入るため -->",
  en:
    "<!-- deno-fmt-ignore-file -->\n<!-- Written by `deno task exercises`. -->",
};
const otherSheet: Text = {
  ja: "[English](sheet.md)",
  en: "[日本語](sheet.ja.md)",
};

const howTo: Text = {
  ja: `## 進め方

1. \`exercises.ts\` を開きます。関数の名前はもう書いてあり、中身は「まだ書いていません」となっています。\`throw\` の行を、自分の式に書き換えてください。名前と引数は変えません。
2. このフォルダで \`deno test\` を実行します。課題ごとにテストが一つあり、違っていれば、どんな種類の間違いらしいかを表示します。終わらないループは 5 秒で失敗（timed out）になります。関数が引数になる課題では、使った関数も式で示します（w は一つ一つの重み、Σ は全部の重みについての和です）。
3. \`exercises.ts\` を一つだけ、UTF-8 で保存して提出します。

Deno が入っていないときは、\`deno\` を \`npx -y deno@2.9.6\` に読み替えます（Node が要ります）。その後は、インターネットなしで動きます。ファイルは元のフォルダに置いたままにしてください。このフォルダだけを別の場所にコピーしても、動きません。

\`deno test\` は、はじめにファイルを採点と同じやり方で読み、プログラムとして読めないところを教えます。閉じていないカッコ、全角の記号、\`"kobai"\` のほかの import などです。読めない関数が一つあっても、ほかの課題はテストされます。関数の外に書いたもの（最後に付けた例など）がエラーになっても、採点には関係しません。型は \`deno check exercises.ts\` で調べられます。型の誤りがあっても、点数は変わりません。

## kobai

読み込んでよいのは \`"kobai"\` だけです。この課題の \`"kobai"\` は本体の一部で、次のものがあります。

| 書き方 | 内容 |
| --- | --- |
| \`matrix([[1, 2], [3, 4]])\`、\`zeros(2, 3)\`、\`ones(2, 3)\` | 行列を作る |
| \`add\`、\`subtract\`、\`multiply\`、\`divide\` | 要素ごとの計算。片方は数や 1 行・1 列でもよく、そのときは全部の行・列に使われる：\`multiply(2, x)\` |
| \`negate(x)\`、\`exp(x)\`、\`log(x)\` | 要素ごとに、符号を変える、指数関数、自然対数 |
| \`abs(x)\`、\`sqrt(x)\`、\`maximum(x, 0)\` | 要素ごとに、絶対値、平方根、二つのうち大きいほう |
| \`matmul(x, W)\`、\`transpose(W)\` | 行列の積 xW、転置 |
| \`sum(x)\`、\`mean(x)\`、\`max(x)\` | 全体の和、平均、最大値 |
| \`argMax(x)\` | 最大の要素の番号（0 から数える） |
| \`sum(x, { by: "row" })\` | 行ごとの和。\`mean\`、\`max\`、\`argMax\` も同じ |
| \`x.rows\`、\`x.columns\` | 行の数、列の数 |
| \`x.at(0, 1)\`、\`x.item()\` | 1 行目の 2 列目の数、1×1 の行列の数 |

JavaScript の \`+ - * /\` は数のためのもので、行列には使えません。行列が書き換わることはなく、どの計算も新しい行列を返します。

いつも、1 行が 1 件のデータ、1 列が一つの特徴です。N 行 D 列の行列を \`[N, D]\` と書きます。結果が一つの数のときは、数でも 1×1 の行列でもかまいません。

採点では、ほかの数やほかの大きさでも関数を呼び、正しかった例の数に応じて点が付きます。公開の例（\`public_cases.json\`）が点数に占めるのは 1 割で、残りはそのときに作られる例です。答えは 6 桁ほど合っていれば正解です。前の課題の関数を使う課題は、前の関数が違っていれば、それを正しいものに取り替えて採点します。`,
  en: `## How to work

1. Open \`exercises.ts\`. Every function is there already and says that it is not written yet: put your own code in the place of the \`throw\` line. Names and parameters stay as they are.
2. In this folder, run \`deno test -- --lang en\`. There is one test for each task, and where a result is wrong it tells you what kind of mistake it looks like. A loop without end fails ("timed out") after five seconds. Where a function is handed over to yours you see its formula, where w is each weight and Σ the sum over all.
3. Hand in \`exercises.ts\`, that one file, saved as UTF-8.

Where Deno is not installed but Node is, write \`npx -y deno@2.9.6\` for \`deno\`. After that no internet is needed. The files must stay where they are: a copy of this folder alone, in another place, does not work.

First of all, \`deno test\` reads the file as the grader will, and says where it is no program: a bracket that is not closed, a wide Japanese sign, an import of anything but \`"kobai"\`. The first task that cannot be read stops none of the others. What fails outside of your functions, such as a demo at the end, is passed over. Types are looked at by \`deno check exercises.ts\`; errors that it finds cost no points.

## kobai

The file may import \`"kobai"\` and nothing else. Here \`"kobai"\` is a small part of the kit:

| how it is written | what it is |
| --- | --- |
| \`matrix([[1, 2], [3, 4]])\`, \`zeros(2, 3)\`, \`ones(2, 3)\` | makes a matrix |
| \`add\`, \`subtract\`, \`multiply\`, \`divide\` | element by element; one may be a number, a row or a column, and goes with all: \`multiply(2, x)\` |
| \`negate(x)\`, \`exp(x)\`, \`log(x)\` | element by element: the sign, the exponential, the natural log |
| \`abs(x)\`, \`sqrt(x)\`, \`maximum(x, 0)\` | element by element: the absolute value, the square root, the larger of two |
| \`matmul(x, W)\`, \`transpose(W)\` | the product of matrices xW, the transpose |
| \`sum(x)\`, \`mean(x)\`, \`max(x)\` | of all elements: the sum, the mean, the largest |
| \`argMax(x)\` | the place of the largest element, counted from 0 |
| \`sum(x, { by: "row" })\` | the sum of each row; so too \`mean\`, \`max\` and \`argMax\` |
| \`x.rows\`, \`x.columns\` | how many rows and columns there are |
| \`x.at(0, 1)\`, \`x.item()\` | the number in row 1, column 2; the number of a 1×1 matrix |

JavaScript's \`+ - * /\` are for numbers, not for matrices. A matrix never changes: whatever is computed is a new one.

A row is a sample and a column is a feature, always; \`[N, D]\` is a matrix of N rows and D columns. Where the result is a single number you may return a number or a 1×1 matrix.

Your functions are called with other numbers too, of other sizes, and each case that is right counts. The public ones (\`public_cases.json\`) are a tenth of the points, and all others are made when you are graded. An answer is right if about six digits are. Where a task uses functions of earlier ones and those were wrong, it is graded with right ones in their place.`,
};

/**
 * The sheet, in Markdown.
 *
 * @param course The exercises.
 * @param language The language.
 */
export function sheetText(course: Course, language: Language): string {
  const tasks = tasksOf(course);
  const parts = [
    `${unformatted[language]}\n\n# ${course.title[language]}`,
    otherSheet[language],
    beginning({
      tasks: tasks.length,
      points: mostPoints(course),
      text: course.text,
    })[language],
    howTo[language],
    ...tasks.flatMap(({ number, title, heading = title, points, ...task }) => [
      taskHeading({ number, title: heading, points })[language],
      task.text[language],
      ...task.onSheet === undefined ? [] : [task.onSheet[language]],
    ]),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** The types that parameters have. */
const types: Readonly<Record<Kind, string>> = {
  matrix: "Matrix",
  rows: "number[][]",
  surface: "(W: number[][]) => number",
  slope: "(W: Matrix) => Matrix",
  number: "number",
  count: "number",
  text: "string",
  texts: "string[]",
};

const results: Readonly<Record<AskedFunction["gives"], string>> = {
  matrix: "Matrix",
  number: "Matrix | number",
  rows: "number[][]",
  text: "string",
};

/** A file with all functions of some exercises, none of them written yet. */
export function templateText(course: Course): string {
  const tasks = tasksOf(course);
  const functions = tasks.flatMap((task) =>
    Object.keys(task.functions).map((name) => functionText(task, name))
  );
  return `/**
 * 課題 1〜${tasks.length}。sheet.ja.md を読み、throw の行を自分の式に書き換えてください。
 *
 * Tasks 1 to ${tasks.length}: read sheet.md and put your own formula in the place of each
 * throw.
 *
 * 確かめ方 / to check: deno test
 */
// deno-lint-ignore-file no-unused-vars verbatim-module-syntax
import {
  abs,
  add,
  argMax,
  divide,
  exp,
  log,
  matmul,
  type Matrix,
  matrix,
  max,
  maximum,
  mean,
  multiply,
  negate,
  ones,
  sqrt,
  subtract,
  sum,
  transpose,
  zeros,
} from "kobai";

const NOT_YET = "${UNWRITTEN}";

${functions.join("\n\n")}
`;
}

/** As `deno fmt` has it. */
function functionText({ number, functions }: Task, name: string): string {
  const { about, parameters, gives } = functions[name]!;
  const list = Object.entries(parameters).map(([parameter, { kind }]) =>
    `${parameter}: ${types[kind]}`
  );
  const head = (inner: string) =>
    `export function ${name}(${inner}): ${results[gives]} {`;
  const line = head(list.join(", "));
  const lines = line.length <= 80
    ? line
    : head(`\n${list.map((one) => `  ${one},\n`).join("")}`);
  return `/** 課題 ${number} ${about} */
${lines}
  throw new Error(NOT_YET);
}`;
}

/** The public cases, as a teacher writes others. */
export function casesText(course: Course): string {
  const cases = tasksOf(course).flatMap(({ functions }) =>
    Object.entries(functions).flatMap(([call, { cases }]) =>
      cases.map((given) =>
        JSON.stringify({
          call,
          ..."also" in given ? given : { arguments: given },
        })
      )
    )
  );
  return `{ "cases": [\n${cases.join(",\n")}\n] }\n`;
}
