/**
 * What `deno task mutants` is to break is there: whoever moves such a line is
 * told at once, and not where all mistakes are tried.
 */
import { assert, assertEquals } from "@std/assert";
import { CHECKOUT } from "./_support/checkout.ts";
import { needs } from "./_support/permission.ts";

interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly replacement: string;
  readonly test: readonly [file: string, name: string];
}

const folder = new URL("tests/mutants/", CHECKOUT);

Deno.test(
  "every deliberate mistake has its place, once, and a test of its own",
  needs("read"),
  () => {
    const mutants = [...Deno.readDirSync(folder)].flatMap(({ name }) =>
      JSON.parse(Deno.readTextFileSync(new URL(name, folder))) as Mutant[]
    );
    assert(mutants.length > 60, `only ${mutants.length}`);
    const names = mutants.map(({ name }) => name);
    assertEquals(names.length, new Set(names).size, "a name is there twice");
    for (const { name, file, text, replacement, test } of mutants) {
      const code = Deno.readTextFileSync(new URL(file, CHECKOUT));
      assertEquals(code.split(text).length - 1, 1, `${name}: its text`);
      assert(text !== replacement, `${name} changes nothing`);
      assert(Deno.statSync(new URL(test[0], CHECKOUT)).isFile, name);
    }
  },
);
