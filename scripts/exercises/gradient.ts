/** Exercise: the gradient by its definition. */
import { type Exercise, mistake, takes } from "../exercise/exercise.ts";
import {
  differenceOfAll,
  type DifferenceOptions,
  differences,
  map,
  type Rows,
  type Surface,
} from "./_formulas.ts";
import {
  firstOnly,
  lastOnly,
  notAll,
  rowsForColumns,
  someTerms,
} from "./_kinds.ts";

type Gradient = (f: Surface, W: Rows, h: number) => unknown;

const way = (numericalGradient: Gradient) => ({ numericalGradient });

function as(
  options: DifferenceOptions | ((h: number) => DifferenceOptions),
) {
  return way((f, W, h) =>
    differences(f, W, h, typeof options === "function" ? options(h) : options)
  );
}

/** What comes of a right gradient in some way. */
const of = (change: (right: Rows, W: Rows) => unknown) =>
  way((f, W, h) => change(differences(f, W, h), W));

/** Only some of the rows or columns are there; all else is 0, or as it was. */
function ofSome(some: <T>(all: readonly T[]) => T[]) {
  const places = (list: readonly unknown[]) => new Set(some([...list.keys()]));
  const filled = (
    isThere: (i: number, j: number, W: Rows) => boolean,
    rest: (w: number) => number,
  ) =>
    of((right, W) =>
      map(right, (value, i, j) => isThere(i, j, W) ? value : rest(W[i]![j]!))
    );
  return [
    of((right) => some(right)),
    of((right) => right.map((row) => some(row))),
    of((right) => some(right).map((row) => some(row))),
    ...[() => 0, (w: number) => w].flatMap((rest) => [
      filled((i, _, W) => places(W).has(i), rest),
      filled((_, j, W) => places(W[0]!).has(j), rest),
      filled((i, j, W) => places(W).has(i) && places(W[0]!).has(j), rest),
    ]),
  ];
}

/** What a loop does with a place in `W` or among the slopes. */
type Part = "read" | "above" | "below" | "back" | "slope";

/** How two loops are written. */
interface LoopOptions {
  /** What is done at another place than i and j, and at which. */
  readonly part?: Part;
  readonly place?: (i: number, j: number) => readonly [number, number];
  readonly columns?: (W: Rows) => number;
  /** Whether the slopes are put into 0, or put together. */
  readonly isThere?: boolean;
}

function looped(
  {
    part,
    place = (i, j) => [i, j],
    columns = (W) => W[0]!.length,
    isThere = true,
  }: LoopOptions,
) {
  return way((f, given, h) => {
    const W = given as number[][];
    const slopes: number[][] = W.map((row) => isThere ? row.map(() => 0) : []);
    for (let i = 0; i < W.length; i++) {
      for (let j = 0; j < columns(given); j++) {
        const at = (one: Part) => one === part ? place(i, j) : [i, j];
        const put = (table: number[][], one: Part, value: number) => {
          const [row, column] = at(one);
          table[row!]![column!] = value;
        };
        const [row, column] = at("read"), w = W[row!]![column!]!;
        put(W, "above", w + h);
        const above = f(W);
        put(W, "below", w - h);
        const below = f(W);
        put(W, "back", w);
        put(slopes, "slope", (above - below) / (2 * h));
      }
    }
    return slopes;
  });
}

