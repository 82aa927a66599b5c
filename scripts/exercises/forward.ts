/** Exercise: the forward pass. */
import {
  add,
  divide,
  matmul,
  type Matrix,
  mean,
  multiply,
  subtract,
  transpose,
} from "kobai";
import { type Exercise, mistake, takes } from "../exercise/exercise.ts";
import {
  map,
  matmul as product,
  onRows,
  type Rows,
  total,
} from "./_formulas.ts";
import { firstOnly, lastOnly, noStart, notAll, someTerms } from "./_kinds.ts";

/** With some of the features, or with some of the samples. */
function ofSome(some: <T>(all: readonly T[]) => T[]) {
  return [{
    forward: onRows((x: Rows, W: Rows, b: Rows) =>
      map(
        product(x.map((row) => some(row)), some(W)),
        (value, _, j) => value + b[0]![j]!,
      )
    ),
  }, {
    forward: onRows((x: Rows, W: Rows, b: Rows) =>
      map(product(some(x), W), (value, _, j) => value + b[0]![j]!)
    ),
  }, {
    forward: onRows((x: Rows, W: Rows) =>
      product(x.map((row) => some(row)), some(W))
    ),
  }, {
    forward: onRows((x: Rows, W: Rows, b: Rows) =>
      map(product(x, W), (value, _, j) => value + b[0]![j]!).map((row) =>
        some(row)
      )
    ),
  }];
}

