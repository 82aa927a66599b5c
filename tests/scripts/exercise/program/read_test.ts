import { assert, assertEquals, assertMatch } from "@std/assert";
import {
  type Read,
  readProgram,
} from "../../../../scripts/exercise/program/read.ts";
import { problemText } from "../../../../scripts/exercise/program/problem.ts";
import { hostile, refusedAttempts } from "../../grade/hostile.ts";
import { madeUpClass } from "../../grade/made_up_class.ts";
import { right, solution } from "../../grade/solution.ts";

/** What a program exports, run as Deno runs text of this kind. */
async function exportsOf(code: string, type: string): Promise<unknown> {
  const url = URL.createObjectURL(new Blob([code], { type }));
  try {
    return { ...await import(url) };
  } finally {
    URL.revokeObjectURL(url);
  }
}

function codeOf(source: string): string {
  const { code, problem } = readProgram(source);
  assertEquals(problem, undefined, source);
  return code!;
}

function saidOf({ problem }: Read, language: "ja" | "en" = "en"): string {
  return problem === undefined ? "" : problemText(problem)[language];
}

Deno.test("readProgram() keeps every line and column of ordinary programs", () => {
  for (const [name, { source }] of Object.entries(madeUpClass)) {
    // but for what lets a value outside of functions fail
    const code = codeOf(source)
      .replaceAll(/\(\(\)=>\{try\{return\(|\)\}catch\{\}\}\)\(\)/g, "");
    assertEquals(code.split("\n").length, source.split("\n").length, name);
    for (const [i, line] of code.split("\n").entries()) {
      const written = source.split("\n")[i]!;
      assertEquals(line.length, written.length, name);
      for (const [k, letter] of [...line].entries()) {
        assert(letter === " " || letter === [...written][k], name);
      }
    }
  }
});

Deno.test("readProgram() gives what Deno makes of the same TypeScript", async () => {
  const programs = [
    // a semicolon that belongs to a type goes with it
    "export let n = 0\nconst x = 1\ntype X = number\n;(() => { n = x })()",
    "let a: any = (b: any) => b\nlet c = a as any\n(function () {})\nexport { c }",
    "let a = 3, b = 2\nlet c = a as number\n[b, a] = [a, b]\nexport { a, b, c }",
    "const f = (x: any) => x\nlet y = f\n`t`\nexport { y }",
    "const a = 4, g = 2\nconst b = a satisfies number\n/2/g\nexport { b }",
    "class A { get: any\n foo() { return 1 } }\nexport const n = new A().foo()",
    "class A { static: number = 1\n x = 2 }\nexport const n = new A().x",
    "class A { x = 1\n public ['y'] = 2 }\nexport const n = new A().y",
    "class A { x = 1 as any\n ['y'] = 2 }\nexport const n = new A().y",
    "class A { private a = 1; readonly b?: number; c!: number; static d = 4; protected static e = 5; f(): number { return this.a } }\nexport const n = [new A().f(), A.d, Object.keys(new A()).length]",
    "abstract class A { abstract a(): number; abstract b: string; declare c: number; [key: string]: unknown; f() { return 2 } }\nclass B extends A { override a() { return 1 } override b = '' }\nexport const n = [new B().a(), new B().f()]",
    // no line may end before an arrow, nor behind return
    "const f = (x: number): {\n  a: number\n} => ({ a: x })\nexport const n = f(1)",
    "const f = async <\n  T,\n>(x: T) => x\nexport const n = await f(2)",
    "function f(): number { return <any>\n 3 }\nexport const n = f()",
    "function f(): any { return (4) as // as\n any }\nexport const n = f()",
    // signs that are no types
    "const a = 1, b = 2, c = 3\nexport const n = [a < b, b > c, a ? b : c, a! + b!, !a]",
    "function f(this: void, x?: number, ...rest: number[]): number { return (x ?? 1) + rest.length }\nexport const n = [f(), f(2, 3, 4)]",
    "function f(x: string): string\nfunction f(x: number): number\nfunction f(x: any) { return x }\nexport const n = f(5)",
    "const { a, b = 2 }: { a: number; b?: number } = { a: 1 }\nconst [c]: number[] = [3]\nexport { a, b, c }",
    "let n!: number\nn = 1\nexport { n }",
    "for (const x of [1, 2] as number[]) n += x\nfor (let i: number = 0; i < 2; i++) n += i\nexport var n = 0",
    "interface A { a: number }\nexport interface B extends A {}\nexport type { A }\ndeclare const z: number\ndeclare global { interface C {} }\nexport const n = 1",
    "const f = <T,>(x: T): x is T & {} => !!x\nexport const n = f<number>(1)",
    "class A<T> implements Iterable<T> { *[Symbol.iterator](): Generator<T> {} }\nexport const n = [...new A<number>()].length",
    "try { throw 1 } catch (e: unknown) { n = e as number }\nexport var n: number",
    "let x = { f<T>(y: T): T { return y }, get a(): number { return 1 } } as const\nexport const n = [x.f(2), x.a]",
    "enum: for (;;) { break enum1; }\nexport {}".replace(
      "enum: for (;;) { break enum1; }",
      "const type = 1, declare = 2, as = 3, namespace = 4, abstract = 5",
    ),
    "export const 重み = 1, \u{20bb7} = '\u{20bb7}' as string",
    "export default class { a: number = 1 }",
  ];
  for (const program of programs) {
    const source = `// deno-lint-ignore-file\n${program}\n`;
    const [mine, denos] = await Promise.allSettled([
      exportsOf(codeOf(source), "text/javascript"),
      exportsOf(source, "application/typescript"),
    ]);
    const told = (ended: typeof mine) =>
      ended.status === "fulfilled"
        ? Deno.inspect(ended.value, { depth: 9 })
        : ended.reason.constructor.name;
    assertEquals(told(mine!), told(denos!), program);
  }
});

