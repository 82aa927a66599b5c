/** What a notebook shows for a matrix. */
import { assertEquals, assertThrows } from "@std/assert";
import { gradient, type Matrix, matrix, sum, transpose, zeros } from "kobai";
import { textsOf } from "../../_support/markup.ts";

/** What Deno's kernel asks for. */
function displayed(x: Matrix): Record<string, string> {
  return Reflect.get(x, Symbol.for("Jupyter.display")).call(x);
}

/** The table's cells, row by row. */
function tableOf(x: Matrix): string[][] {
  const { "text/html": html = "" } = displayed(x);
  return [...html.matchAll(/<tr>.*?<\/tr>/g)].map(([row]) =>
    textsOf(row, "td")
  );
}

Deno.test("Matrix shows itself in a notebook as a table and as NumPy's text", () => {
  const x = matrix([[1.72265811, 0.5], [-3, NaN]]);
  const shown = displayed(x);
  assertEquals(Object.keys(shown), ["text/plain", "text/html"]);
  assertEquals(
    shown["text/plain"],
    "array([[ 1.72265811,  0.5       ],\n       [-3.        ,         nan]])",
  );
  assertEquals(tableOf(x), [["1.72265811", "0.5"], ["-3.", "nan"]]);
  assertEquals(textsOf(shown["text/html"]!, "pre"), [shown["text/plain"]!]);
});

Deno.test("Matrix shows vectors, single numbers, infinities and transposes as a table", () => {
  assertEquals(tableOf(matrix([1, -Infinity, 1e-10])), [[
    "1.e+00",
    "-inf",
    "1.e-10",
  ]]);
  assertEquals(tableOf(sum(matrix([0.5, 0.25]))), [["0.75"]]);
  assertEquals(tableOf(matrix([[7]])), [["7.0"]]);
  assertEquals(tableOf(transpose(matrix([1, 2]))), [["1."], ["2."]]);
});

Deno.test("Matrix shows an empty one, and cuts a large one short", () => {
  assertEquals(
    displayed(zeros(0, 3))["text/html"],
    "<pre>array([], shape=(0, 3), dtype=float64)</pre>",
  );
  const rows = tableOf(zeros(40, 40));
  assertEquals(rows.length, 7); // three, dots, three
  assertEquals(rows[3], ["..."]);
  assertEquals(rows[0], ["0.", "0.", "0.", "...", "0.", "0.", "0."]);
});

Deno.test("Matrix does not show a value that a gradient is following", () => {
  assertThrows(
    () =>
      gradient((W: Matrix) => {
        displayed(W);
        return sum(W);
      }, matrix([1, 2])),
    TypeError,
    "detach(x)",
  );
});
