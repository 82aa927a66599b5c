import { assertEquals } from "@std/assert";
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

Deno.test("onlyKobai() goes through any text once", () => {
  // Where the expressions began again and again, one of these would take for ever.
  for (
    const part of [
      ...["import ", "import {", "import /* ", "import //", "import from "],
      ...["export {", "export { } ", "export /* ", "} from /*", "\\u0069", " "],
    ]
  ) {
    const text = part.repeat(200_000 / part.length);
    for (const start of ["import {", "export {", "import", "import from"]) {
      const lines = onlyKobai(start + text).split("\n").length;
      assertEquals(lines, 1);
    }
  }
});
