/**
 * `deno task kernels`: compiles `lib/kernels/source`, which is AssemblyScript,
 * into the bytes that the library carries. With `--check` it writes nothing,
 * and fails where the bytes are not those of the source.
 *
 * Permissions: `--allow-env --allow-read --allow-write=lib/kernels`, for the
 * compiler, its source and what it writes.
 */
import asc from "assemblyscript/asc";

const FOLDER = "lib/kernels/source", BYTES = "lib/kernels/_bytes.ts";

const names = [...Deno.readDirSync(FOLDER)].map(({ name }) => name).sort();

async function compile(): Promise<Uint8Array<ArrayBuffer>> {
  let module: Uint8Array<ArrayBuffer> | undefined;
  const { error, stderr } = await asc.main([
    "kernels.ts",
    ...["--outFile", "kernels.wasm", "--runtime", "stub", "--noAssert"],
    ...["--optimizeLevel", "3", "--enable", "simd"],
  ], {
    readFile(name) {
      const file = name.replace(/\.ts$/, ".as");
      return names.includes(file)
        ? Deno.readTextFileSync(`${FOLDER}/${file}`)
        : null;
    },
    writeFile(_name, contents) {
      module = contents as Uint8Array<ArrayBuffer>;
    },
    listFiles: () => [],
  });
  if (error !== null || module === undefined || stderr.toString() !== "") {
    throw new SyntaxError(`Cannot compile ${FOLDER}: ${error}\n${stderr}`);
  }
  return module;
}

const text = [
  "/** Written by `deno task kernels`: what `source/` compiles to. */",
  "export const bytes =",
  `  "${(await compile()).toBase64()}";`,
  "",
].join("\n");
if (!Deno.args.includes("--check")) Deno.writeTextFileSync(BYTES, text);
else if (text !== Deno.readTextFileSync(BYTES)) {
  console.error(
    `${BYTES} is not what ${FOLDER} compiles to: run deno task kernels`,
  );
  Deno.exitCode = 1;
}
