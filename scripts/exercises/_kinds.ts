/** Kinds of mistake that several exercises have. */
import type { MistakeKind } from "../exercise/exercise.ts";

/** A mean in the wrong direction. */
export const dividedByClasses: MistakeKind = {
  name: "dividedByClasses",
  title: {
    ja: "クラスの数で割っている",
    en: "divided by the number of classes",
  },
  hint: {
    ja:
      "割る数を確かめてください。平均を取るのは件数（行の数）についてで、クラスの数（列の数）ではありません。",
    en:
      "Look at what you divide by. A mean is taken over samples, which are rows, and not over classes, which are columns.",
  },
};

/** Of several terms or rows, as by a `return` inside the loop. */
export const firstOnly: MistakeKind = {
  name: "firstOnly",
  title: {
    ja: "最初の一つしか計算していない",
    en: "only the first one is computed",
  },
  hint: {
    ja:
      "return がループの中にあると、1 回目で終わってしまいます。return はループの後に書きます。",
    en:
      "A return inside of a loop ends it the first time round: it belongs behind the loop.",
  },
};

/** Of several terms or rows, as by `=` where `+=` is meant. */
export const lastOnly: MistakeKind = {
  name: "lastOnly",
  title: {
    ja: "最後の一つしか残っていない",
    en: "only the last one is left",
  },
  hint: {
    ja:
      "ループの中で = と書くと、前の値が消えます。足していくなら += 、並べていくなら push を使います。",
    en:
      "Inside of a loop = forgets what was there before. Use += for a sum, and push for a list.",
  },
};

/** Of several terms or rows the first or the last is left out. */
export const notAll: MistakeKind = {
  name: "notAll",
  title: {
    ja: "最初か最後の一つが抜けている",
    en: "the first or the last one is left out",
  },
  hint: {
    ja:
      "配列の番号は 0 から、長さより 1 小さい数までです：for (let i = 0; i < n; i++)。",
    en:
      "Places are counted from 0 to one below the length: for (let i = 0; i < n; i++).",
  },
};

/** Of a sum by reduce. */
export const noStart: MistakeKind = {
  name: "noStart",
  title: {
    ja: "reduce に初めの値がない",
    en: "reduce has no value to start with",
  },
  hint: {
    ja:
      "初めの値がないと、最初の要素だけが計算されずに、そのまま和に入ります：reduce((s, x) => s + …, 0)。",
    en:
      "Without one the first element goes into the sum as it is, and nothing is computed of it: reduce((s, x) => s + …, 0).",
  },
};

/** At the end. */
export const notSummed: MistakeKind = {
  name: "notSummed",
  title: {
    ja: "足し合わせていない",
    en: "the terms are not added up",
  },
  hint: {
    ja: "結果は一つの数です。最後に sum で全部を足します。",
    en: "The result is a single number: add all terms up with sum.",
  },
};

/** Over the samples, once in the loop and once behind it. */
export const dividedTwice: MistakeKind = {
  name: "dividedTwice",
  title: {
    ja: "件数で 2 回割っている",
    en: "divided by the number of samples twice",
  },
  hint: {
    ja: "平均を取るのは 1 回だけです。",
    en: "The mean is taken once.",
  },
};

/** In front of the sum. */
export const noMinus: MistakeKind = {
  name: "noMinus",
  title: { ja: "マイナスを忘れている", en: "the minus sign is missing" },
  hint: {
    ja:
      "1 より小さい数の対数は負です。式の初めのマイナスで、損失は正の数になります。",
    en:
      "The logarithm of a number below 1 is negative; the minus makes a positive loss of it.",
  },
};

/** Over the samples. */
export const noMean: MistakeKind = {
  name: "noMean",
  title: { ja: "平均を取っていない", en: "the mean is missing" },
  hint: {
    ja: "全部の和を、件数（行の数）で割ります。",
    en: "Divide the sum by the number of samples, which is that of the rows.",
  },
};

/** Of another base. */
export const otherLogarithm: MistakeKind = {
  name: "otherLogarithm",
  title: {
    ja: "log₁₀ か log₂ を使っている",
    en: "log₁₀ or log₂ in place of the natural logarithm",
  },
  hint: {
    ja: "自然対数 ln を使います。kobai の log、または Math.log です。",
    en: "Take the natural logarithm: log of kobai, or Math.log.",
  },
};

/** Prediction and target. */
export const swapped: MistakeKind = {
  name: "swapped",
  title: { ja: "y と t が入れ替わっている", en: "y and t are swapped" },
  hint: {
    ja:
      "対数を取るのは予測 y のほうで、正解 t はそれに掛けます。引数の順番も確かめてください。",
    en:
      "The logarithm is that of the prediction y, and t is what it is multiplied by. Look at the order of arguments too.",
  },
};

