/**
 * Mistakes that can be made in any task, and are known by other things than the
 * numbers.
 */
import { isAnswer, rightAnswers } from "../answers.ts";
import type { Rows } from "../arguments.ts";
import type { MistakeKind } from "../exercise.ts";
import type { Fault, Judged } from "../judge.ts";

/**
 * A kind of mistake, and whether a case that failed looks like it; `all` are
 * all that failed.
 */
export interface SeenMistake {
  readonly kind: MistakeKind;
  /** Whether it must show in cases of that function that are right as well. */
  readonly ofAll?: true;
  readonly shows: (judged: Judged, all: readonly Judged[]) => boolean;
}

/** The right numbers in other places. */
const wrongOrder: MistakeKind = {
  name: "wrongOrder",
  title: { ja: "結果の順番が違う", en: "the result is in the wrong order" },
  hint: {
    ja:
      "並び方を除けば合っています。行と列、前と後ろの順番を確かめてください。",
    en:
      "It is right but for the order. Look at rows and columns, and at what comes first.",
  },
};

/** What is named if nothing else explains it. */
export const other: MistakeKind = {
  name: "other",
  title: { ja: "その他", en: "something else" },
  hint: {
    ja:
      "期待する値と結果を見比べて、手で計算してみてください。エラーの文があれば、それも手がかりになります。",
    en:
      "Compare what was asked for with what came out, and do it by hand. If there is an error, what it says helps too.",
  },
};

function byFault(fault: Fault): SeenMistake["shows"] {
  return (judged) => judged.fault === fault;
}

/** Those that are looked for before the numbers are. */
export const seenFirst: readonly SeenMistake[] = [
  {
    kind: {
      name: "notLoaded",
      title: { ja: "ファイルを読み込めない", en: "the file cannot be loaded" },
      hint: {
        ja: "文法の誤りと import を確かめてください。",
        en: "Look at the syntax and at the imports.",
      },
    },
    shows: ({ reply: { result } }) =>
      result.kind === "lost" && result.status === "load error",
  },
  {
    kind: {
      name: "stopped",
      title: {
        ja: "結果が出る前に止まった",
        en: "it stopped before there was a result",
      },
      hint: {
        ja:
          "while や for の終わる条件を確かめてください。値が変わらないと、ループは終わりません。Deno.exit を呼んでも、そこで止まります。",
        en:
          "Look at the condition of each while and for: a loop in which nothing changes never ends. Deno.exit stops everything too.",
      },
    },
    shows: byFault("lost"),
  },
  {
    kind: {
      name: "missing",
      title: { ja: "関数がない", en: "the function is missing" },
      hint: {
        ja: "関数の名前と、前に付く export を確かめてください。",
        en: "Check the name of the function, and the word export before it.",
      },
    },
    shows: byFault("missing"),
  },
  {
    kind: {
      name: "unwritten",
      title: { ja: "まだ書いていない", en: "not written yet" },
      hint: {
        ja: "throw の行を消して、式を書きましょう。",
        en: "Take the throw away and write the formula in its place.",
      },
    },
    shows: byFault("unwritten"),
  },
  {
    kind: {
      name: "unread",
      title: { ja: "読み取れない", en: "it cannot be read" },
      hint: {
        ja: "エラーの文に、直すところの行と文字の位置が出ています。",
        en:
          "The error tells the line and the column of what is to be put right.",
      },
    },
    shows: ({ reply: { result } }) =>
      result.kind === "threw" &&
      /^SyntaxError: exercises\.ts /.test(result.message),
  },
  {
    kind: {
      name: "noReturn",
      title: { ja: "undefined を返している", en: "it returns undefined" },
      hint: {
        ja:
          "計算した値を return で返してください。return があるなら、その後の値が undefined です（配列の番号は 0 から始まる数です。行列は item() で数になります）。",
        en:
          "Hand the value back with return. If there is a return, what stands behind it is undefined (the places of a list are numbers from 0 on; item() makes a number of a matrix).",
      },
    },
    shows: isWithoutReturn,
  },
  {
    kind: {
      name: "async",
      title: { ja: "async の関数になっている", en: "the function is async" },
      hint: {
        ja: "async と await を消してください。待つものはありません。",
        en: "Remove async and await: there is nothing to wait for.",
      },
    },
    shows: ({ reply: { result } }) =>
      result.kind === "type" && result.type === "promise",
  },
  {
    kind: {
      name: "changedInput",
      title: { ja: "渡された値を書き換えた", en: "it changes its input" },
      hint: {
        ja:
          "動かした重みは、後で元の値に戻します。または、先に W のコピーを作って、それを動かします。",
        en:
          "Put every weight back to its old value, or make a copy first and move that.",
      },
    },
    shows: byFault("changed"),
  },
  {
    kind: {
      name: "moreEvaluations",
      title: {
        ja: "損失を計算する回数が多すぎる",
        en: "more evaluations than needed",
      },
      hint: {
        ja:
          "重み 1 個につき 2 回で足ります。f の値を変数に入れておけば、同じ計算を繰り返さずに済みます。",
        en:
          "Two for each weight are enough. Keep a value of f in a variable instead of computing it again.",
      },
    },
    shows: byFault("evaluations"),
  },
];

