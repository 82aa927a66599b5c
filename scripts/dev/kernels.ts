/**
 * `deno task kernels`: compiles `lib/kernels/source`, which is AssemblyScript,
 * into the bytes that the library carries. With `--check` it writes nothing,
 * and fails where the bytes are not those of the source.
 *
 * Permissions: `--allow-env --allow-read --allow-write=lib/kernels`, for the
 * compiler, its source and what it writes.
 */
import asc from "assemblyscript/asc";
import { hashOf, kernelSources } from "./kernel_sources.ts";

const BYTES = new URL("../../lib/kernels/_bytes.ts", import.meta.url);
const sources = kernelSources(new URL("../../", import.meta.url));

async function compile(): Promise<Uint8Array<ArrayBuffer>> {
  let module: Uint8Array<ArrayBuffer> | undefined;
  const { error, stderr } = await asc.main([
    "kernels.ts",
    ...["--outFile", "kernels.wasm", "--runtime", "stub", "--noAssert"],
    ...["--optimizeLevel", "3", "--enable", "simd"],
  ], {
    readFile: (name) => sources.get(name.replace(/\.ts$/, ".as")) ?? null,
    writeFile(_name, contents) {
      module = contents as Uint8Array<ArrayBuffer>;
    },
    listFiles: () => [],
  });
  if (error !== null || module === undefined || stderr.toString() !== "") {
    throw new SyntaxError(`Cannot compile the loops: ${error}\n${stderr}`);
  }
  return module;
}

const text = [
  "/**",
  " * Written by `deno task kernels`: what the files in `source/` with the hash",
  ` * ${await hashOf(sources)}`,
  " * compile to.",
  " */",
  "export const bytes =",
  `  "${(await compile()).toBase64()}";`,
  "",
].join("\n");
if (!Deno.args.includes("--check")) Deno.writeTextFileSync(BYTES, text);
else if (text !== Deno.readTextFileSync(BYTES)) {
  console.error("The bytes are not those of the source: run deno task kernels");
  Deno.exitCode = 1;
}
