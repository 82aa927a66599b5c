/** Grading a class in which everything happens, at once. */
import { assertEquals } from "@std/assert";
import { needs } from "../_support/permission.ts";
import { assertClassIsGraded } from "../scripts/grade/graded_class.ts";
import { hostile } from "../scripts/grade/hostile.ts";
import { madeUpClass } from "../scripts/grade/made_up_class.ts";

Deno.test(
  "grade.ts gives a class the marks and kinds that were worked out by hand, whoever else is in it",
  needs("run", "read", "write"),
  async () => {
    const wellMeant = Object.keys(madeUpClass), bad = Object.keys(hostile);
    const names = new Set([...wellMeant, ...bad]);
    assertEquals(names.size, wellMeant.length + bad.length);
    await assertClassIsGraded(wellMeant, bad);
  },
);
