/** A lesson whose code has every shape that could be taken for another. */
import { CHECKOUT } from "../../_support/checkout.ts";
import type { CellData } from "../../../scripts/lesson/cell.ts";
import { type Lesson, lessonOf } from "../../../scripts/lesson/lesson.ts";

interface Shape {
  /** What the cell imports besides `matrix`. */
  readonly imports?: string;
  /** How its method begins, on a line that ends with a brace. */
  readonly run?: string;
  /** The lines between the marks. */
  readonly code: readonly string[];
  /** How it returns what has the names of the results. */
  readonly returns?: readonly string[];
  readonly results?: readonly string[];
  readonly indentation?: string;
}

/** Code with the results `a` and, where they are named, others. */
const shapes: Record<string, Shape> = {
  nested_calls: {
    imports: "add, divide, negate, softmax",
    code: ["const a = softmax(add(negate(divide(x, w)), 1));"],
  },
  arrow_method: {
    run: "run: ({ x, w }) => {",
    code: ["const a = [x].map((m) => { return m.at(0, 0); })[0]!;"],
  },
  long_head: {
    run: "run({\n    x,\n    w,\n  }) {",
    code: ["const a = x.at(0, 0) + w;"],
  },
  wide_indentation: {
    indentation: "      ",
    code: ["const a = [", "  1,", "].length;"],
  },
  tabs: {
    indentation: "\t",
    code: ["if (w > 0) {", "\tx;", "}", "const a = w;"],
  },
  templates: {
    code: [
      "const a = `} return { ${`{${w}}`} }; // end`;",
      "const b = `// show`;",
    ],
    results: ["a", "b"],
  },
  template_of_lines: {
    code: ["const a = `one", "    two", "  // three ${w}", "", "four`;"],
  },
  comments: {
    code: [
      "// return { a: 1 };",
      "/* run({ x }) {",
      "return { a };",
      "*/",
      "const a = w; // end of it",
      "//// end",
    ],
  },
  regular_expressions: {
    code: [
      'const a = "a{b`c}".replace(/[{`}]/g, "\\"").split(/\\/\\/|,/).join();',
    ],
  },
  returns_of_lines: {
    code: ["const a = [1, 2];", "const b = a.length,", "  c = a[0]!;"],
    returns: ["return {", "  b,", "  c,", "};"],
    results: ["b", "c"],
  },
  early_return_inside: {
    code: [
      "function sign(v: number) {",
      "  if (v < 0) return { a: -1 };",
      "",
      "  return { a: 1 };",
      "}",
      "const { a } = sign(w);",
    ],
  },
  input_as_result: { code: ["const a = x;"], results: ["a", "x", "w"] },
  generic_and_labels: {
    code: [
      "const f = <T,>(v: T): T => v;",
      "let n = 0;",
      "outer: for (;;) for (;;) { n = f<number>(2); break outer; }",
      "const a = n;",
    ],
  },
  object_with_run: {
    code: [
      "const o = { run({ x }: { x: number }) { return { a: x }; } };",
      "const { a } = o.run({ x: 2 });",
    ],
  },
  without_semicolons: {
    code: ["const a = w", ";[1, 2].forEach((v) => v)"],
    returns: ["return { a }"],
  },
  odd_names: {
    code: ["const $ = w, _ = 2", "const 値 = $ + _", "const a = 値"],
    results: ["a", "$"],
  },
  words_of_an_import: {
    imports: "log as ln, type Matrix",
    code: ["const m: Matrix = ln(x);", "const a = m;"],
  },
};

function fileOf(shape: Shape): string {
  const {
    imports = "",
    run = "run({ x, w }) {",
    code,
    results = ["a"],
    returns = [`return { ${results.join(", ")} };`],
    indentation = "    ",
  } = shape;
  const inside = (lines: readonly string[]) =>
    lines.map((line) => line && indentation + line).join("\n");
  const url = (path: string) => JSON.stringify(new URL(path, CHECKOUT).href);
  const text = '{ ja: "値", en: "value" }';
  return `import { matrix, ${imports} } from "kobai";
import { defineCell } from ${url("scripts/lesson/cell.ts")};

export const cell = defineCell({
  number: ${text},
  title: ${text},
  text: ${text},
  inputs: { x: matrix([[-0, 1e-300], [Infinity, NaN]]), w: -0.1 },
  ${run}
${inside(["// show", ...code, "// end", ...returns])}
  },
  results: { ${results.map((key) => `${key}: { label: ${text} }`).join(", ")} },
});
`;
}

/** Writes a file for each cell, and loads it. */
export async function hostileLesson(): Promise<Lesson> {
  const folder = await Deno.makeTempDir();
  const cells: Record<string, CellData> = {};
  for (const [i, [key, shape]] of Object.entries(shapes).entries()) {
    const name = `1_${String(i + 1).padStart(2, "0")}_${key}`;
    await Deno.writeTextFile(`${folder}/${name}.ts`, fileOf(shape));
    const { cell } = await import(`file://${folder}/${name}.ts`);
    cells[name] = cell;
  }
  const title = { ja: "形", en: "shapes" };
  const parts = { title, lead: title, sections: { "1": title }, cells };
  const lesson = await lessonOf(`file://${folder}/lesson.ts`, parts);
  await Deno.remove(folder, { recursive: true });
  return lesson;
}
