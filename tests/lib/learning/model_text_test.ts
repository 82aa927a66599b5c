import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  type Activation,
  fitScaler,
  formatModel,
  matrix,
  type Model,
  ModelError,
  Network,
  numpyRandom,
  parseModel,
  standardize,
  zeros,
} from "../../../mod.ts";
import { assertSame, drawMatrix, wrong } from "../../_support/matrices.ts";
import { assertRefuses } from "../../_support/refusal.ts";
import { forSeeds } from "../../_support/seeded.ts";

function someModel(changes: Partial<Model> = {}): Model {
  return {
    features: ["語数", "errors"],
    label: "score",
    bands: [
      { name: "悪い", labels: ["1", "2"] },
      { name: "普通", labels: ["3"] },
      { name: "良い", labels: ["4..5"] },
    ],
    scaler: fitScaler(matrix([[120, 8], [81, 14], [99, 5]])),
    network: new Network([2, 4, 3], numpyRandom(0)),
    training: {
      rows: 3,
      optimizer: "adam",
      learningRate: 0.01,
      weightDecay: 0,
      batchSize: 32,
      epochs: 100,
      epoch: 71,
      loss: 0.5,
      validationLoss: 0.625,
      seed: "kobai",
    },
    quality: { folds: 5, rows: 3, accuracy: 0.75, kappa: null, majority: 0.4 },
    ...changes,
  };
}

Deno.test("parseModel() gives back how features are counted in texts, where they are", () => {
  assertEquals("texts" in parseModel(formatModel(someModel())), false);
  for (const errors of ["Fehler", null]) {
    const texts = {
      ...{ column: "本文", files: errors === null, language: "de", errors },
      ...{ icu: "78.3", rules: 1 },
    };
    const text = formatModel(someModel({ texts }));
    const read = parseModel(text);
    assertEquals(read.texts, texts);
    assertEquals(formatModel(read), text);
    // Old files have no checksum: what is wrong is told with its place.
    const old = text.replace('"version": 2', '"version": 1')
      .replace(/,\n {2}"checksum": "[0-9a-f]{8}"/, "");
    for (
      const [path, written, wrong] of [
        ["texts.files", /"files": \w+/, '"files": 1'],
        ["texts.rules", '"rules": 1', '"rules": 0'],
        ["texts.icu", '"icu": "78.3"', '"icu": 78.3'],
        ["texts.more", '"icu"', '"more": 1, "icu"'],
      ] as const
    ) {
      const changed = old.replace(written, wrong);
      const error = assertThrows(() => parseModel(changed), ModelError);
      assertEquals([error.reason, error.path], ["damaged", path]);
    }
  }
});

/** Ordinal regression: one score, and thresholds. */
function ordinalModel(changes: Partial<Model> = {}): Model {
  return someModel({
    network: new Network([2, 1], numpyRandom(0), { output: "identity" }),
    thresholds: matrix([-0.1, 2 / 3]),
    decision: "median",
    ...changes,
  });
}

Deno.test("parseModel() gives back thresholds and how a band is chosen, where they are", () => {
  const plain = parseModel(formatModel(someModel()));
  assertEquals(["thresholds" in plain, "decision" in plain], [false, false]);
  const text = formatModel(ordinalModel()), read = parseModel(text);
  assertEquals(read.thresholds?.toArray(), [[-0.1, 2 / 3]]);
  assertEquals([read.decision, read.network.output], ["median", "identity"]);
  assertEquals(read.network.sizes, [2, 1]);
  assertEquals(formatModel(read), text);
});

