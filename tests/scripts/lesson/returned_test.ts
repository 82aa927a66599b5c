import { assertEquals } from "@std/assert";
import { lecture } from "../../../scripts/cells/lesson.ts";
import { returnedBy } from "../../../scripts/lesson/code.ts";

const cell = (returned: string): string =>
  `export const cell = {\n  run({ x }) {\n    const a = 1;\n${returned}\n  },\n};\n`;

Deno.test("returnedBy() reads names and expressions", () => {
  assertEquals(returnedBy(cell("    return { a };")), { a: "a" });
  assertEquals(returnedBy(cell("    return { a, b: matrix(a, [1, 2]), c };")), {
    a: "a",
    b: "matrix(a, [1, 2])",
    c: "c",
  });
  assertEquals(
    returnedBy(cell("    return {\n      a: f(g(a, 1), 2),\n      b,\n    };")),
    { a: "f(g(a, 1), 2)", b: "b" },
  );
});

Deno.test("returnedBy() finds the results of every cell of the lecture", () => {
  for (const { source, results, name } of lecture) {
    assertEquals(
      Object.keys(returnedBy(source)).sort(),
      Object.keys(results).sort(),
      name,
    );
  }
});
