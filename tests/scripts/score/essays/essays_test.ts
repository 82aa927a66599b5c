import { assertEquals, assertThrows } from "@std/assert";
import {
  bandsOfLabels,
  parseBands,
} from "../../../../scripts/score/essays/bands.ts";
import {
  countBands,
  essaysOf,
  featuresOf,
} from "../../../../scripts/score/essays/essays.ts";
import {
  shipped,
  shippedTable,
} from "../../../../scripts/score/essays/shipped.ts";
import { FileError } from "../../../../scripts/table/file_error.ts";
import { readTable } from "../../../../scripts/table/read_table.ts";
import { CHECKOUT } from "../../../_support/checkout.ts";
import { needs } from "../../../_support/permission.ts";

Deno.test("essaysOf() puts the columns beside each other, and labels into bands", () => {
  const table = shippedTable(["errors", "words"], "score");
  const essays = essaysOf(table, { bands: parseBands("low=1..3;high=4,5") });
  assertEquals(essays.x.rows, 1010);
  // the first two rows of the file: 101,37,3 and 163,21,4
  assertEquals(essays.x.toArray().slice(0, 2), [[37, 101], [21, 163]]);
  assertEquals([...essays.given].slice(0, 2), [0, 1]);
  assertEquals(countBands(essays), [56 + 300 + 325, 288 + 41]);
});

Deno.test("essaysOf() makes a band of each label if there are no bands", () => {
  const essays = essaysOf(shippedTable(["words"], "score"));
  assertEquals(essays.bands, bandsOfLabels(["1", "2", "3", "4", "5"]));
  assertEquals(countBands(essays), [56, 300, 325, 288, 41]);
});

Deno.test("essaysOf() refuses a label that is in no band", () => {
  const table = shippedTable(["words"], "score");
  assertThrows(
    () => essaysOf(table, { bands: parseBands("a=1,2;b=3,4") }),
    FileError,
    'found the label "5", one of the bands\' labels is needed: "1", "2", "3", "4"',
  );
});

Deno.test(
  "shippedTable() is what reading the file gives",
  needs("read"),
  async () => {
    const { pathname } = new URL(
      "examples/data/merlin-de/merlin_de.csv",
      CHECKOUT,
    );
    const { features, label } = shipped;
    const expected = await readTable(pathname, {
      numbers: features,
      label,
      keepRecords: true,
    });
    const table = shippedTable(features, label);
    assertEquals(table.numbers, expected.numbers);
    assertEquals(table.labels, expected.labels);
    assertEquals([table.header, table.rows], [expected.header, expected.rows]);
    assertEquals(table.records.at(1009), expected.records.at(1009));
    assertEquals(featuresOf(table).columns, 2);
  },
);

Deno.test(
  "merlin_de_excel.csv is the beginning of merlin_de.csv, as Excel in Japan writes it",
  needs("read"),
  async () => {
    const { pathname } = new URL(
      "examples/data/merlin-de/merlin_de_excel.csv",
      CHECKOUT,
    );
    const table = await readTable(pathname, {
      numbers: ["語数", "誤り数"],
      label: "評価",
    });
    const { features, label } = shipped;
    const whole = shippedTable(features, label);
    assertEquals([table.encoding, table.rows], ["shift_jis", 300]);
    assertEquals(
      table.numbers,
      whole.numbers.map((column) => column.slice(0, 300)),
    );
    assertEquals(table.labels, whole.labels.slice(0, 300));
  },
);
