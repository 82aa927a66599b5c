import { assertEquals, assertThrows } from "@std/assert";
import { crc32 } from "node:zlib";
import { listZip } from "../../../scripts/zip/read_zip.ts";
import { type Packed, zipOf } from "../../_support/zip.ts";

function names(...files: Packed[]): string[] {
  return listZip(zipOf(files)).map(({ name }) => name);
}

Deno.test("listZip() reads names as their maker wrote them", () => {
  // 表.ts as Windows in Japan writes it, where the second byte is a \
  const shiftJis = Uint8Array.of(0x95, 0x5c, 0x2e, 0x74, 0x73);
  const utf8 = new TextEncoder().encode("表.ts");
  const damaged = Uint8Array.of(0xff, 0x2e);
  const field = Uint8Array.from([
    ...[0x75, 0x70, 5 + utf8.length, 0, 1],
    ...new Uint8Array(Uint32Array.of(crc32(shiftJis)).buffer),
    ...utf8,
  ]);
  assertEquals(
    names(
      { name: "表.ts", flags: 0x800 },
      { name: "表.ts" },
      { name: shiftJis },
      { name: Uint8Array.of(0x3f), extra: field }, // of another name
      { name: shiftJis, extra: field },
      { name: damaged },
      { name: damaged, flags: 0x800 },
    ),
    ["表.ts", "表.ts", "表.ts", "?", "表.ts", "\ufffd.", "\ufffd."],
  );
});

Deno.test("listZip() reads Western names of Windows, which may look Japanese", () => {
  const bytes = (...parts: (string | number)[]) =>
    Uint8Array.from(
      parts.flatMap((part) =>
        typeof part === "string" ? [...new TextEncoder().encode(part)] : part
      ),
    );
  const [ue, oe, ss, ee] = [0x81, 0x94, 0xe1, 0x82]; // code page 850
  assertEquals(
    names(
      { name: bytes("M", ue, "ller J", oe, "rg_1_") },
      { name: bytes("L", ue, "_12_assignsubmission_file/a.ts") },
      { name: bytes("Jos", ee, "_2_Stra", ss, "e") },
      { name: bytes(0x83, 0x65, 0x83, 0x58, 0x83, 0x67) },
      { name: bytes("A", 0x94, 0xc7, "/a.ts") },
      { name: bytes(0x83, 0x41, "_1_") },
    ),
    [
      "Müller Jörg_1_",
      "Lü_12_assignsubmission_file/a.ts",
      "José_2_Straße",
      "テスト",
      "A班/a.ts",
      "ア_1_",
    ],
  );
});

Deno.test("listZip() tells links from files, and unpacks one at a time", () => {
  const [link, file, secret, bomb] = listZip(zipOf([
    { name: "a", content: "/etc/passwd", mode: 0o120777 },
    { name: "b", content: "text", mode: 0o100644 },
    { name: "c", flags: 1 },
    { name: "d", content: "x".repeat(100_000), said: 10 },
  ]));
  assertEquals([link!.isLink, file!.isLink], [true, false]);
  assertEquals(new TextDecoder().decode(file!.content()), "text");
  assertThrows(() => secret!.content(), RangeError, "is encrypted");
  assertEquals(bomb!.size, 10);
  assertThrows(() => bomb!.content(), RangeError, "is damaged");
});

Deno.test("listZip() reads sizes and places of large archives where they stand", () => {
  // as Python 3.11's zipfile writes them with force_zip64
  const content = "text";
  const extra = Uint8Array.from([
    ...[1, 0, 16, 0],
    ...new Uint8Array(BigUint64Array.of(4n, 6n).buffer),
  ]);
  const bytes = zipOf([{ name: "a", content, extra, said: 0xffff_ffff }]);
  const central = bytes.length - 22 - 46 - 1 - extra.length;
  bytes.fill(0xff, central + 20, central + 24);
  const [entry] = listZip(bytes);
  assertEquals(entry!.size, 4);
  assertEquals(new TextDecoder().decode(entry!.content()), content);
});

Deno.test("listZip() reads the number of many entries where it stands", () => {
  const bytes = zipOf([{ name: "a" }, { name: "b" }]), at = bytes.length - 22;
  const end64 = new DataView(new ArrayBuffer(56 + 20));
  end64.setUint32(0, 0x06064b50, true);
  end64.setBigUint64(4, 44n, true);
  end64.setBigUint64(24, 2n, true);
  end64.setBigUint64(32, 2n, true);
  const end = new DataView(bytes.buffer, at);
  end64.setBigUint64(40, BigInt(end.getUint32(12, true)), true);
  end64.setBigUint64(48, BigInt(end.getUint32(16, true)), true);
  end64.setUint32(56, 0x07064b50, true);
  end64.setBigUint64(64, BigInt(at), true);
  end64.setUint32(72, 1, true);
  bytes.fill(0xff, at + 8, at + 12); // as if there were 65,536
  const many = Uint8Array.from([
    ...bytes.subarray(0, at),
    ...new Uint8Array(end64.buffer),
    ...bytes.subarray(at),
  ]);
  assertEquals(listZip(many).map(({ name }) => name), ["a", "b"]);
});
