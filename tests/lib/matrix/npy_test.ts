import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  formatNpy,
  gradient,
  type Matrix,
  matrix,
  parseNpy,
  sum,
  transpose,
  zeros,
} from "../../../mod.ts";
import { assertSame, drawMatrix, wrong } from "../../_support/matrices.ts";
import { toldOf, withNumpyFiles } from "../../_support/numpy_files.ts";
import { needs } from "../../_support/permission.ts";
import { assertRefuses } from "../../_support/refusal.ts";
import { forSeeds } from "../../_support/seeded.ts";

const awkward = matrix([[NaN, Infinity, -Infinity], [-0, 5e-324, 1.7e308]]);

/** The bytes of a file with this header, and what follows it. */
function npy(header: string, after: number[] = [], version = 1): Uint8Array {
  const letters = [...header].map((letter) => letter.charCodeAt(0));
  const { length } = letters, high = length >> 8;
  const size = [length & 255, high, ...version === 1 ? [] : [0, 0]];
  const mark = [0x93, ...[..."NUMPY"].map((letter) => letter.charCodeAt(0))];
  return Uint8Array.from([...mark, version, 0, ...size, ...letters, ...after]);
}

const two = "{'descr': '|u1', 'fortran_order': False, 'shape': (2,), }\n";

Deno.test("parseNpy() of formatNpy() is the same matrix, bit for bit", () => {
  assertSame(parseNpy(formatNpy(awkward)), awkward);
  forSeeds("npy", 20, (draw) => {
    const x = drawMatrix(draw, draw.integer(0, 9), draw.integer(0, 9));
    assertSame(parseNpy(formatNpy(x)), x);
    assertSame(parseNpy(formatNpy(transpose(x))), transpose(x));
    // a part of a larger buffer
    const bytes = formatNpy(x), whole = new Uint8Array(bytes.length + 7);
    whole.set(bytes, 3);
    assertSame(parseNpy(whole.subarray(3, 3 + bytes.length)), x);
  });
});

Deno.test(
  "formatNpy() writes what np.save writes, parseNpy() reads what it wrote [numpy]",
  needs("run", "read", "write", "numpy"),
  async () => {
    const ours: Record<string, Matrix> = {
      "ours 2x3.npy": awkward,
      "ours 1x1.npy": matrix([0.1]),
      "ours 0x4.npy": zeros(0, 4),
      "ours 4x0.npy": zeros(4, 0),
      "ours 3x2.npy": transpose(awkward),
      "ours 12345x1.npy": zeros(12345, 1),
    };
    const files = Object.entries(ours).map(([name, x]) => [name, formatNpy(x)]);
    await withNumpyFiles(Object.fromEntries(files), (numpy) => {
      for (const [name, x] of Object.entries(ours)) {
        const told = { ...toldOf(x), dtype: "float64", same: true };
        assertEquals(numpy.read[name], told as never, name);
      }
      const written = Object.entries(numpy.written)
        .filter(([name]) => name.endsWith(".npy"));
      assertEquals(written.length, 11 * 2 * 3 * 3 + 4);
      for (const [name, { shape, bytes }] of written) {
        const told = toldOf(parseNpy(numpy.bytes(name)));
        const [rows, columns] = [1, 1, ...shape].slice(-2);
        assertEquals(told, { shape: [rows, columns], bytes } as never, name);
      }
    });
  },
);

Deno.test("parseNpy() takes every header that NumPy takes", () => {
  const headers = [
    two,
    two.trim(),
    two.replaceAll("'", '"'),
    "{'shape':(2L,),'descr':'u1','fortran_order':False}",
    " { 'shape' : ( 2 , ) , 'fortran_order':True, 'descr':'=u1' , } \n",
    "{'descr': '|u1', 'fortran_order': False, 'shape': (1, 2,), }",
  ];
  for (const header of headers) {
    for (const version of [1, 2, 3]) {
      // What comes after the numbers is no fault, as for NumPy.
      const bytes = npy(header, [7, 200, 9], version);
      assertEquals(parseNpy(bytes).toArray(), [[7, 200]], header);
    }
  }
  const single = "{'descr': '|b1', 'fortran_order': False, 'shape': (), }";
  assertEquals(parseNpy(npy(single, [2])).item(), 1);
});

Deno.test("parseNpy() refuses integers that no double holds, with the place", () => {
  const header = "{'descr': '<i8', 'fortran_order': True, 'shape': (1, 2), }";
  const bytes = npy(header, [...Array(6).fill(0), 32, 0, ...Array(8).fill(0)]);
  assertEquals(parseNpy(bytes).toArray(), [[2 ** 53, 0]]);
  const at = bytes.length - 8;
  bytes.set([1, 0, 0, 0, 0, 0, 32, 0], at);
  assertRefuses(
    () => parseNpy(bytes),
    RangeError,
    `Cannot read the .npy file: the integer in row 0, column 1 (byte ${at}) ` +
      "is 9007199254740993, one of at most 2 to the 53rd, by its size, " +
      "is needed",
  );
});

