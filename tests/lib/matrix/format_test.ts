import { assert, assertEquals } from "@std/assert";
import { formatArray, matrix, ones, transpose, zeros } from "../../../mod.ts";
import { columnByColumn, rowByRow, wrong } from "../../_support/matrices.ts";
import { matrixIn, numbersIn } from "../../_support/numpy_golden.ts";
import { assertRefuses, assertRefusesOptions } from "../../_support/refusal.ts";
import golden from "../../golden/numpy_print.json" with { type: "json" };

Deno.test("formatArray() prints the lecture's arrays", () => {
  assertEquals(
    formatArray(matrix([0.48247096, -1.2644639, 2.33997006, 3.01376622])),
    "array([[ 0.48247096, -1.2644639 ,  2.33997006,  3.01376622]])",
  );
  assertEquals(
    formatArray(matrix([5.25564131, 3.1831305, 1.15463432]), { flat: true }),
    "array([5.25564131, 3.1831305 , 1.15463432])",
  );
  assertEquals(
    formatArray(matrix([
      [1.72265811, 0.68672941, 1.10772301],
      [0.60344169, 0.60322389, -0.3536039],
    ])),
    "array([[ 1.72265811,  0.68672941,  1.10772301],\n" +
      "       [ 0.60344169,  0.60322389, -0.3536039 ]])",
  );
});

Deno.test("formatArray() and toString() meet NumPy's table, in both orders", () => {
  const arrays: { shape: string; values?: string; repr: string[] }[] = Object
    .values(golden.arrays).flat();
  let printed = 0;
  for (const { shape, values, repr } of arrays) {
    if (values === undefined) continue; // long ones: numpy_print_test.ts
    const sizes = shape.split("x").map(Number), flat = sizes.length === 1;
    const x = matrixIn(values, flat ? [1, ...sizes] : sizes);
    const expected = repr.join("\n");
    for (const same of [rowByRow(x), columnByColumn(x)]) {
      if (x.rows * x.columns === 1 && !flat) continue; // prints as a float
      assertEquals(formatArray(same, { flat }), expected);
      if (!flat) {
        assertEquals(same.toString(), expected);
        assertEquals(Deno.inspect(same), expected);
      }
    }
    printed++;
  }
  assert(printed > 300, `only ${printed} arrays`);
});

Deno.test("formatArray() prints a 1x1 matrix as Python prints a float", () => {
  for (const text of golden.floats) {
    const [value = NaN] = numbersIn(
      text.replace("inf", "Infinity").replace("nan", "NaN"),
    );
    assertEquals(formatArray(matrix([value])), text);
    assertEquals(matrix([value]).toString(), text);
  }
  assertEquals(formatArray(matrix([7]), { flat: true }), "array([7.])");
  assertEquals(
    formatArray(matrix([0.07000000000000002])),
    "0.07000000000000002",
  );
  assertEquals(formatArray(matrix([1e16])), "1e+16");
  assertEquals(formatArray(matrix([-0])), "-0.0");
});

Deno.test("formatArray() prints matrices without numbers as NumPy does", () => {
  const none = (shape: string) => `array([], shape=(${shape}), dtype=float64)`;
  assertEquals(formatArray(zeros(0, 3)), none("0, 3"));
  assertEquals(formatArray(transpose(zeros(0, 3))), none("3, 0"));
  assertEquals(formatArray(zeros(1, 0)), none("1, 0"));
  const flat = formatArray(zeros(1, 0), { flat: true });
  assertEquals(flat, "array([], dtype=float64)");
});

Deno.test("formatArray() summarises above 1000 numbers and stays within 75 columns", () => {
  const text = formatArray(ones(40, 30));
  assertEquals(text.includes("..."), true);
  assertEquals(formatArray(ones(40, 25)).includes("..."), false);
  for (const line of text.split("\n")) assert(line.length <= 75, line);
});

Deno.test("formatArray() refuses to print several rows as a vector, or none", () => {
  for (const [rows, columns] of [[2, 3], [3, 1], [0, 3]] as const) {
    assertRefuses(
      () => formatArray(zeros(rows, columns), { flat: true }),
      RangeError,
      `Cannot print a matrix as a vector: it is ${rows}x${columns}, ` +
        "one row is needed",
    );
  }
});

Deno.test("formatArray() refuses what is no matrix", () => {
  const kinds: [unknown, string][] = [
    [undefined, "undefined"],
    [3, "3"],
    ["array([1.])", '"array([1.])"'],
    [[1, 2], "an array of 2"],
    [new Float64Array(2), "an object of class Float64Array"],
  ];
  for (const [value, found] of kinds) {
    assertRefuses(
      () => formatArray(wrong(value)),
      TypeError,
      `Cannot print a matrix: the operand is ${found}, a matrix is needed`,
    );
  }
});

Deno.test("formatArray() refuses options that are no object", () => {
  const x = matrix([1, 2]);
  assertRefusesOptions((options) => formatArray(x, options), "print a matrix");
});