Deno.test("readProgram() takes all that imports kobai, and words that only look like imports", () => {
  const names = "add, argMax, divide, exp, log, matmul, matrix, max".split(
    ", ",
  );
  const long = Array.from({ length: 200 }, (_, i) => `add as add${i}`);
  const fine = [
    'import { add, matmul } from "kobai";',
    "import{add}from'kobai'",
    'import type { Matrix } from "kobai";',
    'import { type MatrixLike, ReductionOptions } from "kobai";',
    'import * as kobai from "kobai";',
    'import "kobai";',
    'const { add } = await import("kobai");',
    'export { add } from "kobai"',
    'export * from "kobai";',
    "interface Net { W: number }\ntype Rows = Net[];\nconst n = 1;\nexport { n, type Rows, Net };",
    `import {\n  ${long.join(",\n  ")}\n} from "kobai";`,
    `import { ${names.join(", // 足し算 (x + y)\n")} } from "kobai";`,
    "const from1 = 1\nexport { from1 }\nfrom1",
    "let a = 1\nexport { a }\n{ a = 2 }",
    "if (import.meta.main) console.log(import.meta.url);",
    'const text = "\\u{666e}\\u{901a}", other = "\\u0031", n = "import".length;',
    'const re = /import|export/, note = `export ${1} from "x"`;',
  ];
  for (const source of fine) {
    assertEquals(saidOf(readProgram(source)), "", source);
  }
  // An editor may write the kit's own file.
  assertEquals(
    codeOf('import { zeros } from "./kobai.ts";'),
    'import { zeros } from "kobai";',
  );
});

