/** The compiled loops are those of their source, and can be done without. */
import { assertEquals } from "@std/assert";
import { matmul, numpyRandom, randn } from "kobai";
import { newKernels } from "../../../lib/kernels/_compiled.ts";
import { multiplied } from "../../../lib/kernels/_product.ts";
import type { Numbers } from "../../../lib/matrix/_numbers.ts";
import { CHECKOUT } from "../../_support/checkout.ts";
import { runDeno } from "../../_support/deno_process.ts";
import { needs } from "../../_support/permission.ts";
import config from "../../../deno.json" with { type: "json" };

Deno.test(
  "the compiled loops are what their source compiles to",
  needs("run", "read"),
  async () => {
    const [, ...command] = config.tasks.kernels.command.split(" ");
    const args = [...command, "--check"];
    const { code, stderr } = await runDeno(args, { cwd: CHECKOUT });
    assertEquals([code, stderr], [0, ""]);
  },
);

/** What an engine may lack, and whether it still has compiled loops. */
const LACKING: readonly [flags: string[], args: string[], has: boolean][] = [
  [["--v8-flags=--jitless"], [], false],
  [[], ["compile"], false],
  [[], ["fromBase64"], true],
];

for (const [flags, args, has] of LACKING) {
  Deno.test(
    `matmul() gives the same bits with ${[...flags, ...args]} changed`,
    needs("run", "read"),
    async () => {
      const random = numpyRandom(0);
      const A = randn(random, 20, 30), B = randn(random, 30, 10);
      const program = "tests/_support/no_kernels_program.ts";
      const { code, stdout, stderr } = await runDeno(
        ["run", "--no-prompt", ...flags, program, ...args],
        { cwd: CHECKOUT },
      );
      assertEquals([code, stderr], [0, ""]);
      assertEquals(JSON.parse(stdout), [has, matmul(A, B).toArray()]);
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
