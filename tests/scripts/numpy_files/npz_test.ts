import { assert, assertEquals, assertThrows } from "@std/assert";
import { type Matrix, matrix, numpyRandom, randn, zeros } from "kobai";
import { formatNpz, parseNpz } from "../../../scripts/numpy_files/npz.ts";
import { assertSame, wrong } from "../../_support/matrices.ts";
import { toldOf, withNumpyFiles } from "../../_support/numpy_files.ts";
import { needs } from "../../_support/permission.ts";

const random = numpyRandom(0);
const parameters = {
  layers: [
    { W: randn(random, 3, 4), b: zeros(1, 4) },
    { W: randn(random, 4, 2), b: matrix([NaN, -0]) },
  ],
  "a.b": matrix([1]),
  語: randn(random, 0, 5),
};

/** The matrices of these parameters, by name. */
const named: Record<string, Matrix> = {
  "layers[0].W": parameters.layers[0]!.W,
  "layers[0].b": parameters.layers[0]!.b,
  "layers[1].W": parameters.layers[1]!.W,
  "layers[1].b": parameters.layers[1]!.b,
  '["a.b"]': parameters["a.b"],
  語: parameters.語,
};

Deno.test("parseNpz() of formatNpz() is the same, by name and in its nesting", () => {
  const bytes = formatNpz(parameters);
  const found = parseNpz(bytes);
  assertEquals(Object.keys(found), Object.keys(named));
  for (const [name, x] of Object.entries(named)) assertSame(found[name]!, x);
  const again = parseNpz(bytes, parameters);
  assertEquals(Object.keys(again), Object.keys(parameters));
  assert(Array.isArray(again.layers));
  assertSame(again.layers[1]!.b, parameters.layers[1]!.b);
  assertSame(again["a.b"], parameters["a.b"]);
  assertEquals(formatNpz(again), bytes);
});

Deno.test("formatNpz() of one matrix has it as np.savez has an array", () => {
  const x = matrix([[1, 2], [3, 4]]), bytes = formatNpz(x);
  assertEquals(Object.keys(parseNpz(bytes)), ["arr_0"]);
  assertSame(parseNpz(bytes, x), x);
});

Deno.test(
  "NumPy reads what formatNpz() writes, parseNpz() what NumPy wrote [numpy]",
  needs("run", "read", "write", "numpy"),
  async () => {
    const ours = { "ours.npz": formatNpz(parameters) };
    await withNumpyFiles(ours, (numpy) => {
      const read = numpy.read["ours.npz"] as Record<string, unknown>;
      assertEquals(Object.keys(read).sort(), Object.keys(named).sort());
      for (const [name, x] of Object.entries(named)) {
        assertEquals(read[name], toldOf(x), name);
      }
      for (const file of ["numpy stored.npz", "numpy deflated.npz"]) {
        const found = parseNpz(numpy.bytes(file));
        const told = Object.entries(found).map((
          [name, x],
        ) => [name, toldOf(x)]);
        assertEquals(Object.fromEntries(told), numpy.written[file]);
        const like = { W1: zeros(2, 3), layers: [{ b: zeros(1, 2) }] };
        const { layers } = parseNpz(numpy.bytes(file), like);
        assertSame(layers[0]!.b, found["layers[0].b"]!);
        assertDamageIsSeen(numpy.bytes(file));
      }
    });
  },
);

/**
 * Wherever a byte is changed, either it is refused or it says nothing of what
 * is in the file, such as a date.
 */
function assertDamageIsSeen(bytes: Uint8Array): void {
  const whole = JSON.stringify(parseNpz(bytes));
  let refused = 0;
  for (let at = 0; at < bytes.length; at++) {
    const damaged = bytes.slice();
    damaged[at] = damaged[at]! ^ 0x41;
    let found;
    try {
      found = JSON.stringify(parseNpz(damaged));
    } catch (error) {
      const { constructor, message } = error as Error;
      assertEquals(constructor, RangeError, `byte ${at}: ${message}`);
      assert(message.startsWith("Cannot read the .npz file: "), message);
      refused++;
      continue;
    }
    assertEquals(found, whole, `byte ${at}`);
  }
  assert(refused > 0.6 * bytes.length, `${refused} of ${bytes.length}`);
  for (let end = 0; end < bytes.length; end++) {
    assertThrows(() => parseNpz(bytes.slice(0, end)), RangeError);
  }
}

Deno.test("parseNpz() refuses every damage of what formatNpz() wrote", () => {
  assertDamageIsSeen(formatNpz({ W: matrix([1, 2]), b: matrix([3]) }));
});

Deno.test("parseNpz() refuses what does not fit, and names it", () => {
  const bytes = formatNpz({ W: zeros(2, 3), b: zeros(1, 3) });
  const cases: [object, string][] = [
    [{ W: zeros(3, 2), b: zeros(1, 3) }, "W is 2x3, 3x2 is needed"],
    [{ W: zeros(2, 3), c: zeros(1, 3) }, "c is missing, 1x3 is needed"],
    [{ W: zeros(2, 3) }, "it has b, nothing is needed there"],
  ];
  for (const [like, message] of cases) {
    assertThrows(
      () => parseNpz(bytes, wrong<Matrix>(like)),
      RangeError,
      `Cannot read the .npz file: ${message}`,
    );
  }
  assertThrows(
    () => formatNpz(wrong<Matrix>({ W: [1] })),
    TypeError,
    "Cannot write a .npz file: W[0] is 1, a matrix, " +
      "or arrays and records of matrices are needed",
  );
});
