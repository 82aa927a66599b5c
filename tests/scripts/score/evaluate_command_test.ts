/** `score evaluate`, as a teacher runs it. */
import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { LANGUAGES } from "../../_support/docs.ts";
import { howMany, isLong } from "../../_support/how_many.ts";
import { needs } from "../../_support/permission.ts";
import {
  type Desk,
  easyTable,
  MERLIN,
  openDesk,
} from "../../_support/score_process.ts";
import { flagsIn, headerOf } from "../../_support/scripts.ts";

const needed = needs("run", "read", "write");
const QUICK = ["--epochs", "3", "--seeds", "1"];

/** Every eighth of the MERLIN essays, where that says as much. */
function fewEssays(desk: Desk): string {
  const lines = desk.read("merlin_de.csv").split("\n");
  return desk.file("few.csv", lines.filter((_, i) => i % 8 === 0).join("\n"));
}

interface Found {
  readonly rows: number;
  readonly bands: string[];
  readonly warnings: string[];
  readonly evaluations: {
    readonly model: string;
    readonly decision: string;
    readonly layers: string;
    readonly majority: number;
    readonly accuracy: { readonly mean: number; readonly deviation: number };
    readonly kappa: { readonly mean: number };
    readonly correlation: { readonly mean: number };
    readonly runs: { readonly accuracy: number }[];
    readonly confusion: number[][];
  }[];
}

Deno.test(
  "score evaluate reaches 0.985 on penguins, with other column names",
  needed,
  async () => {
    await using desk = openDesk();
    const { code, stdout } = await desk.score(
      ...["evaluate", "penguins.csv", "--label", "species", "--json"],
      ...["--seeds", howMany(1, 5).toString()],
      ...[
        "--features",
        "bill_length_mm,bill_depth_mm,flipper_length_mm,body_mass_g",
      ],
    );
    assertEquals(code, 0);
    const { bands, evaluations }: Found = JSON.parse(stdout);
    assertEquals(bands, ["0", "1", "2"]);
    // Species have no order, whatever their numbers say: ordinal regression
    // has to do without what tells the one in the middle.
    assertEquals(evaluations.length, 6);
    for (const { accuracy, layers } of evaluations.slice(0, 2)) {
      assert(accuracy.mean >= 0.985, `${layers} ${accuracy.mean}`);
    }
  },
);

for (const language of isLong ? LANGUAGES : ["ja"] as const) {
  Deno.test(
    `score evaluate prints tables that line up, in "${language}"`,
    needed,
    async () => {
      await using desk = openDesk();
      const expected = {
        en: [
          "merlin_de.csv: 1,010 essays, features words, errors",
          "bands: A1-A2 356, B1 325, B2-C1 329",
          "model                            accuracy   kappa       r",
          "majority line                       0.352   0.000       –",
          "softmax regression 2-3              0.123   0.123   0.123",
          "network 2-16-3                      0.123   0.123   0.123",
          "ordinal regression 2-3              0.123   0.123   0.123",
          "ordinal regression 2-3, median      0.123   0.123   0.123",
          "model                                 within one band       unweighted kappa           mean difference",
          "band    essays   precision   recall      F1",
          "A1-A2      356       0.123    0.123   0.123",
          "95 % interval        precision           recall               F1",
          "A1-A2           [0.123, 0.123]   [0.123, 0.123]   [0.123, 0.123]",
        ],
        ja: [
          "merlin_de.csv：1,010 編、特徴量は words, errors",
          "バンド：A1-A2 356, B1 325, B2-C1 329",
          "モデル                             正解率   重み付きκ   相関 r",
          "最頻バンドだけ                      0.352       0.000        –",
          "ソフトマックス回帰 2-3              0.123       0.123    0.123",
          "ネットワーク 2-16-3                 0.123       0.123    0.123",
          "順序回帰 2-3                        0.123       0.123    0.123",
          "順序回帰 2-3（中央値）              0.123       0.123    0.123",
          "バンド   編数   適合率   再現率      F1",
          "A1-A2     356    0.123    0.123   0.123",
          "95 % の区間           適合率           再現率               F1",
          "A1-A2         [0.123, 0.123]   [0.123, 0.123]   [0.123, 0.123]",
        ],
      };
      const { code, stdout } = await desk.score(
        ...["evaluate", "merlin_de.csv", ...MERLIN, ...QUICK],
        ...["--lang", language],
      );
      assertEquals(code, 0);
      const found = stdout.replaceAll(/0\.\d{3}/g, "0.123").split("\n");
      for (const line of expected[language]) {
        const known = line.replaceAll(/0\.\d{3}/g, "0.123");
        assert(found.includes(known), `${line} is not in\n${stdout}`);
      }
      assertEquals(stdout.includes("\x1b"), false);
    },
  );
}

