/** The scorer as a teacher runs it. */
import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { matrix, parseModel, standardize } from "../../mod.ts";
import { CHECKOUT } from "../_support/checkout.ts";
import { runDeno } from "../_support/deno_process.ts";
import { needs } from "../_support/permission.ts";
import {
  easyTable,
  MERLIN,
  NO_LANGUAGE,
  openDesk,
  SCORE,
} from "../_support/score_process.ts";
import { flagsIn, headerOf } from "../_support/scripts.ts";

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
  "score without arguments evaluates the shipped essays, as well as can be done",
  needed,
  async () => {
    // as `deno task score` does, with its permissions
    const { code, stdout } = await runDeno(
      [
        "run",
        "--no-prompt",
        ...flagsIn(headerOf("scripts/score.ts")),
        SCORE,
        "--json",
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
      assertEquals(one.runs.length, 5);
      assertEquals(one.confusion.map((row) => row.reduce((a, b) => a + b)), [
        ...[5 * 356, 5 * 325, 5 * 329],
      ]);
      const mean = one.runs.reduce((sum, run) => sum + run.accuracy, 0) / 5;
      assert(Math.abs(one.accuracy.mean - mean) < 1e-12);
      assert(Math.abs(diagonal(one.confusion) - mean) < 1e-12);
      assert(one.accuracy.deviation > 0 && one.accuracy.deviation < 0.02);
    }
  },
);

Deno.test(
  "score evaluate reaches 0.985 on penguins, with other column names",
  needed,
  async () => {
    using desk = openDesk();
    const { code, stdout } = await desk.score(
      ...["evaluate", "penguins.csv", "--label", "species", "--json"],
      ...[
        "--features",
        "bill_length_mm,bill_depth_mm,flipper_length_mm,body_mass_g",
      ],
    );
    assertEquals(code, 0);
    const { bands, evaluations }: Found = JSON.parse(stdout);
    assertEquals(bands, ["0", "1", "2"]);
    for (const { accuracy, layers } of evaluations) {
      assert(accuracy.mean >= 0.985, `${layers} ${accuracy.mean}`);
    }
  },
);

Deno.test(
  "score evaluate prints tables that line up, in both languages",
  needed,
  async () => {
    using desk = openDesk();
    const expected = {
      en: [
        "merlin_de.csv: 1,010 essays, features words, errors",
        "bands: A1-A2 356, B1 325, B2-C1 329",
        "model                    accuracy   kappa       r",
        "majority line               0.352   0.000       –",
        /^softmax regression 2-3      0\.\d{3}   0\.\d{3}   0\.\d{3}$/,
        /^network 2-16-3              0\.\d{3}   0\.\d{3}   0\.\d{3}$/,
        "band    essays   precision   recall      F1",
        /^A1-A2      356       0\.\d{3}    0\.\d{3}   0\.\d{3}$/,
      ],
      ja: [
        "merlin_de.csv：1,010 編、特徴量は words, errors",
        "バンド：A1-A2 356, B1 325, B2-C1 329",
        "モデル                   正解率   重み付きκ   相関 r",
        "最頻バンドだけ            0.352       0.000        –",
        /^ソフトマックス回帰 2-3    0\.\d{3}       0\.\d{3}    0\.\d{3}$/,
        /^ネットワーク 2-16-3       0\.\d{3}       0\.\d{3}    0\.\d{3}$/,
        "バンド   編数   適合率   再現率      F1",
        /^A1-A2     356    0\.\d{3}    0\.\d{3}   0\.\d{3}$/,
      ],
    };
    for (const [language, lines] of Object.entries(expected)) {
      const { code, stdout } = await desk.score(
        ...["evaluate", "merlin_de.csv", ...MERLIN, ...QUICK],
        ...["--lang", language],
      );
      assertEquals(code, 0);
      const found = stdout.split("\n");
      for (const line of lines) {
        const matches = found.some((one) =>
          typeof line === "string" ? one === line : line.test(one)
        );
        assert(matches, `${line} is not in\n${stdout}`);
      }
      assertEquals(stdout.includes("\x1b"), false);
    }
  },
);

Deno.test("score evaluate says the same each time", needed, async () => {
  using desk = openDesk();
  const run = () =>
    desk.score("evaluate", "merlin_de.csv", ...MERLIN, ...QUICK, "--json");
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
    using desk = openDesk();
    const { stdout } = await desk.score(
      ...["evaluate", "merlin_de.csv", ...MERLIN, ...QUICK],
      ...["--hidden", "0", "--json"],
    );
    const { evaluations }: Found = JSON.parse(stdout);
    assertEquals(evaluations.map(({ layers }) => layers), ["2-3"]);
  },
);

