import { assertEquals } from "@std/assert";
import { sourceText } from "../../../../scripts/exercise/program/source_text.ts";

const source = "// 良い文章\nexport {};\n";

/** As Python 3.11 encodes `// 良い文章`, a line feed and `export {};`. */
const encoded = {
  shift_jis: "2f2f2097c782a295b68fcd0a6578706f7274207b7d3b0a",
  "euc-jp": "2f2f20cec9a4a4cab8becf0a6578706f7274207b7d3b0a",
};

function utf16(text: string, isLittle: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  [...text].forEach((sign, i) =>
    view.setUint16(2 * i, sign.charCodeAt(0), isLittle)
  );
  return new Uint8Array(view.buffer);
}

Deno.test("sourceText() reads programs however they were saved", () => {
  assertEquals(sourceText(new TextEncoder().encode(source)), source);
  for (const hex of Object.values(encoded)) {
    assertEquals(sourceText(Uint8Array.fromHex(hex)), source);
  }
  for (const isLittle of [true, false]) {
    assertEquals(sourceText(utf16(`\ufeff${source}`, isLittle)), source);
    assertEquals(sourceText(utf16(source, isLittle)), source);
  }
  const latin = "const Länge = 1; // für später, groß";
  const bytes = Uint8Array.from(latin, (sign) => sign.charCodeAt(0));
  assertEquals(sourceText(bytes), latin);
  assertEquals(sourceText(new Uint8Array()), "");
});

Deno.test("sourceText() takes no other bytes for a text", () => {
  const png = [137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82];
  const packed = Array.from({ length: 200 }, (_, i) => 1 + 37 * i % 255);
  for (const other of [png, packed, [0, 1, 2, 3], [65, 0, 66]]) {
    assertEquals(sourceText(Uint8Array.from(other)), undefined, `${other}`);
  }
});
