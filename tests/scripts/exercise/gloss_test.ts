import { assertEquals } from "@std/assert";
import { add, divide, matmul, type Matrix, matrix } from "kobai";
import { glossOf } from "../../../scripts/exercise/gloss.ts";

/** What is said of an error that a piece of code really ends with. */
function glossOfError(f: () => unknown): string | undefined {
  try {
    f();
  } catch (error) {
    return glossOf(String(error));
  }
  return "no error";
}

Deno.test("glossOf() knows errors as Firefox says them", () => {
  assertEquals(
    glossOf('TypeError: can\'t access property "rows", W2 is undefined'),
    "undefined には要素がない（番号は 0 から）",
  );
  assertEquals(
    glossOf("InternalError: too much recursion"),
    "関数が自分自身を限りなく呼んでいる",
  );
});

Deno.test("glossOf() says in Japanese what the kit's errors mean", () => {
  const row = matrix([[1, 2]]), none = undefined as unknown as Matrix;
  const said: [() => unknown, string][] = [
    [
      () => matmul(row, row),
      "左が 1x2、右が 1x2 で、左の列数と右の行数が違うので、行列の積を計算できない",
    ],
    [
      () => add(row, matrix([[1, 2, 3]])),
      "左が 1x2、右が 1x3 で、大きさが合わないので、足し算ができない",
    ],
    [
      () => divide(none, 2),
      "行列か数が必要なところに undefined がある",
    ],
    [() => matrix([[1, 2], [3]]), "行の長さがそろっていない"],
    [() => matrix([]), "空の配列からは行列を作れない"],
    [
      () => matrix([[undefined as unknown as number]]),
      "行列の要素に数でないもの（undefined）がある",
    ],
    [() => row.at(1, 1), "行列にない行か列を読もうとした（番号は 0 から）"],
    [() => row.item(), "item() は 1×1 の行列にだけ使える（これは 1x2）"],
    [() => Number(row) + 1, "行列に + - * / は使えない"],
  ];
  for (const [f, gloss] of said) assertEquals(glossOfError(f), gloss);
});

Deno.test("glossOf() says in Japanese what JavaScript's errors mean", () => {
  const scope: Record<string, unknown> = {};
  const said: [() => unknown, string][] = [
    [() => (scope.softmax as () => void)(), "scope.softmax は関数ではない"],
    [
      () => (scope.rows as number[])[0],
      "undefined には要素がない（番号は 0 から）",
    ],
    [
      () => {
        const again = (): number => again() + 1;
        return again();
      },
      "関数が自分自身を限りなく呼んでいる",
    ],
  ];
  for (const [f, gloss] of said) assertEquals(glossOfError(f), gloss);
  assertEquals(
    glossOf("ReferenceError: softmax is not defined"),
    "softmax という名前はない",
  );
  assertEquals(glossOf("Error: 何かが違う"), undefined);
});
