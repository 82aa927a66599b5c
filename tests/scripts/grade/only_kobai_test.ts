import { assert, assertEquals } from "@std/assert";
import { runDeno } from "../../_support/deno_process.ts";
import { temporaryFolder } from "../../_support/files.ts";
import { needs } from "../../_support/permission.ts";
import { type Draw, forSeeds } from "../../_support/seeded.ts";
import { onlyKobai } from "../../../scripts/grade/only_kobai.ts";
import { madeUpClass } from "./made_up_class.ts";

Deno.test("onlyKobai() leaves submissions as they are", () => {
  for (const [name, { source }] of Object.entries(madeUpClass)) {
    assertEquals(onlyKobai(source), source, name);
  }
  const template = new URL(
    "../../../examples/exercises/exercises.ts",
    import.meta.url,
  );
  const text = Deno.readTextFileSync(template);
  assertEquals(onlyKobai(text), text);
});

Deno.test("onlyKobai() leaves what imports only kobai, or fails by itself", () => {
  for (
    const source of [
      'import { add, matmul } from "kobai";',
      "import{add}from'kobai'",
      'import type { Matrix } from "kobai";',
      'import * as kobai from "kobai";',
      'import kobai, { add } from "kobai";',
      'import "kobai";',
      'const { add } = await import("kobai");',
      'await import ( /* all */ "kobai" );',
      'import {\n  add, // 足し算 (x + y)\r\n  matmul as かける, /* too */\n} from "kobai";',
      'import { add } from /* here */ "kobai";',
      'import { softmax } from "./activation.ts";',
      'import passwords from "/etc/passwd" with { type: "text" };',
      "if (import.meta.main) console.log(import.meta.url);",
      "export function forward() {}",
      "export async function forward() {}",
      "export const 重み = 1, from = 2;\nfor (let i = from; i < from / 2; i++);",
      "export/** h */function f() {}",
      "export default class {}",
      "export { a, b as softmax };",
      "export { a }\nfunction f() {}",
      "export { a }",
      "export { a } // 終わり\n",
      "export { from };",
      'const rows = Array.from("abc"); Float64Array.from ([1]);',
      'const text = "\\u826f\\u3044\\u0031";',
    ]
  ) assertEquals(onlyKobai(source), source);
});

Deno.test("onlyKobai() takes out every word that imports anything else", () => {
  const wrong: [source: string, result: string][] = [
    ['import zlib from "node:zlib";', 'import_ zlib from "node:zlib";'],
    ['import zlib from "NODE:zlib";', 'import_ zlib from "NODE:zlib";'],
    ['import "data:text/javascript,1";', 'import_ "data:text/javascript,1";'],
    ['import a from "\\x6eode:zlib";', 'import_ a from "\\x6eode:zlib";'],
    ['import a, { b } from "npm:c";', 'import_ a, { b } from "npm:c";'],
    ['import a = require("node:zlib");', 'import_ a = require("node:zlib");'],
    ['import("kobai" + x);', 'import_("kobai" + x);'],
    ['import("kobai", "node:zlib");', 'import_("kobai", "node:zlib");'],
    ['import ("node:zlib");', 'import_ ("node:zlib");'],
    ['import/**/("node:zlib");', 'import_/**/("node:zlib");'],
    ['import.source("node:zlib");', 'import_.source("node:zlib");'],
    ['export * from "node:zlib";', 'export_ * from "node:zlib";'],
    ['export*as z from "node:zlib";', 'export_*as z from "node:zlib";'],
    ['export { a } from "node:zlib";', 'export_ { a } from "node:zlib";'],
    ['export{a}from"node:zlib";', 'export_{a}from"node:zlib";'],
    ['export { a }\nfrom "node:zlib";', 'export_ { a }\nfrom "node:zlib";'],
    [
      'export { a } /**/ from "node:zlib";',
      'export_ { a } /**/ from "node:zlib";',
    ],
    [
      'export { a } //\nfrom "node:zlib";',
      'export_ { a } //\nfrom "node:zlib";',
    ],
    // Deno takes these, though the language does not.
    ['\\u0069mport("node:zlib");', '_mport("node:zlib");'],
    ['\\u{00069}mport("node:zlib");', '_mport("node:zlib");'],
    ['\\\\u0069mport("node:zlib");', '\\_mport("node:zlib");'],
    ['\\u0065xport * from "node:zlib";', '_xport * from "node:zlib";'],
    ['export { a } fr\\u006Fm "data:x";', 'export_ { a } fr_m "data:x";'],
    ['export { a } \\u{66}rom "data:x";', 'export { a } _rom "data:x";'],
    // What looks harmless where it stands does not cover what follows.
    [
      '/*\nimport { // */ import("node:zlib");\n } from "kobai"',
      '/*\nimport { // */ import_("node:zlib");\n } from "kobai"',
    ],
    [
      '`\nimport { // ${import("node:zlib")}\n } from "kobai"`',
      '`\nimport { // ${import_("node:zlib")}\n } from "kobai"`',
    ],
    [
      'import { // } from "kobai"\n} from "node:zlib";',
      'import_ { // } from "kobai"\n} from "node:zlib";',
    ],
    [
      'import { /* } from "kobai" */ } from "node:zlib";',
      'import_ { /* } from "kobai" */ } from "node:zlib";',
    ],
    [
      'import { a // \u2028} from "kobai"\n} from "node:zlib";',
      'import_ { a // \u2028} from "kobai"\n} from "node:zlib";',
    ],
    [
      `export { a }${" ".repeat(5000)}from "node:zlib";`,
      `export_ { a }${" ".repeat(5000)}from "node:zlib";`,
    ],
    // the same word everywhere, so that names and texts still fit each other
    [
      'const importance = { important: 1 }["important"];',
      'const import_ance = { import_ant: 1 }["import_ant"];',
    ],
  ];
  for (const [source, result] of wrong) assertEquals(onlyKobai(source), result);
});

