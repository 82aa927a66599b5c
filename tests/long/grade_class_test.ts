/** A class of 200 is graded, and it is told how fast. */
import { assert, assertEquals } from "@std/assert";
import { CHECKOUT } from "../_support/checkout.ts";
import { runDeno } from "../_support/deno_process.ts";
import { needs } from "../_support/permission.ts";
import type { GradedClass } from "./_grade_class.ts";

Deno.test(
  "grade.ts needs no more memory for the last of 200 submissions than for the first",
  needs("run", "read", "write"),
  async () => {
    const { code, stdout, stderr } = await runDeno(
      ["run", "-A", "tests/long/_grade_class.ts", "200"],
      { cwd: CHECKOUT },
    );
    assertEquals([code, stderr], [0, ""]);
    const { count, empty, grading, whole, memory }: GradedClass = JSON.parse(
      stdout,
    );
    const each = (seconds: number) =>
      `${(1000 * seconds / count).toFixed(0)} ms`;
    console.log(
      `${count} submissions: ${each(grading)} each, ${
        each(whole)
      } with start ` +
        `and end; an empty file ${each(empty)}; memory ${memory.join(" ")} MB`,
    );
    assertEquals(memory.length, 10);
    if (memory[1] === null) return; // no `ps`
    assert(memory[9]! <= 1.25 * memory[1]!, memory.join(" "));
  },
);
