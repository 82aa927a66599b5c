import { assertEquals, assertThrows } from "@std/assert";
import {
  groupsOf,
  identifies,
} from "../../../../scripts/score/essays/groups.ts";
import { FileError } from "../../../../scripts/table/file_error.ts";
import { KeptRecords, type Table } from "../../../../scripts/table/table.ts";

/** A table with columns of text. */
function table(texts: Record<string, string[]>): Table {
  const columns = Object.entries(texts).map(([name, cells]) => ({
    name,
    cells,
  }));
  return {
    file: "t.csv",
    encoding: "utf-8",
    separator: ",",
    decimal: ".",
    header: Object.keys(texts),
    rows: columns[0]!.cells.length,
    numbers: [],
    texts: columns,
    labels: [],
    lineOf: (row) => row + 2,
    records: new KeptRecords(),
    badRows: [],
    notes: [],
  };
}

Deno.test("identifies() knows columns that name an essay or its writer", () => {
  const names = ["id", "ID", "student", "Student ID", "writer", "学籍番号"];
  const texts = ["氏名", "ＩＤ", "essay_id", "text", "本文"];
  assertEquals([...names, ...texts].filter((name) => !identifies(name)), []);
  const others = ["words", "score", "task_id", "class", "essay no", "番号"];
  assertEquals(others.filter(identifies), []);
});

Deno.test("groupsOf() joins the rows with the same value, empty ones not", () => {
  const groups = groupsOf(table({ id: ["a", "b", "Ａ ", "", "b", ""] }));
  assertEquals(groups, { of: [0, 1, 0, 2, 1, 3], count: 4, columns: ["id"] });
});

Deno.test("groupsOf() counts what has no value in the column asked for, and refuses it empty", () => {
  const some = table({ writer: ["a", "", "a", " \u200b"] });
  assertEquals(groupsOf(some, "writer"), {
    ...{ of: [0, 1, 0, 2], count: 3, columns: ["writer"] },
    unnamed: { column: "writer", essays: 2 },
  });
  assertThrows(
    () => groupsOf(table({ writer: ["", " "] }), "writer"),
    FileError,
    "Cannot keep essays together by writer: nothing stands in it",
  );
});

Deno.test("groupsOf() joins through several columns", () => {
  const student = ["s1", "s2", "s2", "s3"], id = ["1", "2", "3", "1"];
  assertEquals(groupsOf(table({ student, id })), {
    of: [0, 1, 1, 0],
    count: 2,
    columns: ["student", "id"],
  });
});

Deno.test("groupsOf() takes the same text for the same essay if it is long", () => {
  const essay = "Liebe Julia, wie geht es dir? Mir geht es gut, danke.";
  assertEquals(groupsOf(table({ text: [essay, "1", "1", essay] })), {
    of: [0, 1, 2, 0],
    count: 3,
    columns: ["text"],
  });
  assertEquals(groupsOf(table({ text: ["1", "1", "2"] })), undefined);
});

Deno.test("groupsOf() finds none where no value stands twice, unless it was asked", () => {
  const once = table({ id: ["1", "2", "3"] });
  assertEquals(groupsOf(once), undefined);
  assertEquals(groupsOf(once, "id")?.count, 3);
});
