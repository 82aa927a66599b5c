/** What every kind of mistake is called, and what helps against it. */
import type { Text } from "../cli/message.ts";

/** A kind of mistake, for its author. */
export interface MistakeText {
  readonly name: Text;
  readonly hint: Text;
}

const texts = {
  notLoaded: {
    name: { ja: "ファイルを読み込めない", en: "the file cannot be loaded" },
    hint: {
      ja: "文法の誤りと import を確かめてください。",
      en: "Look at the syntax and at the imports.",
    },
  },
  stopped: {
    name: {
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
  missing: {
    name: { ja: "関数がない", en: "the function is missing" },
    hint: {
      ja: "関数の名前と、前に付く export を確かめてください。",
      en: "Check the name of the function, and the word export before it.",
    },
  },
  unwritten: {
    name: { ja: "まだ書いていない", en: "not written yet" },
    hint: {
      ja: "throw の行を消して、式を書きましょう。",
      en: "Take the throw away and write the formula in its place.",
    },
  },
  noReturn: {
    name: { ja: "return を忘れている", en: "the return is missing" },
    hint: {
      ja:
        "計算した値を return で返してください。return があるなら、その後の値が undefined です（配列の番号は 0 から始まります）。",
      en:
        "Hand the value back with return. If there is a return, what stands behind it is undefined (the places of a list are counted from 0).",
    },
  },
  async: {
    name: { ja: "async の関数になっている", en: "the function is async" },
    hint: {
      ja: "async と await を消してください。待つものはありません。",
      en: "Remove async and await: there is nothing to wait for.",
    },
  },
  changedInput: {
    name: { ja: "渡された値を書き換えた", en: "it changes its input" },
    hint: {
      ja:
        "動かした重みは、後で元の値に戻します。または、先に W のコピーを作って、それを動かします。",
      en:
        "Put every weight back to its old value, or make a copy first and move that.",
    },
  },
  moreEvaluations: {
    name: {
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
  noBias: {
    name: { ja: "バイアスを足していない", en: "the bias is not added" },
    hint: {
      ja: "h = xW + b の b を足してください。",
      en: "Add the b of h = xW + b.",
    },
  },
  otherProduct: {
    name: { ja: "行列の積 xW が違う", en: "the product xW is wrong" },
    hint: {
      ja:
        "xW は行列の積です。[N, D] の x と [D, M] の W をこの順に掛けると、[N, M] になります。",
      en:
        "xW is a product of matrices: x of [N, D] and W of [D, M], in this order, give [N, M].",
    },
  },
  dividedByClasses: {
    name: {
      ja: "クラスの数で割っている",
      en: "divided by the number of classes",
    },
    hint: {
      ja:
        "割る数を確かめてください。平均を取るのは件数（行の数）についてで、クラスの数（列の数）ではありません。",
      en:
        "Look at what you divide by. A mean is taken over samples, which are rows, and not over classes, which are columns.",
    },
  },
  dividedByLargest: {
    name: {
      ja: "いちばん大きいスコアで割っている",
      en: "divided by the largest score",
    },
    hint: {
      ja: "和で割ると、合計が 1 になります。",
      en: "Divide by the sum, so that everything adds up to 1.",
    },
  },
  dividedByMean: {
    name: { ja: "平均で割っている", en: "divided by the mean" },
    hint: {
      ja: "平均ではなく、和で割ります。合計が 1 になるか、確かめてください。",
      en:
        "Divide by the sum, not by the mean, and see whether everything adds up to 1.",
    },
  },
  softmaxInstead: {
    name: {
      ja: "ソフトマックスになっている",
      en: "a softmax where a share is asked for",
    },
    hint: {
      ja: "この課題では exp を使いません。それぞれのスコアを和で割るだけです。",
      en: "Here there is no exp: each score is just divided by the sum.",
    },
  },
  smallest: {
    name: {
      ja: "いちばん小さい確率を選んでいる",
      en: "the smallest probability is chosen",
    },
    hint: {
      ja: "いちばん大きい確率のカテゴリを選びます。",
      en: "The category is the one with the largest probability.",
    },
  },
  otherName: {
    name: {
      ja: "カテゴリの名前が違う",
      en: "the name is not that of a category",
    },
    hint: {
      ja:
        "課題に書いてあるとおりの名前を返してください。漢字とかなも区別します。",
      en: "Use the names as the sheet writes them, in small letters.",
    },
  },
  wrongOrder: {
    name: { ja: "結果の順番が違う", en: "the result is in the wrong order" },
    hint: {
      ja:
        "並び方を除けば合っています。行と列、前と後ろの順番を確かめてください。",
      en:
        "It is right but for the order. Look at rows and columns, and at what comes first.",
    },
  },
  noHalf: {
    name: { ja: "½ を忘れている", en: "the ½ is missing" },
    hint: {
      ja: "和に ½ を掛けてください。",
      en: "Multiply the sum by ½.",
    },
  },
  noSquare: {
    name: {
      ja: "差を一つずつ二乗していない",
      en: "the differences are not squared one by one",
    },
    hint: {
      ja: "差をそれぞれ二乗して、それから足します。",
      en: "Square each difference before you add them up.",
    },
  },
  noBrackets: {
    name: {
      ja: "½ が最初の項にしか掛かっていない",
      en: "the ½ goes to the first term only",
    },
    hint: {
      ja: "二乗の和を全部カッコで囲み、それに ½ を掛けます。",
      en: "Put brackets around the sum of the squares, and ½ before them.",
    },
  },
  root: {
    name: { ja: "平方根を取っている", en: "a square root is taken" },
    hint: {
      ja: "二乗和誤差では平方根を取りません。和に ½ を掛けます。",
      en: "There is no root in this formula, but a ½.",
    },
  },
  noMinus: {
    name: { ja: "マイナスを忘れている", en: "the minus sign is missing" },
    hint: {
      ja:
        "1 より小さい数の対数は負です。式の初めのマイナスで、損失は正の数になります。",
      en:
        "The logarithm of a number below 1 is negative; the minus makes a positive loss of it.",
    },
  },
  noMean: {
    name: { ja: "平均を取っていない", en: "the mean is missing" },
    hint: {
      ja: "全部の和を、件数（行の数）で割ります。",
      en: "Divide the sum by the number of samples, which is that of the rows.",
    },
  },
  otherLogarithm: {
    name: {
      ja: "log₁₀ か log₂ を使っている",
      en: "log₁₀ or log₂ in place of the natural logarithm",
    },
    hint: {
      ja: "自然対数 ln を使います。kobai の log、または Math.log です。",
      en: "Take the natural logarithm: log of kobai, or Math.log.",
    },
  },
  noDelta: {
    name: {
      ja: "log の中で δ を足していないので log 0 になる",
      en: "no δ is added inside the logarithm, so that there is a log 0",
    },
    hint: {
      ja:
        "0 の対数は -Infinity、その 0 倍は NaN です。対数を取る前に、y に 1e-7 を足します。",
      en:
        "The logarithm of 0 is -Infinity, and 0 times that is NaN. Add 1e-7 to y before the logarithm.",
    },
  },
  noTarget: {
    name: {
      ja: "正解 t を掛けていない",
      en: "the target t is left out",
    },
    hint: {
      ja: "正解のクラスの対数だけを残すために、t を掛けます。",
      en:
        "Multiply by t, so that only the logarithm of the right class is left.",
    },
  },
  swapped: {
    name: { ja: "y と t が入れ替わっている", en: "y and t are swapped" },
    hint: {
      ja:
        "対数を取るのは予測 y のほうで、正解 t はそれに掛けます。引数の順番も確かめてください。",
      en:
        "The logarithm is that of the prediction y, and t is what it is multiplied by. Look at the order of arguments too.",
    },
  },
  firstRowOnly: {
    name: {
      ja: "最初の 1 件だけを見ている",
      en: "only the first sample counts",
    },
    hint: {
      ja: "すべての行について計算し、平均を取ります。",
      en: "Compute it for every row, and take the mean.",
    },
  },
  noShift: {
    name: {
      ja: "大きいスコアで NaN になる",
      en: "nothing is subtracted, so that large scores give NaN",
    },
    hint: {
      ja:
        "exp(1000) は Infinity です。先に、その行でいちばん大きいスコアを引きます。",
      en: "exp(1000) is Infinity. First subtract the largest score of the row.",
    },
  },
  largestOfAll: {
    name: {
      ja: "配列全体の最大値を引いている",
      en: "the largest score of the whole array is subtracted",
    },
    hint: {
      ja:
        "スコアがずっと小さい行では exp がどれも 0 になり、0 ÷ 0 で NaN になります。引くのは、その行の最大値です。",
      en:
        "In a row of much smaller scores every exp becomes 0, and 0 / 0 is NaN. Subtract the largest score of the row.",
    },
  },
  wholeArray: {
    name: {
      ja: "行ごとでなく、配列全体でソフトマックスを取っている",
      en: "a softmax over the whole array",
    },
    hint: {
      ja:
        '和は行ごとに取ります：sum(x, { by: "row" })。どの行も合計が 1 になります。',
      en: 'Sum each row: sum(x, { by: "row" }). Every row adds up to 1.',
    },
  },
  byColumn: {
    name: {
      ja: "列ごとにソフトマックスを取っている",
      en: "a softmax of each column",
    },
    hint: {
      ja: '1 行が 1 件のデータなので、{ by: "row" } と書きます。',
      en: 'A row is a sample: write { by: "row" }.',
    },
  },
  noExponential: {
    name: { ja: "exp を取っていない", en: "the exponential is missing" },
    hint: {
      ja: "スコアの exp を取ってから、その和で割ります。",
      en: "Take exp of the scores, then divide by their sum.",
    },
  },
  notDivided: {
    name: { ja: "和で割っていない", en: "not divided by the sum" },
    hint: {
      ja: "exp を取ったら、行ごとの和で割ります。どの行も合計が 1 になります。",
      en: "Divide exp by the sum of its row: every row adds up to 1.",
    },
  },
  noSoftmax: {
    name: {
      ja: "ソフトマックスを通していない",
      en: "the scores do not go through softmax",
    },
    hint: {
      ja: "xW はスコアです。ソフトマックスで確率にしてから、損失を求めます。",
      en:
        "xW are scores: softmax makes probabilities of them, then comes the loss.",
    },
  },
  forwardDifference: {
    name: {
      ja: "中心差分でなく前進差分になっている",
      en: "a forward difference in place of a central one",
    },
    hint: {
      ja: "w + h と w - h で計算し、その差を 2h で割ります。",
      en: "Evaluate at w + h and at w - h, and divide the difference by 2h.",
    },
  },
  backwardDifference: {
    name: {
      ja: "中心差分でなく後退差分になっている",
      en: "a backward difference in place of a central one",
    },
    hint: {
      ja: "w + h と w - h で計算し、その差を 2h で割ります。",
      en: "Evaluate at w + h and at w - h, and divide the difference by 2h.",
    },
  },
  notPutBack: {
    name: {
      ja: "動かした重みを元に戻していない",
      en: "the weight is not put back",
    },
    hint: {
      ja:
        "次の重みに移る前に、動かした重みを元の値に戻します。戻さないと、次の重みの傾きを別の場所で求めることになります。",
      en:
        "Put a weight back before you go on to the next: else the next slope is that of another place.",
    },
  },
  writtenIntoW: {
    name: {
      ja: "結果を W そのものに書き込んでいる",
      en: "the result is written into W itself",
    },
    hint: {
      ja:
        "grad = W と書いても、同じ配列に名前が二つ付くだけです。結果を入れる新しい配列を作ってください。",
      en:
        "grad = W only gives the same list a second name. Make a new list for the result.",
    },
  },
  dividedByH: {
    name: {
      ja: "2h でなく h で割っている",
      en: "divided by h in place of 2h",
    },
    hint: {
      ja: "w - h から w + h までの幅は 2h です。",
      en: "From w - h to w + h it is 2h.",
    },
  },
  noBracketsAround2h: {
    name: {
      ja: "2h をカッコで囲んでいない",
      en: "there are no brackets around 2h",
    },
    hint: {
      ja: "「/ 2 * h」では、2 で割った後で h を掛けてしまいます。",
      en: "`/ 2 * h` divides by 2 and then multiplies by h.",
    },
  },
  allMoved: {
    name: {
      ja: "重みを全部いっしょに動かしている",
      en: "all weights are moved at once",
    },
    hint: {
      ja: "動かすのは一度に重み 1 個だけです。ほかの重みは元のままにします。",
      en: "Move one weight at a time; all others stay as they are.",
    },
  },
  otherSign: {
    name: { ja: "引き算の向きが逆", en: "subtracted the other way round" },
    hint: {
      ja: "f(w + h) から f(w - h) を引きます。",
      en: "Subtract f(w - h) from f(w + h).",
    },
  },
  uphill: {
    name: {
      ja: "勾配の向きに進んでいる（損失が上がる）",
      en: "it climbs along the gradient",
    },
    hint: {
      ja: "損失を下げるには、勾配に学習率を掛けたものを W から引きます。",
      en: "To get down, subtract the gradient times the learning rate.",
    },
  },
  noLearningRate: {
    name: {
      ja: "学習率を掛けていない",
      en: "the learning rate is left out",
    },
    hint: {
      ja: "勾配に学習率 η を掛けてから引きます。",
      en: "Multiply the gradient by the learning rate before you subtract it.",
    },
  },
  notMoved: {
    name: { ja: "W が動いていない", en: "W does not move" },
    hint: {
      ja:
        "add や subtract は新しい行列を返すだけで、W は変わりません。1 歩ごとに、その結果を変数に入れてください。",
      en:
        "add and subtract return a new matrix and leave W as it is: put the result of every step into a variable.",
    },
  },
  oneStepOnly: {
    name: { ja: "1 歩しか動いていない", en: "one step only" },
    hint: {
      ja: "return がループの中に入っていないか、確かめてください。",
      en: "See whether the return stands inside the loop.",
    },
  },
  wrongNumberOfSteps: {
    name: {
      ja: "歩数が 1 回ずれている",
      en: "one step too many, or one too few",
    },
    hint: {
      ja:
        "ループの始まりと終わりを確かめてください（0 から、i < steps の間）。",
      en: "Look at the loop's beginning and end (from 0, while i < steps).",
    },
  },
  sameGradient: {
    name: {
      ja: "勾配を計算し直していない",
      en: "the gradient is not computed anew",
    },
    hint: {
      ja: "W が動くと勾配も変わります。1 歩ごとに計算し直してください。",
      en: "The gradient changes with the place: compute it anew at every step.",
    },
  },
  operator: {
    name: {
      ja: "行列に + - * / を使っている",
      en: "+ - * / is used with a matrix",
    },
    hint: {
      ja:
        "行列の計算には add、subtract、multiply、divide を使います。1×1 の行列は item() で数になります。",
      en:
        "Use add, subtract, multiply and divide for matrices. A 1×1 matrix becomes a number with item().",
    },
  },
  threw: {
    name: { ja: "エラーになる", en: "it ends with an error" },
    hint: {
      ja:
        "エラーの文を読んでみてください。「left is 1x2」のように大きさが出ていれば行列の順番を、「is not defined」とあればその名前と import を確かめます。",
      en:
        'Read what the error says. Where it tells sizes, as in "left is 1x2", look at the order of the matrices; at "is not defined", look at that name and at the import.',
    },
  },
  otherSize: {
    name: {
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
  otherKind: {
    name: {
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
  other: {
    name: { ja: "その他", en: "something else" },
    hint: {
      ja:
        "期待する値と結果を見比べて、手で計算してみてください。エラーの文があれば、それも手がかりになります。",
      en:
        "Compare what was asked for with what came out, and do it by hand. If there is an error, what it says helps too.",
    },
  },
} as const satisfies Record<string, MistakeText>;

/** The name of a kind of mistake. */
export type MistakeName = keyof typeof texts;

/** All kinds. */
export const mistakeTexts: Readonly<Record<MistakeName, MistakeText>> = texts;
