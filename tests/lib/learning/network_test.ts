import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  type Activation,
  affine,
  checkGradient,
  gradient,
  heWeights,
  type Matrix,
  matrix,
  Network,
  numpyRandom,
  relu,
  sigmoid,
  softmax,
  softmaxCrossEntropy,
  tanh,
  xavierWeights,
  zeros,
} from "../../../mod.ts";
import { assertClose } from "../../_support/close.ts";
import {
  assertSame,
  drawMatrix,
  drawOneHot,
  wrong,
} from "../../_support/matrices.ts";
import { assertRefuses, assertRefusesOptions } from "../../_support/refusal.ts";
import { forSeeds } from "../../_support/seeded.ts";

const functions = { sigmoid, tanh, relu };
const names = Object.keys(functions) as Activation[];

Deno.test("Network() draws its weights layer by layer and starts biases at 0", () => {
  const net = new Network([2, 4, 3, 2], numpyRandom(3), {
    activation: ["relu", "tanh"],
  });
  const random = numpyRandom(3);
  const { W1, b1, W2, b2, W3, b3 } = net.parameters;
  assertSame(W1!, heWeights(random, 2, 4));
  assertSame(W2!, xavierWeights(random, 4, 3));
  assertSame(W3!, xavierWeights(random, 3, 2));
  assertEquals([b1, b2, b3].map((b) => b!.toArray()), [
    [[0, 0, 0, 0]],
    [[0, 0, 0]],
    [[0, 0]],
  ]);
  const order = ["W1", "b1", "W2", "b2", "W3", "b3"];
  assertEquals(Object.keys(net.parameters), order);
});

Deno.test("Network() uses tanh unless told otherwise, and one name for all", () => {
  const random = numpyRandom(0);
  assertEquals(new Network([2, 3, 3, 2], random).activations, ["tanh", "tanh"]);
  const options = { activation: "relu" } as const;
  const net = new Network([2, 3, 3, 2], random, options);
  assertEquals(net.activations, ["relu", "relu"]);
  assertEquals(new Network([2, 3], random, options).activations, []);
});

Deno.test("Network.predict() is affine layers with activations between them", () => {
  forSeeds("network", 40, (draw) => {
    const hidden = draw.integer(0, 3);
    const sizes = Array.from({ length: hidden + 2 }, () => draw.integer(1, 6));
    const activation = Array.from(
      { length: hidden },
      () => names[draw.integer(0, 2)]!,
    );
    const net = new Network(sizes, draw.random, { activation });
    const x = drawMatrix(draw, draw.integer(0, 5), sizes[0]!, -2, 2);
    let h: Matrix = x;
    for (let layer = 1; layer < sizes.length; layer++) {
      const W = net.parameters[`W${layer}`]!, b = net.parameters[`b${layer}`]!;
      h = affine(h, W, b);
      const name = activation[layer - 1];
      if (name !== undefined) h = functions[name](h);
    }
    assertSame(net.predict(x), h);
    assertSame(net.probabilities(x), softmax(h));
    if (x.rows === 0) return;
    const t = drawOneHot(draw, x.rows, sizes.at(-1)!);
    assertSame(net.loss(x, t), softmaxCrossEntropy(h, t));
  });
});

Deno.test("Network.gradient() is right for every activation", () => {
  forSeeds("network gradient", 12, (draw) => {
    for (const activation of names) {
      const drawn = new Network([3, 5, 4, 3], draw.random, { activation });
      // With biases of 0, a sample that ReLU stops in the first layer stands at
      // the corner of the second.
      const net = drawn.withParameters({
        ...drawn.parameters,
        b1: drawMatrix(draw, 1, 5),
        b2: drawMatrix(draw, 1, 4),
      });
      const x = drawMatrix(draw, 6, 3, -2, 2), t = drawOneHot(draw, 6, 3);
      const report = checkGradient(
        (parameters) => net.withParameters(parameters).loss(x, t),
        net.parameters,
        { gradient: net.gradient(x, t) },
      );
      assertEquals(
        report.verdict,
        "right",
        `${activation}: ${report.sentence}`,
      );
    }
  });
});

Deno.test("Network.gradient() has the names and shapes of the parameters", () => {
  const net = new Network([2, 3, 2], numpyRandom(0));
  const found = net.gradient(matrix([1, 2]), matrix([0, 1]));
  const shapes = (parameters: object) =>
    Object.entries(parameters).map(([name, { rows, columns }]) => [
      name,
      rows,
      columns,
    ]);
  assertEquals(shapes(found), shapes(net.parameters));
});

