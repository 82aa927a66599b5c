import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  exponential,
  type Fixed,
  fixed,
  logarithm,
  numberOf,
  ONE,
  over,
  root,
  size,
  times,
  total,
} from "./fixed_point.ts";
import { forSeeds } from "./seeded.ts";

/** The number with these digits, such as "-2.718". */
function parse(digits: string): Fixed {
  const [whole = "", fraction = ""] = digits.split(".");
  return (BigInt(whole + fraction) << 256n) / 10n ** BigInt(fraction.length);
}

function assertNear(actual: Fixed, expected: Fixed, digits: number): void {
  const limit = size(expected) / 10n ** BigInt(digits);
  assert(size(actual - expected) <= limit, `${actual}, expected ${expected}`);
}

Deno.test("fixed() takes a double as it is, and numberOf() gives it back", () => {
  forSeeds("fixed point", 100, (draw) => {
    const x = draw.number(-1, 1) * 10 ** draw.integer(-30, 30);
    assertEquals(numberOf(fixed(x)), x);
  });
  assertEquals(fixed(-0.75), -ONE * 3n / 4n);
  assertEquals(numberOf(ONE / 3n), 1 / 3);
  assertThrows(() => fixed(2 ** -201), RangeError);
  assertThrows(() => fixed(NaN), RangeError);
});

Deno.test("times(), over(), total() and size() compute what they say", () => {
  assertEquals(times(fixed(-1.5), fixed(0.25)), fixed(-0.375));
  assertEquals(over(fixed(-1.5), fixed(0.25)), fixed(-6));
  assertEquals(total([fixed(1), fixed(-3), fixed(0.5)]), fixed(-1.5));
  assertEquals(total([]), 0n);
  assertEquals([size(fixed(-2)), size(fixed(2))], [fixed(2), fixed(2)]);
  const third = over(ONE, fixed(3));
  assertNear(third, parse("0.3333333333333333333333333333333333333333"), 39);
});

Deno.test("exponential() has forty digits and more", () => {
  // mpmath 1.2.1, mp.exp(mpf(x)) with mp.dps = 75
  const known: [number, string][] = [
    [
      1,
      "2.718281828459045235360287471352662497757247093699959574966967627724077",
    ],
    [-0.1, "0.904837418035959568141392384216935595309064653757377126020805"],
    [
      -40,
      "0.00000000000000000424835425529158899532923478285865801787956555416644628805082",
    ],
    [30.5, "17619017951355.6314121609847609319352405995993088509618123301"],
  ];
  for (const [x, digits] of known) {
    assertNear(exponential(fixed(x)), parse(digits), 40);
  }
  assertNear(exponential(ONE), parse(known[0]![1]), 65);
  assertEquals(exponential(0n), ONE);
});

Deno.test("root() and logarithm() have forty digits and more", () => {
  // Python's decimal with 70 digits: sqrt(2), ln(2), ln of the double 0.001
  const two = fixed(2);
  assertNear(
    root(two),
    parse("1.41421356237309504880168872420969807856967"),
    40,
  );
  assertNear(
    logarithm(two),
    parse("0.693147180559945309417232121458176568075500134360255"),
    40,
  );
  assertNear(
    logarithm(fixed(0.001)),
    parse("-6.9077552789821370312372926523314077065273294327474"),
    40,
  );
  assertEquals([root(0n), logarithm(ONE)], [0n, 0n]);
  forSeeds("inverse functions", 20, (draw) => {
    const x = fixed(10 ** draw.number(-3, 3));
    assertNear(times(root(x), root(x)), x, 60);
    assertNear(exponential(logarithm(x)), x, 60);
  });
});
