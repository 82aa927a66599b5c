/**
 * A scorer that is killed outright, at any moment: what it writes is whole or
 * not there, and what stood there before stays until then.
 */
import { assert, assertEquals } from "@std/assert";
import { parseModel } from "../../../mod.ts";
import { temporaryFolder } from "../../_support/files.ts";
import { howMany } from "../../_support/how_many.ts";
import { needs } from "../../_support/permission.ts";
import { easyTable, NO_LANGUAGE, SCORE } from "../../_support/score_process.ts";
import { flagsIn, headerOf } from "../../_support/scripts.ts";

const FEATURES = ["--features", "words,errors"];
/** What each command writes, many rows of it. */
const COMMANDS: readonly (readonly string[])[] = [
  [
    ...["evaluate", "t.csv", ...FEATURES, "--hidden", "0", "--seeds", "1"],
    ...["--html", "out/r.html", "--figures", "out", "--predictions"],
    "out/p.csv",
  ],
  [
    ...["train", "t.csv", ...FEATURES, "--epochs", "2", "--folds", "2"],
    ...["--model", "out/m.json", "--html", "out/t.html", "--figures", "out"],
  ],
  ["predict", "t.csv", "--model", "model.json", "--out", "out/predicted.csv"],
];
const BEFORE = "what stood there before";

/** The files below `out`, hidden ones apart, with what is in them. */
function written(folder: string): Record<string, string> {
  return Object.fromEntries(
    [...Deno.readDirSync(`${folder}out`)]
      .filter(({ name }) => !name.startsWith("."))
      .map(({ name }) => [name, Deno.readTextFileSync(`${folder}out/${name}`)])
      .sort(),
  );
}

/** Starts the scorer; it is killed after so many milliseconds, if it is. */
async function run(
  cwd: string,
  args: readonly string[],
  killAfter?: number,
): Promise<number> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", ...flagsIn(headerOf("scripts/score.ts"))]
      .concat(SCORE, ...args),
    ...{ cwd, env: NO_LANGUAGE, stdin: "null", stdout: "null", stderr: "null" },
  }).spawn();
  const timer = killAfter === undefined ? undefined : setTimeout(() => {
    try {
      child.kill("SIGKILL");
    } catch (error) {
      // It ended a moment before, which is a moment too.
      if (!(error instanceof TypeError)) throw error;
    }
  }, killAfter);
  const { code } = await child.status;
  clearTimeout(timer);
  return code;
}

const MOMENTS = howMany(1, 20);

for (const [which, args] of COMMANDS.entries()) {
  Deno.test(
    `score ${
      args[0]
    } that is killed leaves nothing half-written (${MOMENTS} moments)`,
    needs("run", "read", "write"),
    async () => {
      using folder = temporaryFolder();
      const { path } = folder;
      folder.file("t.csv", easyTable(howMany(40, 2000)));
      if (which === 2) {
        const model = ["--model", "out/model.json", "--skip-evaluation"];
        await run(path, [
          "train",
          "t.csv",
          ...FEATURES,
          "--epochs",
          "2",
          ...model,
        ]);
        Deno.copyFileSync(`${path}out/model.json`, `${path}model.json`);
        Deno.removeSync(`${path}out`, { recursive: true });
      }
      const start = performance.now();
      assertEquals(await run(path, args), 0);
      const whole = performance.now() - start, expected = written(path);
      assert(Object.keys(expected).length > 0);
      let killed = 0;
      for (let moment = 0; moment < MOMENTS; moment++) {
        for (const name of Object.keys(expected)) {
          Deno.writeTextFileSync(`${path}out/${name}`, BEFORE);
        }
        // More of them near the end, where files are written.
        const share = 0.4 + 0.6 * Math.sqrt((moment + 0.7) / MOMENTS);
        if (await run(path, args, whole * share) !== 0) killed++;
        const found = written(path);
        assertEquals(Object.keys(found), Object.keys(expected));
        for (const [name, text] of Object.entries(found)) {
          if (text === BEFORE || text === expected[name]) continue;
          // A model is kept before it is evaluated, then once more with that:
          // its checksum says that it is whole.
          assert(name === "m.json", name);
          assertEquals(parseModel(text).quality, null);
        }
      }
      assert(killed > 0 || MOMENTS < 5, "none was killed in time");
    },
  );
}
