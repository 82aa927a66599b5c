import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  type Activation,
  adam,
  DivergenceError,
  type Epoch,
  gradientDescent,
  type Matrix,
  matrix,
  momentum,
  Network,
  numpyRandom,
  oneHot,
  type Optimizer,
  randn,
  type Samples,
  train,
  zeros,
} from "../../../mod.ts";
import { numbersOf } from "../../../lib/matrix/matrix.ts";
import golden from "../../golden/training.json" with { type: "json" };
import { assertClose } from "../../_support/close.ts";
import {
  assertSame,
  columnByColumn,
  rowByRow,
} from "../../_support/matrices.ts";
import { numbersIn } from "../../_support/numpy_golden.ts";

const makers = { gradientDescent, momentum, adam };

/** Two clouds of points, which overlap. */
function clouds(rows: number, seed: number): Samples {
  const random = numpyRandom(seed);
  const labels = Array.from({ length: rows }, (_, i) => i % 2);
  const noise = randn(random, rows, 2).toArray();
  const x = noise.map(([a, b], i) => [a! + 2 * labels[i]!, b!]);
  return { x: matrix(x), t: oneHot(labels, 2) };
}

function assertSameNetwork(actual: Network, expected: Network): void {
  for (const [name, parameter] of Object.entries(expected.parameters)) {
    assertSame(actual.parameters[name]!, parameter, name);
  }
}

for (const run of golden.runs) {
  const { seed, rows, optimizer, learningRate, weightDecay } = run;
  Deno.test(`train() meets NumPy: ${run.sizes} ${optimizer}`, async () => {
    const random = numpyRandom(seed);
    const sizes = run.sizes.split(" ").map(Number);
    const x = randn(random, rows, sizes[0]!), classes = sizes.at(-1)!;
    const labels = Array.from(
      { length: rows },
      () => Math.floor(random() * classes),
    );
    const t = oneHot(labels, classes);
    const activation = run.activations.split(" ").filter(Boolean);
    const start = new Network(sizes, random, {
      activation: activation as Activation[],
    });
    const make = makers[optimizer as keyof typeof makers];
    const { network, history, epoch, end } = await train(start, { x, t }, {
      random,
      optimizer: make({ learningRate, weightDecay }),
      epochs: run.epochs,
      batchSize: run.batchSize,
    });
    // What a rounding makes grows from step to step.
    const tolerance = { rtol: 1e-9, atol: 1e-12 };
    const losses = history.map(({ loss }) => loss);
    assertClose(losses, numbersIn(run.losses), tolerance, "losses");
    const final = network.loss(x, t).item();
    assertClose(final, Number(run.finalLoss), tolerance, "the last loss");
    const { W1, b1 } = network.parameters;
    assertClose(W1!.toFloat64Array(), numbersIn(run.W1), tolerance, "W1");
    assertClose(b1!.toFloat64Array(), numbersIn(run.b1), tolerance, "b1");
    assertEquals([epoch, end], [run.epochs, "epochs"]);
  });
}

Deno.test("train() gives the same bits for the same seed, and others for another", async () => {
  const data = clouds(50, 0);
  const run = async (seed: number) => {
    const random = numpyRandom(seed);
    const start = new Network([2, 6, 2], random);
    return (await train(start, data, { random, epochs: 5 })).network;
  };
  assertSameNetwork(await run(1), await run(1));
  const [one, two] = [await run(1), await run(2)];
  assert(one.parameters.W1!.at(0, 0) !== two.parameters.W1!.at(0, 0));
});

Deno.test("train() leaves network, samples and optimizer as they were", async () => {
  const { x, t } = clouds(20, 1), random = numpyRandom(1);
  const start = new Network([2, 3, 2], random);
  const before = start.withParameters(
    Object.fromEntries(
      Object.entries(start.parameters).map(([name, W]) => [name, rowByRow(W)]),
    ),
  );
  const optimizer = adam({ learningRate: 0.1 });
  const copies = [rowByRow(x), rowByRow(t)];
  const run = () =>
    train(start, { x, t }, { random: numpyRandom(2), optimizer, epochs: 3 });
  const first = await run();
  assertSameNetwork(start, before);
  assertSame(x, copies[0]!);
  assertSame(t, copies[1]!);
  assertSameNetwork((await run()).network, first.network);
});

Deno.test("train() gives the same for transposed samples", async () => {
  const { x, t } = clouds(20, 1), start = new Network([2, 2], numpyRandom(0));
  const run = async (x: Matrix, t: Matrix) =>
    (await train(start, { x, t }, { random: numpyRandom(3), epochs: 2 }))
      .network;
  assertSameNetwork(
    await run(columnByColumn(x), columnByColumn(t)),
    await run(x, t),
  );
});

