/** `score export`, as a researcher runs it. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { countedText } from "../../../scripts/score/export_command.ts";
import { needs } from "../../_support/permission.ts";
import { openDesk } from "../../_support/score_process.ts";
import golden from "../../golden/onnx_models.json" with { type: "json" };
import config from "../../../deno.json" with { type: "json" };

Deno.test("score export names what has to be counted in texts first, and no other feature", () => {
  const source = { column: "text", files: false, language: "en" };
  const versions = { icu: "78.3", rules: 1 };
  const said = (errors: string | null) =>
    countedText({
      features: ["age", "words", "guiraud", "errors_per_100_words"],
      texts: { ...source, ...versions, errors },
    })!.en.replace(/^.*: /, "");
  assertEquals(said(null), "words, guiraud.");
  assertEquals(said("errors"), "words, guiraud, errors_per_100_words.");
  assertEquals(countedText({ features: ["words"] }), undefined);
});

Deno.test(
  "score export writes what was asked for, and nothing over the model",
  needs("run", "read", "write"),
  async () => {
    await using desk = openDesk();
    const { model, onnx } = golden.cases[3]!;
    const text = JSON.stringify(model);
    Deno.mkdirSync(`${desk.path}out`);
    desk.file("out/model.json", text);
    const run = (...args: string[]) =>
      desk.score(
        "export",
        "--model",
        "out/model.json",
        "--lang",
        "en",
        ...args,
      );
    const { code, stdout, stderr } = await run(
      ...["--onnx", "out/m.onnx", "--npz", "out/m.npz"],
    );
    assertEquals(
      [code, stdout],
      [0, "Saved to out/m.onnx.\nSaved to out/m.npz.\n"],
    );
    assertEquals(
      stderr,
      "out/model.json is of version 1, in which damage may go unnoticed; make it " +
        "again with train.\n",
    );
    // The version of the kit stands in it, as long as the golden one's.
    const bytes = Deno.readFileSync(`${desk.path}out/m.onnx`);
    const expected = Uint8Array.fromBase64(onnx);
    expected.set(new TextEncoder().encode(config.version), 11);
    assertEquals(bytes, expected);
    const npz = Deno.readFileSync(`${desk.path}out/m.npz`);
    assertEquals(npz.subarray(0, 2), new TextEncoder().encode("PK"));

    const nothing = await run();
    assertEquals(nothing.code, 2);
    assertStringIncludes(
      nothing.stderr,
      "--onnx FILE or --npz FILE is needed.",
    );
    const over = await run("--onnx", "./out/model.json");
    assertEquals([over.code, desk.read("out/model.json")], [2, text]);
  },
);