Deno.test("Network.classify() takes the highest score, the first in a tie", () => {
  const net = new Network([1, 3], {
    W1: matrix([1, -1, 0]),
    b1: matrix([0, 0, 0]),
  });
  assertEquals(net.classify(matrix([[2], [-2], [0]])), [0, 1, 0]);
  assertEquals(net.classify(zeros(0, 1)), []);
});

Deno.test("Network.withParameters() leaves the network as it was", () => {
  const net = new Network([2, 3], numpyRandom(0), { activation: "relu" });
  const before = net.parameters.W1;
  const other = net.withParameters({ W1: zeros(2, 3), b1: zeros(1, 3) });
  assertEquals(net.parameters.W1, before);
  assertEquals(other.predict(matrix([1, 2])).toArray(), [[0, 0, 0]]);
});

Deno.test("Network keeps nothing that its caller can change", () => {
  const sizes = [2, 3, 2], activation: Activation[] = ["relu"];
  const net = new Network(sizes, numpyRandom(0), { activation });
  sizes[1] = 9;
  activation[0] = "tanh";
  assertEquals([net.sizes, net.activations], [[2, 3, 2], ["relu"]]);
  const parameters = { W1: zeros(2, 2), b1: zeros(1, 2) };
  const given = new Network([2, 2], parameters);
  parameters.b1 = matrix([5, 5]);
  assertEquals(given.predict(zeros(1, 2)).toArray(), [[0, 0]]);
  assertThrows(() => (net.sizes as number[]).push(1), TypeError);
  const frozen = net.parameters as Record<string, Matrix>;
  assertThrows(() => frozen.W1 = zeros(1, 1), TypeError);
});

Deno.test("Network lets NaN through", () => {
  const net = new Network([2, 3, 2], numpyRandom(0));
  const [first, second] = net.probabilities(matrix([[NaN, 1], [1, 1]]))
    .toArray();
  assert(first!.every(Number.isNaN));
  assert(second!.every(Number.isFinite));
});

Deno.test("Network prints its parameters", () => {
  const net = new Network([1, 2], { W1: matrix([1, 2]), b1: zeros(1, 2) });
  const text = Deno.inspect(net);
  assert(text.includes("W1: array([[1., 2.]])"), text);
  assert(text.includes("sizes: [ 1, 2 ]"), text);
});

Deno.test("Network() refuses sizes that are none", () => {
  const start = numpyRandom(0);
  const kinds: [unknown, string][] = [[3, "3"], ["2-3", '"2-3"'], [
    null,
    "null",
  ]];
  for (const [sizes, found] of kinds) {
    assertRefuses(
      () => new Network(wrong(sizes), start),
      TypeError,
      `Cannot build the network: the sizes are ${found}, ` +
        "a list such as [2, 16, 3] is needed",
    );
  }
  for (const sizes of [[], [2]]) {
    assertRefuses(
      () => new Network(sizes, start),
      RangeError,
      `Cannot build the network: found a list of ${sizes.length}, ` +
        "at least the number of features and the number of classes are needed",
    );
  }
  for (const size of [0, -1, 1.5, NaN]) {
    assertRefuses(
      () => new Network([2, size, 3], start),
      RangeError,
      `Cannot build the network: size 1 is ${size}, ` +
        "an integer of 1 or more is needed",
    );
  }
  assertRefuses(
    () => new Network([2, wrong("3")], start),
    TypeError,
    'Cannot build the network: size 1 is "3", ' +
      "an integer of 1 or more is needed",
  );
});

Deno.test("Network() refuses activations that it does not know or that do not fit", () => {
  for (const name of ["softmax", "toString", 3, null]) {
    assertRefuses(
      () =>
        new Network([2, 3, 2], numpyRandom(0), { activation: wrong([name]) }),
      TypeError,
      `Cannot build the network: the activation is ${JSON.stringify(name)}, ` +
        "sigmoid, tanh, relu are known",
    );
  }
  assertRefuses(
    () => new Network([2, 3, 2], numpyRandom(0), { activation: [] }),
    RangeError,
    "Cannot build the network: found 0 activations for 1 hidden layers, " +
      "one for each is needed",
  );
  assertRefusesOptions(
    (options) => new Network([2, 3], numpyRandom(0), options),
    "build the network",
  );
});

