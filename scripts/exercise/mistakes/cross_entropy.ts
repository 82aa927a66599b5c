/** Mistakes of tasks 4 and 5. */
import { type Answer, number } from "../answers.ts";
import type { Rows } from "../arguments.ts";
import * as formulas from "../formulas.ts";
import {
  classes,
  dividedByClasses,
  type Kind,
  type Mistake,
  mistake,
  type Wrong,
} from "./mistake.ts";

/** In front of the sum. */
export const noMinus: Kind = {
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
export const noMean: Kind = {
  name: "noMean",
  title: { ja: "平均を取っていない", en: "the mean is missing" },
  hint: {
    ja: "全部の和を、件数（行の数）で割ります。",
    en: "Divide the sum by the number of samples, which is that of the rows.",
  },
};

/** Of another base. */
export const otherLogarithm: Kind = {
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
export const swapped: Kind = {
  name: "swapped",
  title: { ja: "y と t が入れ替わっている", en: "y and t are swapped" },
  hint: {
    ja:
      "対数を取るのは予測 y のほうで、正解 t はそれに掛けます。引数の順番も確かめてください。",
    en:
      "The logarithm is that of the prediction y, and t is what it is multiplied by. Look at the order of arguments too.",
  },
};

/** The same cross entropy in both tasks. */
function inEntropy(options: (y: Rows) => formulas.CrossEntropyOptions): {
  crossEntropy: Wrong;
  crossEntropyOfBatch: Wrong;
} {
  const entropy = (y: Rows, t: Rows) =>
    number(formulas.crossEntropy(y, t, options(y)));
  return { crossEntropy: entropy, crossEntropyOfBatch: entropy };
}

/** The cross entropy with y and t swapped. */
export const swappedEntropy = (y: Rows, t: Rows): Answer =>
  number(formulas.crossEntropy(t, y));
const ofAll = (y: Rows, t: Rows) =>
  number(formulas.crossEntropy(y, t.map((row) => row.map(() => 1))));

/** The mistakes in -1/N Σ Σ t ln(y + δ), of one sample or of many. */
export const inCrossEntropy: readonly Mistake[] = [
  mistake(noMinus, inEntropy(() => ({ sign: 1 }))),
  mistake(noMean, inEntropy(() => ({ divisor: 1 }))),
  mistake(
    dividedByClasses,
    inEntropy((y) => ({ divisor: classes(y) })),
    inEntropy((y) => ({ divisor: y.length * classes(y) })),
  ),
  mistake(
    otherLogarithm,
    inEntropy(() => ({ log: Math.log10 })),
    inEntropy(() => ({ log: Math.log2 })),
  ),
  mistake({
    name: "noDelta",
    title: {
      ja: "log の中で δ を足していないので log 0 になる",
      en: "no δ is added inside the logarithm, so that there is a log 0",
    },
    hint: {
      ja:
        "0 の対数は -Infinity、その 0 倍は NaN です。対数を取る前に、y に 1e-7 を足します。",
      en:
        "The logarithm of 0 is -Infinity, and 0 times that is NaN. Add 1e-7 to y before the logarithm.",
    },
  }, inEntropy(() => ({ delta: 0 }))),
  mistake({
    name: "noTarget",
    title: {
      ja: "正解 t を掛けていない",
      en: "the target t is left out",
    },
    hint: {
      ja: "正解のクラスの対数だけを残すために、t を掛けます。",
      en:
        "Multiply by t, so that only the logarithm of the right class is left.",
    },
  }, { crossEntropy: ofAll, crossEntropyOfBatch: ofAll }),
  mistake(swapped, {
    crossEntropy: swappedEntropy,
    crossEntropyOfBatch: swappedEntropy,
  }),
  mistake({
    name: "firstRowOnly",
    title: {
      ja: "最初の 1 件だけを見ている",
      en: "only the first sample counts",
    },
    hint: {
      ja: "すべての行について計算し、平均を取ります。",
      en: "Compute it for every row, and take the mean.",
    },
  }, {
    crossEntropyOfBatch: (y: Rows, t: Rows) =>
      number(formulas.crossEntropy([y[0]!], t)),
  }),
];
