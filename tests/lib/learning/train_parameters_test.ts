import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  adaGrad,
  adam,
  add,
  affine,
  detach,
  DivergenceError,
  type Epoch,
  gradientDescent,
  matmul,
  type Matrix,
  matrix,
  momentum,
  multiply,
  nesterov,
  Network,
  numpyRandom,
  oneHot,
  type Optimizer,
  randn,
  rmsProp,
  subtract,
  sum,
  sumSquaredError,
  takeRows,
  tanh,
  train,
  trainParameters,
  zeros,
} from "../../../mod.ts";
import { assertClose } from "../../_support/close.ts";
import { assertSame, wrong } from "../../_support/matrices.ts";

/** Points on a line, `y = 2x - 1`. */
const x = matrix([[-2], [-1], [0], [1], [2]]);
const t = matrix([[-5], [-3], [-1], [1], [3]]);
const line = ([w, b]: [Matrix, Matrix], batch: readonly number[]) =>
  sumSquaredError(affine(takeRows(x, batch), w, b), takeRows(t, batch));
const start: [Matrix, Matrix] = [matrix([0]), matrix([0])];

Deno.test("trainParameters() fits any nesting by any loss", async () => {
  const { parameters: [w, b], history, end } = await trainParameters(
    line,
    start,
    {
      samples: 5,
      batchSize: 2,
      random: numpyRandom(0),
      optimizer: gradientDescent({ learningRate: 0.1 }),
      epochs: 200,
    },
  );
  assertClose([w.item(), b.item()], [2, -1], { rtol: 1e-6, atol: 0 });
  assertEquals([history.length, end], [200, "epochs"]);
});

Deno.test("trainParameters() of a network's parameters is train(), bit for bit", async () => {
  const random = numpyRandom(0), x = randn(random, 31, 3);
  const t = oneHot(Array.from({ length: 31 }, (_, i) => i % 3), 3);
  const network = new Network([3, 5, 3], random);
  const settings = () => ({
    random: numpyRandom(7),
    epochs: 9,
    batchSize: 8,
    patience: 3,
    optimizer: adam({ learningRate: 0.3, weightDecay: 0.1 }),
  });
  const one = await train(network, { x, t }, {
    ...settings(),
    validation: { x, t },
  });
  const two = await trainParameters(
    (parameters, batch) =>
      network.withParameters(parameters)
        .loss(takeRows(x, batch), takeRows(t, batch)),
    network.parameters,
    {
      ...settings(),
      samples: 31,
      validation: (parameters) => network.withParameters(parameters).loss(x, t),
    },
  );
  for (const [name, matrix] of Object.entries(one.network.parameters)) {
    assertSame(two.parameters[name]!, matrix, name);
  }
  assertEquals(two.history, one.history);
  assertEquals([two.epoch, two.end], [one.epoch, one.end]);
});

Deno.test("trainParameters() hands out every sample once in an epoch", async () => {
  const batches: number[][] = [];
  await trainParameters(
    (w: Matrix, batch) => {
      batches.push([...batch]);
      return sum(w);
    },
    matrix([0]),
    { samples: 7, batchSize: 3, random: numpyRandom(1), epochs: 2 },
  );
  assertEquals(batches.map(({ length }) => length), [3, 3, 1, 3, 3, 1]);
  const [first, second] = [batches.slice(0, 3).flat(), batches.slice(3).flat()];
  for (const all of [first, second]) {
    assertEquals([...all].sort(), [0, 1, 2, 3, 4, 5, 6]);
  }
  assert(first.join() !== second.join());
});

Deno.test("trainParameters() reports the mean loss over samples, however they are cut", async () => {
  const losses = [];
  for (const batchSize of [1, 2, 3, 5, 100]) {
    const { history: [epoch] } = await trainParameters(line, start, {
      samples: 5,
      batchSize,
      random: numpyRandom(1),
      optimizer: gradientDescent({ learningRate: 1e-12 }),
      epochs: 1,
    });
    losses.push(epoch!.loss);
  }
  // ½ of the mean of 25, 9, 1, 1 and 9
  assertClose(losses, Array(5).fill(4.5), { rtol: 1e-9, atol: 0 });
});

