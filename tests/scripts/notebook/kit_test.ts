import { assertEquals, assertThrows } from "@std/assert";
import { UsageError } from "../../../scripts/cli/usage_error.ts";
import { kitFrom } from "../../../scripts/notebook/kit.ts";
import { CHECKOUT } from "../../_support/checkout.ts";
import { needs } from "../../_support/permission.ts";

const folder = new URL("examples", CHECKOUT).pathname;

Deno.test(
  "kitFrom() finds this kit's own mod.ts from any folder",
  needs("read"),
  () => {
    assertEquals(kitFrom(folder), "../mod.ts");
    assertEquals(kitFrom(`${folder}/a/b`), "../../../mod.ts");
    assertEquals(kitFrom(new URL(".", CHECKOUT).pathname), "./mod.ts");
  },
);

Deno.test("kitFrom() leaves an address in the network as it is", () => {
  const url = "https://example.org/kobai/mod.ts";
  assertEquals(kitFrom(folder, url), url);
  assertEquals(kitFrom(folder, "jsr:@kobai/kobai"), "jsr:@kobai/kobai");
});

Deno.test("kitFrom() looks whether a file is there", needs("read"), () => {
  const url = new URL("mod.ts", CHECKOUT);
  for (const there of ["../mod.ts", url.href, url.pathname]) {
    assertEquals(kitFrom(folder, there), there);
  }
  const away = [
    "foo",
    "mod.ts",
    "../nix.ts",
    "..",
    `${url.href}x`,
    "../mod.ts/a",
  ];
  for (const kit of away) {
    const { text } = assertThrows(() => kitFrom(folder, kit), UsageError);
    assertEquals(text.en.startsWith(`There is no file --kit ${kit}: `), true);
  }
});
