import { assert, assertEquals, assertMatch } from "@std/assert";
import { CHECKOUT } from "./_support/checkout.ts";
import { needs } from "./_support/permission.ts";
import config from "../deno.json" with { type: "json" };

const packages = [config.imports, ...Object.values(config.scopes)]
  .flatMap((names) => Object.entries<string>(names))
  // not the kit itself, nor where a file was before
  .filter(([name]) => !/^kobai(\/|$)|^\.\//.test(name));

Deno.test("deno.json pins every package to one version", () => {
  assert(packages.length >= 4);
  for (const [name, specifier] of packages) {
    assertMatch(
      specifier,
      new RegExp(`^(jsr|npm):${name}@\\d+\\.\\d+\\.\\d+$`),
    );
  }
});

Deno.test(
  "deno.json names a stand-in for every @std package",
  needs("read"),
  () => {
    const names = packages.map(([name]) => name).filter((name) =>
      name.startsWith("@std/")
    );
    const folder = new URL("scripts/dev/npm_std/", CHECKOUT);
    const standIns = [...Deno.readDirSync(folder)].map(({ name }) =>
      `@std/${name}`
    );
    assertEquals(standIns.sort(), names.sort());
    for (const name of names) {
      const place = new URL(`${name.slice("@std/".length)}/`, folder);
      const standIn: { name: string; exports: Record<string, string> } = JSON
        .parse(Deno.readTextFileSync(new URL("deno.json", place)));
      assertEquals(standIn.name, name);
      for (const path of Object.values(standIn.exports)) {
        assert(Deno.statSync(new URL(path, place)).isFile, path);
      }
    }
  },
);

Deno.test(
  "stand-ins pin every npm package to one version",
  needs("read"),
  () => {
    const folder = new URL("scripts/dev/npm_std/", CHECKOUT);
    for (const { name } of Deno.readDirSync(folder)) {
      for (const file of Deno.readDirSync(new URL(name, folder))) {
        const source = Deno.readTextFileSync(
          new URL(`${name}/${file.name}`, folder),
        );
        for (const [specifier] of source.matchAll(/npm:[^"]+/g)) {
          assertMatch(specifier, /@\d+\.\d+\.\d+(\/\w+)*$/);
        }
      }
    }
  },
);