Deno.test("trainParameters() keeps the best epoch, stops early and can be aborted", async () => {
  // The validation loss falls until w has gone from 0 to -3, and rises then.
  const run = (more: object) =>
    trainParameters((w: Matrix) => sum(w), matrix([0]), {
      samples: 1,
      random: numpyRandom(0),
      optimizer: gradientDescent({ learningRate: 1 }),
      epochs: 10,
      validation: (w) => sumSquaredError(w, matrix([-3])),
      ...more,
    });
  const all = await run({});
  assertEquals([all.epoch, all.parameters.item(), all.end], [3, -3, "epochs"]);
  assertEquals(all.history.length, 10);
  const early = await run({ patience: 2 });
  assertEquals([early.epoch, early.end], [3, "patience"]);
  assertEquals(early.history, all.history.slice(0, 5));
  const controller = new AbortController(), told: Epoch[] = [];
  const aborted = await run({
    signal: controller.signal,
    onEpoch(epoch: Epoch) {
      told.push(epoch);
      if (epoch.epoch === 2) controller.abort();
    },
  });
  assertEquals([aborted.epoch, aborted.end], [2, "aborted"]);
  assertEquals(told, all.history.slice(0, 2));
});

Deno.test("trainParameters() that diverges has the last good parameters", async () => {
  const error = await assertRejects(
    () =>
      trainParameters(line, start, {
        samples: 5,
        random: numpyRandom(0),
        optimizer: gradientDescent({ learningRate: 1e200 }),
      }),
    DivergenceError<{ parameters: typeof start; epoch: number }>,
    "Cannot train the parameters: in epoch 2 the loss is Infinity, " +
      "a finite one is needed; a lower learning rate than 1e+200 may help",
  );
  const { parameters: [w], epoch } = error.training;
  assertEquals([epoch, Number.isFinite(w.item())], [1, true]);
});

Deno.test("trainParameters() leaves what it started from, and what a loss looked at", async () => {
  const seen: [Matrix, number[][]][] = [];
  const run = (make: typeof adaGrad) =>
    trainParameters(
      ({ W }: { W: Matrix }, batch) => {
        const now = detach(W);
        seen.push([now, now.toArray()]);
        return sum(takeRows(tanh(matmul(W, W)), batch));
      },
      { W: matrix([[1, 0.5], [-0.25, 2]]) },
      { samples: 2, random: numpyRandom(0), optimizer: make(), epochs: 3 },
    );
  for (const make of [adaGrad, adam]) {
    const { parameters } = await run(make);
    assert(seen.length > 2);
    assert(parameters.W.at(0, 0) !== 1);
    for (const [now, then] of seen) assertEquals(now.toArray(), then);
    seen.length = 0;
  }
});

Deno.test("trainParameters() refuses what it cannot train", async () => {
  const options = { samples: 5, random: numpyRandom(0) };
  const cases: [unknown, unknown, unknown, ErrorConstructor, string][] = [
    [1, start, options, TypeError, "the loss is 1, a function is needed"],
    [
      line,
      [1, zeros(1, 1)],
      options,
      TypeError,
      "[0] is 1, a matrix, or arrays and records of matrices are needed",
    ],
    [
      line,
      start,
      { ...options, samples: 0 },
      RangeError,
      "samples is 0, an integer of 1 or more is needed",
    ],
    [
      line,
      start,
      { random: numpyRandom(0) },
      TypeError,
      "samples is undefined, an integer of 1 or more is needed",
    ],
    [
      line,
      start,
      { ...options, validation: x },
      TypeError,
      "validation is a 5x1 matrix, a function is needed",
    ],
    [
      line,
      start,
      { ...options, rate: 1 },
      TypeError,
      'found the option "rate", known are random, optimizer, epochs, ' +
      "batchSize, samples, validation, patience, onEpoch, signal",
    ],
  ];
  for (const [loss, at, given, kind, message] of cases) {
    const error = await assertRejects(
      () => trainParameters<Matrix>(wrong(loss), wrong(at), wrong(given)),
      kind,
    );
    assertEquals(error.message, `Cannot train the parameters: ${message}`);
    assertEquals(error.constructor, kind);
  }
  await assertRejects(
    () => trainParameters(() => x, start, options),
    RangeError,
    "f returned a 5x1 matrix",
  );
});

