import { assertEquals } from "@std/assert";
import { plainText } from "../../../scripts/cli/plain.ts";

Deno.test("plainText() makes full-width letters, digits and signs ordinary ones", () => {
  assertEquals(plainText("－１２．５，Ｏｕｔ［９］　＝～"), "-12.5,Out[9] =~");
  assertEquals(plainText("−1"), "-1");
});

Deno.test("plainText() changes nothing else", () => {
  const kept = "①²½ｶﾅ 語数、ー–—…a-z";
  assertEquals(plainText(kept), kept);
});
