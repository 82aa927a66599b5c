import { assert, assertEquals } from "@std/assert";
import {
  linearScale,
  logarithmicScale,
  roundedUp,
  type Scale,
} from "../../../scripts/figures/scale.ts";

const texts = ({ ticks }: Scale): string[] => ticks.map(({ text }) => text);

Deno.test("linearScale() writes round numbers, no more of them than there may be", () => {
  assertEquals(texts(linearScale([0, 1], 6)), [
    ...["0", "0.2", "0.4", "0.6", "0.8", "1"],
  ]);
  assertEquals(texts(linearScale([0, 309], 8)), [
    ...["0", "50", "100", "150", "200", "250", "300"],
  ]);
  assertEquals(texts(linearScale([-0.31, 0.3], 4)), ["−0.2", "0", "0.2"]);
  assertEquals(texts(linearScale([0, 1.04e6], 8)), [
    ...["0", "2e5", "4e5", "6e5", "8e5", "1e6"],
  ]);
  for (let power = -9; power < 12; power++) {
    for (const factor of [1, 1.7, 3.3, 7.9]) {
      const { ticks } = linearScale([0, factor * 10 ** power], 6);
      assert(ticks.length >= 3 && ticks.length <= 7, `${ticks.length}`);
    }
  }
});

Deno.test("linearScale() writes whole numbers alone where only they mean something", () => {
  assertEquals(texts(linearScale([1, 3], 8, true)), ["1", "2", "3"]);
  assertEquals(texts(linearScale([1, 80], 8, true)), [
    ...["10", "20", "30", "40", "50", "60", "70", "80"],
  ]);
});

Deno.test("linearScale() places numbers by their distance, logarithmicScale() by their ratio", () => {
  const even = linearScale([10, 30], 4);
  assertEquals([10, 15, 30].map(even.part), [0, 0.25, 1]);
  const powers = logarithmicScale([1e-4, 1], 6);
  assertEquals([1e-4, 1e-2, 1].map(powers.part), [0, 0.5, 1]);
});

Deno.test("logarithmicScale() writes powers of ten, and numbers between few of them", () => {
  assertEquals(texts(logarithmicScale([3e-12, 0.05], 6)), [
    ...["1e−10", "1e−8", "1e−6", "1e−4", "0.01"],
  ]);
  assertEquals(texts(logarithmicScale([0.6, 4], 6)), [
    ...["0.7", "1", "1.5", "2", "3"],
  ]);
  assertEquals(texts(logarithmicScale([0.09, 2.1], 6)), [
    ...["0.1", "0.2", "0.5", "1", "2"],
  ]);
});

Deno.test("roundedUp() ends an axis at its next tick", () => {
  assertEquals(
    [roundedUp(0, 1.41, 6), roundedUp(0, 0.3, 6), roundedUp(-1, 61, 6)],
    [1.5, 0.3, 80],
  );
});
