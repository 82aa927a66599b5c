import { assert, assertEquals } from "@std/assert";
import { bandMessages } from "../../../scripts/table/band_messages.ts";
import { fileMessages } from "../../../scripts/table/file_messages.ts";
import { tableMessages } from "../../../scripts/table/table_messages.ts";

Deno.test("no message about files, tables and bands is missing in either language", () => {
  const all = Object.entries({
    ...bandMessages,
    ...fileMessages,
    ...tableMessages,
  });
  assert(all.length > 40);
  for (const [name, { ja, en }] of all) {
    assert(/[\u3040-\u9fff「]/.test(ja), name);
    assert(!/[\u3040-\u9fff]/.test(en) && en.trim() !== "", name);
    const blanks = (text: string): string[] =>
      [
        ...new Set(text.match(/\{\w+\}/g)),
      ].sort();
    assertEquals(blanks(ja), blanks(en), name);
  }
});