Deno.test("parseNpy() refuses a damaged file, with the place", () => {
  const good = npy(two, [7, 200]);
  const damaged = (at: number, byte: number) => {
    const bytes = good.slice();
    bytes[at] = byte;
    return bytes;
  };
  const header = (text: string) => npy(text, [7, 200]);
  const cases: [Uint8Array, string][] = [
    [
      new Uint8Array(0),
      "byte 0 is missing, 0x93, with which such a file begins, is needed",
    ],
    [
      damaged(3, 0x4e),
      "byte 3 is 0x4e, 0x4d, with which such a file begins, is needed",
    ],
    [
      damaged(6, 4),
      "its version, at byte 6, is 4.0, 1.0, 2.0 or 3.0 is needed",
    ],
    [
      damaged(7, 1),
      "its version, at byte 6, is 1.1, 1.0, 2.0 or 3.0 is needed",
    ],
    [
      good.slice(0, 9),
      "the file ends at byte 9, the length of its header is needed",
    ],
    [
      good.slice(0, 50),
      "the file ends at byte 50, a header up to byte 68 is needed",
    ],
    [
      good.slice(0, -1),
      "1 bytes follow the header at byte 68, 1x2 of |u1 needs 2",
    ],
    [
      npy(two.padEnd(10_001), [7, 200]),
      "its header, at byte 10, has 10001 bytes, one of at most 10000 is needed",
    ],
    [
      header(two.replace("}", ")")),
      'its header has ")\\n" at byte 66, a key or } is needed',
    ],
    [
      header(two.replace("(2,)", "[2]")),
      'its header has "[2], }\\n" at byte 60, a tuple such as (2, 3) is needed',
    ],
    [
      header(two.replace("(2,)", "(2)")),
      'its header has "(2), }\\n" at byte 60, a tuple such as (2, 3) is needed',
    ],
    [
      header(two.replace("(2,)", "(-2,)")),
      'its header has "(-2,), }\\n" at byte 60, a tuple such as (2, 3) is needed',
    ],
    [
      header(two.replace("False", "0")),
      `its header has "0, 'shape': (2,), }\\n" at byte 44, ` +
      "True or False is needed",
    ],
    [
      header(two.replace("}", "'more': 1}")),
      `its header has "'more': 1}\\n" at byte 66, ` +
      "one of descr, fortran_order and shape, each once, is needed",
    ],
    [
      header("{'descr': '|u1', 'shape': (2,), }"),
      'its header has "}" at byte 42, the key fortran_order is needed',
    ],
    [
      header(two.replace("}", "} x")),
      'its header has "} x\\n" at byte 66, nothing after the } is needed',
    ],
    [
      header(two.replace("(2,)", "(1, 1, 2)")),
      "its shape is (1, 1, 2), one of at most two dimensions, " +
      "each below 2 to the 53rd, is needed",
    ],
    [
      header(two.replace("|u1", "|O")),
      'its numbers are of type "|O", ' +
      "one of f8, f4, i8, i4, i2, i1, u8, u4, u2, u1, b1 is needed",
    ],
    [
      header(two.replace("'|u1'", "[('x', '|u1')]")),
      `its header has "[('x', '|u1')], 'for" at byte 20, ` +
      "a text such as '<f8' is needed",
    ],
  ];
  for (const [bytes, message] of cases) {
    assertRefuses(
      () => parseNpy(bytes),
      RangeError,
      `Cannot read the .npy file: ${message}`,
    );
  }
  // Whatever is cut off is missed.
  const whole = formatNpy(awkward);
  for (let end = 0; end < whole.length; end++) {
    assertThrows(() => parseNpy(whole.subarray(0, end)), RangeError);
  }
  const huge = header(two.replace("(2,)", "(4000000000, 4000000000)"));
  assertThrows(() => parseNpy(huge), RangeError, "4000000000x4000000000 of");
});

Deno.test("formatNpy() and parseNpy() refuse values of another kind", () => {
  assertRefuses(
    () => formatNpy(wrong([[1]])),
    TypeError,
    "Cannot write a .npy file: x is an array of 1, a matrix is needed",
  );
  assertRefuses(
    () => parseNpy(wrong("\x93NUMPY")),
    TypeError,
    'Cannot read the .npy file: found "\x93NUMPY", a Uint8Array is needed',
  );
  const follow = () =>
    gradient((w) => {
      formatNpy(w);
      return sum(w);
    }, matrix([1]));
  const error = assertThrows(follow, TypeError);
  assert(error.message.startsWith("Cannot write a .npy file: a gradient"));
});