Deno.test(
  "score evaluate warns of too few essays and of useless columns",
  needed,
  async () => {
    using desk = openDesk();
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
    using desk = openDesk();
    const { code, stderr } = await desk.score(
      ...["evaluate", "merlin_de.csv", ...MERLIN, ...QUICK, "--lang", "en"],
      ...["--html", "out/report.html", "--figures", "out/pictures"],
    );
    assertEquals(code, 0, stderr);
    assertEquals(desk.names("out"), ["pictures", "report.html"]);
    assertEquals(desk.names("out/pictures"), ["confusion.svg"]);
    const page = desk.read("out/report.html");
    assertMatch(page, /^<!DOCTYPE html>\n<html lang="en">/);
    assertStringIncludes(page, "softmax regression 2-3");
    assertStringIncludes(page, "score evaluate merlin_de.csv");
    assertEquals((page.match(/<svg /g) ?? []).length, 1);
  },
);

Deno.test(
  "score train saves a model that predicts what it says",
  needed,
  async () => {
    using desk = openDesk();
    const train = await desk.score(
      ...["train", "merlin_de.csv", ...MERLIN, "--lang", "en"],
      ...["--html", "out/report.html", "--figures", "out"],
    );
    assertEquals(train.code, 0, train.stderr);
    assertMatch(
      train.stdout,
      /cross-validated with 5 folds: accuracy 0\.7[89]\d, kappa 0\.8[345]\d \(majority line 0\.352\)\.\nSaved to out\/model\.json\./,
    );
    assertEquals(desk.names("out"), [
      ...["confusion.svg", "essay_map.svg", "loss_curves.svg"],
      ...["model.json", "network.svg", "report.html"],
    ]);
    const page = desk.read("out/report.html");
    assertEquals((page.match(/<svg /g) ?? []).length, 4);

    const model = parseModel(desk.read("out/model.json"));
    assertEquals(model.features, ["words", "errors"]);
    assertEquals(model.bands[0], { name: "A1-A2", labels: ["1", "2"] });
    assertEquals(model.network.sizes, [2, 16, 3]);
    const { rows, epoch, epochs, optimizer, validationLoss } = model.training;
    assertEquals(
      [rows, epoch, epochs, optimizer, validationLoss],
      [1010, 100, 100, "adam", null],
    );
    assertEquals(model.quality?.folds, 5);
    assertEquals(model.quality?.majority, 356 / 1010);

    // A table: its rows in order, with what the library says behind each.
    const new_ = desk.file(
      "new.csv",
      'id,errors,note,words\n7,8,"a, ""b""\nc",120\n3,30,,60\n5,"1,000",x,１２\n',
    );
    const predict = await desk.score(
      ...["predict", new_, "--model", "out/model.json", "--lang", "en"],
    );
    assertEquals(predict.code, 0, predict.stderr);
    const x = matrix([[120, 8], [60, 30], [12, 1000]]);
    const y = model.network.probabilities(standardize(x, model.scaler))
      .toArray();
    const behind = y.map((p) => {
      const { name } = model.bands[p.indexOf(Math.max(...p))]!;
      return [name, ...p.map((one) => one.toFixed(4))].join(",");
    });
    assertEquals(
      predict.stdout.replaceAll("\r\n", "\n"),
      "id,errors,note,words,predicted,P(A1-A2),P(B1),P(B2-C1)\n" +
        `7,8,"a, ""b""\nc",120,${behind[0]}\n3,30,,60,${behind[1]}\n` +
        `5,"1,000",x,１２,${behind[2]}\n`,
    );
    const toFile = await desk.score(
      ...["predict", new_, "--model", "out/model.json"],
      ...["--out", "out/predicted.csv"],
    );
    assertEquals([toFile.code, toFile.stdout], [0, ""]);
    assertEquals(desk.read("out/predicted.csv"), `\ufeff${predict.stdout}`);

    // One essay: the same numbers in a sentence.
    const one = await desk.score(
      ...["predict", "--model", "out/model.json", "--words", "120"],
      ...["--errors", "8", "--lang", "en"],
    );
    assertEquals([one.code, one.stderr], [0, ""]);
    const p = y[0]!, best = p.indexOf(Math.max(...p));
    const percent = (part: number) => `${(100 * part).toFixed(1)} %`;
    assertStringIncludes(
      one.stdout,
      `An essay with words 120, errors 8 is predicted to be ${
        model.bands[best]!.name
      } (probability ${percent(p[best]!)}).`,
    );
    const mean = model.scaler.mean.at(0, 1);
    const replaced = model.network.probabilities(
      standardize(matrix([120, mean]), model.scaler),
    ).at(0, best);
    const points = (100 * (replaced - p[best]!)).toFixed(1).replace("-", "−");
    assertMatch(
      one.stdout,
      new RegExp(
        `\n  errors 8 → 27\\.4 +${percent(replaced)} +${points} points\n`,
      ),
    );
  },
);

Deno.test(
  "score train makes the same file each time, and another with another seed",
  needed,
  async () => {
    using desk = openDesk();
    const train = async (...args: string[]) => {
      const { code } = await desk.score(
        ...["train", "merlin_de.csv", ...MERLIN, "--epochs", "3"],
        ...["--skip-evaluation", ...args],
      );
      assertEquals(code, 0);
      return desk.read("out/model.json");
    };
    const first = await train();
    assertEquals(await train(), first);
    assertEquals(parseModel(first).quality, null);
    assert(await train("--seed", "2") !== first);
  },
);

