import { assert, assertEquals } from "@std/assert";
import {
  fromBase85,
  toBase85,
} from "../../../../scripts/page/exercises/base85.ts";
import { forSeeds } from "../../../_support/seeded.ts";

// base64.a85encode of Python 3.11.7, in our signs
const golden = [
  ["", ""],
  ["00", "00"],
  ["ff", "{{"],
  ["6162", "VPX"],
  ["ffffff", "|Ns9"],
  ["6772616469656e74", "XL4a=X=QG7"],
  ["0000000001", "000000R"],
  ["ffffffff", "|NsC0"],
  ["28292a2b2c2d2e2f303132333435363738393a3b", "C]Cr{EG/fCFflSSG)MFiI5|2y"],
  [
    "000a22487cbe0e6cd852da7014c68654301a12182c4e7ebc0862ca40c456f6a460",
    "016^Ve7-8B,izbX6vl?BFd7mVEKYvB2x7`W#8)pCU/",
  ],
] as const;

Deno.test("toBase85() writes what Python writes, and fromBase85() reads it", () => {
  for (const [hex, text] of golden) {
    const bytes = Uint8Array.fromHex(hex);
    assertEquals(toBase85(bytes), text);
    assertEquals(fromBase85(text), bytes);
  }
});

Deno.test("fromBase85() gives back any bytes, without a sign of HTML", () =>
  forSeeds("base85", 50, ({ integer }) => {
    const length = integer(0, 400);
    const bytes = Uint8Array.from({ length }, () => integer(0, 255));
    const text = toBase85(bytes);
    assertEquals(fromBase85(text), bytes);
    assertEquals(text.length, length + Math.ceil(length / 4));
    assert(!/[\s<>&"'(:@\\]/.test(text), text);
  }));
