import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { needs } from "./permission.ts";
import { allScripts, filesIn, flagsIn, headerOf } from "./scripts.ts";

Deno.test("flagsIn() finds the flags of a header and of a command", () => {
  assertEquals(
    flagsIn(" * deno run --allow-env=A,B --allow-net scripts/x.ts"),
    [
      "--allow-env=A,B",
      "--allow-net",
    ],
  );
  assertEquals(flagsIn("`--allow-read=a/b,.c`, and `--allow-read=a/b,.c`."), [
    "--allow-read=a/b,.c",
  ]);
  assertEquals(flagsIn("deno run scripts/x.ts"), []);
});

Deno.test("allScripts() are the files that are run", needs("read"), () => {
  const scripts = allScripts();
  assert(scripts.includes("scripts/lesson.ts"));
  assertEquals(scripts.includes("scripts/cells/lesson.ts"), false); // imported
  const all = [...filesIn("scripts/"), ...filesIn("scripts/dev/")];
  for (const path of scripts) assert(all.includes(path), path);
});

Deno.test("headerOf() is a script's first comment", needs("read"), () => {
  const header = headerOf("scripts/lesson.ts");
  assertStringIncludes(header, "deno run --allow-env=");
  assertEquals(header.includes("import"), false);
});
