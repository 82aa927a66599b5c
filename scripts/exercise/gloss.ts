/**
 * What an English error says, in Japanese: those of the kit and of JavaScript
 * that beginners meet.
 */

const operations: Readonly<Record<string, string>> = {
  add: "足し算",
  subtract: "引き算",
  multiply: "要素ごとの掛け算",
  divide: "要素ごとの割り算",
};

/** Each with what it means; `$1` is the first group of the pattern. */
const glosses: readonly (readonly [RegExp, string])[] = [
  [
    /Cannot multiply matrices: left is (\d+x\d+) and right is (\d+x\d+), left columns/,
    "左が $1、右が $2 で、左の列数と右の行数が違うので、行列の積を計算できない",
  ],
  [
    /Cannot (add|subtract|multiply|divide) matrices: left is (\d+x\d+) and right is (\d+x\d+)/,
    "左が $2、右が $3 で、大きさが合わないので、$1ができない",
  ],
  [
    /Cannot \w+: (?:left|right) is (undefined|null)/,
    "行列か数が必要なところに $1 がある",
  ],
  [/Cannot make a matrix: row \d+ has/, "行の長さがそろっていない"],
  [/Cannot make a matrix: the list is empty/, "空の配列からは行列を作れない"],
  [
    /Cannot make a matrix: row (\d+), column (\d+) is (\w+)/,
    "行列の要素に数でないもの（$3）がある",
  ],
  [
    /Cannot read a number of a matrix/,
    "行列にない行か列を読もうとした（番号は 0 から）",
  ],
  [
    /Cannot take the number of a matrix: it is (\d+x\d+)/,
    "item() は 1×1 の行列にだけ使える（これは $1）",
  ],
  [
    /Cannot use a matrix with a JavaScript operator/,
    "行列に + - * / は使えない",
  ],
  [/^ReferenceError: (\S+) is not defined/, "$1 という名前はない"],
  [
    /^ReferenceError: Cannot access '(\S+)' before initialization/,
    "$1 を、宣言するより前に使っている",
  ],
  [/^TypeError: (\S+) is not a function/, "$1 は関数ではない"],
  [/^TypeError: (\S+) is not iterable/, "$1 は並びではない"],
  [
    /^TypeError: Cannot (?:read|set) properties of (undefined|null)/,
    "$1 には要素がない（番号は 0 から）",
  ],
  // as Firefox says it
  [
    /^TypeError: can't access property .* is (undefined|null)/,
    "$1 には要素がない（番号は 0 から）",
  ],
  [
    /^ReferenceError: can't access lexical declaration '(\S+)'/,
    "$1 を、宣言するより前に使っている",
  ],
  [
    /^TypeError: invalid assignment to const/,
    "const で宣言した変数には代入できない",
  ],
  [
    /^InternalError: too much recursion/,
    "関数が自分自身を限りなく呼んでいる",
  ],
  [
    /^TypeError: Assignment to constant variable/,
    "const で宣言した変数には代入できない",
  ],
  [
    /^RangeError: Maximum call stack size exceeded/,
    "関数が自分自身を限りなく呼んでいる",
  ],
];

/**
 * What an error's message means.
 *
 * @param message The error's name and message.
 * @returns Japanese words; undefined if the message is none of those that are
 * known.
 */
export function glossOf(message: string): string | undefined {
  for (const [pattern, gloss] of glosses) {
    const found = pattern.exec(message);
    if (found === null) continue;
    return gloss.replace(
      /\$(\d)/g,
      (_, i) => operations[found[Number(i)]!] ?? found[Number(i)]!,
    );
  }
  return undefined;
}
