/**
 * Archives that may lie.
 *
 * @module
 */
import { crc32, deflateRawSync } from "node:zlib";
import { pack } from "../../scripts/workbook/pack.ts";

/** An archive with one deflated file, a.xml, that says it has so many bytes. */
export function deflated(content: Uint8Array, said: number): Uint8Array {
  const bytes = pack(new Map([["a.xml", deflateRawSync(content)]]));
  const view = new DataView(bytes.buffer);
  const central = view.getUint32(bytes.length - 6, true);
  view.setUint16(central + 10, 8, true);
  view.setUint32(central + 16, crc32(content), true);
  view.setUint32(central + 24, said, true);
  return bytes;
}