Deno.test("Network() without hidden layers refuses an unknown activation, too", () => {
  assertRefuses(
    () => new Network([2, 3], numpyRandom(0), { activation: wrong("gelu") }),
    TypeError,
    'Cannot build the network: the activation is "gelu", ' +
      "sigmoid, tanh, relu are known",
  );
  const known = new Network([2, 3], numpyRandom(0), { activation: "relu" });
  assertEquals(known.activations, []);
});

Deno.test("Network() refuses parameters that do not fit", () => {
  const W1 = zeros(2, 3), b1 = zeros(1, 3);
  const cases: [unknown, ErrorConstructor, string][] = [
    [
      7,
      TypeError,
      "the parameters are 7, matrices named W1, b1 and so on, or a random source are needed",
    ],
    [
      W1,
      TypeError,
      "the parameters are a 2x3 matrix, matrices named W1, b1 and so on, or a random source are needed",
    ],
    [{ W1 }, TypeError, "b1 is undefined, a 1x3 matrix is needed"],
    [
      { W1: [[1]], b1 },
      TypeError,
      "W1 is an array of 1, a 2x3 matrix is needed",
    ],
    [{ W1: zeros(3, 2), b1 }, RangeError, "W1 is 3x2, 2x3 is needed"],
    [{ W1, b1: zeros(3, 1) }, RangeError, "b1 is 3x1, 1x3 is needed"],
    [
      { W1, b1, W2: W1 },
      TypeError,
      "found a parameter W2, a network of 1 layers has W1, b1",
    ],
  ];
  for (const [parameters, kind, message] of cases) {
    assertRefuses(
      () => new Network([2, 3], wrong(parameters)),
      kind as RangeErrorConstructor,
      `Cannot build the network: ${message}`,
    );
  }
});

Deno.test("Network's methods refuse samples that do not fit, and name both shapes", () => {
  const net = new Network([2, 3], numpyRandom(0));
  const message =
    "Cannot predict: x is 1x3 and the network takes 2 features, " +
    "x must have 2 columns";
  const x = matrix([1, 2, 3]), t = matrix([0, 0, 1]);
  for (
    const call of [
      () => net.predict(x),
      () => net.probabilities(x),
      () => net.classify(x),
      () => net.loss(x, t),
      () => net.gradient(x, t),
    ]
  ) assertRefuses(call, RangeError, message);
  assertRefuses(
    () => net.predict(wrong([1, 2])),
    TypeError,
    "Cannot predict: x is an array of 2, a matrix is needed",
  );
});

Deno.test("Network.classify() of a value that a gradient follows names detach", () => {
  const net = new Network([2, 3], numpyRandom(0));
  const look = () =>
    gradient((parameters) => {
      const other = net.withParameters(parameters);
      other.classify(matrix([1, 2]));
      return other.loss(matrix([1, 2]), matrix([0, 0, 1]));
    }, net.parameters);
  assertThrows(look, TypeError, "detach");
});

Deno.test("Network() with the output identity has numbers, and their gradient", () => {
  forSeeds("identity", 5, (draw) => {
    const net = new Network([3, 4, 2], draw.random, { output: "identity" });
    const x = drawMatrix(draw, 6, 3), t = drawMatrix(draw, 6, 2);
    const y = net.predict(x).toFloat64Array(), wanted = t.toFloat64Array();
    let squares = 0;
    y.forEach((value, i) => squares += (value - wanted[i]!) ** 2);
    assertClose(net.loss(x, t).item(), squares / 2 / 6, "golden");
    const report = checkGradient(
      (parameters) => net.withParameters(parameters).loss(x, t),
      net.parameters,
      { gradient: net.gradient(x, t) },
    );
    assertEquals(report.verdict, "right", report.sentence);
  });
  const { output } = new Network([3, 2], numpyRandom(0));
  assertEquals(output, "softmax");
});

Deno.test("Network() with the output identity knows no classes", () => {
  const net = new Network([2, 3], numpyRandom(0), { output: "identity" });
  const x = matrix([1, 2]);
  const message = `the network's output is "identity", ` +
    'one whose output is "softmax" is needed; predict(x) gives its numbers';
  assertRefuses(
    () => net.probabilities(x),
    TypeError,
    `Cannot give probabilities: ${message}`,
  );
  assertRefuses(
    () => net.classify(x),
    TypeError,
    `Cannot classify: ${message}`,
  );
  assertRefuses(
    () => new Network([2, 3], numpyRandom(0), { output: wrong("sigmoid") }),
    TypeError,
    'Cannot build the network: the output is "sigmoid", ' +
      "softmax, identity are known",
  );
});
