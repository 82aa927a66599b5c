import { assert, assertEquals, assertThrows } from "@std/assert";
import { readZip, TooLargeError } from "../../../scripts/zip/read_zip.ts";
import { pack } from "../../../scripts/workbook/pack.ts";
import { deflated } from "../../_support/deflated.ts";

const content = new Uint8Array(1_000_000).fill(97);
const honest = deflated(content, content.length);

Deno.test("readZip() unpacks what may be that large", () => {
  assert(honest.length < 2000);
  const [member] = readZip(honest, { most: 1_000_000 });
  assertEquals(member, { name: "a.xml", content });
});

Deno.test("readZip() refuses what says that it is too large", () => {
  assertThrows(
    () => readZip(honest, { most: 999_999 }),
    TooLargeError,
    "1000000 bytes, at most 999999 are allowed",
  );
  // Nobody wants it, so it may be as large as it likes.
  assertEquals(readZip(honest, { most: 1, wanted: () => false }), []);
});

Deno.test("readZip() refuses what is larger or smaller than it says", () => {
  for (const said of [0, 5, 999_999, 1_000_001]) {
    assertThrows(
      () => readZip(deflated(content, said)),
      RangeError,
      "a.xml, at byte 35, is damaged",
    );
  }
});

Deno.test("readZip() reads what stands before the end of a large archive", () => {
  const bytes = pack(new Map([["a", new Uint8Array([1])]]));
  const end = bytes.length - 22;
  const end64 = new Uint8Array(56);
  new DataView(end64.buffer).setUint32(0, 0x06064b50, true);
  const large = Uint8Array.from([
    ...bytes.subarray(0, end),
    ...end64,
    ...bytes.subarray(end),
  ]);
  assertEquals(readZip(large), readZip(bytes));
  assertThrows(
    () => readZip(large.with(end, 0)),
    RangeError,
    `the directory ends at byte ${end}`,
  );
});
