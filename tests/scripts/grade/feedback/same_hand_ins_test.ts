import { assertEquals } from "@std/assert";
import {
  sameHandIns,
  withoutLayout,
} from "../../../../scripts/grade/feedback/same_hand_ins.ts";

const program = `import { add } from "kobai";
// mine
export const f = (a, b) => add(a, b);
`;
const copy = `/* written by me */ import {add} from 'kobai'
export const f = (
  a,
  b,
) => add(a, b)`;

Deno.test("sameHandIns() finds copies under other comments and layout", () => {
  const other = program.replace("add(a, b)", "add(b, a)");
  assertEquals(
    sameHandIns([["a", program], ["b", other], ["c", copy], ["d", ""]]),
    [["a", "c"]],
  );
});

Deno.test("withoutLayout() leaves texts as they are", () => {
  assertEquals(
    withoutLayout("f(\"// a\", `/* ${ b } */`, 'x  y') /* c */ // d"),
    'f("// a",`/* ${ b } */`,"x  y")',
  );
});

Deno.test("withoutLayout() comes to the end of what does not end", () => {
  for (const piece of ["/*", '"\\', "`\\", "'\\"]) {
    withoutLayout(piece.repeat(100_000));
  }
  assertEquals(withoutLayout("a /* b /* c"), "a");
});
