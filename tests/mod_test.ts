import { assert, assertEquals, assertMatch } from "@std/assert";
import * as kobai from "../mod.ts";
import { CHECKOUT } from "./_support/checkout.ts";
import { runDeno } from "./_support/deno_process.ts";
import { needs } from "./_support/permission.ts";

/** Everything that `import { ... } from "kobai"` can name at run time. */
const EXPORTS = Object.values({
  values: "Matrix matrix zeros ones fromFloat64Array formatNpy parseNpy",
  looking: "equals allClose formatArray",
  parts: "takeRows takeColumns concatenate",
  arithmetic: "add subtract multiply divide negate exp log sqrt power abs",
  limits: "maximum minimum clip",
  comparisons: "greater less greaterEqual lessEqual where",
  products: "matmul transpose affine cosineSimilarity",
  reductions: "sum mean max argMax min argMin variance standardDeviation",
  activations: "softmax logSoftmax sigmoid tanh relu normalize " +
    "cumulativeLogit",
  losses: "sumSquaredError crossEntropyError softmaxCrossEntropy " +
    "sigmoidCrossEntropy SimpleNet",
  definition: "numericalGradient numericalGradientWithError checkGradient",
  backpropagation: "gradient valueAndGradient detach",
  networks:
    "xavierWeights heWeights Network train trainParameters DivergenceError",
  optimizers: "gradientDescent momentum nesterov adaGrad rmsProp adam",
  models: "formatNetwork parseNetwork formatModel parseModel ModelError",
  data: "fitScaler standardize oneHot stratifiedSplit stratifiedFolds",
  counts: "confusionMatrix accuracy majorityAccuracy classScores",
  agreement: "quadraticWeightedKappa pearsonCorrelation",
  randomness: "numpyRandom randn permutation choice randint uniform" +
    " dropoutMask",
}).join(" ").split(" ");

/** What a script author can rely on: see the README. */
const MATRIX_MEMBERS = [
  ..."rows columns at item toArray toFloat64Array toJSON toString".split(" "),
  Symbol.toPrimitive,
  Symbol.toStringTag,
  Symbol.for("Deno.customInspect"),
  Symbol.for("nodejs.util.inspect.custom"),
  Symbol.for("Jupyter.display"),
];

Deno.test("mod.ts exports these names and no others", () => {
  assertEquals(Object.keys(kobai).sort(), EXPORTS.sort());
});

Deno.test("Matrix has these members and no others", () => {
  const members = Reflect.ownKeys(kobai.Matrix.prototype);
  const expected = ["constructor", ...MATRIX_MEMBERS];
  assertEquals(members.map(String).sort(), expected.map(String).sort());
});

interface Documented {
  readonly name: string;
  readonly jsDoc?: {
    readonly doc?: string;
    readonly tags?: readonly {
      readonly kind: string;
      readonly name?: string;
      readonly doc?: string;
    }[];
  };
}
interface Parameter {
  readonly name?: string;
  readonly left?: { readonly name: string };
}
interface Declaration extends Documented {
  readonly kind: string;
  readonly def: {
    readonly params?: readonly Parameter[];
    readonly constructors?: readonly (Documented & {
      readonly accessibility?: string;
    })[];
    readonly methods?: readonly Documented[];
    readonly properties?: readonly (Documented & {
      readonly accessibility?: string;
    })[];
  };
}

/** What `deno doc` says of everything that mod.ts exports. */
async function documentation(): Promise<Declaration[]> {
  const args = ["doc", "--json", "mod.ts"];
  const { code, stdout, stderr } = await runDeno(args, { cwd: CHECKOUT });
  assertEquals(code, 0, stderr);
  const { nodes } = JSON.parse(stdout);
  const [module] = Object.values(nodes) as {
    symbols: { name: string; declarations: Omit<Declaration, "name">[] }[];
  }[];
  return module!.symbols.flatMap(({ name, declarations }) =>
    declarations.map((declaration) => ({ ...declaration, name }))
  );
}

function assertDescribed({ name, jsDoc }: Documented, owner = ""): void {
  assertMatch(jsDoc?.doc ?? "", /^\S[^]*[.:]/, `${owner}${name} has no text`);
}

/** An example has a title, imports from "kobai" and asserts something. */
function assertExample(documented: Documented, owner = ""): void {
  assertDescribed(documented, owner);
  const { name, jsDoc } = documented;
  const examples = jsDoc?.tags?.filter(({ kind }) => kind === "example") ?? [];
  assert(examples.length > 0, `${owner}${name} has no @example`);
  for (const { doc = "" } of examples) {
    const example = `the example of ${owner}${name}`;
    assertMatch(doc, /^(?!```).+\n```ts\n[^]*```\s*$/, `${example}: no title`);
    assertMatch(doc, /^import [^]*? from "kobai";$/m, `${example}: no import`);
    assertMatch(doc, /^\s*assert\w*\(/m, `${example}: asserts nothing`);
  }
}

Deno.test(
  "mod.ts documents every export with an example that asserts",
  needs("run", "read"),
  async () => {
    const found = await documentation();
    const names = found.map(({ name }) => name);
    for (const name of EXPORTS) assert(names.includes(name), name);
    for (const declaration of found) {
      const { name, kind, def, jsDoc } = declaration;
      if (kind === "function" || kind === "class") assertExample(declaration);
      else assertDescribed(declaration);
      if (kind === "function") {
        const tags = jsDoc?.tags ?? [];
        const described = tags.filter(({ kind, doc }) =>
          kind === "param" && doc
        )
          .map(({ name }) => name);
        const taken = def.params!.map(({ name, left }) => name ?? left?.name);
        assertEquals(described, taken, `the parameters of ${name}()`);
        const returns = tags.find(({ kind }) => kind === "return")?.doc ?? "";
        assertMatch(returns, /\S/, `${name}() has no @returns`);
        const throws = tags.filter(({ kind, doc }) => kind === "throws" && doc);
        assert(throws.length > 0, `${name}() has no @throws`);
      }
      const owner = `${name}.`;
      for (const one of [...def.constructors ?? [], ...def.methods ?? []]) {
        if ("accessibility" in one && one.accessibility === "private") continue;
        assertExample(one, owner);
      }
      for (const property of def.properties ?? []) {
        if (property.accessibility === "private") continue;
        assertDescribed(property, owner);
      }
    }
  },
);