Deno.test("train() of a network with the output identity is regression", async () => {
  const random = numpyRandom(0), x = randn(random, 60, 2);
  const t = add(matmul(x, matrix([[3], [-2]])), 0.5); // a plane
  const plane = await train(
    new Network([2, 1], random, { output: "identity" }),
    { x, t },
    { random, optimizer: adam({ learningRate: 0.1 }), epochs: 200 },
  );
  const { W1, b1 } = plane.network.parameters;
  assertClose(W1!, [[3], [-2]], { rtol: 1e-3, atol: 0 });
  assertClose(b1!, [[0.5]], { rtol: 1e-3, atol: 0 });
  assertEquals(plane.network.output, "identity");
  // The loss is E = ½ Σ (y - t)², the mean over the samples.
  const start = new Network([2, 1], { W1: zeros(2, 1), b1: zeros(1, 1) }, {
    output: "identity",
  });
  assertEquals(
    start.loss(x, t).item(),
    sumSquaredError(zeros(60, 1), t).item(),
  );
});

Deno.test("train() refuses numbers to learn that are not finite", async () => {
  const random = numpyRandom(0);
  const start = new Network([1, 1], random, { output: "identity" });
  await assertRejects(
    () =>
      train(start, { x: zeros(2, 1), t: matrix([[0], [Infinity]]) }, {
        random,
      }),
    RangeError,
    "t is Infinity in row 1, column 0, a finite number is needed",
  );
});

/** The same optimizer as a stranger to the library: its `step` is called. */
function stranger(optimizer: Optimizer): Optimizer {
  const { name, learningRate, weightDecay } = optimizer;
  return {
    ...{ name, learningRate, weightDecay },
    step(at, slope) {
      const { parameters, optimizer: next } = optimizer.step(at, slope);
      return { parameters, optimizer: stranger(next) };
    },
  };
}

const makers = { gradientDescent, momentum, nesterov, adaGrad, rmsProp, adam };

/** Word vectors, of which a step takes few rows, beside a small matrix. */
const vectors = {
  In: randn(numpyRandom(1), 90, 3),
  out: [randn(numpyRandom(2), 90, 3), matrix([0.5, -0.5, 0])],
  unused: randn(numpyRandom(3), 40, 2),
};
const vectorLoss = (
  { In, out }: typeof vectors,
  batch: readonly number[],
): Matrix => {
  const [Out, b] = out as [Matrix, Matrix];
  const near = batch.map((i) => i * 7 % 90), other = batch.map((i) => 89 - i);
  const h = add(takeRows(In, batch), takeRows(In, near));
  const scores = sum(multiply(takeRows(Out, other), add(h, b)), { by: "row" });
  return sum(multiply(scores, subtract(scores, 1)));
};

for (const [name, make] of Object.entries(makers)) {
  Deno.test(`trainParameters() moves rows in place as ${name}().step() moves all, bit for bit`, async () => {
    for (const weightDecay of [0, 0.25]) {
      let optimizer = make({ learningRate: 0.01, weightDecay });
      const run = (optimizer: Optimizer) =>
        trainParameters(vectorLoss, vectors, {
          samples: 30,
          batchSize: 4,
          epochs: 5,
          random: numpyRandom(5),
          optimizer,
        });
      const start = vectors.In.toArray();
      // the second time from an optimizer that remembers a step
      for (let i = 0; i < 2; i++) {
        const one = await run(optimizer), two = await run(stranger(optimizer));
        assertEquals(one.history, two.history);
        const pairs = [
          [one.parameters.In, two.parameters.In],
          [one.parameters.out[0], two.parameters.out[0]],
          [one.parameters.out[1], two.parameters.out[1]],
          [one.parameters.unused, two.parameters.unused],
        ];
        for (const [a, b] of pairs) assertSame(a!, b!);
        assert(one.parameters.In.at(3, 0) !== vectors.In.at(3, 0));
        ({ optimizer } = optimizer.step(vectors, vectors));
      }
      assertEquals(vectors.In.toArray(), start);
    }
  });
}

Deno.test("trainParameters() refuses an optimizer that remembers other parameters", async () => {
  const { optimizer } = adam().step(zeros(2, 3), zeros(2, 3));
  await assertRejects(
    () =>
      trainParameters(line, start, {
        samples: 5,
        random: numpyRandom(0),
        optimizer,
      }),
    RangeError,
    "the parameters are 1 + 1 numbers and were 6 in the step before",
  );
});
