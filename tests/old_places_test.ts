/**
 * What lessons and exercises of the version before import is still found,
 * though the files have moved: `imports` of the two deno.json say where to.
 */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { copyOf } from "./_support/checkout.ts";
import { runDeno } from "./_support/deno_process.ts";
import { needs } from "./_support/permission.ts";

/**
 * A cell as version 0.1.0 had it written, but for the marks around its code.
 */
const CELL = `import { divide, matrix } from "kobai";
import { type Cell, defineCell } from "../../scripts/lesson/cell.ts";
import { cellMain } from "../../scripts/lesson/main.ts";
import source from "./1_01_ratio.ts" with { type: "text" };

export const cell: Cell = defineCell(import.meta.url, source, {
  number: { ja: "表 1", en: "Table 1" },
  title: { ja: "比", en: "A ratio" },
  text: { ja: "割ります。", en: "Divides." },
  inputs: { types: matrix([52, 61]), tokens: matrix([120, 200]) },
  run({ types, tokens }) {
    // show
    const ratio = divide(types, tokens);
    // end
    return { ratio };
  },
  results: { ratio: { label: { ja: "比", en: "The ratio" } } },
});

if (import.meta.main) await cellMain(cell);
`;

/** The head of the exercises' test, and of their bench. */
const CHECK =
  `import { requestedLanguage } from "../../scripts/command_line.ts";
import { compareGradients } from "../../scripts/grade/self_bench.ts";
import { exerciseChecks } from "../../scripts/grade/self_check.ts";
console.log([requestedLanguage, compareGradients, exerciseChecks].map((f) => typeof f).join());
`;

Deno.test(
  "cells and exercises of the version before find what they import, or are told what to write",
  needs("run", "read", "write"),
  async () => {
    const project = copyOf("deno.json", "mod.ts", "lib", "scripts", "examples");
    const env = { JSR_URL: "http://127.0.0.1:1/" };
    await runDeno(["task", "std"], { cwd: project, env });
    const run = async (folder: string, file: string, source: string) => {
      Deno.mkdirSync(new URL(folder, project), { recursive: true });
      Deno.writeTextFileSync(new URL(folder + file, project), source);
      const { code, stdout, stderr } = await runDeno(
        ["run", "--no-prompt", file, "--lang", "en"],
        { cwd: new URL(folder, project), env },
      );
      return { code, stdout, stderr };
    };
    const shown = await run("examples/mine/", "1_01_ratio.ts", CELL);
    assertEquals(shown.code, 1);
    const [, head, last] = shown.stderr.match(/`(define.*?)`.*?`(if .*?)`/)!;
    const renewed = CELL.replace(/import .*(?:cellMain|source).*\n/g, "")
      .replace("type Cell,", "type CellData,").replace(
        ": Cell =",
        ": CellData =",
      )
      .replace("defineCell(import.meta.url, source, {", head!.split("…")[0]!)
      .replace(/if .*\n$/, last!.replace("…", "../../scripts"));
    const again = await run("examples/mine/", "1_01_ratio.ts", renewed);
    assertEquals(again.code, 0, again.stderr);
    assertStringIncludes(again.stdout, "array([[0.43333333, 0.305     ]])");
    const found = await run("examples/exercises/", "old.ts", CHECK);
    assertEquals(found.stdout, "function,function,function\n", found.stderr);
    Deno.removeSync(project, { recursive: true });
  },
);