Deno.test("train() takes every sample once in an epoch, the last batch too", async () => {
  // The slope of softmax regression by b is mean(y - t): with a rate so small
  // that y stays 1/2, b counts how often each class came.
  const t = oneHot([0, 0, 0, 0, 0, 1, 1], 2), x = zeros(7, 1);
  const start = new Network([1, 2], { W1: zeros(1, 2), b1: zeros(1, 2) });
  const rate = 1e-9;
  for (const batchSize of [1, 2, 3, 6, 7, 100]) {
    const { network, history } = await train(start, { x, t }, {
      random: numpyRandom(0),
      optimizer: gradientDescent({ learningRate: rate }),
      epochs: 1,
      batchSize,
    });
    const moved = network.parameters.b1!.at(0, 0) / rate;
    if (batchSize === 1) assertClose(moved, 1.5, { rtol: 1e-6, atol: 0 });
    if (batchSize >= 7) assertClose(moved, 1.5 / 7, { rtol: 1e-6, atol: 0 });
    // the mean over samples, however they were cut: ln 2
    assertClose(history[0]!.loss, Math.LN2, { rtol: 1e-8, atol: 0 });
  }
});

Deno.test("train() learns what can be learned", async () => {
  const random = numpyRandom(4), data = clouds(200, 4);
  const start = new Network([2, 8, 2], random);
  const { network, history } = await train(start, data, { random });
  assert(history.at(-1)!.loss < 0.45); // at first ln 2 or more
  const test = clouds(1000, 5);
  const right = network.classify(test.x)
    .filter((found, i) => test.t.at(i, found) === 1).length;
  assert(right > 820, `${right} of 1000`); // Bayes: 841
});

Deno.test("train() with validation keeps the epoch with the lowest loss there", async () => {
  const data = clouds(12, 6), validation = clouds(40, 7);
  const random = numpyRandom(8), start = new Network([2, 16, 2], random);
  const { network, epoch, history, end } = await train(start, data, {
    random,
    validation,
    epochs: 60,
    optimizer: adam({ learningRate: 0.1 }), // overfits soon
  });
  const losses = history.map(({ validationLoss }) => validationLoss!);
  assertEquals([history.length, end], [60, "epochs"]);
  assert(epoch > 1 && epoch < 60, `epoch ${epoch}`);
  assertEquals(epoch, losses.indexOf(Math.min(...losses)) + 1);
  const { x, t } = validation;
  assertEquals(network.loss(x, t).item(), losses[epoch - 1]);
  assertEquals(history.map(({ epoch }) => epoch), losses.map((_, i) => i + 1));
});

/** An optimizer that leaves every parameter where it is. */
const standstill: Optimizer = {
  name: "gradientDescent",
  learningRate: 1,
  weightDecay: 0,
  step: (parameters) => ({ parameters, optimizer: standstill }),
};

Deno.test("train() keeps the first of several epochs with the same loss", async () => {
  const random = numpyRandom(8), start = new Network([2, 2], random);
  const { epoch, history } = await train(start, clouds(12, 6), {
    random,
    validation: clouds(40, 7),
    epochs: 4,
    optimizer: standstill,
  });
  const losses = new Set(history.map(({ validationLoss }) => validationLoss));
  assertEquals([history.length, losses.size, epoch], [4, 1, 1]);
});

Deno.test("train() with patience stops so many epochs after the best", async () => {
  const data = clouds(12, 6), validation = clouds(40, 7);
  const run = (patience?: number) => {
    const random = numpyRandom(8), start = new Network([2, 16, 2], random);
    return train(start, data, {
      random,
      validation,
      epochs: 60,
      optimizer: adam({ learningRate: 0.1 }),
      ...(patience === undefined ? {} : { patience }),
    });
  };
  const all = await run(), stopped = await run(9);
  assertEquals(stopped.end, "patience");
  assertEquals(stopped.history.length, stopped.epoch + 9);
  assertEquals(
    stopped.history,
    all.history.slice(0, stopped.history.length),
  );
});

Deno.test("train() without validation keeps the last epoch", async () => {
  const random = numpyRandom(1), start = new Network([2, 2], random);
  const data = clouds(10, 1);
  const { epoch, history, end } = await train(start, data, {
    random,
    epochs: 7,
    patience: 1,
  });
  assertEquals([epoch, history.length, end], [7, 7, "epochs"]);
  assertEquals(Object.keys(history[0]!), ["epoch", "loss"]);
});

Deno.test("train() for no epoch gives the network back", async () => {
  const random = numpyRandom(1), start = new Network([2, 2], random);
  const result = await train(start, clouds(10, 1), { random, epochs: 0 });
  assertSameNetwork(result.network, start);
  assertEquals([result.epoch, result.history, result.end], [0, [], "epochs"]);
});

Deno.test("train() tells of every epoch, and waits", async () => {
  const random = numpyRandom(1), start = new Network([2, 2], random);
  const told: Epoch[] = [];
  let waiting = false;
  const { history } = await train(start, clouds(10, 1), {
    random,
    epochs: 3,
    async onEpoch(epoch) {
      assertEquals(waiting, false);
      waiting = true;
      await new Promise((resolve) => setTimeout(resolve));
      told.push(epoch);
      waiting = false;
    },
  });
  assertEquals(told, history);
  assertEquals(told.length, 3);
});

