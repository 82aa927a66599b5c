/** Excel workbooks, put together part by part as Excel and openpyxl do. */
import { assert, assertEquals, assertRejects } from "@std/assert";
import { openWorkbook } from "../../../scripts/workbook/open_workbook.ts";
import { pack } from "../../../scripts/workbook/pack.ts";
import { FileError } from "../../../scripts/table/file_error.ts";
import { readTable } from "../../../scripts/table/read_table.ts";
import { deflated } from "../../_support/deflated.ts";
import { temporaryFolder } from "../../_support/files.ts";
import { needs } from "../../_support/permission.ts";
import { textCell as text, workbook } from "../../_support/workbook.ts";

async function read(bytes: Uint8Array, sheet?: string) {
  using folder = temporaryFolder();
  const path = folder.file("t.xlsx", [...bytes]);
  const { text, notes } = await openWorkbook(path, sheet);
  const csv = (await Array.fromAsync(text.pieces())).join("");
  return { csv, notes: notes.map(({ en }) => en) };
}

const needed = needs("read", "write");

Deno.test(
  "openWorkbook() reads texts, numbers, truths, errors, and letters beyond the basic plane",
  needed,
  async () => {
    const { csv, notes } = await read(workbook({
      "成績": `<row r="1">${text("A1", "名前")}${text("B1", "n")}</row>` +
        `<row r="2">${text("A2", "&#134071;田 &#x29e3d; 𠮷&#233;&amp;")}` +
        '<c r="B2"><v>12345678901234567890</v></c></row>' +
        `<row r="3">${text("A3", "a\nb")}<c r="B3"><v>0.85</v></c></row>` +
        `<row r="5">${text("A5", "007")}<c r="B5" t="b"><v>1</v></c></row>` +
        '<row r="6"><c r="A6" t="e"><v>#N/A</v></c>' +
        '<c r="B6"><v>1E-7</v></c></row>',
    }));
    assertEquals(
      csv,
      "名前,n\r\n𠮷田 𩸽 𠮷é&,12345678901234567890\r\na\u2028b,0.85\r\n" +
        ",\r\n007,TRUE\r\n#N/A,1E-7\r\n",
    );
    assertEquals(notes, ['the sheet "成績" was read']);
  },
);

Deno.test(
  "openWorkbook() tells of dates, and of formulas without a stored value",
  needed,
  async () => {
    const { csv, notes } = await read(workbook({
      a: '<row r="1"><c r="A1" s="1"><v>45413</v></c>' +
        '<c r="B1" s="1"><v>45413.5</v></c></row>' +
        '<row r="2"><c r="A2"><f>B2*2</f><v>8</v></c>' +
        '<c r="B2"><f>C2*2</f></c><c r="C2" t="str"><f>A1&amp;"x"</f></c>' +
        '<c r="D2" t="str"><f>""</f><v></v></c><c r="E2"><v>3</v></c></row>',
    }));
    assertEquals(
      csv,
      "2024-05-01,2024-05-01T12:00:00,,,\r\n" +
        '8,=C2*2,"=A1&""x""",,3\r\n',
    );
    assertEquals(notes.slice(1), [
      "dates were read as texts such as 2024-05-01: 2 (A1, B1)",
      "formulas without a stored value: 2 (B2, C2); open the file in Excel " +
      "and save it again",
    ]);
  },
);

Deno.test(
  "openWorkbook() reads the sheet that is named, and names those that there are",
  needed,
  async () => {
    const bytes = workbook({
      one: `<row r="1">${text("A1", "1")}</row>`,
      "A &amp; B": `<row r="1">${text("A1", "2")}</row>`,
    });
    const first = await read(bytes);
    assertEquals(first.csv, "1\r\n");
    assertEquals(first.notes, [
      'the sheet "one" was read (others: "A & B"; --sheet chooses)',
    ]);
    assertEquals((await read(bytes, "Ａ & B")).csv, "2\r\n");
    const error = await assertRejects(() => read(bytes, "two"), FileError);
    assert(
      error.text.en.endsWith('no sheet "two"; its sheets are "one", "A & B"'),
    );
  },
);

Deno.test(
  "readTable() of a workbook gives line breaks back, and counts rows as Excel does",
  needed,
  async () => {
    using folder = temporaryFolder();
    const bytes = workbook({
      a: `<row r="1">${text("A1", "t")}${text("B1", "n")}</row>` +
        `<row r="2">${text("A2", "a\n\nb")}<c r="B2"><v>1</v></c></row>` +
        `<row r="3">${text("A3", "c")}${text("B3", "many")}</row>`,
    });
    const path = folder.file("t.xlsx", [...bytes]);
    const { text: file } = await openWorkbook(path);
    const how = { numbers: ["n"], texts: ["t"], skipBadRows: true };
    const table = await readTable(path, { ...how, text: file });
    assertEquals(table.texts, [{ name: "t", cells: ["a\n\nb"] }]);
    assertEquals(table.badRows.map(({ line }) => line), [3]);
  },
);

Deno.test(
  "openWorkbook() refuses what would unpack to 300 MB, and unpacks nothing",
  needed,
  async () => {
    // Who tried to unpack it would find it damaged.
    const bytes = deflated(new Uint8Array(300), 300_000_000);
    const error = await assertRejects(() => read(bytes), FileError);
    assert(error.text.en.includes("it unpacks to more than 100 MB"));
  },
);

Deno.test(
  "openWorkbook() refuses what is no workbook, or damaged anywhere, with a sentence",
  needed,
  async () => {
    const bytes = workbook({ a: `<row r="1">${text("A1", "t")}</row>` });
    const refused = [
      new Uint8Array(),
      new TextEncoder().encode("a,b\n1,2\n"),
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Array(600).fill(0)]),
      bytes.slice(0, -30),
      pack(new Map([["a.xml", new Uint8Array()]])),
      bytes.with(bytes.indexOf(97, 200), 98), // its checksum differs
    ];
    for (const [i, one] of refused.entries()) {
      const error = await assertRejects(() => read(one), FileError, "", `${i}`);
      assert(error.text.en.includes("as an Excel workbook"), error.text.en);
    }
  },
);
