import { assertEquals } from "@std/assert";
import {
  cellsOf,
  withCells,
} from "../../../../scripts/grade/platform/csv_cells.ts";

function texts(text: string, separator = ","): string[][] | undefined {
  return cellsOf(text, separator)?.map((row) => row.map(({ text }) => text));
}

Deno.test("cellsOf() reads what spreadsheets write", () => {
  // as Python 3.11's csv.reader gives them, which keeps the empty row
  assertEquals(texts('a,"b ""c"", d",\r\n\r\n"e\nf",,g'), [
    ["a", 'b "c", d', ""],
    ["e\nf", "", "g"],
  ]);
  assertEquals(texts('a,b"c"\n"d"e,f\n'), [["a", 'b"c"'], ["de", "f"]]);
  assertEquals(texts("a;b\rc;", ";"), [["a", "b"], ["c", ""]]);
  assertEquals(texts(""), []);
  assertEquals(texts('a,"b\n'), undefined);
});

Deno.test("withCells() changes cells and not a byte more", () => {
  const text = 'a,"b",c\r\n1, "2,3",\n';
  const cells = cellsOf(text, ",")!;
  assertEquals(withCells(text, ",", new Map()), text);
  const changes = new Map([
    [cells[1]![1]!, "x,y"],
    [cells[0]![1]!, "z"],
    [cells[0]![0]!, '"'],
  ]);
  assertEquals(withCells(text, ",", changes), '"""","z",c\r\n1,"x,y",3",\n');
});
