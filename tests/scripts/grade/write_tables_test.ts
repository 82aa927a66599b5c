import { assert, assertEquals } from "@std/assert";
import { fileNames } from "../../../scripts/grade/write_tables.ts";

function names(...students: string[]): string[] {
  const members = students.map((student) => ({ student, name: "" }));
  const found = fileNames(members);
  return members.map((member) => found.get(member)!);
}

Deno.test("fileNames() keeps to the names of students, without what a system minds", () => {
  assertEquals(names("s01", "山田", "a/b", "..", "x:y", " "), [
    "s01",
    "山田",
    "a_b",
    "_.",
    "x_y",
    "_",
  ]);
});

Deno.test("fileNames() gives everyone a name of their own, whoever comes first", () => {
  assertEquals(names("s01 ", "s01", "S01"), ["s01-3", "s01", "S01-2"]);
  assertEquals(names("a/b", "a:b", "a_b"), ["a_b-2", "a_b-3", "a_b"]);
});

Deno.test("fileNames() leaves room for what is written beside the file", () => {
  const [long, japanese] = names("n".repeat(250), "長".repeat(85));
  assertEquals(long, "n".repeat(150));
  assertEquals(japanese, "長".repeat(50)); // of 3 bytes each
  const bytes = (text: string) => new TextEncoder().encode(text).length;
  assert(bytes(names(`a${"長".repeat(85)}`)[0]!) <= 150);
});