Deno.test("readProgram() refuses every other import, with its place", () => {
  const foreign = (module: string, line = 1, column = 1) =>
    `exercises.ts, line ${line}, column ${column}: Cannot import "${module}": only "kobai" is there when this is graded, no other file and no package.`;
  const refused: [source: string, said: string][] = [
    ['import { softmax } from "../../mod.ts";', foreign("../../mod.ts")],
    [
      'import seedrandom from "npm:seedrandom@3.0.5";',
      foreign("npm:seedrandom@3.0.5"),
    ],
    ['\n  import { inspect } from "node:util";', foreign("node:util", 2, 3)],
    ['import { help } from "./helper.ts";', foreign("./helper.ts")],
    ['import a from "\\x6eode:zlib";', foreign("node:zlib")],
    ['export * from "node:zlib";', foreign("node:zlib")],
    ['export { a }\nfrom "node:zlib";', foreign("node:zlib")],
    ['/*\nimport { // */ import "node:zlib"', foreign("node:zlib", 2, 16)],
  ];
  for (const [source, said] of refused) {
    assertEquals(saidOf(readProgram(source)), said, source);
  }
  for (
    const source of [
      'import("node:zlib")',
      'import("kobai" + "")',
      "await import(`kobai`)",
      'import("kobai", { with: { type: "json" } })',
      'import.source("kobai")',
      'import.defer("kobai")',
      'import zlib = require("node:zlib");',
      '\\u0069mport("node:zlib");',
      'import { softmax } from "kobai";',
      'export { softmax } from "kobai";',
      'import kobai from "kobai";',
      'eval("1")',
      "new Function('return 1')()",
      "process.exit()",
      "enum A { B }",
      "namespace A { export const b = 1 }",
      "class A { constructor(readonly a: number) {} }",
    ]
  ) {
    const { code, problem } = readProgram(source);
    assertEquals(code, undefined, source);
    assertEquals(problem?.line, 1, source);
  }
  for (const attempt of refusedAttempts) {
    const source = `export const f = async () => { ${attempt} };`;
    assertEquals(readProgram(source).code, undefined, attempt);
  }
});

Deno.test("readProgram() says in both languages what is wrong, and where", () => {
  const said: [source: string, en: string, ja: string][] = [
    [
      "const a = 1;\nconst b = （a + 1）;",
      'line 2, column 11: There is a full-width "（"; write ( in its place.',
      "2 行目 11 文字目：全角の「（」があります。半角の ( に直してください。",
    ],
    [
      "const a = 1 ＋ 2;",
      'line 1, column 13: There is a full-width "＋"; write + in its place.',
      "1 行目 13 文字目：全角の「＋」があります。半角の + に直してください。",
    ],
    [
      "const a = 「x」;",
      'line 1, column 11: There is a full-width "「"; write " in its place.',
      '1 行目 11 文字目：全角の「「」があります。半角の " に直してください。',
    ],
    [
      "if (true) {\n  const a = 1;\n",
      "line 3, column 1: The program ends too early. Is there a bracket that is not closed?",
      "3 行目 1 文字目：プログラムが途中で終わっています。閉じていないカッコがないか、確かめてください。",
    ],
    [
      "const a = 1;\nconst a = 2;",
      "line 2, column 7: a is declared twice.",
      "2 行目 7 文字目：a が二度宣言されています。",
    ],
    [
      "const a = b – 1;",
      'line 1, column 13: There is a full-width "–"; write - in its place.',
      "1 行目 13 文字目：全角の「–」があります。半角の - に直してください。",
    ],
    [
      "const a =\u200b 1;",
      "line 1, column 10: There is a letter that cannot be seen (U+200B); remove it.",
      "1 行目 10 文字目：見えない文字（U+200B）があります。消してください。",
    ],
    [
      "const f = () => { await 1; };",
      "line 1, column 19: await cannot be used here. There is nothing to wait for: remove it.",
      "1 行目 19 文字目：await はここでは使えません。待つものはないので、消してください。",
    ],
    [
      "let a, b;\na - b = 3;",
      "line 2, column 1: No value can be put into what stands left of the =.",
      "2 行目 1 文字目：= の左にあるものには、値を入れられません。",
    ],
    [
      "/ a note\nconst a = 1;",
      "line 1, column 2: This / does not fit here. A division has a value on its left; a comment begins with //.",
      "1 行目 2 文字目：「/」の使い方が違います。割り算なら左に値が要ります。コメントは // で始めます。",
    ],
    [
      "const f = 1;\nreturn f;",
      "line 2, column 1: There is a return outside of a function. Is there a } too many before it?",
      "2 行目 1 文字目：関数の外に return があります。その前の } が多くないか、確かめてください。",
    ],
    [
      'const a = "x;\n',
      "line 1, column 11: A text is not closed; look at its quotation marks.",
      "1 行目 11 文字目：文字列が閉じていません。引用符を確かめてください。",
    ],
  ];
  for (const [source, en, ja] of said) {
    const read = readProgram(source);
    assertEquals(saidOf(read), `exercises.ts, ${en}`, source);
    assertEquals(saidOf(read, "ja"), `exercises.ts の ${ja}`, source);
  }
  assertMatch(
    saidOf(readProgram(`x = ${"(".repeat(8000)}`)),
    /: Brackets or expressions are nested too deeply\.$/,
  );
  assertMatch(
    saidOf(readProgram("/".repeat(200_001))),
    /The file is longer than 200 kB/,
  );
});

