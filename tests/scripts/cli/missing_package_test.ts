import { assertEquals, assertMatch } from "@std/assert";
import { missingPackage } from "../../../scripts/cli/missing_package.ts";
import { CHECKOUT, copyOf } from "../../_support/checkout.ts";
import { runDeno } from "../../_support/deno_process.ts";
import { needs } from "../../_support/permission.ts";

/** What an import fails with, as Deno 2.9.6 words it. */
function failure(message: string): Error {
  return Object.assign(new TypeError(message), {
    code: "ERR_MODULE_NOT_FOUND",
  });
}

Deno.test("missingPackage() names the package that could not be fetched", () => {
  const messages = {
    "@a/plot":
      'Failed loading https://registry.example.com/@a%2fplot for package "@a/plot"\n    0: error sending request',
    "temml@0.13.5": "Failed caching npm package 'temml@0.13.5'\n    0: error",
    "@std/csv":
      "JSR package manifest for '@std/csv' failed to load. Import 'https://jsr.example.com/@std/csv/meta.json' failed.",
    "https://example.com/a.ts": "Import 'https://example.com/a.ts' failed.",
  };
  for (const [name, message] of Object.entries(messages)) {
    const text = missingPackage(failure(message));
    assertEquals(
      text?.en,
      `${name} is not on this machine yet and cannot be fetched: run this once with a network, and it needs none afterwards.`,
    );
    assertMatch(text!.ja, new RegExp(`^${name} がまだ手元に`));
  }
});

Deno.test("missingPackage() is not about other errors", () => {
  assertEquals(
    missingPackage(failure('Module not found "file:///own.ts".')),
    undefined,
  );
  const other = new TypeError('for package "a"');
  assertEquals(missingPackage(other), undefined);
  assertEquals(missingPackage("a"), undefined);
});

/** Commands that load a package which others do without. */
const COMMANDS = {
  page: ["page", "--lang", "en"],
  score: ["score", "--lang", "ja"],
  grade: ["grade", "examples/exercises", "--lang", "en"],
};

let project: URL | undefined;

addEventListener("unload", () => {
  if (project !== undefined) Deno.removeSync(project, { recursive: true });
});

/** The project, with packages pinned to versions that no cache has. */
function projectWithoutPackages(): URL {
  const parts = ["deno.json", "mod.ts", "lib", "scripts", "examples"];
  const standIns = [...Deno.readDirSync(CHECKOUT)]
    .filter(({ name }) => name === ".std").map(({ name }) => name);
  const project = copyOf(...parts, ...standIns);
  const config = new URL("deno.json", project);
  const pinned = Deno.readTextFileSync(config)
    .replace(
      /npm:(temml|highlight\.js)@[\d.]+/g,
      "npm:$1@0.0.0-none",
    )
    .replace(/jsr:@std\/csv@[\d.]+/, "npm:csv@0.0.0-none");
  Deno.writeTextFileSync(config, pinned);
  return project;
}

for (const [command, [script, ...args]] of Object.entries(COMMANDS)) {
  Deno.test(
    `${command} says in one line which package it needs, and ends with 1`,
    needs("run", "read", "write"),
    async () => {
      project ??= projectWithoutPackages();
      const { code, stdout, stderr } = await runDeno(
        ["run", "--cached-only", "-A", `scripts/${script}.ts`, ...args],
        { cwd: project },
      );
      assertEquals([code, stdout], [1, ""], stderr);
      assertMatch(stderr, /^[^\n]+(needs none afterwards\.|動きます。)\n$/);
    },
  );
}
