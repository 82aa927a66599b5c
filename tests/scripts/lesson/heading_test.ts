import { assertEquals } from "@std/assert";
import { lecture } from "../../../scripts/cells/lesson.ts";
import { headingOf, numberOf } from "../../../scripts/lesson/heading.ts";

Deno.test("headingOf() has the section, the number and what the lecture calls it", () => {
  const cell = lecture.find(({ name }) =>
    name.includes("sum_of_squared_errors")
  )!;
  assertEquals(numberOf(cell), "4.2.3-04");
  assertEquals(
    headingOf(cell, "en"),
    "4.2.3-04  Out [5]  The sum of squared errors",
  );
  assertEquals(headingOf(cell, "ja"), "4.2.3-04  Out [5]  2 乗和誤差");
});
