import { assert, assertEquals, assertRejects } from "@std/assert";
import { eachRecord } from "../../../scripts/table/records.ts";
import { csvCases } from "./csv_cases.ts";

async function* piecesOf(text: string, size: number): AsyncGenerator<string> {
  for (let i = 0; i < text.length; i += size) yield text.slice(i, i + size);
}

type Visited = [line: number, text: string, fields: readonly string[] | "?"];

async function visited(
  text: string,
  size = 1e9,
  separator = ",",
): Promise<Visited[]> {
  const found: Visited[] = [];
  await eachRecord(piecesOf(text, size), separator, (fields, place) => {
    const { line, text } = place();
    found.push([line, text, fields ?? "?"]);
  });
  return found;
}

/** Line, text and fields of each record of this text. */
const text = [
  "name,words",
  "",
  '"a',
  "",
  'b",2',
  "\r",
  '"c ""d""",3\r',
  "   ",
  'e"f,4',
  '"g"h,5',
  ",",
  "i,6",
].join("\n");
const expected: Visited[] = [
  [1, "name,words", ["name", "words"]],
  [3, '"a\n\nb",2', ["a\n\nb", "2"]],
  [7, '"c ""d""",3', ['c "d"', "3"]],
  [8, "   ", ["   "]],
  [9, 'e"f,4', "?"],
  [10, '"g"h,5', "?"],
  [11, ",", ["", ""]],
  [12, "i,6", ["i", "6"]],
];

Deno.test("eachRecord() knows the line and the text of every record", async () => {
  assertEquals(await visited(text), expected);
});

Deno.test("eachRecord() finds the same however the text arrives", async () => {
  for (const size of [1, 2, 3, 5, 7, 11, 40]) {
    assertEquals(await visited(text, size), expected, `pieces of ${size}`);
  }
});

Deno.test("eachRecord() goes on behind a quote that is never closed", async () => {
  assertEquals(await visited('a,b\n"c,1\nd,2\ne,3\n', 4), [
    [1, "a,b", ["a", "b"]],
    [2, '"c,1', "?"],
    [3, "d,2", ["d", "2"]],
    [4, "e,3", ["e", "3"]],
  ]);
});

Deno.test("eachRecord() goes on behind it in a text of many pieces", async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => `${i},${i % 7}`);
  const broken = rows.toSpliced(5, 0, '"x,1').join("\n");
  const found = await visited(broken, 4096);
  assertEquals(found.length, 20_001);
  assertEquals(found[5], [6, '"x,1', "?"]);
  const others = found.toSpliced(5, 1);
  assertEquals(others.map(([, text]) => text), rows);
  assertEquals(others.map(([line]) => line).at(-1), 20_001);
  assert(others.every(([, , fields]) => fields.length === 2));
});

Deno.test("eachRecord() gives up where too many quotes do not fit", async () => {
  const text = 'a"b,1\n'.repeat(1001) + "c,2\n";
  await assertRejects(() => visited(text, 4096), SyntaxError);
  const found = await visited('a"b,1\n'.repeat(1000) + "c,2\n", 4096);
  assertEquals(found.length, 1001);
  assertEquals(found.at(-1), [1001, "c,2", ["c", "2"]]);
});

Deno.test("eachRecord() has nothing to visit in nothing", async () => {
  for (const nothing of ["", "\n", "\r\n\r\n", "\n\n"]) {
    assertEquals(await visited(nothing), []);
  }
});

Deno.test("eachRecord() stops where it is told to, and ends its source", async () => {
  let ended = false;
  async function* endless(): AsyncGenerator<string> {
    try {
      for (;;) yield "a,b\n";
    } finally {
      ended = true;
    }
  }
  let count = 0;
  await eachRecord(endless(), ",", () => ++count < 1000);
  assertEquals([count, ended], [1000, true]);
});

Deno.test("eachRecord() hands on the errors of its source and of its visitor", async () => {
  async function* failing(): AsyncGenerator<string> {
    yield "a,b\n";
    throw new RangeError("no more");
  }
  await assertRejects(
    () => eachRecord(failing(), ",", () => {}),
    RangeError,
    "no more",
  );
  await assertRejects(
    () =>
      eachRecord(piecesOf("a,b\nc,d\n", 3), ",", () => {
        throw new TypeError("not this");
      }),
    TypeError,
    "not this",
  );
});

for (const [what, text, records] of csvCases) {
  Deno.test(`eachRecord() reads ${what} alike, whole and in pieces`, async () => {
    // 65,536 letters are what a file gives at once.
    const sizes = text.length > 1000 ? [1e9, 65_536] : [1e9, 1, 2, 3];
    for (const size of sizes) {
      const found = await visited(text, size);
      assertEquals(found.map(([, , fields]) => fields), records, `${size}`);
    }
  });
}

Deno.test("eachRecord() gives back the text of a row as it stands in its file", async () => {
  const found = await visited('a,"b\r\nc"\r\n"x"y\r\nd,e\r\n', 3);
  assertEquals(found.map(([line, text]) => [line, text]), [
    [1, 'a,"b\r\nc"'],
    [3, '"x"y'],
    [4, "d,e"],
  ]);
});
