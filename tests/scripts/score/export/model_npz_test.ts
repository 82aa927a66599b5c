import { assertEquals } from "@std/assert";
import { parseModel } from "../../../../mod.ts";
import { modelNpz } from "../../../../scripts/score/export/model_npz.ts";
import { CHECKOUT } from "../../../_support/checkout.ts";
import { assertClose } from "../../../_support/close.ts";
import { runDeno } from "../../../_support/deno_process.ts";
import { needs, programPath } from "../../../_support/permission.ts";
import golden from "../../../golden/onnx_models.json" with { type: "json" };

Deno.test(
  "NumPy predicts the same from what modelNpz() writes [numpy]",
  needs("run", "read", "write", "numpy"),
  async () => {
    const folder = await Deno.makeTempDir();
    try {
      // Layers of each kind, the median, thresholds; names in Japanese.
      for (const i of [0, 1, 3]) {
        const { model, x, ...expected } = golden.cases[i]!;
        const bytes = modelNpz(parseModel(JSON.stringify(model)));
        await Deno.writeFile(`${folder}/model.npz`, bytes);
        await Deno.writeTextFile(`${folder}/x.json`, JSON.stringify(x));
        const { code, stdout, stderr } = await runDeno([
          ...["run", "--allow-run", "tests/_support/in_program.ts"],
          ...[programPath("numpy"), "tests/_support/npz_model.py"],
          ...[`${folder}/model.npz`, `${folder}/x.json`],
        ], { cwd: CHECKOUT });
        assertEquals([code, stderr], [0, ""]);
        const found = JSON.parse(stdout);
        assertClose(found.probabilities, expected.probabilities, {
          rtol: 1e-12,
          atol: 1e-15,
        });
        assertEquals(found.bands, expected.bands);
        assertEquals([found.features, found.label], [
          model.features,
          [model.label],
        ]);
      }
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
);