/** All classes count. */
export const noTarget: MistakeKind = {
  name: "noTarget",
  title: {
    ja: "正解 t を掛けていない",
    en: "the target t is left out",
  },
  hint: {
    ja: "正解のクラスの対数だけを残すために、t を掛けます。",
    en: "Multiply by t, so that only the logarithm of the right class is left.",
  },
};

/** The order of two steps. */
export const logOfProduct: MistakeKind = {
  name: "logOfProduct",
  title: {
    ja: "log の中で t を掛けている",
    en: "t is multiplied inside the logarithm",
  },
  hint: {
    ja: "先に y の対数を取り、その後で t を掛けます。",
    en: "First the logarithm of y, then the multiplication by t.",
  },
};

/** Another formula of that name. */
export const binary: MistakeKind = {
  name: "binary",
  title: {
    ja: "2 クラス用の式になっている",
    en: "the formula for two classes",
  },
  hint: {
    ja:
      "(1 - t) ln(1 - y) の項は、答えが「はい」か「いいえ」だけのときの式です。ここでは使いません。",
    en:
      "The term (1 - t) ln(1 - y) belongs to questions of yes and no. It is not used here.",
  },
};

/** Of the other classes. */
export const oneMinus: MistakeKind = {
  name: "oneMinus",
  title: {
    ja: "1 - y の対数を取っている",
    en: "the logarithm is that of 1 - y",
  },
  hint: {
    ja: "対数を取るのは y そのもの（に δ を足したもの）です。",
    en: "Take the logarithm of y itself, with δ added.",
  },
};

/** In the place of a product. */
export const addedTarget: MistakeKind = {
  name: "addedTarget",
  title: {
    ja: "t を掛けずに足している",
    en: "t is added where it should be multiplied by",
  },
  hint: {
    ja: "対数に t を掛けると、正解のクラスの対数だけが残ります。",
    en: "Multiplied by t, only the logarithm of the right class is left.",
  },
};

/** Of a sum. */
export const otherStart: MistakeKind = {
  name: "otherStart",
  title: {
    ja: "和が 0 から始まっていない",
    en: "the sum does not begin at 0",
  },
  hint: {
    ja: "足していく変数の初めの値は 0 です：let E = 0。",
    en: "The variable that sums up begins at 0: let E = 0.",
  },
};

/** In the place of the target. */
export const largestForTarget: MistakeKind = {
  name: "largestForTarget",
  title: {
    ja: "正解でなく、いちばん大きい確率の対数を取っている",
    en: "the logarithm is that of the largest probability",
  },
  hint: {
    ja: "対数を取るのは、正解のクラス（t が 1 のところ）の確率です。",
    en: "What counts is the probability of the right class, where t is 1.",
  },
};

/** Whatever the target says. */
export const otherClass: MistakeKind = {
  name: "otherClass",
  title: {
    ja: "正解でないクラスの対数を取っている",
    en: "the logarithm is that of another class than the right one",
  },
  hint: {
    ja: "対数を取るのは、その行で t が 1 になっているクラスの確率です。",
    en: "What counts is the class for which t is 1 in that row.",
  },
};

/** As the number of a class. */
export const labels: MistakeKind = {
  name: "labels",
  title: {
    ja: "t をクラスの番号として使っている",
    en: "t is used as the number of a class",
  },
  hint: {
    ja:
      "t は 0 と 1 の並びで、1 の立っているところが正解のクラスです。y の対数に t を掛けて足します。",
    en:
      "t is a row of 0 and 1, and the right class is where the 1 is: multiply the logarithms by t and add up.",
  },
};

/** Of probabilities. */
export const softmaxOfY: MistakeKind = {
  name: "softmaxOfY",
  title: {
    ja: "y をソフトマックスに通している",
    en: "softmax is taken of y",
  },
  hint: {
    ja: "y はもう確率です。そのまま対数を取ります。",
    en: "y are probabilities already: take their logarithms as they are.",
  },
};

/** Before the logarithm. */
export const meanFirst: MistakeKind = {
  name: "meanFirst",
  title: {
    ja: "対数より先に平均を取っている",
    en: "the mean is taken before the logarithm",
  },
  hint: {
    ja: "行ごとに誤差を求め、その後で平均を取ります。",
    en: "First the error of each row, then the mean of them.",
  },
};

/** Again and again. */
export const dividedInLoop: MistakeKind = {
  name: "dividedInLoop",
  title: {
    ja: "ループの中で、和を毎回割っている",
    en: "the sum is divided each time round the loop",
  },
  hint: {
    ja: "件数で割るのは、全部を足した後の 1 回だけです。",
    en: "Divide by the number of samples once, behind the loop.",
  },
};

