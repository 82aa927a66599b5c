import { assertEquals } from "@std/assert";
import { matrix, parseModel } from "../../../../mod.ts";
import { modelGraph } from "../../../../scripts/score/export/model_graph.ts";
import { formatOnnx } from "../../../../scripts/score/export/onnx.ts";
import { predictions } from "../../../../scripts/score/model/prediction.ts";
import golden from "../../../golden/onnx_models.json" with { type: "json" };
import { assertClose } from "../../../_support/close.ts";

for (const { name, model: kept, ...expected } of golden.cases) {
  const model = parseModel(JSON.stringify(kept));

  Deno.test(`formatOnnx() writes the bytes that the onnx package writes: ${name}`, () => {
    const bytes = formatOnnx(modelGraph(model), "0.0.0");
    assertEquals(bytes, Uint8Array.fromBase64(expected.onnx));
  });

  Deno.test(`predictions() are those of NumPy: ${name}`, () => {
    const found = [...predictions(model, matrix(expected.x))];
    assertClose(
      found.map(({ probabilities }) => probabilities),
      expected.probabilities,
      { rtol: 1e-12, atol: 1e-15 },
    );
    assertEquals(
      found.map(({ band }) => model.bands[band]!.name),
      expected.bands,
    );
  });
}