Deno.test("parseModel() refuses thresholds that do not fit, and a network that does not", () => {
  // Old files have no checksum: what is wrong is told with its place.
  const text = formatModel(ordinalModel()).replace(
    '"version": 2',
    '"version": 1',
  )
    .replace(/,\n {2}"checksum": "[0-9a-f]{8}"/, "");
  assertEquals(parseModel(text).decision, "median");
  for (
    const [path, written, wrong, message] of [
      ["thresholds", "-0.1, ", "", "an array of 1, 2 numbers are needed"],
      [
        "thresholds",
        "-0.1",
        "0.9",
        "an array of 2, numbers from the lowest to the highest are needed",
      ],
      ["thresholds[0]", "-0.1", "null", "null, a finite number is needed"],
      ["decision", '"median"', '"mean"', '"mean", one of median is needed'],
      [
        "network.output",
        '"identity"',
        '"softmax"',
        '"softmax", one of identity is needed',
      ],
      [
        "network.sizes",
        '"sizes": [2, 1]',
        '"sizes": [2, 3]',
        "an array of 2, sizes from 2 features to one score are needed",
      ],
      [
        "network.output",
        '"thresholds": [-0.1, 0.6666666666666666],',
        "",
        '"identity", nothing is needed there',
      ],
    ] as const
  ) {
    const changed = text.replace(written, wrong);
    const error = assertThrows(() => parseModel(changed), ModelError);
    assertEquals([error.reason, error.path], ["damaged", path]);
    assertEquals(
      error.message,
      `Cannot read the model: ${path} is ${message}`,
    );
  }
  for (
    const changes of [{ network: someModel().network }, {
      thresholds: matrix([1, 0]),
    }]
  ) {
    assertThrows(() => formatModel(ordinalModel(changes)), ModelError);
  }
});

Deno.test("parseModel() of formatModel() predicts to the last bit", () => {
  forSeeds("model", 30, (draw) => {
    const hidden = Array.from(
      { length: draw.integer(0, 3) },
      () => draw.integer(1, 20),
    );
    const names: Activation[] = ["relu", "tanh", "sigmoid"];
    const activation = hidden.map(() => names[draw.integer(0, 2)]!);
    const scale = 10 ** draw.integer(-30, 30);
    const model = someModel({
      scaler: fitScaler(drawMatrix(draw, 9, 2, -scale, scale)),
      network: new Network([2, ...hidden, 3], draw.random, { activation }),
    });
    const text = formatModel(model), read = parseModel(text);
    const x = drawMatrix(draw, 20, 2, -scale, scale);
    assertSame(
      read.network.predict(standardize(x, read.scaler)),
      model.network.predict(standardize(x, model.scaler)),
    );
    assertEquals(formatModel(read), text);
  });
});

Deno.test("parseModel() of formatModel() keeps everything", () => {
  for (const quality of [null, someModel().quality]) {
    const model = someModel({ quality });
    const { scaler, network, ...rest } = parseModel(formatModel(model));
    const { scaler: _, network: __, ...expected } = model;
    assertEquals(rest, expected);
    assertEquals(network.activations, ["tanh"]);
    assertEquals(scaler.deviation.columns, 2);
  }
});

Deno.test("formatModel() writes a text that can be read by people, rows on one line", () => {
  const text = formatModel(someModel({
    bands: [
      { name: 'a "[ 1, 2 ]"', labels: ["[ 3,\n 4 ]"] },
      { name: "b", labels: [] },
    ],
    network: new Network([2, 2], {
      W1: matrix([[0.1, -2], [3e-9, 4]]),
      b1: zeros(1, 2),
    }),
  }));
  assert(text.includes("        [0.1, -2],\n"), text);
  assert(text.includes('"mean": [100, 9]'), text);
  assert(text.endsWith("}\n"));
  const { bands } = parseModel(text);
  assertEquals(bands[0], { name: 'a "[ 1, 2 ]"', labels: ["[ 3,\n 4 ]"] });
});

Deno.test("parseModel() takes the name of an optimizer that is not ours", () => {
  const model = someModel();
  const training = { ...model.training, optimizer: "Nesterov" };
  const text = formatModel({ ...model, training });
  assertEquals(parseModel(text).training.optimizer, "Nesterov");
});

Deno.test("parseModel() reads past a byte-order mark, once", () => {
  const text = formatModel(someModel());
  assertEquals(formatModel(parseModel(`\uFEFF${text}`)), text);
  assertThrows(() => parseModel(`\uFEFF\uFEFF${text}`), ModelError, "no JSON");
});

