import { assertEquals, assertThrows } from "@std/assert";
import {
  type Activation,
  formatNetwork,
  matrix,
  ModelError,
  Network,
  numpyRandom,
  parseNetwork,
  zeros,
} from "../../../mod.ts";
import { withChecksum } from "../../../lib/learning/_checksum.ts";
import { assertSame, drawMatrix, wrong } from "../../_support/matrices.ts";
import { assertRefuses } from "../../_support/refusal.ts";
import { forSeeds } from "../../_support/seeded.ts";

Deno.test("parseNetwork() of formatNetwork() predicts to the last bit", () => {
  forSeeds("network text", 20, (draw) => {
    const names: Activation[] = ["relu", "tanh", "sigmoid"];
    const activation = Array.from(
      { length: draw.integer(0, 3) },
      () => names[draw.integer(0, 2)]!,
    );
    const sizes = [3, ...activation.map(() => draw.integer(1, 9)), 2];
    const output = draw.integer(0, 1) === 0 ? "softmax" : "identity";
    const network = new Network(sizes, draw.random, { activation, output });
    const text = formatNetwork(network), read = parseNetwork(text);
    const x = drawMatrix(draw, 5, 3);
    assertSame(read.predict(x), network.predict(x));
    assertEquals(read.output, output);
    assertEquals(formatNetwork(read), text);
  });
});

Deno.test("formatNetwork() writes this text", () => {
  const start = { W1: matrix([[1], [0.1]]), b1: matrix([-0]) };
  const network = new Network([2, 1], start, { output: "identity" });
  const text = `{
  "format": "kobai network",
  "version": 1,
  "sizes": [2, 1],
  "activations": [],
  "output": "identity",
  "parameters": {
    "W1": [
      [1],
      [0.1]
    ],
    "b1": [
      [0]
    ]
  },
  "checksum": ""
}
`;
  assertEquals(formatNetwork(network), withChecksum(text));
});

Deno.test("parseNetwork() refuses a text with any damage, and names the place", () => {
  const text = formatNetwork(new Network([2, 3, 2], numpyRandom(0)));
  // deno-lint-ignore no-explicit-any
  type Change = (network: any) => void;
  const cases: [Change, string, string][] = [
    [(n) => n.sizes = [2], "sizes", "an array of 1, at least two sizes"],
    [(n) => n.sizes[1] = 0, "sizes[1]", "0, an integer of 1 or more"],
    [(n) => n.sizes[1] = 4, "parameters.W1[0]", "an array of 3, 4 numbers"],
    [(n) => n.activations = [], "activations", "an array of 0, one for each"],
    [(n) => n.output = "tanh", "output", '"tanh", one of softmax, identity'],
    [(n) => delete n.output, "output", "undefined, one of softmax"],
    [(n) => delete n.parameters.b2, "parameters.b2", "undefined, a list"],
    [
      (n) => n.parameters.W2[2][1] = null,
      "parameters.W2[2][1]",
      "null, a finite number",
    ],
    [(n) => n.bands = [], "bands", "an array of 0, nothing is needed there"],
    [(n) => n.parameters.W2[2][1] += 1, "checksum", '"'],
  ];
  for (const [change, path, message] of cases) {
    const network = JSON.parse(text);
    change(network);
    const error = assertThrows(
      () => parseNetwork(JSON.stringify(network)),
      ModelError,
      `Cannot read the network: ${path} is ${message}`,
    );
    assertEquals([error.reason, error.path], ["damaged", path]);
  }
  for (let end = 0; end < text.length - 2; end += 7) {
    assertThrows(() => parseNetwork(text.slice(0, end)), ModelError);
  }
  const version = assertThrows(
    () => parseNetwork(text.replace('"version": 1', '"version": 2')),
    ModelError,
    "its version is 2, version 1 is needed",
  );
  assertEquals(version.reason, "version");
});

Deno.test("formatNetwork() refuses what it could not read again", () => {
  assertRefuses(
    () => formatNetwork(wrong({ sizes: [2, 3] })),
    TypeError,
    "Cannot write the network: found an object, a Network is needed",
  );
  const start = { W1: matrix([[NaN, 0]]), b1: zeros(1, 2) };
  const error = assertThrows(
    () => formatNetwork(new Network([1, 2], start)),
    ModelError,
  );
  assertEquals(error.path, "parameters.W1[0][0]");
  assertRefuses(
    () => parseNetwork(wrong(1)),
    TypeError,
    "Cannot read the network: found 1, a text is needed",
  );
});
