import { assertEquals } from "@std/assert";
import plugin from "../../../scripts/dev/comments.ts";

const WIDE = "This comment is wider than 80 columns";
const BROKEN = "This line is broken in mid-sentence";

/** What the plugin says of a source: each line's number, and what is wrong. */
function faultsOf(...lines: string[]): [number, string][] {
  const source = lines.join("\n");
  return Deno.lint.runPlugin(plugin, "it.ts", source)
    .map((
      { range, message },
    ) => [source.slice(0, range[0]).split("\n").length, message]);
}

Deno.test("comments may be 80 columns wide, and no wider", () => {
  const words = "word ".repeat(15) + "of";
  assertEquals(faultsOf(`// ${words}`), []);
  assertEquals(faultsOf(`// ${words}f`), [[1, WIDE]]);
  assertEquals(faultsOf("/**", ` * ${words}`, " */"), []);
  assertEquals(faultsOf("/**", ` * ${words}f`, " */"), [[2, WIDE]]);
  assertEquals(faultsOf(`let a = 1; // ${words}`), [[1, WIDE]]);
});

Deno.test("comments are measured in columns, of which 漢字 take two", () => {
  assertEquals(faultsOf(`// ${"漢".repeat(38)}`), []);
  assertEquals(faultsOf(`// ${"漢".repeat(39)}`), [[1, WIDE]]);
});

Deno.test("comments may hold an address or a command, however wide", () => {
  const long = "x".repeat(80);
  assertEquals(faultsOf(`// see https://example.com/${long}`), []);
  assertEquals(faultsOf("/**", ` * deno run ${long}`, " */"), []);
  assertEquals(faultsOf(`// deno-lint-ignore ${long}`), []);
  assertEquals(faultsOf(`// the deno ${long}`), [[1, WIDE]]);
});

Deno.test("texts and code may be as wide as they like", () => {
  const wide = `// ${"x".repeat(80)}`;
  assertEquals(faultsOf("const a = `", wide, "b`;"), []);
  assertEquals(faultsOf(`const a = "${wide}", b = /["\`]/;`), []);
});

Deno.test("a line of a comment is not broken where its sentence goes on", () => {
  assertEquals(
    faultsOf("// The value at", "// the polynomial."),
    [[1, BROKEN]],
  );
  assertEquals(
    faultsOf(
      "/**",
      " * Reserves",
      " * `length` zeros, and",
      " * so on.",
      " */",
    ),
    [[2, BROKEN], [3, BROKEN]],
  );
});

Deno.test("a line of a comment may be short at the end of a sentence or a paragraph", () => {
  for (
    const next of [
      "The next sentence.",
      "",
      "- an item",
      "1. an item",
      "@param a It.",
      "| a | row |",
      "```ts",
      "    let code;",
    ]
  ) {
    const lines = ["/**", " * Not a sentence", ` * ${next}`, " */"];
    assertEquals(faultsOf(...lines), [], next);
  }
  assertEquals(faultsOf("// One sentence.", "// and a half"), []);
  assertEquals(faultsOf("// Either of:", "// one thing"), []);
});

Deno.test("a line of a comment may be short where the next word is long", () => {
  const span = "`a span of code, which stays whole,`";
  const link = "{@linkcode aNameThatNobodyBreaksInTwo}";
  for (const long of [span, link, "aNameThatNobodyBreaksInTwoEither()"]) {
    const line = `// ${"Less. ".repeat(7)}It`;
    assertEquals(faultsOf(line, `// ${long} goes on.`), [], long);
    assertEquals(faultsOf("// It", `// ${long} goes on.`), [[1, BROKEN]], long);
  }
});

Deno.test("comments of different lines of code are no sentence", () => {
  assertEquals(faultsOf("let a; // the first", "let b; // the second"), []);
  assertEquals(faultsOf("// the first", "let a;", "// the second"), []);
  assertEquals(faultsOf("/* the first */", "// the second"), []);
});

Deno.test("code in a comment's fences is no sentence", () => {
  const lines = [" * ```ts", " * let a", " * let b", " * ```"];
  assertEquals(faultsOf("/**", ...lines, " */"), []);
  assertEquals(
    faultsOf("/**", ...lines, " * And this", " * is broken.", " */"),
    [[6, BROKEN]],
  );
});
