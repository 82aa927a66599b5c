import { assertEquals } from "@std/assert";
import { CHECKOUT } from "../../_support/checkout.ts";
import { needs } from "../../_support/permission.ts";
import { staysAlone } from "../../../scripts/grade/type_check.ts";
import { solution } from "./solution.ts";

Deno.test(
  "staysAlone() takes submissions as they are meant",
  needs("read"),
  () => {
    const template = new URL("examples/exercises/exercises.ts", CHECKOUT);
    for (
      const source of [
        solution(),
        Deno.readTextFileSync(template),
        'import { add } from "kobai"',
        'import type { Matrix } from "kobai";\nimport {\n  add,\n  exp,\n} from "kobai";',
        "",
      ]
    ) assertEquals(staysAlone(source), true, source);
  },
);

Deno.test("staysAlone() refuses what may name another file or change another's types", () => {
  for (
    const source of [
      'import { x } from "./2.ts";',
      'import * as all from "kobai";',
      'import kobai = require("./2.ts");',
      'export * from "./2.ts";',
      'export type { x } fr\\u006fm "./2.ts";',
      'let x: typeof import("./2.ts");',
      '/// <reference path="/etc/passwd" />',
      '/// <Reference types="npm:@types/node" />',
      '// @deno-types="./2.ts"',
      "// @TS-nocheck",
      "declare global { interface Number { zzz: number } }",
      "decl\\u0061re glob\\u0061l { interface Number { zzz: number } }",
      "interface Symbol {} namespace module {}",
    ]
  ) assertEquals(staysAlone(source), false, source);
});