/** Of the errors of the samples. */
export const oneOfRows: MistakeKind = {
  name: "oneOfRows",
  title: {
    ja: "平均でなく、最大か最小の誤差になっている",
    en: "the largest or smallest error in place of the mean",
  },
  hint: {
    ja: "全部の行の誤差を足して、件数で割ります。",
    en: "Add up the errors of all rows, and divide by their number.",
  },
};

/** Between the probability and the loss. */
export const noLogarithm: MistakeKind = {
  name: "noLogarithm",
  title: { ja: "対数を取っていない", en: "there is no logarithm" },
  hint: {
    ja: "y の対数を取ってから、t を掛けて足します。",
    en: "Take the logarithm of y, then multiply by t and add up.",
  },
};

/** As in the squared errors. */
export const halved: MistakeKind = {
  name: "halved",
  title: { ja: "余分な ½ が掛かっている", en: "there is a ½ too many" },
  hint: {
    ja: "½ は二乗和誤差の式にあるもので、ここにはありません。",
    en: "The ½ belongs to the squared errors; there is none here.",
  },
};

/** In the place of a power. */
export const caret: MistakeKind = {
  name: "caret",
  title: { ja: "^ は累乗ではない", en: "^ is no power" },
  hint: {
    ja:
      "JavaScript の ^ はビットごとの演算です。二乗は d * d か d ** 2、e の累乗は Math.exp(x) です。",
    en:
      "In JavaScript ^ compares bits. A square is d * d or d ** 2, a power of e is Math.exp(x).",
  },
};

/** In the place of exp. */
export const otherBase: MistakeKind = {
  name: "otherBase",
  title: {
    ja: "exp でなく、2 か 10 の累乗になっている",
    en: "powers of 2 or 10 in place of exp",
  },
  hint: {
    ja: "e の累乗を取ります：kobai の exp、または Math.exp です。",
    en: "Take powers of e: exp of kobai, or Math.exp.",
  },
};

/** Each score for itself. */
export const sigmoid: MistakeKind = {
  name: "sigmoid",
  title: {
    ja: "ソフトマックスでなく、シグモイドになっている",
    en: "a sigmoid in place of softmax",
  },
  hint: {
    ja:
      "1 / (1 + exp(-a)) は、スコアを一つずつ別々に変える関数です。ここでは、行の exp の和で割ります。",
    en:
      "1 / (1 + exp(-a)) looks at each score alone. Here exp is divided by the sum of its row.",
  },
};

/** In the place of probabilities. */
export const onlyLargest: MistakeKind = {
  name: "onlyLargest",
  title: {
    ja: "最大のクラスだけを 1 にしている",
    en: "the largest becomes 1, and all others 0",
  },
  hint: {
    ja: "どのクラスにも確率があります：exp を、行の和で割ります。",
    en: "Every class has a probability: exp divided by the sum of its row.",
  },
};

/** Another loss. */
export const squaredInstead: MistakeKind = {
  name: "squaredInstead",
  title: {
    ja: "二乗和誤差になっている",
    en: "squared errors in place of the cross entropy",
  },
  hint: {
    ja: "ここで求めるのは、対数を使う交差エントロピー誤差です。",
    en: "What is asked for is the cross entropy, which has a logarithm.",
  },
};

/** Of a mean. */
export const otherDivisor: MistakeKind = {
  name: "otherDivisor",
  title: {
    ja: "件数でない数で割っている",
    en: "divided by something else than the number of samples",
  },
  hint: {
    ja: "割るのは件数（行の数 y.rows）です。",
    en: "Divide by the number of samples, which is y.rows.",
  },
};

/** Inside the logarithm. */
export const otherDelta: MistakeKind = {
  name: "otherDelta",
  title: { ja: "δ の値が違う", en: "δ is another number" },
  hint: {
    ja: "δ は 1e-7（0.0000001）です。",
    en: "δ is 1e-7, which is 0.0000001.",
  },
};

/** In the place of a sum. */
export const timesDelta: MistakeKind = {
  name: "timesDelta",
  title: {
    ja: "δ を足さずに掛けている",
    en: "multiplied by δ where it should be added",
  },
  hint: {
    ja: "y に 1e-7 を足してから、対数を取ります：log(add(y, 1e-7))。",
    en: "Add 1e-7 to y, then take the logarithm: log(add(y, 1e-7)).",
  },
};