Deno.test("parseModel() refuses a text that was cut off anywhere", () => {
  const text = formatModel(someModel()).trimEnd();
  for (let length = 0; length < text.length; length += 7) {
    const cut = text.slice(0, length);
    const error = assertThrows(() => parseModel(cut), ModelError);
    assertEquals([error.reason, error.path], ["format", ""]);
    assert(
      error.message.startsWith(
        "Cannot read the model: it is no JSON, or was cut off (",
      ),
      error.message,
    );
  }
});

Deno.test("parseModel() refuses what is no model, or one of another version", () => {
  for (const text of ["null", "[]", "7", "{}", '{"format":"gguf"}']) {
    const error = assertThrows(() => parseModel(text), ModelError);
    assertEquals([error.reason, error.path], ["format", "format"]);
  }
  for (const version of [0, 3, "1", null]) {
    const text = JSON.stringify({ format: "kobai model", version });
    const error = assertThrows(() => parseModel(text), ModelError);
    assertEquals(
      error.message,
      `Cannot read the model: its version is ${JSON.stringify(version)}, ` +
        "version 1 or 2 is needed",
    );
    assertEquals([error.reason, error.path], ["version", "version"]);
  }
});

// deno-lint-ignore no-explicit-any
type Plain = any;

/**
 * A damaged file: what was done to it, where it is noticed, and what is said.
 */
const DAMAGES: [(plain: Plain) => void, path: string, message: string][] = [
  [(m) => delete m.features, "features", "undefined, a list is needed"],
  [(m) => m.features = "words", "features", '"words", a list is needed'],
  [
    (m) => m.features = [],
    "features",
    "an array of 0, at least one name is needed",
  ],
  [(m) => m.features[1] = 7, "features[1]", "7, a text is needed"],
  [
    (m) => m.features[1] = m.features[0],
    "features[1]",
    '"語数", a name of its own is needed',
  ],
  [(m) => m.label = null, "label", "null, a text is needed"],
  [
    (m) => m.bands.length = 1,
    "bands",
    "an array of 1, at least two bands are needed",
  ],
  [(m) => m.bands[1] = "普通", "bands[1]", '"普通", an object is needed'],
  [
    (m) => delete m.bands[2].labels,
    "bands[2].labels",
    "undefined, a list is needed",
  ],
  [
    (m) => m.bands[2].labels[0] = 4,
    "bands[2].labels[0]",
    "4, a text is needed",
  ],
  [
    (m) => m.bands[2].name = "悪い",
    "bands[2].name",
    '"悪い", a name of its own is needed',
  ],
  [(m) => m.scaler = [1, 2], "scaler", "an array of 2, an object is needed"],
  [
    (m) => m.scaler.mean.pop(),
    "scaler.mean",
    "an array of 1, 2 numbers are needed",
  ],
  [
    (m) => m.scaler.mean[1] = null,
    "scaler.mean[1]",
    "null, a finite number is needed",
  ],
  [
    (m) => m.scaler.deviation[0] = -1,
    "scaler.deviation[0]",
    "-1, a finite number of 0 or more is needed",
  ],
  [(m) => m.network.sizes = 3, "network.sizes", "3, a list is needed"],
  [
    (m) => m.network.sizes[1] = 4.5,
    "network.sizes[1]",
    "4.5, an integer of 1 or more is needed",
  ],
  [
    (m) => m.network.sizes[0] = 3,
    "network.sizes",
    "an array of 3, sizes from 2 features to 3 bands are needed",
  ],
  [
    (m) => m.network.sizes[2] = 4,
    "network.sizes",
    "an array of 3, sizes from 2 features to 3 bands are needed",
  ],
  [
    (m) => m.network.sizes = [2],
    "network.sizes",
    "an array of 1, sizes from 2 features to 3 bands are needed",
  ],
  [
    (m) => m.network.activations[0] = "swish",
    "network.activations[0]",
    '"swish", one of sigmoid, tanh, relu is needed',
  ],
  [
    (m) => m.network.activations = [],
    "network.activations",
    "an array of 0, one for each of the 1 hidden layers is needed",
  ],
  [
    (m) => delete m.network.parameters.b2,
    "network.parameters.b2",
    "undefined, a list is needed",
  ],
  [
    (m) => m.network.parameters.W3 = [],
    "network.parameters.W3",
    "an array of 0, nothing is needed there",
  ],
  [
    (m) => m.network.parameters.W1.pop(),
    "network.parameters.W1",
    "an array of 1, 2 rows are needed",
  ],
  [
    (m) => m.network.parameters.W1[1].push(0),
    "network.parameters.W1[1]",
    "an array of 5, 4 numbers are needed",
  ],
  [
    (m) => m.network.parameters.W1[0][2] = null,
    "network.parameters.W1[0][2]",
    "null, a finite number is needed",
  ],
  [
    (m) => m.network.parameters.W1[0][2] = "1",
    "network.parameters.W1[0][2]",
    '"1", a finite number is needed',
  ],
  [
    (m) => m.network.parameters.b1 = [0, 0, 0, 0],
    "network.parameters.b1",
    "an array of 4, 1 rows are needed",
  ],
  [
    (m) => m.training.optimizer = null,
    "training.optimizer",
    "null, a text is needed",
  ],
  [
    (m) => m.training.loss = "0.5",
    "training.loss",
    '"0.5", a finite number of 0 or more is needed',
  ],
  [
    (m) => m.training.rows = 0,
    "training.rows",
    "0, an integer of 1 or more is needed",
  ],
  [
    (m) => delete m.training.validationLoss,
    "training.validationLoss",
    "undefined, a finite number of 0 or more is needed",
  ],
  [(m) => m.training.seed = 1, "training.seed", "1, a text is needed"],
  [(m) => delete m.quality, "quality", "undefined, an object is needed"],
  [
    (m) => m.quality.kappa = "NaN",
    "quality.kappa",
    '"NaN", a finite number is needed',
  ],
  [(m) => m.quality.f1 = 1, "quality.f1", "1, nothing is needed there"],
  [(m) => m.note = "mine", "note", '"mine", nothing is needed there'],
];

