/** A reader's own table of essays, as the page reads it. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import {
  MOST_BYTES,
  ownTable,
} from "../../../../../scripts/page/live/essays/own_table.ts";
import { CHECKOUT } from "../../../../_support/checkout.ts";
import { needs } from "../../../../_support/permission.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

/** A table of 30 essays with a header. */
function table(header: string, row: (i: number) => string, end = "\n"): string {
  return [header, ...Array.from({ length: 30 }, (_, i) => row(i))].join(end);
}

const plain = table("words,errors,score", (i) => `${100 + i},${i},${i % 3}`);

function essays(data: Uint8Array) {
  const read = ownTable(data);
  assert("essays" in read, JSON.stringify(read));
  return read;
}

function fault(text: string): string {
  const read = ownTable(bytes(text));
  assert("fault" in read, "it was read");
  assertMatch(read.fault.ja, /[ぁ-ん]/);
  return read.fault.en;
}

Deno.test("ownTable() reads words, errors and bands, wherever they stand", () => {
  const { essays: { x, labels, bands, train, test } } = essays(bytes(plain));
  assertEquals(x.toArray().slice(0, 2), [[100, 0], [101, 1]]);
  assertEquals(labels.slice(0, 4), [0, 1, 2, 0]);
  assertEquals(bands, ["0", "1", "2"]);
  assertEquals(test.length, 6);
  assertEquals(
    [...train, ...test].sort((a, b) => a - b),
    labels.map((_, i) => i),
  );
  const quoted = table(
    'name;"Level";Word count;ERRORS',
    (i) => `"a;""b""";"A${1 + i % 2}";"1,0${10 + i}";０`,
    "\r\n",
  );
  const other = essays(bytes(quoted));
  assertEquals(other.essays.x.toArray()[1], [1011, 0]);
  assertEquals(other.essays.bands, ["A1", "A2"]);
  assertEquals(
    other.columns.en,
    "Its columns “Word count”, “ERRORS” and “Level” were used.",
  );
});

Deno.test(
  "ownTable() reads what Excel in Japan saves, and UTF-16",
  needs("read"),
  () => {
    const file = new URL(
      "examples/data/merlin-de/merlin_de_excel.csv",
      CHECKOUT,
    );
    const { essays: { x, bands } } = essays(Deno.readFileSync(file));
    assertEquals([x.rows, x.toArray()[0]], [300, [101, 37]]);
    assertEquals(bands, ["1", "2", "3", "4", "5"]);
    const words = new Uint16Array(
      [...`\ufeff${plain}`].map((c) => c.charCodeAt(0)),
    );
    assertEquals(essays(new Uint8Array(words.buffer)).essays.x.rows, 30);
  },
);

Deno.test("ownTable() says what it cannot use", () => {
  assertEquals(
    fault("a,b,c\n1,2,3"),
    "Columns called words, errors and score are needed; found: a, b, c",
  );
  assertEquals(
    fault(plain.replace("101,1", "many,1")),
    "Line 3: “many” is no number of 0 or more.",
  );
  assertEquals(
    fault(plain.replace("102,2,2", "102,2,")),
    "Line 4 has no score.",
  );
  assertMatch(fault("words,errors,score\n1,2,3"), /^Essays in it: 1; 20 to /);
  assertMatch(
    fault(table("words,errors,score", (i) => `1,2,${i}`)),
    /^Different scores in it: 30; 2 to 6 can be used/,
  );
  assertMatch(fault("PK\x03\x04\0"), /^The file is no text in UTF-8/);
  const large = ownTable(new Uint8Array(MOST_BYTES + 1));
  assert("fault" in large);
  assertMatch(large.fault.en, /at most 1000 kB/);
});
