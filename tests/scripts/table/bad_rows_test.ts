import { assertEquals } from "@std/assert";
import {
  type BadRow,
  badRowsText,
  listedProblems,
} from "../../../scripts/table/bad_rows.ts";
import { readTable } from "../../../scripts/table/read_table.ts";
import { temporaryFolder } from "../../_support/files.ts";
import { needs } from "../../_support/permission.ts";

Deno.test(
  "badRowsText() writes what can be mended and read again",
  needs("read", "write"),
  async () => {
    using folder = temporaryFolder();
    const file = folder.file(
      "t.csv",
      '名前;words\r\nx;120\r\n"a\r\nb";many\r\ny"z;1\r\n',
    );
    const options = { numbers: ["words"], skipBadRows: true };
    const text = [...badRowsText(await readTable(file, options))].join("");
    assertEquals(
      text,
      '\ufeff名前;words\r\n"a\r\nb";many\r\ny"z;1\r\n',
    );
    const mended = folder.file(
      "mended.csv",
      text.replace("many", "7").replace('y"z', "yz"),
    );
    const table = await readTable(mended, { numbers: ["words"] });
    assertEquals([...table.numbers[0]!], [7, 1]);
  },
);

Deno.test("listedProblems() lists twenty problems and counts the others", () => {
  const problem = (text: string) => ({ text: { ja: text, en: text } });
  const row = (record: number): BadRow => ({
    record,
    line: record + 1,
    text: "",
    problems: [problem("one"), problem("two")],
  });
  const listed = (rows: number, count?: number) =>
    listedProblems(
      "FILE",
      Array.from({ length: rows }, (_, i) => row(i + 1)),
      count,
    ).map(({ en }) => en);
  assertEquals(listed(1), [
    "FILE, record 1 (line 2): one",
    "FILE, record 1 (line 2): two",
  ]);
  assertEquals([listed(10).length, listed(11).length], [20, 21]);
  assertEquals(listed(11).slice(19), [
    "FILE, record 10 (line 11): two",
    "and 2 more",
  ]);
  assertEquals(listed(10, 47).at(-1), "and 27 more");
});