Deno.test("score evaluate says the same each time", needed, async () => {
  await using desk = openDesk();
  const few = fewEssays(desk);
  const run = () =>
    desk.scoreWith(
      flagsIn(headerOf("scripts/score.ts")),
      ...["evaluate", few, ...MERLIN, ...QUICK, "--json"],
    );
  const [one, two] = [await run(), await run()];
  assertEquals(one.stdout, two.stdout);
  const [{ runs }] = (JSON.parse(one.stdout) as Found).evaluations as [
    Found["evaluations"][0],
  ];
  assertEquals(runs.length, 1);
});

Deno.test(
  "score evaluate leaves the comparison out where it would be the same",
  needed,
  async () => {
    await using desk = openDesk();
    const { stdout } = await desk.score(
      ...["evaluate", fewEssays(desk), ...MERLIN, ...QUICK],
      ...["--hidden", "0", "--json"],
    );
    const { evaluations }: Found = JSON.parse(stdout);
    assertEquals(evaluations.map(({ model, decision }) => [model, decision]), [
      ["softmaxRegression", "mostProbable"],
      ["ordinalRegression", "mostProbable"],
      ["softmaxRegression", "median"],
      ["ordinalRegression", "median"],
    ]);
  },
);

Deno.test(
  "score evaluate warns of too few essays and of useless columns",
  needed,
  async () => {
    await using desk = openDesk();
    const rows = easyTable(6).replace("score", "score,task")
      .replaceAll(/(\d)$/gm, "$1,9") + "60,12,3,9\n61,11,3,9\n";
    const file = desk.file("few.csv", rows);
    const { code, stdout } = await desk.score(
      ...["evaluate", file, "--features", "words,errors,task"],
      ...[...QUICK, "--lang", "en"],
    );
    assertEquals(code, 0);
    assertStringIncludes(
      stdout,
      "Beware: task: the same in every essay, so nothing can be learned from it.\n" +
        "Beware: 3 (2): fewer than 5 essays, so not every fold has one to judge. " +
        "Add essays, or lower --folds.",
    );
  },
);

Deno.test(
  "score evaluate writes a report and a picture, whole and alone",
  needed,
  async () => {
    await using desk = openDesk();
    const { code, stderr } = await desk.score(
      ...["evaluate", "merlin_de.csv", ...MERLIN, ...QUICK, "--lang", "en"],
      ...["--html", "out/report.html", "--figures", "out/pictures"],
    );
    assertEquals(code, 0, stderr);
    assertEquals(desk.names("out"), ["pictures", "report.html"]);
    assertEquals(desk.names("out/pictures"), [
      "calibration.svg",
      "confusion.svg",
    ]);
    const page = desk.read("out/report.html");
    assertMatch(page, /^<!DOCTYPE html>\n<html lang="en">/);
    assertStringIncludes(page, "softmax regression 2-3");
    assertStringIncludes(
      page,
      "deno task score evaluate merlin_de.csv --features words,errors " +
        "--label score --bands &quot;A1-A2=1,2;B1=3;B2-C1=4,5&quot; --epochs 3",
    );
    assertEquals((page.match(/<svg /g) ?? []).length, 2);
  },
);

Deno.test(
  "score evaluate says which rows it left out, on screen, in JSON and in the report",
  needed,
  async () => {
    await using desk = openDesk();
    const file = desk.file("bad.csv", easyTable(8) + "many,3,1\n10,3,1\n");
    const run = (...more: string[]) =>
      desk.score(
        ...["evaluate", file, ...QUICK, "--skip-bad-rows", "--lang", "en"],
        ...["--features", "words,errors", "--html", "out/r.html", ...more],
      );
    const { code, stdout, stderr } = await run();
    assertEquals(code, 0, stderr);
    assertStringIncludes(
      stdout,
      "Rows that could not be used and are left out: 1.\n",
    );
    const page = desk.read("out/r.html");
    assertStringIncludes(page, "<h2>Rows left out</h2>");
    assertStringIncludes(page, "&quot;many&quot;");
    const predictions = ["--predictions", "out/p.csv"];
    const json = JSON.parse((await run("--json", ...predictions)).stdout);
    assertEquals(json.excludedRows, 1);
    const [, , , row, line] = desk.read("out/p.csv").trimEnd().split("\r\n")
      .at(-1)!.split(",").map(Number);
    assertEquals([row, line], [json.rows, json.rows + 2]);
    const [{ eachBand, intervals, adjacent }] = json.evaluations;
    assertEquals(eachBand[0].band, json.bands[0]);
    assertEquals(intervals.adjacent.length, 2);
    assertEquals(Object.keys(adjacent), ["mean", "deviation"]);
  },
);

