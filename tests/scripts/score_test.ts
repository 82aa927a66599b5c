/** The scorer as a teacher runs it. */
import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { CHECKOUT } from "../_support/checkout.ts";
import { runDeno } from "../_support/deno_process.ts";
import { howMany, isLong } from "../_support/how_many.ts";
import { needs } from "../_support/permission.ts";
import {
  easyTable,
  MERLIN,
  NO_LANGUAGE,
  openDesk,
  SCORE,
} from "../_support/score_process.ts";
import { flagsIn, headerOf } from "../_support/scripts.ts";
import { assertClose } from "../_support/close.ts";

const needed = needs("run", "read", "write");
const QUICK = ["--epochs", "3", "--seeds", "1"];

interface Found {
  readonly rows: number;
  readonly bands: string[];
  readonly warnings: string[];
  readonly evaluations: {
    readonly layers: string;
    readonly majority: number;
    readonly accuracy: { readonly mean: number; readonly deviation: number };
    readonly kappa: { readonly mean: number };
    readonly correlation: { readonly mean: number };
    readonly runs: { readonly accuracy: number }[];
    readonly confusion: number[][];
  }[];
}

/** The part of the numbers on the diagonal. */
function diagonal(counts: number[][]): number {
  const right = counts.reduce((total, row, i) => total + row[i]!, 0);
  return right / counts.flat().reduce((a, b) => a + b);
}

Deno.test(
  "score without a table evaluates the shipped essays, as well as can be done",
  needed,
  async () => {
    const seeds = howMany(2, 5);
    // It needs no permission for that.
    const { code, stdout } = await runDeno(
      [
        ...["run", "--no-prompt", SCORE, "--json"],
        ...isLong ? [] : ["--seeds", `${seeds}`],
      ],
      { cwd: CHECKOUT, env: NO_LANGUAGE },
    );
    assertEquals(code, 0);
    const { rows, bands, evaluations, warnings }: Found = JSON.parse(stdout);
    assertEquals([rows, warnings], [1010, []]);
    assertEquals(bands, ["A1-A2", "B1", "B2-C1"]);
    const [softmax, network] = evaluations as [
      Found["evaluations"][0],
      Found["evaluations"][0],
    ];
    assertEquals([softmax.layers, network.layers], ["2-3", "2-16-3"]);
    const found = `${softmax.accuracy.mean} ${softmax.kappa.mean} ` +
      `${network.accuracy.mean} ${network.kappa.mean}`;
    assert(softmax.accuracy.mean >= 0.78, found);
    assert(softmax.kappa.mean >= 0.835, found);
    assert(network.accuracy.mean >= 0.785, found);
    assert(network.kappa.mean >= 0.84, found);
    for (const one of evaluations) {
      assertEquals(one.majority, 356 / 1010);
      assertEquals(one.runs.length, seeds);
      assertEquals(one.confusion.map((row) => row.reduce((a, b) => a + b)), [
        ...[seeds * 356, seeds * 325, seeds * 329],
      ]);
      const mean = one.runs.reduce((sum, run) => sum + run.accuracy, 0) /
        seeds;
      assertClose(one.accuracy.mean, mean, "golden");
      assertClose(diagonal(one.confusion), mean, "golden");
      assert(one.accuracy.deviation > 0 && one.accuracy.deviation < 0.02);
    }
  },
);

Deno.test(
  "score skips bad rows if told to, and loses none of them",
  needed,
  async () => {
    await using desk = openDesk();
    const table = easyTable(20) + "many,3,1\n70,,2\n80,10,9\n";
    const file = desk.file("essays.csv", table);
    const args = ["evaluate", file, "--bands", "a=1;b=2", ...QUICK];
    const refused = await desk.score(...args, "--lang", "en");
    assertEquals([refused.code, refused.stdout], [1, ""]);
    assertStringIncludes(refused.stderr, "3 of its 43 rows cannot be used");
    const { code, stdout, stderr } = await desk.score(
      ...[...args, "--skip-bad-rows", "--lang", "en"],
    );
    assertEquals(code, 0);
    assertStringIncludes(stdout, "essays.csv: 40 essays");
    assertStringIncludes(
      stderr,
      "The rows that cannot be used were written to out/essays_bad_rows.csv.\n",
    );
    assertEquals(
      desk.read("out/essays_bad_rows.csv").replaceAll("\r", ""),
      "\ufeffwords,errors,score\nmany,3,1\n70,,2\n80,10,9\n",
    );
  },
);

Deno.test(
  "score reads a teacher's table: Japanese columns, Shift_JIS, semicolons",
  needed,
  async () => {
    await using desk = openDesk();
    // 語数;誤り数;評価 and 良, 悪 in Shift_JIS
    const header = [
      0x8c,
      0xea,
      0x90,
      0x94,
      0x3b,
      0x8c,
      0xeb,
      0x82,
      0xe8,
      0x90,
      0x94,
      0x3b,
      0x95,
      0x5d,
      0x89,
      0xbf,
    ];
    const marks = [[0x88, 0xab], [0x97, 0xc7]];
    const bytes = [...header, 13, 10];
    for (let i = 0; i < 24; i++) {
      const numbers = `${40 + 90 * (i % 2) + i};${20 - 15 * (i % 2) + i % 5};`;
      bytes.push(
        ...new TextEncoder().encode(numbers),
        ...marks[i % 2]!,
        13,
        10,
      );
    }
    Deno.writeFileSync(`${desk.path}表.csv`, new Uint8Array(bytes));
    const { code, stdout, stderr } = await desk.score(
      ...["train", "表.csv", "--features", "語数,誤り数", "--label", "評価"],
      ...["--bands", "悪い=悪;良い=良", "--epochs", "300"],
    );
    assertEquals(code, 0, stderr);
    assertStringIncludes(stdout, "バンド：悪い 12, 良い 12\n");
    assertStringIncludes(stderr, "表.csv: shift_jis として読みました");
    const one = await desk.score(
      ...[
        "predict",
        "--model",
        "out/model.json",
        "--語数",
        "150",
        "--誤り数",
        "4",
      ],
    );
    assertMatch(
      one.stdout,
      /^語数 150、誤り数 4 の作文は 良い（確率 (9\d|100)\.\d %）と予測されます。/,
    );
  },
);

Deno.test("score does only what its header permits", needed, async () => {
  await using desk = openDesk();
  const log = `${desk.path}asked.jsonl`;
  const flags = flagsIn(headerOf("scripts/score.ts"));
  const { code } = await runDeno(
    [
      ...["run", "--no-prompt", ...flags, SCORE, "train", "merlin_de.csv"],
      ...[
        ...MERLIN,
        "--epochs",
        "2",
        "--html",
        "out/r.html",
        "--figures",
        "out",
      ],
    ],
    { cwd: desk.path, env: { ...NO_LANGUAGE, DENO_AUDIT_PERMISSIONS: log } },
  );
  assertEquals(code, 0);
  const asked = desk.read("asked.jsonl").trim().split("\n").map((line) =>
    JSON.parse(line) as { permission: string; value: string | null }
  );
  const folder = `${Deno.realPathSync(desk.path)}/`;
  for (const { permission, value } of asked) {
    const path = new URL(value!, `file://${folder}`).pathname;
    const allowed = permission === "env"
      ? ["LC_ALL", "LC_MESSAGES", "LANG"].includes(value!)
      : permission === "write"
      ? path.startsWith(`${folder}out`)
      : permission === "read" && path.startsWith(folder);
    assert(allowed, `${permission} ${value}`);
  }
});