/** What the kit says where a matrix meets `+ - * /`. */
const OPERATOR = "Cannot use a matrix with a JavaScript operator";

/**
 * Those that are looked for when no formula with a mistake gives the numbers.
 */
export const seenLast: readonly SeenMistake[] = [
  {
    kind: {
      name: "flattened",
      title: {
        ja: "行に分かれていない",
        en: "the rows are gone: everything is in one",
      },
      hint: {
        ja:
          "数は合っていますが、1 行に並んでいます。行ごとに配列を作り、その配列を並べてください。",
        en:
          "The numbers are right, but in a single row. Make a list for each row, and a list of those.",
      },
    },
    shows: isFlattened,
  },
  { kind: wrongOrder, shows: isPermuted },
  {
    kind: {
      name: "rowTooLong",
      title: {
        ja: "行の配列が長すぎるか、多すぎる",
        en: "lists of rows go on, or come too often",
      },
      hint: {
        ja:
          "行の配列は、行ごとに [] から作り始め、できあがったら 1 回だけ push します。",
        en:
          "Begin a new list [] for every row, and push it once, when it is complete.",
      },
    },
    shows: isGrown,
  },
  {
    kind: {
      name: "otherName",
      title: {
        ja: "カテゴリの名前が違う",
        en: "the name is none of those asked for",
      },
      hint: {
        ja:
          "課題に書いてあるとおりの名前を返してください。漢字とかなも区別します。",
        en: "Use the names as the sheet writes them, in small letters.",
      },
    },
    shows: isOtherName,
  },
  {
    kind: {
      name: "otherChoice",
      title: {
        ja: "別の名前を選んでいる",
        en: "another of the names is chosen",
      },
      hint: {
        ja:
          "間違えた例の数を、書いた条件に上から順に当てはめてみてください。等号の向き、&& と ||、名前の順番も確かめてください。",
        en:
          "Go through your conditions with the numbers of the case. Look at < and >, at && and ||, and at the order of the names.",
      },
    },
    shows: ({ test: { asked }, reply: { result }, fault }) =>
      fault === "value" && result.kind === "text" &&
      asked.synonyms !== undefined,
  },
  {
    kind: {
      name: "operator",
      title: {
        ja: "行列を数のように使っている",
        en: "a matrix is used as if it were a number",
      },
      hint: {
        ja:
          "+ - * / や比較、Math の関数は数のものです。行列の計算には add、subtract、multiply、divide を使います。1×1 の行列は item() で数になります。",
        en:
          "+ - * /, comparisons and the functions of Math are for numbers. Use add, subtract, multiply and divide for matrices. A 1×1 matrix becomes a number with item().",
      },
    },
    shows: ({ reply: { result } }) =>
      result.kind === "threw" && result.message.includes(OPERATOR),
  },
  {
    kind: {
      name: "sizesApart",
      title: {
        ja: "行列の大きさが合わない",
        en: "the sizes of two matrices do not go together",
      },
      hint: {
        ja:
          "エラーの文に、左と右の行数×列数が出ています。掛ける順番と、転置が要るかどうかを確かめてください。",
        en:
          "The error tells rows and columns of the left one and the right one. Look at their order, and whether one is to be transposed.",
      },
    },
    shows: byMessage(/Cannot \w+ matrices: left is/),
  },
  {
    kind: {
      name: "outside",
      title: {
        ja: "ない場所を読んでいる",
        en: "it reads a place that is not there",
      },
      hint: {
        ja:
          "番号は 0 から、行や列の数より 1 小さい数までです（i < n。i <= n ではありません）。行と列の順番も確かめてください。",
        en:
          "Places are counted from 0 to one below the number of rows or columns (i < n, not i <= n). Look at the order of row and column too.",
      },
    },
    shows: byMessage(
      // as V8 says it, and as Firefox does
      /Cannot read a number of a matrix|Cannot (?:read|set) properties of undefined|can't access property .* is undefined/,
    ),
  },
  {
    kind: {
      name: "undefinedValue",
      title: {
        ja: "計算に undefined が入っている",
        en: "it computes with undefined",
      },
      hint: {
        ja:
          "行列の大きさは x.rows と x.columns です（length はありません）。return を忘れた関数や、値を入れていない変数も undefined になります。",
        en:
          "The size of a matrix is x.rows and x.columns; there is no length. A function without return gives undefined too, and so does a variable without a value.",
      },
    },
    shows: byMessage(/Cannot \w+: .*\bis undefined/),
  },
  {
    kind: {
      name: "noMethod",
      title: {
        ja: "その値にはない関数を呼んでいる",
        en: "it calls what the value before the dot does not have",
      },
      hint: {
        ja:
          "点の前の値が、行列か、配列か、数かを確かめてください。at、item、toArray は行列の、push、map、length は配列のものです。",
        en:
          "Is the value before the dot a matrix, a list or a number? Matrices have at, item and toArray; lists have push, map and length.",
      },
    },
    shows: byMessage(/\.\w+ is not a function/),
  },
  {
    kind: {
      name: "unknownName",
      title: {
        ja: "名前が見つからない",
        en: "a name is not known",
      },
      hint: {
        ja: "エラーの文にある名前のつづりと、import の行を確かめてください。",
        en:
          "Look at how the name in the error is written, and at the line with import.",
      },
    },
    shows: byMessage(/is not defined|is not a function/),
  },
  ...([
    ["otherCall", {
      ja: "渡された関数を、違うもので呼んでいる",
      en: "the function that was handed over is called with something else",
    }, {
      ja: "渡すのは W 全体です。その中の一つの数や一つの行ではありません。",
      en: "It takes all of W, and not one number or one row of it.",
    }, /f takes \d+x\d+ numbers/],
    ["otherOperand", {
      ja: "行列でも数でもないもので計算している",
      en: "it computes with what is no matrix and no number",
    }, {
      ja:
        "エラーの文に、何があったかが出ています。関数なら f(W) のように呼び、配列なら matrix(...) で行列にします。",
      en:
        "The error tells what it was. A function is to be called, as in f(W); a list becomes a matrix with matrix(...).",
    }, /a matrix (?:or a number )?is needed/],
    ["otherOptions", {
      ja: "行ごとの指定の書き方が違う",
      en: "the option for rows is written in another way",
    }, {
      ja: 'sum(x, { by: "row" }) のように書きます。',
      en: 'It is written so: sum(x, { by: "row" }).',
    }, /the options are|by is |found the option/],
    ["notSingle", {
      ja: "1×1 でない行列に item() を使っている",
      en: "item() is asked of a matrix that is not 1×1",
    }, {
      ja:
        "item() は 1×1 の行列を数にします。ほかの要素は x.at(0, 1) で読みます。",
      en:
        "item() makes a number of a 1×1 matrix. Other elements are read with x.at(0, 1).",
    }, /Cannot take the number of a matrix/],
    ["noTable", {
      ja: "行列にできないものを matrix に渡している",
      en: "matrix is given what makes no matrix",
    }, {
      ja:
        "matrix には、同じ長さの行を並べた配列を渡します：matrix([[1, 2], [3, 4]])。要素は数です。",
      en:
        "matrix takes a list of rows of equal length, and numbers in them: matrix([[1, 2], [3, 4]]).",
    }, /Cannot make a matrix/],
    ["constAssigned", {
      ja: "const の変数に代入している",
      en: "a new value is given to a const",
    }, {
      ja: "値を変える変数は、const でなく let で宣言します。",
      en: "Declare what changes with let, not with const.",
    }, /Assignment to constant|invalid assignment to const/],
    ["endlessRecursion", {
      ja: "関数が自分自身を限りなく呼んでいる",
      en: "a function calls itself without end",
    }, {
      ja:
        "自分自身を呼ばない場合が要ります。kobai の関数と同じ名前を付けていないかも確かめてください。",
      en:
        "There must be a case in which it does not call itself. Does it have the name of one of kobai's?",
    }, /Maximum call stack|too much recursion/],
    ["usedBefore", {
      ja: "宣言より前に使っている",
      en: "a variable is used before its declaration",
    }, {
      ja: "let や const の行を、それを使う行より前に置いてください。",
      en: "Put the line with let or const before the lines that use it.",
    }, /before initialization|can't access lexical/],
    ["notIterable", {
      ja: "並びでないものを並びとして使っている",
      en: "what is no list is used as one",
    }, {
      ja:
        "行列は toArray() で配列になります。[...x] や for (… of x)、[a, b] = x は配列のものです。",
      en:
        "toArray() makes a list of a matrix. [...x], for (… of x) and [a, b] = x are for lists.",
    }, /is not iterable|requires .*iterable/],
  ] as const).map(([name, title, hint, pattern]): SeenMistake => ({
    kind: { name, title, hint },
    shows: byMessage(pattern),
  })),
  {
    kind: {
      name: "threw",
      title: { ja: "エラーになる", en: "it ends with an error" },
      hint: {
        ja:
          "エラーの文を読んでみてください。「left is 1x2」のように大きさが出ていれば行列の順番を、「is not defined」とあればその名前と import を確かめます。",
        en:
          'Read what the error says. Where it tells sizes, as in "left is 1x2", look at the order of the matrices; at "is not defined", look at that name and at the import.',
      },
    },
    shows: byFault("threw"),
  },
  {
    kind: {
      name: "notNumbers",
      title: {
        ja: "配列に数でないものが入っている",
        en: "the list has other things than numbers in it",
      },
      hint: {
        ja:
          "map に渡す関数に return がないと、undefined が並びます。数の文字列も数ではありません。",
        en:
          "Where the function for map has no return, the list is full of undefined. The text of a number is no number either.",
      },
    },
    shows: ({ reply: { result } }) =>
      result.kind === "type" && result.type === "elements",
  },
  {
    kind: {
      name: "emptyList",
      title: { ja: "空の配列になっている", en: "it is an empty list" },
      hint: {
        ja:
          "ループが 1 回も回っていません。配列の大きさは W.length と W[0].length、行列の大きさは x.rows と x.columns です。",
        en:
          "The loop has not been through once. The size of a list is W.length and W[0].length, that of a matrix x.rows and x.columns.",
      },
    },
    shows: ({ reply: { result } }) =>
      result.kind === "type" && result.type === "empty",
  },
  {
    kind: {
      name: "anObject",
      title: {
        ja: "数や行列でなく、オブジェクトになっている",
        en: "it is an object, not a number, a matrix or a list",
      },
      hint: {
        ja: "{ } や new で包まずに、値をそのまま返してください。",
        en: "Return the value as it is, not inside of { } or of something new.",
      },
    },
    shows: ({ reply: { result } }) =>
      result.kind === "type" && result.type === "object",
  },
  {
    kind: {
      name: "textForNumber",
      title: {
        ja: "数でなく文字列になっている",
        en: "it is a text, not a number",
      },
      hint: {
        ja:
          "toFixed や String、join が返すのは文字列です。数のまま返してください。",
        en: "toFixed, String and join give a text: return the number as it is.",
      },
    },
    shows: ({ fault, reply: { result } }) =>
      fault === "type" && result.kind === "text",
  },
  {
    kind: {
      name: "oneNumber",
      title: { ja: "一つの数になっている", en: "it is a single number" },
      hint: {
        ja:
          "結果には数が並びます。全部を足していないか、一つだけを返していないか、確かめてください。",
        en:
          "There should be several numbers. Is everything summed up, or is one of them returned alone?",
      },
    },
    shows: ({ fault, reply: { result } }) =>
      fault === "shape" && result.kind === "rows" &&
      result.rows.flat().length === 1,
  },
  {
    kind: {
      name: "severalNumbers",
      title: { ja: "一つの数になっていない", en: "it is not a single number" },
      hint: {
        ja:
          "結果は一つの数です。最後に全部を足し合わせているか、確かめてください。",
        en: "The result is a single number: are all terms added up in the end?",
      },
    },
    shows: ({ test, fault }) =>
      fault === "shape" &&
      rightAnswers(test).every((answer) =>
        "rows" in answer && answer.rows.flat().length === 1
      ),
  },
  {
    kind: {
      name: "otherSize",
      title: {
        ja: "結果の行と列の数が違う",
        en: "the result has another size",
      },
      hint: {
        ja:
          "結果が何行何列になるはずか、考えてみてください。一つの数になるはずなら、足し合わせるのを忘れていませんか。",
        en:
          "How many rows and columns should there be? Where it should be a single number, is something not summed up?",
      },
    },
    shows: byFault("shape"),
  },
  {
    kind: {
      name: "otherKind",
      title: {
        ja: "結果の種類が違う",
        en: "the result is of another kind",
      },
      hint: {
        ja:
          "返すものが数か、行列か、文字列か、課題をもう一度読んで確かめてください。",
        en:
          "A number, a matrix, a text? Read again in the sheet what the function gives.",
      },
    },
    shows: byFault("type"),
  },
];

/**
 * An error says so in some case; what else went wrong is a matter of results.
 */
function byMessage(pattern: RegExp): SeenMistake["shows"] {
  const isSaid = ({ reply: { result } }: Judged) =>
    result.kind === "threw" && pattern.test(result.message);
  return (judged, all) =>
    isSaid(judged) ||
    /^(value|shape|type)$/.test(judged.fault!) && all.some(isSaid);
}

/** A text that is none of those that are asked for. */
function isOtherName(
  { test: { asked }, reply: { result }, fault }: Judged,
): boolean {
  const { synonyms = [] } = asked;
  return fault === "value" && result.kind === "text" && synonyms.length > 0 &&
    !synonyms.flatMap(({ ja, en }) => [ja, en]).includes(result.text.trim());
}

/** What is said of something that a function did not give. */
const ofNothing = /undefined|takes \d+x\d+ numbers/;

/** It gives nothing, or another gives nothing to it. */
function isWithoutReturn(
  { fault, reply: { result } }: Judged,
  all: readonly Judged[],
): boolean {
  return fault === "noReturn" ||
    result.kind === "threw" && ofNothing.test(result.message) &&
      all.some(({ fault }) => fault === "noReturn");
}

/** The right numbers in a single row. */
function isFlattened({ test, reply: { result }, fault }: Judged): boolean {
  if (fault !== "shape" || result.kind !== "rows") return false;
  if (result.rows.length > 1) return false;
  return rightAnswers(test).some((answer) =>
    "rows" in answer &&
    isAnswer(test, result, { rows: [answer.rows.flat()] })
  );
}

/** All right numbers in each row, or each right row more than once. */
function isGrown({ test, reply: { result }, fault }: Judged): boolean {
  if (fault !== "shape" || result.kind !== "rows") return false;
  const { rows } = result;
  const isMade = (wanted: Rows) => isAnswer(test, result, { rows: wanted });
  return rightAnswers(test).some((answer) =>
    "rows" in answer &&
    (isMade(rows.map(() => answer.rows.flat())) ||
      isMade(answer.rows.flatMap((row) => row.map(() => row))))
  );
}

/** The right numbers in other places. */
function isPermuted({ test, reply: { result }, fault }: Judged): boolean {
  if (fault !== "value" && fault !== "shape") return false;
  if (result.kind !== "rows") return false;
  const { rows } = result;
  const sorted = (rows: Rows): Rows => [rows.flat().sort((a, b) => a - b)];
  return rightAnswers(test).some((answer) =>
    "rows" in answer &&
    (fault === "value" || rows.length === answer.rows[0]!.length) &&
    isAnswer(test, { kind: "rows", rows: sorted(rows) }, {
      rows: sorted(answer.rows),
    })
  );
}