Deno.test("parseModel() refuses a damaged model, and names the place", () => {
  for (const [damage, path, message] of DAMAGES) {
    const plain: Plain = JSON.parse(formatModel(someModel()));
    damage(plain);
    const error = assertThrows(
      () => parseModel(JSON.stringify(plain)),
      ModelError,
    );
    const found = [error.message, error.reason, error.path, error.name];
    assertEquals(found, [
      `Cannot read the model: ${path} is ${message}`,
      "damaged",
      path,
      "ModelError",
    ]);
  }
});

Deno.test("parseModel() takes a number that is too large as no number", () => {
  const text = formatModel(someModel()).replace('"loss": 0.5', '"loss": 1e999');
  const error = assertThrows(() => parseModel(text), ModelError);
  assertEquals(error.path, "training.loss");
});

Deno.test("parseModel() refuses a model for other features", () => {
  const text = formatModel(someModel());
  assertEquals(
    parseModel(text, { features: ["語数", "errors"] }).label,
    "score",
  );
  for (
    const features of [
      ["errors", "語数"],
      ["語数"],
      ["語数", "errors", "x"],
      [],
    ]
  ) {
    const error = assertThrows(
      () => parseModel(text, { features }),
      ModelError,
    );
    const found = features.map((name) => JSON.stringify(name)).join(", ");
    assertEquals(
      error.message,
      'Cannot read the model: it takes the features "語数", "errors", ' +
        `found ${found || "none"}, the same in the same order are needed`,
    );
    assertEquals(error.reason, "features");
  }
});

Deno.test("parseModel() refuses what is no text, and unknown options", () => {
  assertRefuses(
    () => parseModel(wrong(new Uint8Array())),
    TypeError,
    "Cannot read the model: found an object of class Uint8Array, a text is needed",
  );
  assertRefuses(
    () => parseModel("{}", wrong({ columns: [] })),
    TypeError,
    'Cannot read the model: found the option "columns", known are features',
  );
});