Deno.test("train() keeps its history, whatever onEpoch does to what it is told", async () => {
  const run = async (onEpoch?: (epoch: Epoch) => void) => {
    const random = numpyRandom(1), start = new Network([2, 2], random);
    const data = clouds(10, 1);
    return (await train(start, data, {
      random,
      epochs: 3,
      validation: data,
      ...(onEpoch === undefined ? {} : { onEpoch }),
    })).history;
  };
  const changed = await run((epoch) =>
    Object.assign(epoch, { epoch: 0, loss: "changed", validationLoss: null })
  );
  assertEquals(changed, await run());
});

Deno.test("train() passes on what onEpoch throws", async () => {
  const random = numpyRandom(1), start = new Network([2, 2], random);
  const refused = (onEpoch: () => void | Promise<void>) =>
    assertRejects(
      () => train(start, clouds(10, 1), { random, onEpoch }),
      RangeError,
      "enough",
    );
  await refused(() => {
    throw new RangeError("enough");
  });
  await refused(() => Promise.reject(new RangeError("enough")));
});

Deno.test("train() ends with what it has when the signal is aborted", async () => {
  const data = clouds(10, 1), start = new Network([2, 2], numpyRandom(1));
  const full: Network[] = [];
  for (const epochs of [0, 3]) {
    const random = numpyRandom(2);
    full.push((await train(start, data, { random, epochs })).network);
  }
  for (const [after, expected] of full.map((one, i) => [3 * i, one] as const)) {
    const controller = new AbortController();
    if (after === 0) controller.abort();
    const result = await train(start, data, {
      random: numpyRandom(2),
      signal: controller.signal,
      onEpoch({ epoch }) {
        if (epoch === after) controller.abort();
      },
    });
    assertSameNetwork(result.network, expected);
    assertEquals([result.end, result.history.length], ["aborted", after]);
  }
});

Deno.test("train() whose signal is aborted by a timer ends, if onEpoch lets it run", async () => {
  const random = numpyRandom(1), start = new Network([2, 2], random);
  const result = await train(start, clouds(10, 1), {
    random,
    epochs: 1_000_000,
    signal: AbortSignal.timeout(5),
    onEpoch: () => new Promise((resolve) => setTimeout(resolve)),
  });
  assertEquals(result.end, "aborted");
});

/** An optimizer that spoils a parameter at a certain step. */
function spoiler(step: number, value: number): Optimizer {
  return {
    name: "gradientDescent",
    learningRate: 0.5,
    weightDecay: 0,
    step<T extends object>(at: T) {
      const { W1 } = at as Record<string, Matrix>;
      const values = W1!.toFloat64Array();
      values[0] = step === 1 ? value : values[0]! + 1;
      const parameters = { ...at, W1: matrix([[...values]]) };
      return { parameters, optimizer: spoiler(step - 1, value) };
    },
  };
}

Deno.test("train() that diverges says when, and keeps the last good network", async () => {
  const x = matrix([[10], [20]]), t = oneHot([0, 1], 2);
  const start = new Network([1, 2], { W1: zeros(1, 2), b1: zeros(1, 2) });
  // step, its value, batch size; the epoch of the error, and what it says
  const cases: [number, number, number, number, string][] = [
    [3, NaN, 2, 3, "a parameter is no longer finite"],
    [3, Infinity, 2, 3, "a parameter is no longer finite"],
    [3, NaN, 1, 2, "the loss is NaN"], // seen by the second batch of epoch 2
    [4, -1.7e308, 1, 3, "the loss is Infinity"],
    [1, NaN, 2, 1, "a parameter is no longer finite"],
  ];
  for (const [step, value, batchSize, epoch, what] of cases) {
    const error = await assertRejects(
      () =>
        train(start, { x, t }, {
          random: numpyRandom(0),
          optimizer: spoiler(step, value),
          batchSize,
        }),
      DivergenceError,
    );
    assertEquals(
      error.message,
      `Cannot train the network: in epoch ${epoch} ${what}, ` +
        "a finite one is needed; a lower learning rate than 0.5 may help",
    );
    const { training } = error;
    assertEquals([training.epoch, training.history.length], [
      epoch - 1,
      epoch - 1,
    ]);
    // What an epoch left is kept as long as it is finite itself.
    const steps = (epoch - 1) * (2 / batchSize);
    const left = step <= steps ? value : steps;
    assertEquals(training.network.parameters.W1!.at(0, 0), left);
    assertEquals([error.name, error instanceof RangeError], [
      "DivergenceError",
      true,
    ]);
  }
});

Deno.test("train() keeps no chunk of memory alive with what it gives", async () => {
  const random = numpyRandom(1), start = new Network([2, 16, 3], random);
  const t = oneHot([0, 1, 2], 3);
  const { network } = await train(start, { x: zeros(3, 2), t }, {
    random,
    epochs: 2,
  });
  for (const parameter of Object.values(network.parameters)) {
    const { rows, columns } = parameter;
    assertEquals(numbersOf(parameter).length, rows * columns);
  }
});