Deno.test(
  "score train stops early, and keeps the best epoch",
  needed,
  async () => {
    using desk = openDesk();
    const { code, stdout } = await desk.score(
      ...["train", "merlin_de.csv", ...MERLIN, "--skip-evaluation"],
      ...["--validation", "0.25", "--patience", "3", "--learning-rate", "0.1"],
      ...["--hidden", "20,5", "--activation", "sigmoid", "--lang", "en"],
    );
    assertEquals(code, 0);
    assertStringIncludes(
      stdout,
      "Stopped: the validation loss had not fallen for 3 epochs.\n",
    );
    const { training, network } = parseModel(desk.read("out/model.json"));
    assertEquals(training.epochs, training.epoch + 3);
    assertEquals(training.rows, 1010 - 252);
    assert(training.validationLoss! > 0);
    assertEquals(network.sizes, [2, 20, 5, 3]);
    assertEquals(network.activations, ["sigmoid", "sigmoid"]);
  },
);

Deno.test({
  name: "score train that is interrupted leaves the best model so far, whole",
  // Windows has no signal that a test could send
  ignore: needed.ignore || Deno.build.os === "windows",
  async fn() {
    using desk = openDesk();
    const child = new Deno.Command(Deno.execPath(), {
      args: [
        ...["run", "--no-prompt", ...flagsIn(headerOf("scripts/score.ts"))],
        ...[SCORE, "train", "merlin_de.csv", ...MERLIN, "--lang", "en"],
        ...["--epochs", "10000000", "--validation", "0.2"],
        ...["--patience", "10000000"],
      ],
      cwd: desk.path,
      env: NO_LANGUAGE,
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    let said = "";
    const decoded = child.stdout.pipeThrough(new TextDecoderStream());
    const errors = new Response(child.stderr).text();
    for await (const piece of decoded) {
      said += piece;
      if (!said.includes("bands:")) continue;
      // It has begun; an epoch takes some milliseconds.
      await new Promise((resolve) => setTimeout(resolve, 1000));
      child.kill("SIGINT");
      said += "\n";
      break;
    }
    const { code } = await child.status;
    assertEquals(code, 130);
    const [, epochs, kept] = (await errors).match(
      /Interrupted in epoch (\d+)\. The best model so far \(epoch (\d+)\) is saved\.\n$/,
    )!;
    assertEquals(desk.names("out"), ["model.json"]);
    const { training, quality } = parseModel(desk.read("out/model.json"));
    assertEquals([training.epochs, training.epoch], [epochs, kept].map(Number));
    assertEquals(quality, null);
  },
});

Deno.test(
  "score predict counts the words of a text itself",
  needed,
  async () => {
    using desk = openDesk();
    desk.file(
      "essay.txt",
      "\ufeffLiebe Julia,\n\nwie geht's dir? Mir geht es gut!\n",
    );
    const { code, stdout, stderr } = await desk.score(
      ...["predict", "--text", "essay.txt", "--errors", "0"],
      ...["--text-language", "de", "--lang", "en"],
    );
    assertEquals(code, 0);
    assertStringIncludes(
      stderr,
      "essay.txt has 9 words (counted as German).\n",
    );
    assertStringIncludes(
      stdout,
      "An essay with words 9, errors 0 is predicted",
    );
  },
);

Deno.test(
  "score predict without a model says whose model it uses",
  needed,
  async () => {
    using desk = openDesk();
    const ended = await desk.scoreWith(
      ["--allow-read=.," + new URL("examples/data", CHECKOUT).pathname],
      ...["predict", "merlin_de.csv", "--lang", "en"],
    );
    assertEquals(ended.code, 0, ended.stderr);
    assertEquals(
      ended.stderr,
      "No --model was given: a model of the MERLIN essays that come with the " +
        "kit is used. It need not fit your essays.\n",
    );
    assertEquals(ended.stdout.split("\r\n").length, 1012);
  },
);

Deno.test(
  "score predict warns of an essay unlike all others",
  needed,
  async () => {
    using desk = openDesk();
    const { stdout } = await desk.score(
      ...["predict", "--words", "5000", "--errors", "-3", "--lang", "en"],
    );
    assertStringIncludes(
      stdout,
      "Beware: words: far from the essays that the model learned from.\n",
    );
  },
);

Deno.test(
  "score skips bad rows if told to, and loses none of them",
  needed,
  async () => {
    using desk = openDesk();
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
    using desk = openDesk();
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
      /^語数 150、誤り数 4 の作文は 良い（確率 9\d\.\d %）と予測されます。/,
    );
  },
);

Deno.test("score does only what its header permits", needed, async () => {
  using desk = openDesk();
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
  const folder = Deno.realPathSync(desk.path);
  for (const { permission, value } of asked) {
    const allowed = permission === "env"
      ? ["LC_ALL", "LC_MESSAGES", "LANG"].includes(value!)
      : permission === "write"
      ? value!.startsWith(`${folder}/out`)
      : permission === "read" && value!.startsWith(folder);
    assert(allowed, `${permission} ${value}`);
  }
});