/** `h = xW + b`. */
export const forward: Exercise = {
  title: { ja: "順伝播 h = xW + b", en: "Forward pass h = xW + b" },
  heading: { ja: "順伝播", en: "Forward pass" },
  points: 10,
  text: {
    ja:
      `\`forward(x, W, b)\` は \`h = xW + b\` を返します。\`x\` は \`[N, D]\`、\`W\` は \`[D, M]\`、\`b\` は M 個の数が並んだ 1 行です。

入力 2 と 3、重み 0.5 と 2、バイアスなしなら 7 です。`,
    en:
      `\`forward(x, W, b)\` gives \`h = xW + b\`. \`x\` is \`[N, D]\`, \`W\` is \`[D, M]\` and \`b\`
is one row of M.

For the inputs 2 and 3, the weights 0.5 and 2, and no bias: 7.`,
  },
  functions: {
    forward: {
      about: "順伝播 / forward pass: h = xW + b",
      parameters: {
        x: takes.matrix("N", "D"),
        W: takes.matrix("D", "M"),
        b: takes.matrix(1, "M"),
      },
      gives: "matrix",
      solution: (x: Matrix, W: Matrix, b: Matrix) => add(matmul(x, W), b),
      cases: [
        [[[2, 3]], [[0.5], [2]], [[0]]],
        [[[1, 2]], [[3, 5], [4, 6]], [[0.1, 0.2]]],
        [
          [[1, 0], [0, 1], [2, -1]],
          [[0.5, -1, 2], [1, 0.25, -3]],
          [[1, 2, -0.5]],
        ],
      ],
      draw({ index, integer, rows }) {
        const N = index === 0 ? 1 : index === 1 ? 3 : integer(2, 4);
        const D = index < 2 ? 3 : integer(2, 4), M = integer(1, 4);
        return [rows(N, D, -3, 3), rows(D, M, -2, 2), rows(1, M, 0.1, 2)];
      },
    },
  },
  mistakes: [
    mistake({
      name: "noBias",
      title: { ja: "バイアスを足していない", en: "the bias is not added" },
      hint: {
        ja: "h = xW + b の b を足してください。",
        en: "Add the b of h = xW + b.",
      },
    }, { forward: (x: Matrix, W: Matrix) => matmul(x, W) }),
    mistake({
      name: "otherSignOfBias",
      title: {
        ja: "バイアスを引いている",
        en: "the bias is subtracted",
      },
      hint: {
        ja: "b は引かずに足します：add(xW, b)。",
        en: "b is added, not subtracted: add(xW, b).",
      },
    }, {
      forward: (x: Matrix, W: Matrix, b: Matrix) => subtract(matmul(x, W), b),
    }),
    mistake({
      name: "minusProduct",
      title: { ja: "積の符号が逆", en: "the sign of the product is wrong" },
      hint: {
        ja: "xW は引かずに足します（+= で足していきます）。",
        en: "xW is added, not subtracted: sum up with +=.",
      },
    }, {
      forward: (x: Matrix, W: Matrix, b: Matrix) => subtract(b, matmul(x, W)),
    }),
    mistake({
      name: "timesBias",
      title: { ja: "バイアスを掛けている", en: "multiplied by the bias" },
      hint: {
        ja: "b は掛けずに足します：add(xW, b)。",
        en: "b is added, not multiplied by: add(xW, b).",
      },
    }, {
      forward: (x: Matrix, W: Matrix, b: Matrix) => multiply(matmul(x, W), b),
    }),
    mistake({
      name: "biasForEachTerm",
      title: {
        ja: "バイアスを何度も足している",
        en: "the bias is added more than once",
      },
      hint: {
        ja:
          "x と W を掛けて足すループの中で b も足すと、D 回足すことになります。b を足すのは、その後で 1 回です。",
        en:
          "Inside of the loop over the products, b is added D times. Add it once, behind that loop.",
      },
    }, {
      forward: (x: Matrix, W: Matrix, b: Matrix) =>
        add(matmul(x, W), multiply(b, x.columns)),
    }, {
      forward: (x: Matrix, W: Matrix, b: Matrix) =>
        add(matmul(x, W), multiply(b, 2)),
    }, {
      // each element of it with a feature
      forward: onRows((x: Rows, W: Rows, [b]: Rows) =>
        map(product(x, W), (value) => value + total(W.map((_, k) => b![k]!)))
      ),
    }),
    mistake(
      {
        name: "otherBias",
        title: {
          ja: "バイアスを列ごとに足していない",
          en: "the bias is not added column by column",
        },
        hint: {
          ja: "b は列ごとに違います。j 列目には b の j 番目を足します。",
          en:
            "Every column has a bias of its own: the j-th of b goes to column j.",
        },
      },
      {
        forward: (x: Matrix, W: Matrix, b: Matrix) =>
          add(matmul(x, W), b.at(0, 0)),
      },
      {
        forward: (x: Matrix, W: Matrix, b: Matrix) =>
          add(matmul(x, W), b.at(0, b.columns - 1)),
      },
      {
        forward: (x: Matrix, W: Matrix, b: Matrix) =>
          add(matmul(x, W), mean(b)),
      },
      {
        forward: (x: Matrix, W: Matrix, b: Matrix) =>
          add(matmul(x, W), transpose(b)),
      },
      // of the row, which may be read where there is none
      {
        forward: (x: Matrix, W: Matrix, b: Matrix) =>
          matmul(x, W).toArray().map((row, i) =>
            row.map((value) => value + b.at(0, i))
          ),
      },
      {
        forward: onRows((x: Rows, W: Rows, [b]: Rows) =>
          map(product(x, W), (value, i) => value + b![i]!)
        ),
      },
    ),
    mistake(
      {
        name: "biasOfSomeColumns",
        title: {
          ja: "一部の列にしかバイアスを足していない",
          en: "the bias is added to some of the columns only",
        },
        hint: {
          ja: "b は、xW のどの列にも足します。",
          en: "b is added to every column of xW.",
        },
      },
      ...Object.values(someTerms).map((some) => ({
        forward: onRows((x: Rows, W: Rows, [b]: Rows) => {
          const places = new Set(some([...b!.keys()]));
          return map(
            product(x, W),
            (value, _, j) => places.has(j) ? value + b![j]! : value,
          );
        }),
      })),
    ),
    mistake({
      name: "biasOfOneRow",
      title: {
        ja: "1 行にしかバイアスを足していない",
        en: "the bias is added to one row only",
      },
      hint: {
        ja: "b は、xW のどの行にも足します。",
        en: "b is added to every row of xW.",
      },
    }, {
      forward: onRows((x: Rows, W: Rows, b: Rows) =>
        map(product(x, W), (value, i, j) => i === 0 ? value + b[0]![j]! : value)
      ),
    }, {
      forward: onRows((x: Rows, W: Rows, b: Rows) =>
        map(
          product(x, W),
          (value, i, j) => i === x.length - 1 ? value + b[0]![j]! : value,
        )
      ),
    }),
    mistake(
      {
        name: "otherProduct",
        title: { ja: "行列の積 xW が違う", en: "the product xW is wrong" },
        hint: {
          ja:
            "xW は行列の積です。[N, D] の x と [D, M] の W をこの順に掛けると、[N, M] になります。",
          en:
            "xW is a product of matrices: x of [N, D] and W of [D, M], in this order, give [N, M].",
        },
      },
      {
        forward: (x: Matrix, W: Matrix, b: Matrix) => add(multiply(x, W), b),
      },
      {
        forward: (x: Matrix, W: Matrix, b: Matrix) =>
          add(divide(matmul(x, W), x.columns), b),
      },
      {
        forward: (x: Matrix, W: Matrix, b: Matrix) =>
          add(matmul(x, transpose(W)), b),
      },
      { forward: (x: Matrix, W: Matrix, b: Matrix) => add(matmul(W, x), b) },
      {
        forward: onRows((x: Rows, W: Rows, b: Rows) =>
          x.map((row) =>
            W[0]!.map((_, j) =>
              row.reduce((sum, value, k) => sum + value + W[k]![j]!, b[0]![j]!)
            )
          )
        ),
      },
      {
        forward: onRows((x: Rows, W: Rows, b: Rows) =>
          x.map((row) =>
            W[0]!.map((_, j) =>
              row.reduce((sum, value, k) => sum + value / W[k]![j]!, b[0]![j]!)
            )
          )
        ),
      },
      {
        forward: (x: Matrix, W: Matrix, b: Matrix) =>
          add(matmul(transpose(W), transpose(x)), b),
      },
      // with the rows of W, as far as they go
      {
        forward: onRows((x: Rows, W: Rows, [b]: Rows) =>
          x.map((row) =>
            W.map((weights, j) =>
              total(row.map((value, k) => value * weights[k]!)) + b![j]!
            )
          )
        ),
      },
      // the first of a row or of a column for all of it
      ...[
        (x: Rows, W: Rows) =>
          product(x.map((row) => row.map(() => row[0]!)), W),
        (x: Rows, W: Rows) => product(x, W.map(() => W[0]!)),
      ].map((other) => ({
        forward: onRows((x: Rows, W: Rows, [b]: Rows) =>
          map(other(x, W), (value, _, j) => value + b![j]!)
        ),
      })),
    ),
    mistake(
      {
        name: "notReset",
        title: {
          ja: "前の値に足し続けている",
          en: "the sum goes on where it should begin anew",
        },
        hint: {
          ja:
            "足していく変数は、ループの中で、一つ計算するたびに 0（か b）に戻します。",
          en:
            "Set the variable that sums up back to 0 (or to b) for every result.",
        },
      },
      ...[true, false].map((isWhole) => ({
        forward: onRows((x: Rows, W: Rows, b: Rows) => {
          let sum = 0;
          return product(x, W).map((row) => {
            if (!isWhole) sum = 0;
            return row.map((value, j) => (sum += value) + b[0]![j]!);
          });
        }),
      })),
    ),
    mistake({
      name: "biasFirst",
      title: {
        ja: "掛ける前にバイアスを足している",
        en: "the bias is added before the product",
      },
      hint: {
        ja: "先に xW を計算し、それに b を足します。",
        en: "First comes the product xW, then b is added to it.",
      },
    }, {
      forward: (x: Matrix, W: Matrix, b: Matrix) => matmul(x, add(W, b)),
    }, {
      forward: (x: Matrix, W: Matrix, b: Matrix) => matmul(add(x, b), W),
    }),
    // the bias may be what is left out
    mistake(
      noStart,
      ...[1, 0].map((times) => ({
        forward: onRows((x: Rows, W: Rows, [b]: Rows) =>
          x.map((row) =>
            b!.map((bias, j) =>
              row.reduce((sum, value, k) => sum + value * W[k]![j]!) +
              times * bias
            )
          )
        ),
      })),
    ),
    mistake(firstOnly, ...ofSome(someTerms.first)),
    mistake(lastOnly, ...ofSome(someTerms.last)),
    mistake(
      notAll,
      ...ofSome(someTerms.fromOne),
      ...ofSome(someTerms.notLast),
    ),
  ],
};
