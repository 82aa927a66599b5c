import { assert, assertEquals, assertThrows } from "@std/assert";
import { formatFloat, formatValues } from "../../../lib/matrix/_numpy_print.ts";
import golden from "../../golden/numpy_print.json" with { type: "json" };

interface GoldenArray {
  shape: string;
  values?: string;
  ramp?: string;
  exceptions?: Record<string, string>;
  repr: string[];
}
const groups: Record<string, GoldenArray[]> = golden.arrays;

/** Rows and columns of a shape such as `2x3`; one length is a 1-D array. */
function dimensionsOf(
  shape: string,
): { rows: number; columns: number; flat: boolean } {
  const lengths = shape.split("x").map(Number);
  const [rows = NaN, columns = NaN] = lengths.length === 1
    ? [1, ...lengths]
    : lengths;
  return { rows, columns, flat: lengths.length === 1 };
}

function numbersIn(text: string): number[] {
  return text === "" ? [] : text.split(" ").map(Number);
}

function valuesOf(array: GoldenArray): Float64Array {
  if (array.values !== undefined) {
    return new Float64Array(numbersIn(array.values));
  }
  const { rows, columns } = dimensionsOf(array.shape);
  const [start = NaN, step = NaN] = numbersIn(array.ramp ?? "");
  const values = Float64Array.from(
    { length: rows * columns },
    (_, i) => start + step * i,
  );
  for (const [index, value] of Object.entries(array.exceptions ?? {})) {
    values[Number(index)] = Number(value);
  }
  return values;
}

for (const [group, arrays] of Object.entries(groups)) {
  const name =
    `formatValues() prints ${arrays.length} arrays as NumPy does: ${group}`;
  Deno.test(name, () => {
    arrays.forEach((array, i) => {
      const values = valuesOf(array);
      const { rows, columns, flat } = dimensionsOf(array.shape);
      assertEquals(values.length, rows * columns);
      assertEquals(
        formatValues(values, rows, columns, { flat }),
        array.repr.join("\n"),
        `array ${i} of ${group}, shape ${array.shape}`,
      );
    });
  });
}

Deno.test("formatValues() is checked against a table of NumPy 1.24", () => {
  assert(golden.numpy.startsWith("1.24."));
  assert(Object.values(groups).flat().length >= 500);
});

Deno.test("formatValues() prints rows and columns unless flat is asked for", () => {
  const values = new Float64Array([5.25564131, 3.1831305, 1.15463432]);
  assertEquals(
    formatValues(values, 1, 3),
    "array([[5.25564131, 3.1831305 , 1.15463432]])",
  );
  assertEquals(
    formatValues(values, 1, 3, { flat: true }),
    "array([5.25564131, 3.1831305 , 1.15463432])",
  );
});

Deno.test("formatValues() does not change the values", () => {
  const values = new Float64Array([3, NaN, -0, 1 / 512]);
  formatValues(values, 2, 2);
  assertEquals(values, new Float64Array([3, NaN, -0, 1 / 512]));
});

Deno.test("formatValues() refuses to print more or fewer rows than one as 1-D", () => {
  for (const rows of [0, 2]) {
    assertThrows(
      () => formatValues(new Float64Array(rows * 3), rows, 3, { flat: true }),
      RangeError,
      `Cannot print array as 1-D: shape is ${rows}x3, it must have one row`,
    );
  }
});

Deno.test("formatFloat() prints floats as Python does", () => {
  assert(golden.floats.length >= 400);
  for (const text of golden.floats) {
    const x = Number(text.replace("inf", "Infinity").replace("nan", "NaN"));
    assertEquals(formatFloat(x), text);
  }
});
