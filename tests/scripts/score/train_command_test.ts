/** `score train`, as a teacher runs it. */
import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import {
  cumulativeLogit,
  matrix,
  parseModel,
  standardize,
} from "../../../mod.ts";
import { needs } from "../../_support/permission.ts";
import {
  type Desk,
  easyTable,
  MERLIN,
  NO_LANGUAGE,
  openDesk,
  SCORE,
} from "../../_support/score_process.ts";
import { flagsIn, headerOf } from "../../_support/scripts.ts";

const needed = needs("run", "read", "write");

Deno.test(
  "score train saves a model that predicts what it says",
  needed,
  async () => {
    await using desk = openDesk();
    const train = await desk.score(
      ...["train", "merlin_de.csv", ...MERLIN, "--lang", "en"],
      ...["--html", "out/report.html", "--figures", "out"],
    );
    assertEquals(train.code, 0, train.stderr);
    assertMatch(
      train.stdout,
      /cross-validated with 5 folds: accuracy 0\.7[89]\d, kappa 0\.8[345]\d \(majority line 0\.352\)\.\n95 % intervals \(essays drawn anew\): accuracy \[0\.7\d\d, 0\.8\d\d\], kappa \[0\.8\d\d, 0\.8\d\d\]\.\nSaved to out\/model\.json\./,
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
      return [name, ...p.map(String)].join(",");
    });
    assertEquals(
      predict.stdout.replaceAll("\r\n", "\n"),
      "id,errors,note,words,predicted,P(A1-A2),P(B1),P(B2-C1),unusual\n" +
        `7,8,"a, ""b""\nc",120,${behind[0]},\n3,30,,60,${behind[1]},\n` +
        `5,"1,000",x,１２,${behind[2]},errors\n`,
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
    await using desk = openDesk();
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
  "score train says in its report how many rows it left out, and which band it never gives",
  needed,
  async () => {
    await using desk = openDesk();
    const file = desk.file(
      "bad.csv",
      easyTable(20) + "many,3,1\n65,32,rare\n165,13,rare\n",
    );
    const { code, stderr } = await desk.score(
      ...["train", file, "--features", "words,errors", "--hidden", "0"],
      ...["--folds", "2", "--skip-bad-rows", "--html", "out/r.html"],
      ...["--lang", "en"],
    );
    assertEquals(code, 0, stderr);
    const page = desk.read("out/r.html");
    assertStringIncludes(
      page,
      "<p>Rows that could not be used and are left out: 1.</p>",
    );
    assertStringIncludes(page, ": rare practically never given ");
  },
);

Deno.test(
  "score train stops early, and keeps the best epoch",
  needed,
  async () => {
    await using desk = openDesk();
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

Deno.test(
  "score train --ordinal --decision median saves what predict follows, where bands have an order",
  needed,
  async () => {
    await using desk = openDesk();
    const train = (...args: string[]) =>
      desk.score(
        ...["train", "merlin_de.csv", "--skip-evaluation", "--lang", "en"],
        ...["--ordinal", "--decision", "median", ...args],
      );
    const { code, stdout, stderr } = await train("--hidden", "3");
    assertEquals(code, 0, stderr);
    assertStringIncludes(
      stdout,
      "\nordinal regression 2-5, median: at its optimum after ",
    );
    assertStringIncludes(stdout, "thresholds −5.64, −2.21, 1.87, 7.67\n");
    assertStringIncludes(stderr, "an optimum, for which --hidden is not used.");
    const model = parseModel(desk.read("out/model.json"));
    assertEquals([model.decision, model.thresholds?.columns], ["median", 4]);

    desk.file("new.csv", "words,errors\n70,20\n110,25\n");
    const table = await desk.score(
      ...["predict", "new.csv", "--model", "out/model.json"],
    );
    const x = matrix([[70, 20], [110, 25]]);
    const y = cumulativeLogit(
      model.network.predict(standardize(x, model.scaler)),
      model.thresholds!,
    ).toArray();
    const rows = table.stdout.trim().split("\r\n").slice(1);
    for (const [i, row] of rows.entries()) {
      const [, , band, ...p] = row.split(",");
      assertEquals(p.slice(0, 5).map(Number), y[i]);
      let sum = 0;
      const middle = y[i]!.findIndex((p) => (sum += p) >= 0.5);
      assertEquals(band, model.bands[middle]!.name);
    }
    const none = await train("--label", "score", "--order", "none");
    assertEquals(none.code, 1);
    assertStringIncludes(
      none.stderr,
      "The bands (1, 2, 3, 4, 5) have no order, or none that is known, which " +
        '--ordinal needs; --order "lowest,...,highest" or --bands gives it.',
    );
  },
);

/** Trains without an end, and presses Ctrl-C after a second. */
async function trainInterrupted(desk: Desk): Promise<string> {
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
    break;
  }
  const { code } = await child.status;
  assertEquals(code, 130);
  return await errors;
}

// Windows has no signal that a test could send.
const interruptible = {
  ...needed,
  ignore: needed.ignore || Deno.build.os === "windows",
};

Deno.test(
  "score train that is interrupted leaves the best model so far, whole",
  interruptible,
  async () => {
    await using desk = openDesk();
    const [, epochs, kept] = (await trainInterrupted(desk)).match(
      /Interrupted in epoch (\d+)\. The best model so far \(epoch (\d+)\) is saved\.\n$/,
    )!;
    assertEquals(desk.names("out"), ["model.json"]);
    const { training, quality } = parseModel(desk.read("out/model.json"));
    assertEquals([training.epochs, training.epoch], [epochs, kept].map(Number));
    assertEquals(quality, null);
  },
);

Deno.test(
  "score train that is interrupted leaves a model that is there alone",
  interruptible,
  async () => {
    await using desk = openDesk();
    Deno.mkdirSync(`${desk.path}out`);
    desk.file("out/model.json", "a good one");
    await trainInterrupted(desk);
    assertEquals(desk.names("out"), ["model.json", "model.unfinished.json"]);
    assertEquals(desk.read("out/model.json"), "a good one");
    const { quality } = parseModel(desk.read("out/model.unfinished.json"));
    assertEquals(quality, null);
  },
);
