import { assertEquals } from "@std/assert";
import {
  checksumOf,
  crc32,
  withChecksum,
} from "../../../lib/learning/_checksum.ts";

Deno.test("crc32() is the CRC-32 of the text in UTF-8", () => {
  // Python 3.11: f"{zlib.crc32(text.encode()):08x}"
  const expected = {
    "": "00000000",
    "123456789": "cbf43926",
    "語数 é": "5084063c",
    "𠮷": "1bdb2393",
  };
  for (const [text, sum] of Object.entries(expected)) {
    assertEquals(crc32(text), sum, text);
  }
});

Deno.test("withChecksum() says what checksumOf() finds in the text again", () => {
  const text = '{\n  "a": 1,\n  "checksum": ""\n}\n';
  const sum = checksumOf(text), whole = withChecksum(text);
  assertEquals(whole, text.replace('""', `"${sum}"`));
  assertEquals(checksumOf(whole), sum);
  assertEquals(checksumOf(`\uFEFF${whole.replaceAll("\n", "\r\n")}`), sum);
});
