/**
 * Computes a product that compiled loops would do, in an engine that lacks
 * something they need, and prints whether they were there and what came out.
 *
 * deno run tests/_support/no_kernels_program.ts [fromBase64|compile]
 *
 * @module
 */
const [lacking] = Deno.args;
if (lacking === "fromBase64") Reflect.deleteProperty(Uint8Array, lacking);
if (lacking === "compile") { // as on a page that forbids it
  Reflect.set(WebAssembly, "Module", function () {
    throw new WebAssembly.CompileError("Compiling is forbidden");
  });
}
const { matmul, numpyRandom, randn } = await import("../../mod.ts");
const { sharedKernels } = await import("../../lib/kernels/_compiled.ts");
const random = numpyRandom(0);
const product = matmul(randn(random, 20, 30), randn(random, 30, 10));
const found = [sharedKernels() !== undefined, product.toArray()];
console.log(JSON.stringify(found));
