/** The compiled loops are those of their source, and can be done without. */
import { assert, assertEquals } from "@std/assert";
import { matmul, numpyRandom, randn } from "kobai";
import { newKernels, sharedKernels } from "../../../lib/kernels/_compiled.ts";
import { multiplied } from "../../../lib/kernels/_product.ts";
import type { Numbers } from "../../../lib/matrix/_numbers.ts";
import { hashOf, kernelSources } from "../../../scripts/dev/kernel_sources.ts";
import { CHECKOUT } from "../../_support/checkout.ts";
import { hashesOf } from "../../_support/compiled_work.ts";
import { runDeno } from "../../_support/deno_process.ts";
import { howMany, isLong } from "../../_support/how_many.ts";
import { needs } from "../../_support/permission.ts";
import config from "../../../deno.json" with { type: "json" };

Deno.test(
  "the compiled loops are what their source compiles to",
  needs("run", "read"),
  async () => {
    const hash = await hashOf(kernelSources(CHECKOUT));
    const carried = Deno.readTextFileSync(
      new URL("lib/kernels/_bytes.ts", CHECKOUT),
    );
    assert(
      carried.includes(hash),
      "run deno task kernels: the source is newer",
    );
    if (!isLong) return; // the compiler is large
    const [, ...command] = config.tasks.kernels.command.split(" ");
    const args = [...command, "--check"];
    const { code, stderr } = await runDeno(args, { cwd: CHECKOUT });
    assertEquals([code, stderr], [0, ""]);
  },
);

/** What an engine may lack, and whether it still has compiled loops. */
const LACKING: readonly [flag: string, lacking: string, has: boolean][] = [
  ["--no-prompt", "compile", false],
  ["--no-prompt", "fromBase64", true],
  ["--v8-flags=--jitless", "nothing", false],
];

for (const [flag, lacking, has] of LACKING) {
  Deno.test(
    `every compiled loop has the bits of the plain one, ${flag} ${lacking}`,
    needs("run", "read"),
    async () => {
      const count = lacking === "compile" ? howMany(60, 10_000) : 5;
      const program = "tests/_support/no_kernels_program.ts";
      const { code, stdout, stderr } = await runDeno(
        ["run", flag, program, lacking, String(count)],
        { cwd: CHECKOUT },
      );
      assertEquals([code, stderr], [0, ""]);
      const { compiled, hashes } = JSON.parse(stdout);
      assertEquals(compiled, has);
      assert(Object.keys(hashes).length > 5);
      for (const work of Object.keys(hashes)) {
        const found = hashesOf(work, count);
        const i = found.findIndex((hash, i) => hash !== hashes[work][i]);
        assertEquals(i, -1, `the seed "compiled ${work} ${i + 1}" differs`);
      }
    },
  );
}

Deno.test("Kernels.reaches() refuses more than an address can reach", () => {
  const kernels = newKernels()!;
  assertEquals(kernels.reaches(2 ** 32 + 8), false);
  assertEquals(kernels.reaches(kernels.free + 8), true);
});

/** Calls `use` while properties tell whom they were asked of. */
function overheard(
  names: readonly (readonly [owner: object, name: string])[],
  use: () => void,
): unknown[] {
  const heard: unknown[] = [];
  const before = names.map(([owner, name]) =>
    Object.getOwnPropertyDescriptor(owner, name)!
  );
  names.forEach(([owner, name]) =>
    Object.defineProperty(owner, name, {
      configurable: true,
      get(): unknown {
        heard.push(this);
        return undefined;
      },
    })
  );
  try {
    use();
  } finally {
    names.forEach(([owner, name], i) =>
      Object.defineProperty(owner, name, before[i]!)
    );
  }
  return heard;
}

Deno.test("newKernels() and its products are overheard by nobody", () => {
  const A = randn(numpyRandom(0), 100, 100);
  let product: Numbers | undefined;
  const heard = overheard([
    [Object.getPrototypeOf(Float64Array.prototype), "set"],
    [WebAssembly, "Module"],
    [WebAssembly, "Instance"],
    [WebAssembly.Instance.prototype, "exports"],
    [WebAssembly.Memory.prototype, "buffer"],
    [WebAssembly.Memory.prototype, "grow"],
  ], () => {
    product = multiplied(newKernels()!, A, A);
  });
  assertEquals(heard, []);
  assertEquals([...product!], [...matmul(A, A).toFloat64Array()]);
});

Deno.test("sharedKernels() lets go of a memory that has grown large", () => {
  const kernels = sharedKernels()!;
  assert(kernels.reaches(2 ** 20));
  assert(sharedKernels() === kernels);
  assert(kernels.reaches(2 ** 26 + 8));
  assert(sharedKernels() !== kernels);
});
