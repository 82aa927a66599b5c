import { assertEquals } from "@std/assert";
import { load } from "../../../../scripts/exercise/program/load.ts";
import {
  expressionOf,
  withRightFunctions,
} from "../../../../scripts/exercise/program/replace.ts";

const solutions = { wrong: expressionOf((x: number) => 2 * x) };

/** What `f` gives where `wrong` is put right. */
async function resultOf(code: string): Promise<unknown> {
  const program = withRightFunctions(code, solutions);
  if (program === undefined) return undefined;
  const { f } = await load(program) as { f: (x: number) => unknown };
  return f(5);
}

Deno.test("withRightFunctions() puts a right function in the place of one that is wrong", async () => {
  const f = "export function f(x) { return 1 + wrong(x); }";
  for (
    const wrong of [
      "export function wrong(x) { return 0; }",
      "export const wrong = (x) => 0, other = 1;",
      "export const wrong = function (x) { return 0; };",
      "function wrong(x) { return 0; }\nexport { wrong };",
      "export async function wrong(x) { return 0; }",
      "export function wrong({ x }, ...[y]) { return 0; } // }",
      "export let wrong;\nwrong = (x) => 0;",
      "export var wrong = (x) => 1;\nwrong = (x) => 0;",
      "", // not there at all
    ]
  ) assertEquals(await resultOf(`${wrong}\n${f} //`), 11, wrong);
  const renamed = "const mine = () => 0;\nexport { mine as wrong };\n";
  assertEquals(
    await resultOf(`${renamed}export const f = (x) => 1 + mine(x);`),
    11,
  );
});

Deno.test("withRightFunctions() gives its functions the kit, whatever the program calls so", async () => {
  const program = withRightFunctions(
    "const sum = 5, kobaiRight = 1;\nexport const f = () => wrong(2) + sum + kobaiRight;",
    { wrong: "((x) => sum(x).item())" },
  )!;
  const { f } = await load(program) as { f: () => number };
  assertEquals(f(), 2 + 5 + 1);
});

Deno.test("withRightFunctions() has nothing where a name is taken by something else", async () => {
  assertEquals(
    await resultOf("class wrong {}\nexport const f = () => wrong;"),
    undefined,
  );
});

Deno.test("expressionOf() makes an expression of every form of function", () => {
  const { method, arrow } = {
    method(x: number) {
      return x + 1;
    },
    arrow: (x: number) => x + 1,
  };
  for (
    const f of [method, arrow, function g(x: number) {
      return x + 1;
    }]
  ) {
    assertEquals(new Function(`return ${expressionOf(f)};`)()(1), 2);
  }
});
