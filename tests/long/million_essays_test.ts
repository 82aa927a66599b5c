/** How much memory a table takes that is as large as tables get. */
import { assert, assertEquals } from "@std/assert";
import config from "../../deno.json" with { type: "json" };
import { numpyRandom } from "../../mod.ts";
import { CHECKOUT } from "../_support/checkout.ts";
import { runDeno } from "../_support/deno_process.ts";
import { temporaryFolder } from "../_support/files.ts";
import { needs } from "../_support/permission.ts";

const ROWS = 1_000_000;
/** In MB; a bare Deno takes 70 of them. */
const MOST = 400;
const scorer = new URL("scripts/score/main.ts", CHECKOUT).href;

Deno.test(
  `score evaluate takes less than ${MOST} MB for ${ROWS} essays`,
  {
    // Elsewhere nobody says how much there ever was.
    ignore: needs("run", "read", "write").ignore || Deno.build.os !== "linux",
  },
  async () => {
    using folder = temporaryFolder();
    const random = numpyRandom(1);
    const rows = Array.from({ length: ROWS }, () => {
      const score = 1 + Math.floor(5 * random());
      const words = Math.round(40 * score + 60 * random());
      return `${words},${Math.floor(30 - 3 * score * random())},${score}\n`;
    });
    folder.file("t.csv", `words,errors,score\n${rows.join("")}`);
    const main = folder.file(
      "main.ts",
      `import { scoreMain } from "${scorer}";
       await scoreMain(Deno.args);
       const status = Deno.readTextFileSync("/proc/self/status");
       console.error(/VmHWM:\\s*(\\d+)/.exec(status)![1]);`,
    );
    // As the task starts it.
    const [flag] = /--v8-flags=\S+/.exec(config.tasks.score.command)!;
    const { code, stdout, stderr } = await runDeno([
      ...["run", flag, "--no-prompt", "--allow-all"],
      ...["--config", new URL("deno.json", CHECKOUT).pathname, main],
      ...["evaluate", "t.csv", "--features", "words,errors", "--hidden", "0"],
      ...["--bands", "A=1,2;B=3;C=4,5", "--seeds", "1", "--lang", "en"],
    ], { cwd: folder.path });
    assertEquals(code, 0, stderr);
    assert(stdout.includes("1,000,000 essays"));
    const megabytes = Number(stderr.trim().split("\n").at(-1)) / 1000;
    console.log(`${Math.round(megabytes)} MB`);
    assert(megabytes > 100 && megabytes < MOST, `${megabytes} MB`);
  },
);