/** `(f(w + h) - f(w - h)) / (2h)` for each weight. */
export const numericalGradient: Exercise = {
  title: { ja: "数値微分による勾配", en: "The numerical gradient" },
  points: 15,
  text: {
    ja:
      `\`numericalGradient(f, W, h)\` は、重み w ごとに、\`f\` の傾きを中心差分で求めます：\`(f(w + h) - f(w - h)) / (2h)\`。ほかの重みは動かしません。たとえば \`f\` が w² なら、w = 3 での傾きは 6 です。

ここでの \`W\` は行列ではなく、\`[[1, 2, 3], [4, 5, 6]]\` のような数の並びで、\`W[i][j] = …\` と書き換えられます。\`f\` はその並びを受け取って、数を返します。結果も同じ形の並びです。

\`f\` の計算は、重み 1 個につき 2 回で足ります。終わったとき、\`W\` は元のままでなければいけません。`,
    en:
      `\`numericalGradient(f, W, h)\` gives for each weight w how steeply \`f\` rises
there, by central differences: \`(f(w + h) - f(w - h)) / (2h)\`, where all other
weights stay as they are. If \`f\` is w², it is 6 at w = 3.

Here \`W\` is no matrix but rows of numbers, \`[[1, 2, 3], [4, 5, 6]]\`, which you
can change with \`W[i][j] = …\`; \`f\` takes such rows and gives a number. The
result is rows as well.

Two evaluations of \`f\` for each weight are enough. After the call \`W\` must hold
what it held before.`,
  },
  onSheet: {
    ja:
      "できたら `deno bench` を実行して、自分の勾配にどれだけ計算が要るかを見ます。",
    en:
      "With this done, run `deno bench -- --lang en` and see what your gradient costs.",
  },
  functions: {
    numericalGradient: {
      about: "数値微分による勾配 / the numerical gradient",
      parameters: {
        f: takes.surface("D", "K"),
        W: takes.rows("D", "K"),
        h: takes.number,
      },
      gives: "rows",
      solution: (f: (W: number[][]) => number, W: number[][], h: number) =>
        W.map((row, i) =>
          row.map((w, j) => {
            W[i]![j] = w + h;
            const above = f(W);
            W[i]![j] = w - h;
            const below = f(W);
            W[i]![j] = w;
            return (above - below) / (2 * h);
          })
        ),
      cases: [
        [
          {
            linear: [[1, 0, -2], [0.5, 1, 3]],
            square: [[2, -1, 0.5], [1, 3, -2]],
            cube: [[0.5, 1, -1], [2, -0.5, 1]],
            together: 1.5,
          },
          [[0.5, -1, 2], [1, 0.25, -0.5]],
          0.0001,
        ],
        [
          {
            linear: [[1, -2]],
            square: [[3, 0.5]],
            cube: [[1, -1]],
            together: 2,
          },
          [[1, 2]],
          0.01,
        ],
        {
          also: "evaluations",
          arguments: [
            {
              linear: [[2, -1, 1], [0, 1, -3]],
              square: [[1, 2, -0.5], [2, -1, 1]],
              cube: [[1, -1, 0.5], [0, 1, 2]],
              together: -1,
            },
            [[1, 0.5, -1], [2, -2, 0.25]],
            0.0001,
          ],
        },
        {
          also: "unchanged",
          arguments: [
            {
              linear: [[1], [2], [-1]],
              square: [[-1], [2], [1]],
              cube: [[1], [0.5], [-2]],
              together: 1,
            },
            [[1], [-1], [0.5]],
            0.0001,
          ],
        },
      ],
      draw({ index, integer, rows, surface }) {
        const D = integer(2, 3), K = index === 1 ? 1 : D === 2 ? 3 : 2;
        const h = index === 1 ? 0.01 : 0.0001;
        const given = [surface(D, K), rows(D, K, -2, 2), h];
        if (index === 2) return { also: "evaluations", arguments: given };
        if (index === 5) return { also: "unchanged", arguments: given };
        return given;
      },
    },
  },
  mistakes: [
    mistake({
      name: "forwardDifference",
      title: {
        ja: "中心差分でなく前進差分になっている",
        en: "a forward difference in place of a central one",
      },
      hint: {
        ja: "w + h と w - h で計算し、その差を 2h で割ります。",
        en: "Evaluate at w + h and at w - h, and divide the difference by 2h.",
      },
    }, as({ from: 0 })),
    mistake({
      name: "backwardDifference",
      title: {
        ja: "中心差分でなく後退差分になっている",
        en: "a backward difference in place of a central one",
      },
      hint: {
        ja: "w + h と w - h で計算し、その差を 2h で割ります。",
        en: "Evaluate at w + h and at w - h, and divide the difference by 2h.",
      },
    }, as({ to: 0 })),
    mistake(
      {
        name: "belowIsHere",
        title: {
          ja: "w + h か w - h のつもりで、元の w で計算している",
          en: "evaluated at w itself where w + h or w - h is meant",
        },
        hint: {
          ja:
            "h を足した後で h を引くと、元に戻るだけです（w - h にするには 2h を引きます）。[...W] は行をコピーしないので、二つの「コピー」が同じ行を動かします。",
          en:
            "After h was added, subtracting h leads back to w: subtract 2h. And [...W] copies no rows: two such copies move the same ones.",
        },
      },
      as({ from: 0, divisor: 2 }),
      as({ to: 0, divisor: 2 }),
      as({ from: 0, divisor: 2, left: 1 }),
      as({ from: 0, left: 1 }),
      as({ to: 0, divisor: 2, left: -1 }),
      as({ from: -2, to: 0, divisor: 2, left: -1 }),
    ),
    mistake(
      {
        name: "zeroSlopes",
        title: {
          ja: "傾きが全部 0 になる",
          en: "every slope is 0",
        },
        hint: {
          ja:
            "傾きを結果の配列に入れているか、f を計算するときにその重みが動いているかを確かめてください。コピーを動かしたなら、f にもそのコピーを渡します。[...W] は行をコピーしません：W.map((row) => [...row])。",
          en:
            "See that each slope is put into the result, and that the weight has moved when f is called. Where a copy was moved, f must get that copy; and [...W] copies no rows: W.map((row) => [...row]).",
        },
      },
      of((right) => map(right, () => 0)),
      of((right) => map(right, () => -0)),
    ),
    mistake(
      {
        name: "notPutBack",
        title: {
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
      as({ left: -1 }),
      as({ left: 1 }),
      as({ left: -2 }),
      as({ left: 2 }),
    ),
    mistake({
      name: "writtenIntoW",
      title: {
        ja: "結果を W そのものに書き込んでいる",
        en: "the result is written into W itself",
      },
      hint: {
        ja:
          "grad = W と書いても、同じ配列に名前が二つ付くだけです。結果を入れる新しい配列を作ってください（[...W] でも、行は同じものです）。",
        en:
          "grad = W only gives the same list a second name. Make a new list for the result; [...W] still has the same rows.",
      },
    }, as({ left: "slope" })),
    mistake({
      name: "dividedByH",
      title: {
        ja: "2h でなく h で割っている",
        en: "divided by h in place of 2h",
      },
      hint: {
        ja: "w - h から w + h までの幅は 2h です。",
        en: "From w - h to w + h it is 2h.",
      },
    }, as({ divisor: 1 })),
    // (above - below) / 2 * h
    mistake({
      name: "noBracketsAround2h",
      title: {
        ja: "2h をカッコで囲んでいない",
        en: "there are no brackets around 2h",
      },
      hint: {
        ja: "「/ 2 * h」では、2 で割った後で h を掛けてしまいます。",
        en: "`/ 2 * h` divides by 2 and then multiplies by h.",
      },
    }, as((h) => ({ divisor: 2 / h ** 2 }))),
    mistake(
      {
        name: "noBracketsAroundDifference",
        title: {
          ja: "引き算をカッコで囲んでいない",
          en: "there are no brackets around the difference",
        },
        hint: {
          ja:
            "割り算は引き算より先に計算されます：(f(w + h) - f(w - h)) / (2 * h)。",
          en:
            "A division comes before a subtraction: (f(w + h) - f(w - h)) / (2 * h).",
        },
      },
      ...[(h: number) => 2 * h, (h: number) => h, (h: number) => 2 / h].map((
        divisor,
      ) =>
        way((f, W, h) => {
          const at = (i: number, j: number, step: number) =>
            f(map(W, (w, k, l) => k === i && l === j ? w + step : w));
          return map(
            W,
            (_, i, j) => at(i, j, h) - at(i, j, -h) / divisor(h),
          );
        })
      ),
    ),
    mistake(
      {
        name: "otherWidth",
        title: {
          ja: "割る幅が違う",
          en: "divided by another width",
        },
        hint: {
          ja: "w - h から w + h までの幅 2h で割ります：/ (2 * h)。",
          en: "Divide by 2h, the way from w - h to w + h: / (2 * h).",
        },
      },
      as((h) => ({ divisor: 1 / h })),
      as((h) => ({ divisor: 2 / h })),
      as((h) => ({ divisor: h })),
      as((h) => ({ divisor: 2 * h })),
      as({ divisor: 4 }),
      as({ from: -2, to: 2, divisor: 2 }),
      as({ from: -0.5, to: 0.5, divisor: 2 }),
      as({ from: -1, to: 2, divisor: 2 }),
      as({ from: -2, to: 1, divisor: 2 }),
      as({ from: 0, to: 2, divisor: 1 }),
      as({ divisor: 0.5 }),
      as((h) => ({ divisor: 1 / h ** 2 })),
      as((h) => ({ divisor: 1 / (2 * h ** 2) })),
      as((h) => ({ divisor: (2 + h) / h })),
    ),
    mistake(
      {
        name: "otherH",
        title: {
          ja: "引数の h を使っていない",
          en: "another h than the one that was handed over",
        },
        hint: {
          ja: "h は引数で渡されます。関数の中で決めた値は使いません。",
          en: "The width h is a parameter; use it, not a number of your own.",
        },
      },
      ...[1, 0.1, 1e-2, 1e-3, 1e-4, 1e-5].map((own) =>
        way((f, W) => differences(f, W, own))
      ),
      way((f, W, h) => differences(f, W, 2 * h)),
      way((f, W, h) => differences(f, W, h / 2)),
    ),
    mistake({
      name: "allMoved",
      title: {
        ja: "重みを全部いっしょに動かしている",
        en: "all weights are moved at once",
      },
      hint: {
        ja: "動かすのは一度に重み 1 個だけです。ほかの重みは元のままにします。",
        en: "Move one weight at a time; all others stay as they are.",
      },
    }, {
      numericalGradient: (f: Surface, W: Rows, h: number) => {
        const slope = differenceOfAll(f, W, h);
        return map(W, () => slope);
      },
    }),
    mistake(
      {
        name: "rowMoved",
        title: {
          ja: "行の重みを全部いっしょに動かしている",
          en: "all weights of a row or column are moved at once",
        },
        hint: {
          ja:
            "動かすのは一度に重み 1 個だけです。W[i][j] を一つずつ動かします。",
          en: "Move one weight at a time: W[i][j] and no other.",
        },
      },
      ...[0, 1].flatMap((axis) => {
        const slopes: Gradient = (f, W, h) =>
          map(W, (_, i, j) => {
            const at = (step: number) =>
              f(map(
                W,
                (w, ...place) => place[axis] === [i, j][axis] ? w + step : w,
              ));
            return (at(h) - at(-h)) / (2 * h);
          });
        const ofRows: Gradient = (f, W, h) =>
          (slopes(f, W, h) as Rows).map(([slope = NaN]) => [slope]);
        return axis === 0 ? [way(slopes), way(ofRows)] : [way(slopes)];
      }),
    ),
    mistake(
      {
        name: "otherSign",
        title: {
          ja: "引き算の向きが逆",
          en: "subtracted the other way round",
        },
        hint: {
          ja: "f(w + h) から f(w - h) を引きます。",
          en: "Subtract f(w - h) from f(w + h).",
        },
      },
      as({ from: 1, to: -1, divisor: 2 }),
      as({ from: 1, to: -1, divisor: 1 }),
      as({ from: 1, to: 0, divisor: 1 }),
      as({ from: 1, to: 0, divisor: 2 }),
      as({ from: 0, to: -1, divisor: 1 }),
      as({ from: 0, to: -1, divisor: 2 }),
    ),
    mistake(
      {
        name: "added",
        title: {
          ja: "差でなく和を取っている",
          en: "a sum in place of the difference",
        },
        hint: {
          ja: "f(w + h) から f(w - h) を引きます。",
          en: "Subtract f(w - h) from f(w + h).",
        },
      },
      ...[2, 1].map((divisor) =>
        way((f, W, h) => {
          const at = (i: number, j: number, step: number) =>
            f(map(W, (w, k, l) => k === i && l === j ? w + step : w));
          return map(
            W,
            (_, i, j) => (at(i, j, h) + at(i, j, -h)) / (divisor * h),
          );
        })
      ),
    ),
    mistake(
      rowsForColumns,
      ...[true, false].map((isThere) =>
        looped({ columns: (W) => W.length, isThere })
      ),
    ),
    mistake(
      {
        name: "hOutside",
        title: {
          ja: "h を、w でなく f の値に足している",
          en: "h is added to the value of f, and not to w",
        },
        hint: {
          ja:
            "f(W) + h ではなく、W[i][j] を w + h にしてから f(W) を計算します。",
          en: "Not f(W) + h: put w + h into W[i][j], then compute f(W).",
        },
      },
      of((right) => map(right, () => 1)),
      of((right) => map(right, () => 2)),
    ),
    mistake(
      {
        name: "timesH",
        title: {
          ja: "h を足さずに、割合として掛けている",
          en: "w is multiplied by 1 + h where h should be added",
        },
        hint: {
          ja: "動かす幅は、どの重みでも同じ h です：w + h と w - h。",
          en: "Every weight moves by the same h: w + h and w - h.",
        },
      },
      way((f, W, h) =>
        map(W, (w, i, j) => {
          const at = (value: number) =>
            f(map(W, (other, k, l) => k === i && l === j ? value : other));
          return (at(w * (1 + h)) - at(w * (1 - h))) / (2 * h);
        })
      ),
    ),
    mistake(
      {
        name: "secondDifference",
        title: {
          ja: "2 階の差分になっている",
          en: "it is a second difference",
        },
        hint: {
          ja: "傾きは (f(w + h) - f(w - h)) / (2h) です。f(w) は要りません。",
          en: "The slope is (f(w + h) - f(w - h)) / (2h), without f(w).",
        },
      },
      ...[(h: number) => h ** 2, (h: number) => 2 * h, (h: number) => h].map((
        divisor,
      ) =>
        way((f, W, h) =>
          map(W, (_, i, j) => {
            const at = (step: number) =>
              f(map(W, (w, k, l) => k === i && l === j ? w + step : w));
            return (at(h) - 2 * at(0) + at(-h)) / divisor(h);
          })
        )
      ),
    ),
    mistake(
      {
        name: "stepInstead",
        title: {
          ja: "勾配でなく、動かした後の W を返している",
          en: "W after a step is returned, and not the gradient",
        },
        hint: {
          ja: "ここで求めるのは傾きだけです。W を動かすのは課題 9 です。",
          en: "What is asked for are the slopes; W moves in task 9.",
        },
      },
      way((f, W, h) => {
        const slopes = differences(f, W, h);
        return map(W, (w, i, j) => w - h * slopes[i]![j]!);
      }),
      of((right, W) => map(W, (w, i, j) => w - right[i]![j]!)),
      of((right, W) => map(W, (w, i, j) => w - 0.1 * right[i]![j]!)),
    ),
    mistake(
      {
        name: "total",
        title: {
          ja: "重みごとの傾きになっていない",
          en: "there is no slope for each weight, but one for several",
        },
        hint: {
          ja:
            "傾きは重みごとに一つです。足し合わせずに、W と同じ形に並べます。",
          en:
            "Every weight has a slope of its own. Do not add them up: put them in rows as those of W.",
        },
      },
      { numericalGradient: differenceOfAll },
      of((right) => right.map((row) => row.reduce((sum, x) => sum + x))),
      // each with all before it
      of((right) => {
        let sum = 0;
        return map(right, (slope) => sum += slope);
      }),
    ),
    mistake(
      firstOnly,
      of((right) => right[0]![0]),
      of((right) => right[0]),
      of((right) => map(right, () => right[0]![0]!)),
      of((right) => right.map((row) => row.map(() => row[0]!))),
      of((right) => right.map(() => right[0]!)),
      ...ofSome(someTerms.first),
    ),
    mistake(
      lastOnly,
      of((right) => right.at(-1)!.at(-1)),
      of((right) => right.at(-1)),
      of((right) => right.map((row) => row.at(-1))),
      of((right) => map(right, () => right.at(-1)!.at(-1)!)),
      of((right) => right.map((row) => row.map(() => row.at(-1)!))),
      of((right) => right.map(() => right.at(-1)!)),
      ...ofSome(someTerms.last),
    ),
    mistake(
      notAll,
      ...ofSome(someTerms.fromOne),
      ...ofSome(someTerms.notLast),
    ),
    mistake(
      {
        name: "otherPlace",
        title: {
          ja: "W[i][j] でないところを使っている",
          en: "another place than W[i][j] is used",
        },
        hint: {
          ja:
            "読むのも、動かすのも、元に戻すのも W[i][j] です。i と j を書き間違えていないでしょうか。",
          en:
            "What is read, moved and put back is W[i][j]: is an i or a j another letter?",
        },
      },
      ...(["read", "above", "below", "back", "slope"] as const).flatMap((
        part,
      ) =>
        [
          (i: number, _: number) => [i, i] as const,
          (_: number, j: number) => [j, j] as const,
          (i: number, _: number) => [i, 0] as const,
          (_: number, j: number) => [0, j] as const,
        ].map((place) => looped({ part, place }))
      ),
    ),
  ],
};
