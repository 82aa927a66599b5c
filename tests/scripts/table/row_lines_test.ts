import { assertEquals } from "@std/assert";
import { RowLines } from "../../../scripts/table/row_lines.ts";

Deno.test("RowLines knows the line of each row, also behind long and left out ones", () => {
  const lines = new RowLines(), all = [2, 3, 4, 7, 8, 20, 24, 25, 26];
  for (const line of all) lines.push(line);
  assertEquals(all.map((_, row) => lines.at(row)), all);
});
