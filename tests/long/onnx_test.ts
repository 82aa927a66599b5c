/** ONNX files in another engine, which is 146 MB to fetch. */
import { assertEquals } from "@std/assert";
import { matrix, numpyRandom, parseModel, randn } from "../../mod.ts";
import { modelGraph } from "../../scripts/score/export/model_graph.ts";
import { formatOnnx } from "../../scripts/score/export/onnx.ts";
import { predictions } from "../../scripts/score/model/prediction.ts";
import { assertClose } from "../_support/close.ts";
import { CHECKOUT } from "../_support/checkout.ts";
import { runDeno } from "../_support/deno_process.ts";
import { needs } from "../_support/permission.ts";
import golden from "../golden/onnx_models.json" with { type: "json" };
import type { Computed } from "./onnx_process.ts";

const ROWS = 500;
const PROCESS = "tests/long/onnx_process.ts";

Deno.test(
  "another engine gives the same bands and, to 1e-12, probabilities",
  needs("run", "read", "write"),
  async () => {
    const folder = await Deno.makeTempDir(), random = numpyRandom(3);
    try {
      const models = golden.cases.map(({ model }) =>
        parseModel(JSON.stringify(model))
      );
      const samples = models.map(({ features }) =>
        randn(random, ROWS, features.length).toArray()
          .map((row) => row.map((x) => 60 * x + 50))
      );
      models.forEach((model, i) => {
        const path = `${folder}/${i}`;
        const bytes = formatOnnx(modelGraph(model), "0.0.0");
        Deno.writeFileSync(`${path}.onnx`, bytes);
        Deno.writeTextFileSync(`${path}.x.json`, JSON.stringify(samples[i]));
      });
      // Fetched first: the process itself may only read.
      const fetched = await runDeno(
        ["cache", "-q", "npm:onnxruntime-web@1.30.0"],
        { cwd: CHECKOUT },
      );
      assertEquals(fetched.code, 0, fetched.stderr);
      const { code, stdout, stderr } = await runDeno(
        [
          "run",
          "--no-prompt",
          "--cached-only",
          "--allow-read",
          PROCESS,
          folder,
        ],
        { cwd: CHECKOUT },
      );
      assertEquals(code, 0, stderr);
      const found: Record<string, Computed> = JSON.parse(stdout);
      assertEquals(Object.keys(found).length, models.length);
      models.forEach((model, i) => {
        const { bands, probabilities } = found[i]!;
        const own = [...predictions(model, matrix(samples[i]!))];
        assertEquals(
          bands,
          own.map(({ band }) => model.bands[band]!.name),
        );
        assertClose(
          probabilities,
          own.flatMap((one) => one.probabilities),
          { rtol: 0, atol: 1e-12 },
          golden.cases[i]!.name,
        );
      });
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
);