Deno.test(
  "score evaluate --predictions writes what its numbers were computed from",
  needed,
  async () => {
    await using desk = openDesk();
    const { code, stdout, stderr } = await desk.score(
      ...["evaluate", "merlin_de.csv", ...MERLIN, "--epochs", "3", "--json"],
      ...["--seeds", "2", "--folds", "4", "--predictions", "out/p.csv"],
    );
    assertEquals(code, 0, stderr);
    const { bands, evaluations }: Found = JSON.parse(stdout);
    const [head, ...rows] = desk.read("out/p.csv").trimEnd().split("\r\n")
      .map((line) => line.split(","));
    assertEquals(
      head!.join(),
      [
        ...["model", "seed", "fold", "row", "line", "given", "predicted"],
        ...["p_A1-A2", "p_B1", "p_B2-C1"],
      ].join(),
    );
    const names = [
      "softmax regression 2-3",
      "network 2-16-3",
      "ordinal regression 2-3",
    ];
    assertEquals(rows.length, 3 * 2 * 1010);
    for (const [i, name] of names.entries()) {
      for (const [run, seed] of ["1", "2"].entries()) {
        const own = rows.filter((row) => row[0] === name && row[1] === seed);
        assertEquals(
          own.map(([, , , row, line]) => [Number(row), Number(line)]),
          own.map((_, i) => [i + 1, i + 2]),
        );
        const right = own.filter((row) => row[5] === row[6]).length;
        assertEquals(right / 1010, evaluations[i]!.runs[run]!.accuracy);
        const folds = Map.groupBy(own, (row) => row[2]);
        assertEquals([...folds.keys()].sort(), ["1", "2", "3", "4"]);
        for (const row of own) {
          const p = row.slice(7).map(Number), most = Math.max(...p);
          assertEquals(bands[p.indexOf(most)], row[6]);
          assert(Math.abs(p.reduce((a, b) => a + b) - 1) < 1e-12);
        }
      }
    }
  },
);

Deno.test(
  "score evaluate compares with a second rater, and tells of groups and of single essays",
  needed,
  async () => {
    await using desk = openDesk();
    // 60 essays; the second rater saw the first 40 and differs in three; two
    // essays are far off; the first languages of six are not known.
    const rows = Array.from({ length: 60 }, (_, i) => {
      const score = 1 + i % 3, off = i === 20 || i === 33 ? 90 : 0;
      const second = i >= 40 ? ["", "N/A"][i % 2] : i % 10 > 0 ? score : 2;
      const language = i < 6 ? "" : i < 12 ? "Ｄｅ" : i < 36 ? "de" : "日本語";
      const words = 40 * score + i % 7 + off;
      return `E${i},${words},${
        20 - 4 * score + i % 5
      },${score},${second},${language}`;
    });
    const file = desk.file(
      "two.csv",
      ["id,words,errors,score,rater,L1", "", ...rows, ""].join("\n"),
    );
    const { code, stdout, stderr } = await desk.score(
      ...["evaluate", file, "--hidden", "0", "--seeds", "2", "--json"],
      ...["--second-label", "rater", "--by", "L1", "--lang", "en"],
      ...["--html", "out/r.html", "--learning-curve"],
    );
    assertEquals(code, 0, stderr);
    const found = JSON.parse(stdout), [evaluation] = found.evaluations;
    assertEquals([found.secondLabel, found.by], ["rater", "L1"]);
    assertEquals(found.groups, null);
    const { secondRater, subgroups, farthest, calibration } = evaluation;
    assertEquals(secondRater.essays, 40);
    assertEquals(secondRater.people.accuracy, 37 / 40);
    assertEquals(
      secondRater.degradation.accuracy,
      secondRater.machine.accuracy - 37 / 40,
    );
    assertEquals(
      subgroups.map(({ name, essays, small }: Record<string, unknown>) => [
        ...[name, essays, small],
      ]),
      [["De", 30, false], ["日本語", 24, true]],
    );
    const [first] = farthest;
    assert(["E20", "E33"].includes(first.id), first.id);
    // Behind the header and a blank line.
    assertEquals(first.line, Number(first.id.slice(1)) + 3);
    assertEquals(first.row, first.line - 2);
    assert(first.probability > first.probabilityOfGiven);
    const predictions = calibration.bins
      .map((bin: { predictions: number }) => bin.predictions);
    assertEquals(predictions.reduce((a: number, b: number) => a + b), 120);
    const { points } = found.learningCurve;
    assertEquals(
      points.at(-1).accuracy,
      found.evaluations[found.learningCurve.evaluation].accuracy.mean,
    );
    assertStringIncludes(stderr, "learning curve (");
    const page = desk.read("out/r.html");
    assertEquals((page.match(/<svg /g) ?? []).length, 3);
    for (
      const heading of [
        "Would more essays help? (softmax regression 2-3)",
        "Two people and the machine (40 essays that both rated)",
        "By L1 (softmax regression 2-3)",
        "When it says 80 %, how often is it right? (softmax regression 2-3)",
        "Essays about which it differs most from people (softmax regression 2-3)",
      ]
    ) assertStringIncludes(page, `<h2>${heading}</h2>`);
    assertStringIncludes(
      page,
      "<p>40 of the 60 essays have a second rating (rater).</p>",
    );
    assertStringIncludes(
      page,
      "<p>Essays of which L1 says nothing, and which are in no group: 6.</p>",
    );
  },
);
