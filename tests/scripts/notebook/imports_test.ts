import { assertEquals, assertThrows } from "@std/assert";
import { UsageError } from "../../../scripts/cli/usage_error.ts";
import type { Cell } from "../../../scripts/lesson/cell.ts";
import {
  importsCode,
  importsOf,
  namesOf,
} from "../../../scripts/notebook/imports.ts";
import { smallCell } from "../../_support/small_cell.ts";

/** Cells whose files begin with these lines. */
const cells = (...sources: string[]): Cell[] =>
  sources.map((source) => ({ ...smallCell, source }));

const code = (...sources: string[]): string =>
  importsCode(importsOf(cells(...sources)), (name) => `./${name}.ts`);

Deno.test("importsCode() joins what cells import, each name once, in order", () => {
  assertEquals(
    code(
      'import { sum, type Matrix } from "kobai";\nimport d3 from "d3";',
      'import { sum, log as ln } from "kobai";\nimport d3 from "d3";',
    ),
    'import { log as ln, type Matrix, matrix, sum } from "./kobai.ts";\n' +
      'import d3 from "./d3.ts";',
  );
});

Deno.test("importsCode() knows every form of an import", () => {
  assertEquals(
    code(
      "import type { Matrix } from 'kobai';\n" +
        'import {\n  add, // a comment\n  exp,\n} from "kobai";\n' +
        'import * as d3 from "d3";\nimport type Three from "three";\n' +
        'import four, { five } from "four";\n',
    ),
    'import { add, exp, type Matrix, matrix } from "./kobai.ts";\n' +
      'import * as d3 from "./d3.ts";\nimport type Three from "./three.ts";\n' +
      'import four from "./four.ts";\nimport { five } from "./four.ts";',
  );
});

Deno.test("importsCode() leaves out the files of the lesson itself", () => {
  assertEquals(
    code('import { W } from "./_w.ts";\nimport a from "../a.ts";'),
    'import { matrix } from "./kobai.ts";',
  );
});

Deno.test("importsCode() breaks a line that is too long", () => {
  const names = Array.from({ length: 12 }, (_, i) => `operation${i + 10}`);
  const lines = code(`import { ${names.join(", ")} } from "kobai";`).split(
    "\n",
  );
  assertEquals([lines[0], lines[1]], ["import {", "  matrix,"]);
  assertEquals([lines.length, lines.at(-1)], [15, '} from "./kobai.ts";']);
});

Deno.test("namesOf() gives the names as the program knows them", () => {
  const imports = importsOf(cells(
    'import { log as ln, type Matrix } from "kobai";\nimport * as d3 from "d3";',
  ));
  assertEquals(namesOf(imports), ["matrix", "ln", "Matrix", "d3"]);
});

Deno.test("importsOf() refuses an import that it does not know", () => {
  assertThrows(
    () => importsOf(cells('import defer * as d3 from "d3";')),
    UsageError,
    'has `import defer * as d3 from "d3"`, `import { name } from "module";` ' +
      "is needed",
  );
});
