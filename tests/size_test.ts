/** What a web page pays for the library. */
import { assert, assertEquals } from "@std/assert";
import { CHECKOUT } from "./_support/checkout.ts";
import { runDeno } from "./_support/deno_process.ts";
import { needs } from "./_support/permission.ts";

/**
 * So many bytes may `mod.ts` have, bundled, minified and gzipped, with the
 * compiled loops.
 */
const MOST = 48_000;

Deno.test(
  "mod.ts, bundled, minified and gzipped, stays under 48 kB",
  needs("run", "read", "write"),
  async () => {
    const folder = await Deno.makeTempDir();
    try {
      const bundle = `${folder}/kobai.js`;
      const { code, stderr } = await runDeno(
        ["bundle", "-q", "--minify", "-o", bundle, "mod.ts"],
        { cwd: CHECKOUT },
      );
      assertEquals([code, stderr], [0, ""]);
      const zipped = (await Deno.open(bundle)).readable
        .pipeThrough(new CompressionStream("gzip"));
      const { byteLength } = await new Response(zipped).arrayBuffer();
      assert(byteLength < MOST, `${byteLength} bytes`);
      // All of it: no bundler leaves out what is exported.
      const text = await Deno.readTextFile(bundle);
      for (const name of ["sigmoidCrossEntropy", "parseModel"]) {
        assert(text.includes(` as ${name}`), `${name} is not in the bundle`);
      }
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
);
