import { assertEquals, assertNotEquals } from "@std/assert";
import {
  keyLength,
  signatureOf,
} from "../../../scripts/grade/sandbox/signed_line.ts";
import { type Draw, forSeeds } from "../../_support/seeded.ts";

function randomBytes({ integer }: Draw, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => integer(0x20, 0x7e));
}

function randomKeys({ integer }: Draw, lines: number): Uint32Array {
  return Uint32Array.from(
    { length: lines * keyLength },
    () => integer(0, 2 ** 32 - 1),
  );
}

/**
 * The polynomial as the definition has it, in whole numbers of any size: its
 * first coefficient is the length, each other one is of three letters.
 */
function polynomial(bytes: Uint8Array, point: number, pad: number): bigint {
  const letters = [...bytes, 0, 0].map(BigInt);
  const coefficients = [BigInt(bytes.length)];
  for (let i = 0; i < bytes.length; i += 3) {
    const [first, second, third] = letters.slice(i) as [bigint, bigint, bigint];
    coefficients.unshift(first * 65536n + second * 256n + third);
  }
  const terms = coefficients.map((c, power) =>
    c * BigInt(point) ** BigInt(power)
  );
  return terms.reduce((sum, term) => sum + term, BigInt(pad)) % 67108859n;
}

Deno.test("signatureOf(): four polynomials in the text", () =>
  forSeeds("signature", 50, (draw) => {
    const bytes = randomBytes(draw, draw.integer(0, 60));
    const index = draw.integer(0, 3);
    const keys = randomKeys(draw, 4);
    const [a, b, c, d, ...pads] = keys.subarray(index * keyLength);
    const wanted = [a!, b!, c!, d!].map((point, i) =>
      ` ${polynomial(bytes, point, pads[i]!)}`
    );
    const all = new Uint8Array([1, 2, ...bytes, 3]);
    const { length } = bytes;
    assertEquals(
      signatureOf(all, 2, 2 + length, keys, index),
      wanted.join(""),
    );
  }));

Deno.test("signatureOf(): another text or another key, another signature", () =>
  forSeeds("other signature", 50, (draw) => {
    const { length } = randomBytes(draw, draw.integer(1, 60));
    const bytes = randomBytes(draw, length), keys = randomKeys(draw, 2);
    const sign = (bytes: Uint8Array, index = 0) =>
      signatureOf(bytes, 0, bytes.length, keys, index);
    const signature = sign(bytes);
    const at = draw.integer(0, length - 1);
    assertNotEquals(sign(bytes.with(at, bytes[at]! ^ 1)), signature);
    assertNotEquals(sign(bytes.subarray(1)), signature);
    assertNotEquals(sign(new Uint8Array([0, ...bytes])), signature);
    assertNotEquals(sign(new Uint8Array([...bytes, 0])), signature);
    assertNotEquals(sign(bytes, 1), signature);
  }));
