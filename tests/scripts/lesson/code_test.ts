import { assert, assertEquals, assertThrows } from "@std/assert";
import { lecture } from "../../../scripts/cells/lesson.ts";
import { codeOf } from "../../../scripts/lesson/code.ts";

const source = `
export const cell = defineCell(import.meta.url, source, {
  run({ x }) {
    const twice = (x: number) => {
      return 2 * x;
    };

    // A comment.
    const y = twice(x);
    return { y };
  },
  results: {},
});
`;

Deno.test("codeOf() takes what stands in run, without the closing return", () => {
  assertEquals(
    codeOf(source),
    [
      "const twice = (x: number) => {",
      "  return 2 * x;",
      "};",
      "",
      "// A comment.",
      "const y = twice(x);",
    ].join("\n"),
  );
});

Deno.test("codeOf() takes run whose arguments stand on lines of their own", () => {
  const long = source.replace("run({ x }) {", "run({\n    x,\n  }) {");
  assertEquals(codeOf(long), codeOf(source));
});

Deno.test("codeOf() refuses a file without run", () => {
  assertThrows(
    () => codeOf("export {};\n"),
    RangeError,
    "Cannot show the code of a cell",
  );
});

/** A run method as text, as JavaScript has it: without types and comments. */
const squeezed = (code: string): string =>
  code.replace(/\/\/.*/g, "").replace(/[\s,;]/g, "");

Deno.test("codeOf() shows the code that runs", () => {
  for (const cell of lecture) {
    const code = codeOf(cell.source);
    assert(code.length > 0, cell.name);
    // What Deno runs is this text without its types; where it has none, it is the very same.
    const ran = squeezed(cell.run.toString());
    for (const line of code.split("\n")) {
      if (/: (Matrix|number|void|Record)|[\w\]]!| as /.test(line)) continue;
      assert(ran.includes(squeezed(line)), `${cell.name}: ${line}`);
    }
  }
});

Deno.test("codeOf() shows the computation of every value", () => {
  for (const cell of lecture) {
    const code = codeOf(cell.source);
    for (const name of Object.keys(cell.results)) {
      assert(new RegExp(`\\b${name}\\b`).test(code), `${cell.name}: ${name}`);
    }
  }
});