Deno.test("formatModel() refuses a model that could not be read again", () => {
  const network = new Network([2, 3], {
    W1: matrix([[1, NaN, 3], [4, 5, 6]]),
    b1: zeros(1, 3),
  });
  const error = assertThrows(
    () => formatModel(someModel({ network })),
    ModelError,
  );
  assertEquals(
    error.message,
    "Cannot write the model: network.parameters.W1[0][1] is null, " +
      "a finite number is needed",
  );
  assertThrows(
    () => formatModel(someModel({ features: ["a", "b", "c"] })),
    ModelError,
    "scaler.mean",
  );
  assertThrows(() => formatModel(wrong({})), TypeError);
});

Deno.test("parseModel() notices every single bit that changed", () => {
  const bytes = new TextEncoder().encode(formatModel(someModel()));
  const decoder = new TextDecoder("utf-8", { fatal: true });
  forSeeds("flips", 1, (draw) => {
    for (let flip = 0; flip < 2000; flip++) {
      const at = draw.integer(0, bytes.length - 2); // not the last line break
      const bit = 1 << draw.integer(0, 7);
      bytes[at]! ^= bit;
      let text: string | undefined;
      try {
        text = decoder.decode(bytes);
      } catch {
        // No text any more: whoever reads the file notices.
      }
      if (text !== undefined) {
        const error = assertThrows(() => parseModel(text), Error, "", `${at}`);
        assert(error instanceof ModelError, `${at}`);
      }
      bytes[at]! ^= bit;
    }
  });
});

Deno.test("parseModel() does not mind other line breaks, nor space at the end", () => {
  const text = formatModel(someModel());
  for (const end of ["\r\n", "\r"]) {
    const changed = text.replaceAll("\n", end);
    assertEquals(formatModel(parseModel(changed)), text);
  }
  assertEquals(formatModel(parseModel(text.trimEnd())), text);
  assertEquals(formatModel(parseModel(`${text}\n`)), text);
});

Deno.test("parseModel() names the checksum where it alone is wrong", () => {
  const text = formatModel(someModel()).replace('"rows": 3', '"rows": 4');
  const error = assertThrows(() => parseModel(text), ModelError);
  assertEquals([error.reason, error.path], ["damaged", "checksum"]);
  assertEquals(
    error.message.replace(/"[0-9a-f]{8}", [0-9a-f]{8}/, "A, B"),
    "Cannot read the model: checksum is A, B is what its content gives",
  );
});

Deno.test("parseModel() reads version 1, which has no checksum", () => {
  const text = formatModel(someModel());
  const old = text.replace('"version": 2', '"version": 1')
    .replace(/,\n {2}"checksum": "[0-9a-f]{8}"/, "");
  assert(!old.includes("checksum"));
  assertEquals(formatModel(parseModel(old)), text);
  const both = text.replace('"version": 2', '"version": 1');
  const error = assertThrows(() => parseModel(both), ModelError);
  assertEquals(error.path, "checksum");
});

Deno.test("parseModel() refuses numbers that no training gives, with their place", () => {
  const absurd: [(plain: Plain) => void, path: string][] = [
    [(plain) => plain.scaler.deviation[1] = 5e-324, "scaler.deviation[1]"],
    [(plain) => plain.scaler.deviation[0] = 1e308, "scaler.deviation[0]"],
    [(plain) => plain.scaler.mean[0] = -1e308, "scaler.mean[0]"],
    [
      (plain) => plain.network.parameters.W1[1][2] = 1e308,
      "network.parameters.W1[1][2]",
    ],
    [
      (plain) => plain.network.parameters.b2[0][0] = -1e101,
      "network.parameters.b2[0][0]",
    ],
  ];
  for (const [damage, path] of absurd) {
    const plain = JSON.parse(formatModel(someModel()));
    damage(plain);
    const error = assertThrows(
      () => parseModel(JSON.stringify(plain)),
      ModelError,
    );
    assertEquals([error.reason, error.path], ["damaged", path]);
  }
});

Deno.test("formatModel() refuses a network that sorts into no bands", () => {
  const network = new Network([2, 3], numpyRandom(0), { output: "identity" });
  const error = assertThrows(
    () => formatModel(someModel({ network })),
    ModelError,
    'network.output is "identity", nothing is needed there',
  );
  assertEquals(error.path, "network.output");
});
