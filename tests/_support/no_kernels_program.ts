/**
 * Does the work of compiled loops in an engine that lacks something they need,
 * and prints as JSON whether they were there and what came out.
 *
 * deno run tests/_support/no_kernels_program.ts compile|fromBase64|nothing COUNT
 *
 * @module
 */
const [lacking, count] = Deno.args;
if (lacking === "fromBase64") Reflect.deleteProperty(Uint8Array, lacking);
if (lacking === "compile") { // as on a page that forbids it
  Reflect.set(WebAssembly, "Module", function () {
    throw new WebAssembly.CompileError("Compiling is forbidden");
  });
}
const { hashesOf, WORKS } = await import("./compiled_work.ts");
const { sharedKernels } = await import("../../lib/kernels/_compiled.ts");
console.log(JSON.stringify({
  compiled: sharedKernels() !== undefined,
  hashes: Object.fromEntries(
    Object.keys(WORKS).map((work) => [work, hashesOf(work, Number(count))]),
  ),
}));
