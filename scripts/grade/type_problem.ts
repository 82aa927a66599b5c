/** An error that TypeScript finds in a submission. */
import { message, type Text } from "../cli/message.ts";

/** Where an error is, and which. */
export interface TypeProblem {
  /** As in `TS2322`. */
  readonly code: number;
  readonly line: number;
}

const atLine = message({
  ja: "{line} 行目：{text}（TS{code}）",
  en: "line {line}: {text} (TS{code})",
});
const anyOther: Text = { ja: "型が合わない", en: "types that do not fit" };

/** What the errors mean that students make. */
const texts: Readonly<Record<number, Text>> = {
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

/** What an error is, for its author. */
export function typeProblemText({ code, line }: TypeProblem): Text {
  return atLine({ line, code, text: texts[code] ?? anyOther });
}