Deno.test("onlyKobai() comes to an end with texts that are made to be slow", () => {
  // Where the expressions began again and again, one of these would take for
  // ever.
  for (
    const part of [
      "import ",
      "import {",
      "import /* ",
      "import //",
      "import from ",
      "export {",
      "export { } ",
      "export /* ",
      "} from /*",
      "\\u0069",
      " ",
    ]
  ) {
    const text = `import {${part.repeat(200_000 / part.length)}`;
    assert(onlyKobai(text).startsWith("import_ {"));
  }
});

/** What may stand between two words of a program, or only seems so. */
const between = [
  "",
  "",
  "",
  " ",
  " ",
  "\n",
  "\r\n",
  "\r",
  "\u2028",
  "\u3000",
  "\u0085",
  "\ufeff",
  "\u200d",
  "/**/",
  "//*/\n",
  "/*//*/",
  "// x\n",
  "<!-- x\n",
  '// } from "kobai"\n',
  '// } from "kobai"\r',
  '/* } from "kobai" */',
  '// } from "kobai"\u2028',
];
const modules = [
  '"node:zlib"',
  "'node:zlib'",
  '"data:text/javascript,1"',
  '"kobai"',
  '"./x.js"',
  '"\\x6eode:zlib"',
  `"kobai' } from "`,
];
/** M is one of the modules. */
const statements = [
  "import { a , b } from M ;",
  "import * as a from M",
  "import a from M",
  "import a , { b as c } from M",
  "import M",
  "import type a from M",
  "import ( M ) ;",
  "import . meta ;",
  "export * from M",
  "export { } ;",
  "export * as a from M",
  "export { a } from M",
  "export { } from M",
  "export { } f",
  "export const q = 1 ;",
  "export default from M",
  "`\nimport { // ${ import ( M ) } } from 'kobai'` ;",
  "/*\nimport { // */ import ( M ) // } from 'kobai'\n",
  "x: y = /[/*]/ ; import ( M ) ;",
  "{ let from = 1 ; import ( M ) }",
];

/** A letter, or an escape of it. */
function written({ integer }: Draw, letter: string): string {
  const code = letter.charCodeAt(0).toString(16);
  const ways = [`\\u00${code}`, `\\u{${code}}`, `\\u{000${code}}`];
  return integer(0, 15) === 0 ? ways[integer(0, 2)]! : letter;
}

function randomProgram(draw: Draw): string {
  const one = (list: readonly string[]) =>
    list[draw.integer(0, list.length - 1)]!;
  return one(statements).replaceAll(/ |M|[a-z]{4,}/g, (part) => {
    if (part === "M") return one(modules);
    if (part !== " ") {
      return [...part].map((one) => written(draw, one)).join("");
    }
    return one(between) || " ";
  });
}

/**
 * The files that import something else than kobai or a file, as Deno sees it.
 */
async function importersIn(folder: string): Promise<string[]> {
  const { stdout } = await runDeno(
    ["info", "--json", "--no-config", "--no-remote", "all.ts"],
    { cwd: folder },
  );
  interface Module {
    readonly specifier: string;
    readonly dependencies?: { specifier: string; code?: unknown }[];
  }
  const { modules } = JSON.parse(stdout) as { modules: Module[] };
  return modules.filter(({ dependencies = [] }) =>
    dependencies.some(({ specifier, code }) =>
      code !== undefined && !/^(kobai|\.{0,2}\/)/.test(specifier)
    )
  ).map(({ specifier }) => specifier);
}

Deno.test(
  "onlyKobai() leaves nothing that Deno takes for another import",
  needs("run", "read", "write"),
  async () => {
    using before = temporaryFolder();
    using after = temporaryFolder();
    const sources: string[] = [];
    forSeeds("only kobai", 1500, (draw) => sources.push(randomProgram(draw)));
    for (const [i, source] of sources.entries()) {
      before.file(`${i}.ts`, source);
      after.file(`${i}.ts`, onlyKobai(source));
    }
    const all = sources.map((_, i) => `import "./${i}.ts";`).join("\n");
    before.file("all.ts", all);
    after.file("all.ts", all);
    const found = (await importersIn(before.path)).length;
    assert(found > 200, `${found}`); // or else nothing was tried
    assertEquals(await importersIn(after.path), []);
  },
);
