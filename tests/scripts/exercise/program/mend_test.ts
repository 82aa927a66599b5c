import { assertEquals, assertMatch, assertThrows } from "@std/assert";
import { load } from "../../../../scripts/exercise/program/load.ts";
import { problemText } from "../../../../scripts/exercise/program/problem.ts";
import { readProgram } from "../../../../scripts/exercise/program/read.ts";
import { right, solution } from "../../grade/solution.ts";

// deno-lint-ignore no-explicit-any -- what a student wrote
type Exports = Record<string, any>;

/** A program that is taken but for a part: what it exports, and its problem. */
async function taken(source: string): Promise<[Exports, string]> {
  const { code, problem } = readProgram(source);
  const said = problem === undefined ? "" : problemText(problem).en;
  if (code === undefined) throw new Error(`not taken: ${source}\n${said}`);
  return [await load(code) as Exports, said.replace("exercises.ts, ", "")];
}

/** Which of some functions say why they cannot be called. */
function standIns(exports: Exports, names: readonly string[]): string[] {
  return names.filter((name) => {
    try {
      exports[name]();
    } catch (error) {
      return error instanceof SyntaxError;
    }
    return false;
  });
}

const all = Object.keys(right);
const last = solution().split("\n").length;

Deno.test("readProgram() keeps faults apart, one of which cannot be parsed", async () => {
  const [exports, said] = await taken(`import { add, softplus } from "kobai";
enum Kind { A }
export const forward = (x, b) => add(x, b).item();
export const softmax = (x) => softplus(x);
export const step = () => Kind.A;
export function loss(x） { return x; }
`);
  assertEquals(exports.forward(1, 2), 3);
  assertEquals(
    standIns(exports, ["forward", "softmax", "step", "loss"]),
    ["softmax", "step", "loss"],
  );
  assertMatch(said, /^line 1, column 15: kobai has no softplus/);
  assertThrows(exports.step, SyntaxError, "line 2, column 1: enum");
});

Deno.test("readProgram() loses to what it cannot take nothing that does without it", async () => {
  const parts: [part: string, said: string, column?: number][] = [
    ["enum Kind { A, B }", "enum cannot be used here."],
    ["export const enum Kind { A, B }", "enum cannot be used here.", 8],
    ["namespace A { export const b = 1 }", "namespace cannot be used here."],
    [
      "class A { constructor(private a: number) {} }",
      "public, private, readonly cannot be used here.",
      23,
    ],
    ["@String\nclass A {}", "@ cannot be used here."],
    ['import fs = require("fs");', "import … = cannot be used here."],
    ["export = forward;", "export = cannot be used here."],
    [
      'import { softplus, add as plus } from "kobai";',
      "kobai has no softplus. What the tasks ask for is to be written by you.",
      10,
    ],
    [
      "export { nothing };",
      "nothing is exported, but there is no nothing.",
      10,
    ],
    [
      "export { loss as again, softmax };",
      "softmax is exported twice.",
      25,
    ],
    [
      'alert("done");',
      "alert cannot be used: it is not there when this is graded. If it is a variable of yours, declare it first.",
    ],
    ["const a = 1; const b = 2, a = 3;", "a is declared twice.", 27],
  ];
  for (const [part, text, column = 1] of parts) {
    const [exports, said] = await taken(solution() + part);
    assertEquals(said, `line ${last}, column ${column}: ${text}`);
    assertEquals(standIns(exports, all), [], part);
    const [more] = await taken(`${part}\n${solution()}`);
    assertEquals(standIns(more, all), [], part);
  }
});

Deno.test("readProgram() lets say why what uses something that it cannot take", async () => {
  const enumeration = `enum Name { A = "良い", B = "普通", C = "悪い" }`;
  const category =
    `export function category(P) { return [Name.A, Name.B, Name.C][argMax(P).item()]; }`;
  const layer =
    "class Layer { constructor(readonly W) {} run(x) { return matmul(x, this.W); } }";
  const net = `${layer}\nclass Net extends Layer {}`;
  const forward =
    "export function forward(x, W, b) { return add(new Net(W).run(x), b); }";
  const softmax =
    "export const softmax = (x) => { enum A { B } return sigmoid(x); };";
  for (
    const [changed, names] of [
      [solution({ category: `${enumeration}\n${category}` }), ["category"]],
      [
        solution({ category: `${category}\nexport ${enumeration}` }),
        ["category"],
      ],
      [solution({ forward: `${net}\n${forward}` }), ["forward"]],
      [solution({ softmax }), ["softmax"]],
      // a name that is not declared is that of a page
      [
        solution({
          category: "export const category = (P) => name[argMax(P).item()];",
        }),
        ["category"],
      ],
      [
        solution({
          softmax:
            "import { sigmoid } from 'kobai';\nexport const softmax = (x) => sigmoid(x);",
        }),
        ["softmax"],
      ],
      [
        `${solution()}export function softmax() { return 1; }\n`,
        ["softmax"],
      ],
    ] as const
  ) {
    const [exports] = await taken(changed);
    assertEquals(standIns(exports, all), [...names], changed);
    assertThrows(
      () => exports[names[0]](1, 1, 1),
      SyntaxError,
      " / exercises.ts, line ",
    );
  }
});

Deno.test("readProgram() takes a function of the student where the kit's is imported too", async () => {
  const [exports, said] = await taken(
    'import { add, softmax } from "kobai";\nexport function softmax() { return add(2, 3).item(); }\n',
  );
  assertEquals(exports.softmax(), 5);
  assertMatch(said, /^line 1, column 15: kobai has no softmax/);
  const [more, twice] = await taken(
    'import { add, sum } from "kobai";\nfunction sum(x) { return x[0]; }\nexport const step = () => sum([7]);\n',
  );
  assertEquals(more.step(), 7);
  assertEquals(twice, "line 2, column 10: sum is declared twice.");
});

Deno.test("readProgram() finds where a fault ends, however the program is laid out", async () => {
  const squares = "  const d = subtract(y, t);";
  const faulty = solution().replace(squares, squares.replace("(y", "（y"));
  const line = 1 + solution().split("\n").indexOf(squares);
  const wide = (column: number) =>
    `line ${line}, column ${column}: There is a full-width "（"; write ( in its place.`;
  const list = faulty.replaceAll("export function", "function") +
    `export { ${all.join(", ")} };\n`;
  const layouts: [source: string, column: number][] = [
    [faulty, 21],
    [faulty.replaceAll("\n", "\r\n"), 21],
    [faulty.replaceAll(/^ +/gm, ""), 19],
    [faulty.replaceAll(/^/gm, "  "), 23],
    [list, 21],
    // what stood there before, in a comment
    [`${faulty}/*\n${right.softmax}\n*/\n`, 21],
    [`${faulty}const old = \`\n${right.softmax}\n\`;\n`, 21],
  ];
  for (const [source, column] of layouts) {
    const [exports, said] = await taken(source);
    assertEquals(said, wide(column), source);
    assertEquals(standIns(exports, all), ["sumSquaredError"], source);
  }
});

Deno.test("readProgram() lets a helper say why it cannot be called", async () => {
  for (
    const helper of [
      "function half(x) { return x ／ 2; }",
      "const half = (x) => x ／ 2;",
      "const half = async x => x ／ 2;",
    ]
  ) {
    const sumSquaredError =
      `${helper}\nexport function sumSquaredError() { return half(1); }`;
    const [exports] = await taken(solution({ sumSquaredError }));
    assertEquals(standIns(exports, all), ["sumSquaredError"], helper);
  }
});
