/** Training where the compiled loops are, beside the general way. */
import { assert, assertEquals } from "@std/assert";
import {
  adaGrad,
  adam,
  gradientDescent,
  matrix,
  momentum,
  nesterov,
  Network,
  type NetworkParameters,
  numpyRandom,
  oneHot,
  type Optimizer,
  rmsProp,
  takeRows,
  transpose,
} from "kobai";
import { type Descent, descentFrom } from "../../../lib/learning/_descent.ts";
import { residentDescent } from "../../../lib/learning/_resident.ts";
import { howMany } from "../../_support/how_many.ts";
import { assertSame, drawMatrix } from "../../_support/matrices.ts";
import { type Draw, forSeeds } from "../../_support/seeded.ts";

const OPTIMIZERS = [
  adaGrad,
  adam,
  gradientDescent,
  momentum,
  nesterov,
  rmsProp,
];
const ACTIVATIONS = ["sigmoid", "tanh", "relu"] as const;

function oneOf<T>(draw: Draw, list: readonly T[]): T {
  return list[draw.integer(0, list.length - 1)]!;
}

/** A network, samples and an optimizer: what both ways start from. */
interface Start {
  readonly network: Network;
  readonly data: { x: ReturnType<typeof matrix>; t: ReturnType<typeof matrix> };
  readonly optimizer: Optimizer;
}

function drawStart(draw: Draw): Start {
  const size = () => draw.integer(1, oneOf(draw, [3, 9, 20]));
  const sizes = Array.from({ length: draw.integer(2, 4) }, size);
  const output = oneOf(draw, ["softmax", "identity"] as const);
  const network = new Network(sizes, draw.random, {
    activation: sizes.slice(2).map(() => oneOf(draw, ACTIVATIONS)),
    output,
  });
  const rows = draw.integer(1, 30), outputs = sizes.at(-1)!;
  // Far out units saturate, and now and then a loss is not finite.
  const most = oneOf(draw, [1, 3, 100, 1e155]);
  const x = draw.random() < 0.5
    ? drawMatrix(draw, rows, sizes[0]!, -most, most)
    : transpose(drawMatrix(draw, sizes[0]!, rows, -most, most));
  const classes = Array.from(
    { length: rows },
    () => draw.integer(0, outputs - 1),
  );
  const t = output === "softmax"
    ? oneHot(classes, outputs)
    : drawMatrix(draw, rows, outputs);
  const optimizer = oneOf(draw, OPTIMIZERS)({
    learningRate: oneOf(draw, [0.01, 0.3]),
    weightDecay: oneOf(draw, [0, 0.1]),
  });
  return { network, data: { x, t }, optimizer };
}

function bothWays(
  { network, data, optimizer }: Start,
  batchSize: number,
): [Descent<NetworkParameters> | undefined, Descent<NetworkParameters>] {
  return [
    residentDescent(network, data, optimizer, batchSize, "train"),
    descentFrom(
      network.parameters,
      (parameters, batch) =>
        network.withParameters(parameters).loss(
          takeRows(data.x, batch),
          takeRows(data.t, batch),
        ),
      optimizer,
      "train",
    ),
  ];
}

Deno.test("residentDescent() has the bits of gradient() and optimizer", () => {
  let finite = 0, others = 0;
  forSeeds("resident", howMany(150, 5000), (draw) => {
    const start = drawStart(draw), { rows } = start.data.x;
    const batchSize = draw.integer(1, rows);
    const [resident, general] = bothWays(start, batchSize);
    assert(resident !== undefined);
    let copy: NetworkParameters | undefined;
    for (let step = 0; step < 4; step++) {
      // The last batch of an epoch is shorter, and samples may come again.
      const batch = Array.from(
        { length: draw.integer(1, batchSize) },
        () => draw.integer(0, rows - 1),
      );
      const loss = general.step(batch);
      assertEquals(resident.step(batch), loss);
      if (Number.isFinite(loss)) finite++;
      else others++;
      copy = resident.parameters(draw.random() < 0.5 ? copy : undefined);
      for (const [name, matrix] of Object.entries(general.parameters())) {
        assertSame(copy[name]!, matrix);
      }
    }
    // The next one finds the memory as this one has left it.
    resident.end!();
  });
  assert(finite > 100 && others > 3, `${finite} finite losses, ${others} not`);
});

Deno.test("residentDescent() leaves what it cannot do to the general way", () => {
  const network = new Network([2, 3, 2], numpyRandom(0));
  const x = matrix([[1, 2], [3, 4]]), t = matrix([[1, 0], [0, 1]]);
  const way = (
    { network: one = network, targets = t, optimizer = adam() as Optimizer },
  ) => residentDescent(one, { x, t: targets }, optimizer, 2, "train");
  assert(way({}) !== undefined);
  class Own extends Network {}
  assertEquals(way({ network: new Own([2, 2], numpyRandom(0)) }), undefined);
  const shares = matrix([[0.5, 0.5], [0, 1]]);
  assertEquals(way({ targets: shares }), undefined);
  assertEquals(way({ targets: matrix([[1, 1], [0, 1]]) }), undefined);
  assertEquals(way({ optimizer: { ...adam() } }), undefined);
});
