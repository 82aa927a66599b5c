import { assert, assertEquals } from "@std/assert";
import { csvText } from "../../../scripts/table/csv_text.ts";

Deno.test("csvText() writes rows as CSV", () => {
  const rows = [["語数", "band"], [120, 'B"1'], [0.1, "a,b\nc"]];
  assertEquals(
    [...csvText(rows)].join(""),
    '語数,band\r\n120,"B""1"\r\n0.1,"a,b\nc"\r\n',
  );
});

Deno.test("csvText() quotes every line break, a CR by itself too", () => {
  const row = ["a\rb", "c\r\nd", " e ", "", "f\tg"];
  assertEquals(
    [...csvText([row])].join(""),
    '"a\rb","c\r\nd", e ,,f\tg\r\n',
  );
  assertEquals(
    [...csvText([row], { separator: "\t" })].join(""),
    '"a\rb"\t"c\r\nd"\t e \t\t"f\tg"\r\n',
  );
});

Deno.test("csvText() begins with a byte-order mark and separates as it is told", () => {
  assertEquals(
    [...csvText([["a;b", 1]], { separator: ";", bom: true })].join(""),
    '\ufeff"a;b";1\r\n',
  );
});

Deno.test("csvText() leaves fields as they are, also what a spreadsheet computes", () => {
  assertEquals([...csvText([["=1+1", "-3", "@x"]])].join(""), "=1+1,-3,@x\r\n");
});

Deno.test("csvText() writes many rows piece by piece, and takes them as it goes", () => {
  let taken = 0;
  function* rows(): Generator<number[]> {
    for (let i = 0; i < 10_500; i++) {
      taken++;
      yield [i];
    }
  }
  const pieces = csvText(rows());
  assert(pieces.next().value!.startsWith("0\r\n1\r\n"));
  assertEquals(taken, 1000);
  const rest = [...pieces];
  assertEquals(rest.length, 10);
  assert(rest.at(-1)!.endsWith("\r\n10499\r\n"));
});

Deno.test("csvText() writes nothing from nothing", () => {
  assertEquals([...csvText([])], []);
});
