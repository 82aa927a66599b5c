import { assert, assertEquals, assertThrows } from "@std/assert";
import { lecture } from "../../../scripts/cells/lesson.ts";
import {
  type MarkedCell,
  shownCode,
  UnshownError,
} from "../../../scripts/lesson/code.ts";

/**
 * A cell with an input x and results y and z, and this text around its code.
 */
function cell(
  code: readonly string[],
  { run = "run({ x }) {", end = "return { y, z };", indent = "  " } = {},
): MarkedCell {
  const inside = ["// show", ...code, "// end", end]
    .map((line) => line && indent + indent + line);
  const lines = ["", "export const cell = {", indent + run, ...inside];
  return {
    name: "1_01_x",
    source: [...lines, `${indent}},`, "};", ""].join("\n"),
    inputs: { x: 1 },
    results: { y: {}, z: {} },
  };
}

const code = [
  "const y = [x]",
  "  .map((x) => {",
  "    return 2 * x;",
  "  })[0];",
];
const rest = ["", "// A comment.", "const z = y;"];
const shown = [...code, ...rest].join("\n");

Deno.test("shownCode() takes what stands between the marks", () => {
  assertEquals(shownCode(cell([...code, ...rest])), shown);
});

Deno.test("shownCode() takes run as any formatter or author may write it", () => {
  const lines = [...code, ...rest];
  for (
    const layout of [
      { run: "run: ({ x }) => {" },
      { run: "run({\n    x,\n  }) {" },
      { indent: "\t" },
      { indent: "    " },
      { indent: "" },
      { end: "return {\n      y,\n      z,\n    };" },
      { end: "return { z, y }" },
    ]
  ) {
    assertEquals(shownCode(cell(lines, layout)), shown, JSON.stringify(layout));
  }
  const windows = cell(lines);
  const source = windows.source.replaceAll("\n", "\r\n");
  assertEquals(shownCode({ ...windows, source }), shown);
});

Deno.test("shownCode() leaves the spaces of a template as they are", () => {
  const over = ["const z = `a", "      b ${`}`}`;", "const y = 1;"];
  assertEquals(shownCode(cell(over)), over.map((l) => `    ${l}`).join("\n"));
  const other = ["const z = `${", "  `", "  `}`;", "const y = 1;"];
  assert(shownCode(cell(other)).includes("\n      `\n"));
  // Where each ends on its own line there is nothing to lose.
  const alone = ["const z = `{${x}`;", "const y = `}`;"];
  assertEquals(shownCode(cell(alone)), alone.join("\n"));
});

Deno.test("shownCode() refuses a cell without marks, and says what to write", () => {
  const { source, ...rest } = cell(code);
  const unmarked = source.replace(/ *\/\/ (show|end)\n/g, "");
  assertThrows(
    () => shownCode({ ...rest, source: unmarked }),
    SyntaxError,
    "Cannot show the code of cell 1_01_x: line 3 begins a run whose code is " +
      "not marked, `// show` on a line of its own below `run({ x }) {` and " +
      "`// end` above `return { y, z };` are needed",
  );
  assertThrows(
    () => shownCode({ ...rest, source: source.replace(/ *\/\/ end\n/, "") }),
    SyntaxError,
    "line 4 opens what is shown and nothing closes it",
  );
  assertThrows(
    () => shownCode({ ...rest, source: "export {};\n" }),
    SyntaxError,
    "cell 1_01_x: line 1 begins",
  );
});

Deno.test("shownCode() refuses what a notebook would lack", () => {
  const refused = (
    found: string,
    layout: Parameters<typeof cell>[1],
    lines = code,
  ) => {
    const message = assertThrows(
      () => shownCode(cell(lines, layout)),
      SyntaxError,
    ).message;
    assert(message.includes(found), message);
  };
  const above =
    "line 4 does not stand right below run, `run({ x }) {` is needed";
  refused(above, { run: "run({ x: a }) {" });
  refused(above, { run: "run({ a }) {" });
  refused(above, { run: "run(inputs) {" });
  refused(above, { run: "run({ x }) { const hidden = 1;" });
  refused(above, { run: "run({ x }) { if (x) {" });
  const below =
    "line 9 has something else below it, `return { y, z };` is needed";
  refused(below, { end: "return { y, z: f(g(y, 1), { a: 2 }) };" });
  refused(below, { end: "return { y };" });
  refused(below, { end: "return { y, z, a };" });
  refused(below, { end: "const z = 1;\n    return { y, z };" });
  refused(below, { end: "return values;" });
  // A comment that looks like the mark ends what is shown too early.
  refused("line 5 has something else below it", {}, ["// end", ...code]);
});

Deno.test("shownCode() refuses what stands outside run", () => {
  const { source, ...rest } = cell(["const y = twice(x);", "const z = y;"]);
  const above = (line: string): MarkedCell => ({
    ...rest,
    source: `${line}\n${source}`,
  });
  for (
    const line of [
      "const twice = (x: number) => 2 * x;",
      "export function twice(x: number) { return 2 * x; }",
      'import { add, twice } from "./helpers.ts";',
      'import { double as twice } from "../helpers.ts";',
      'import twice, { type Some } from "./helpers.ts";',
      'import * as twice from "./helpers.ts";',
    ]
  ) {
    const message = assertThrows(
      () => shownCode(above(line)),
      UnshownError,
      undefined,
      line,
    ).text;
    assert(message.en.includes("line 6 uses twice, which"), line);
    assert(message.ja.includes("6 行目の twice は"), line);
  }
  // What a package has, a notebook has, too; a word alone is no use of a name.
  shownCode(above('import { twice } from "kobai";'));
  const fine = [
    "const y = twice.source, z = { source: 'source' }; // source",
    "const map = (cell: number) => cell;",
  ];
  const names = 'import source from "./x.ts";\nexport const cell = 1;\n';
  const other = cell(fine);
  assertEquals(
    shownCode({ ...other, source: names + other.source }),
    fine.join("\n"),
  );
});

/** A method as text, as JavaScript has it: without types and comments. */
const squeezed = (code: string): string =>
  code.replace(/\/\/.*/g, "").replace(/[\s,;]/g, "");

Deno.test("a cell shows the code that runs", () => {
  for (const cell of lecture) {
    const computes = Object.keys(cell.results).length > 0;
    assertEquals(cell.code.length > 0, computes, cell.name);
    // Deno runs this text without its types; where it has none, the very same.
    const ran = squeezed(cell.run.toString());
    for (const line of cell.code.split("\n")) {
      if (/: (Matrix|number|void|Record)|[\w\]]!| as /.test(line)) continue;
      assert(ran.includes(squeezed(line)), `${cell.name}: ${line}`);
    }
  }
});

Deno.test("a cell shows the computation of every value", () => {
  for (const cell of lecture) {
    for (const name of Object.keys(cell.results)) {
      const found = new RegExp(`\\b${name}\\b`).test(cell.code);
      assert(found || name in cell.inputs, `${cell.name}: ${name}`);
    }
  }
});
