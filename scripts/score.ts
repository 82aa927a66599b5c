/**
 * Essay scoring: how well it can be done (`evaluate`), a model to keep
 * (`train`), new essays (`predict`).
 *
 * deno run --allow-env=LC_ALL,LC_MESSAGES,LANG --allow-read=. --allow-write=out scripts/score.ts
 *
 * The environment is asked for its language. Read: the table and the model.
 * Write: the model, the report and the pictures, into `out`, which must be
 * readable too. For files elsewhere, name their folders instead. (`deno task
 * score` also keeps V8 from letting its heap grow with a large table, which
 * costs no time: `--v8-flags=--max-semi-space-size=4,--heap-growing-percent=30`
 * makes 300 MB of 480 for a million essays.)
 */
import { runScript } from "./cli/run_script.ts";

if (import.meta.main) {
  await runScript(async () => {
    // Here, a package that cannot be fetched is said in a sentence.
    const { scoreMain } = await import("./score/main.ts");
    await scoreMain(Deno.args);
  });
}