/** For the rows of an array that has more of the other. */
export const rowsForColumns: MistakeKind = {
  name: "rowsForColumns",
  title: {
    ja: "行の数と列の数を取り違えている",
    en: "the numbers of rows and of columns are confused",
  },
  hint: {
    ja:
      "行の数は W.length（行列なら W.rows）、列の数は W[0].length（W.columns）です。",
    en:
      "There are W.length rows (W.rows of a matrix), and W[0].length columns (W.columns).",
  },
};

/** Of a task that shows three. */
export const threeClasses: MistakeKind = {
  name: "threeClasses",
  title: {
    ja: "三つのときの式になっている",
    en: "it is written for three",
  },
  hint: {
    ja: "いくつあるかは決まっていません。ループか sum で全部を足します。",
    en: "There may be more than three: add them all, by a loop or by sum.",
  },
};

/** Deltas that are mistyped. */
export const otherDeltas = [
  1,
  0.1,
  1e-2,
  1e-3,
  1e-4,
  1e-5,
  1e-6,
  1e-8,
  1e-10,
  1e7,
  -1e-7,
  Math.exp(-7),
] as const;

/** Before exp. */
export const noShift: MistakeKind = {
  name: "noShift",
  title: {
    ja: "大きいスコアで NaN になる",
    en: "the largest is not subtracted, so that large scores give NaN",
  },
  hint: {
    ja:
      "exp(1000) は Infinity です。先に、その行でいちばん大きいスコアを引きます。",
    en: "exp(1000) is Infinity. First subtract the largest score of the row.",
  },
};

/** Something else than the largest score. */
export const otherShift: MistakeKind = {
  name: "otherShift",
  title: {
    ja: "最大値でないものを引いている",
    en: "something else than the largest score is subtracted",
  },
  hint: {
    ja:
      "最小値や平均を引いても、大きいスコアの exp はあふれます。引くのは、その行の最大値です（max、Math.max）。",
    en:
      "Where the smallest score or the mean is subtracted, exp of a large one still overflows. Subtract the largest of the row: max, or Math.max.",
  },
};

/** Of the whole array. */
export const largestOfAll: MistakeKind = {
  name: "largestOfAll",
  title: {
    ja: "行ごとの最大値を引いていない",
    en: "what is subtracted is not the largest score of the row",
  },
  hint: {
    ja:
      "スコアがずっと小さい行では exp がどれも 0 になり、0 ÷ 0 で NaN になります。引くのは、その行の最大値です。",
    en:
      "In a row of much smaller scores every exp becomes 0, and 0 / 0 is NaN. Subtract the largest score of the row.",
  },
};

/** Instead of each row. */
export const wholeArray: MistakeKind = {
  name: "wholeArray",
  title: {
    ja: "行ごとでなく、配列全体でソフトマックスを取っている",
    en: "a softmax over the whole array",
  },
  hint: {
    ja:
      '和は行ごとに取ります：sum(x, { by: "row" })。どの行も合計が 1 になります。',
    en: 'Sum each row: sum(x, { by: "row" }). Every row adds up to 1.',
  },
};

/** Instead of each row. */
export const byColumn: MistakeKind = {
  name: "byColumn",
  title: {
    ja: "列ごとにソフトマックスを取っている",
    en: "a softmax of each column",
  },
  hint: {
    ja: '1 行が 1 件のデータなので、{ by: "row" } と書きます。',
    en: 'A row is a sample: write { by: "row" }.',
  },
};

/** After exp. */
export const notDivided: MistakeKind = {
  name: "notDivided",
  title: { ja: "和で割っていない", en: "not divided by the sum" },
  hint: {
    ja: "exp を取ったら、行ごとの和で割ります。どの行も合計が 1 になります。",
    en: "Divide exp by the sum of its row: every row adds up to 1.",
  },
};

/** Of the scores. */
export const otherSignOfScores: MistakeKind = {
  name: "otherSignOfScores",
  title: {
    ja: "exp の中の符号が逆",
    en: "the sign inside of exp is the other one",
  },
  hint: {
    ja:
      "exp(a - 最大値) です。exp(-a) や exp(最大値 - a) では、大きいスコアほど確率が小さくなります。",
    en:
      "It is exp(a - largest). With exp(-a) or exp(largest - a) a larger score gets a smaller probability.",
  },
};

/** Some of the terms, as a loop leaves them. */
export const someTerms: {
  readonly first: <T>(all: readonly T[]) => T[];
  readonly last: <T>(all: readonly T[]) => T[];
  readonly fromOne: <T>(all: readonly T[]) => T[];
  readonly notLast: <T>(all: readonly T[]) => T[];
} = {
  first: (all) => all.slice(0, 1),
  last: (all) => all.slice(-1),
  fromOne: (all) => all.slice(1),
  notLast: (all) => all.slice(0, -1),
};
