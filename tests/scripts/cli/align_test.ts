import { assertEquals } from "@std/assert";
import { align } from "../../../scripts/cli/align.ts";

Deno.test("align() puts names to the left and numbers to the right", () => {
  assertEquals(
    align([["model", "r"], ["a", "0.25"], ["longer", "–"]]),
    "model       r\na        0.25\nlonger      –",
  );
});

Deno.test("align() counts a Japanese character as two columns", () => {
  assertEquals(
    align([["語", "正解率"], ["abc", "1"]], " | "),
    "語  | 正解率\nabc |      1",
  );
});

Deno.test("align() puts further texts to the left", () => {
  assertEquals(
    align([["line", "says", "p"], ["2", "a", "0.25"]], " ", [1]),
    "line says    p\n2    a    0.25",
  );
});

Deno.test("align() leaves no spaces at the end of a line", () => {
  assertEquals(align([["a", ""], ["bbb", "1"]]), "a\nbbb   1");
});