Deno.test("readProgram() puts a function that says why in the place of one that is none", async () => {
  const source = solution({
    softmax:
      "export function softmax(scores: Matrix): Matrix {\n  return exp（scores）;\n}",
  });
  const { code, problem } = readProgram(source);
  const line = 1 + source.split("\n").indexOf("  return exp（scores）;");
  assertEquals([problem?.line, problem?.column], [line, 13]);
  const names = /export function (\w+)/g;
  assertEquals(
    [...code!.matchAll(names)].map(([, name]) => name),
    Object.keys(right),
  );
  const alone = code!.replace(/^import [^;]*;/, "");
  const found = await exportsOf(alone, "text/javascript") as {
    softmax(): void;
  };
  try {
    found.softmax();
  } catch (error) {
    assertMatch(String(error), /^SyntaxError: exercises\.ts の .*全角の「（」/);
    assertMatch(String(error), / \/ exercises\.ts, line .*full-width "（"/);
  }
});

Deno.test("readProgram() passes over what a chat puts around a program", async () => {
  for (const [before, line] of [["```ts\n", 1], ["\ufeff\r\n ``` \r\n", 2]]) {
    const read = readProgram(`${before}export const f = () => 1;\n\`\`\`\n`);
    assertMatch(saidOf(read), /: A line with ``` is no part of a program/);
    assertEquals(read.problem!.line, line);
    const found = await exportsOf(read.code!, "text/javascript");
    assertEquals((found as { f(): number }).f(), 1);
  }
  assertEquals(readProgram("```ts\n".repeat(3)).problem?.line, 1);
});

Deno.test("readProgram() lets what fails outside of functions fail alone", async () => {
  const source =
    "export function f() { return 1 }\nconsole.assert(f() === 1)\nthrow new Error(`demo`)\n";
  const found = await exportsOf(codeOf(source), "text/javascript");
  assertEquals((found as { f(): number }).f(), 1);
  const inOneLine =
    "let n = 0;null.x();n = 1;undefined.y();\nexport const f = () => n;";
  const other = await exportsOf(codeOf(inOneLine), "text/javascript");
  assertEquals((other as { f(): number }).f(), 1);
});

Deno.test("readProgram() lets what cannot be computed outside of functions be undefined", async () => {
  const source = [
    'export function f() { throw new Error("not written yet") }',
    "export const one = f(), two = f /* a demo */, [three] = f(), { four } = [f()]",
    "export const five = await Promise.resolve(5), six = await Promise.reject(6)",
    "export const seven = (1, f ? 7 : f()), eight = notThere, nine = `${f}`.length && 9;export const ten = f();export default f()",
    "export let [eleven] = 11, { a: { twelve } } = {}, thirteen = 13, [fourteen = 14, ...more] = await [] // end",
  ].join("\n");
  const found = await exportsOf(codeOf(source), "text/javascript");
  const { f, two, ...values } = found as Record<string, unknown>;
  assertEquals(two, f);
  assertEquals(values, {
    one: undefined,
    three: undefined,
    four: undefined,
    five: 5,
    six: undefined,
    seven: 7,
    eight: undefined,
    nine: 9,
    ten: undefined,
    eleven: undefined,
    twelve: undefined,
    thirteen: 13,
    fourteen: 14,
    more: [],
    default: undefined,
  });
});

Deno.test("readProgram() reads hostile programs as what they are", () => {
  for (const [name, { source, status }] of Object.entries(hostile)) {
    if (typeof source !== "string" || !name.endsWith("Refused")) continue;
    assertEquals(readProgram(source).code, undefined, name);
    assertEquals(status, "load error", name);
  }
});
