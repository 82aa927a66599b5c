/** The kit's own works, written as a script author would. */
import {
  affine,
  exp,
  fromFloat64Array,
  gradient,
  gradientDescent,
  matmul,
  type Matrix,
  matrix,
  multiply,
  Network,
  numericalGradient,
  numpyRandom,
  sigmoid,
  SimpleNet,
  softmax,
  softmaxCrossEntropy,
  subtract,
  sum,
  train,
  trainParameters,
} from "kobai";
import {
  BATCH,
  lecture,
  type Net,
  netOf,
  oneHotOf,
  ramp,
  RATE,
  square,
} from "./inputs.ts";
import { repeated, serve, type Work } from "./serve.ts";

/** The numbers of some matrices, one after the other. */
function numbersOf(...matrices: Matrix[]): number[] {
  return matrices.flatMap((one) => [...one.toFloat64Array()]);
}

function parametersOf({ sizes, W1, b1, W2, b2 }: Net) {
  const [features, hidden, classes] = sizes;
  return {
    W1: fromFloat64Array(W1, features, hidden),
    b1: fromFloat64Array(b1, 1, hidden),
    W2: fromFloat64Array(W2, hidden, classes),
    b2: fromFloat64Array(b2, 1, classes),
  };
}

function samplesOf(net: Net) {
  const [features, , classes] = net.sizes;
  return {
    x: fromFloat64Array(net.x, BATCH, features),
    t: fromFloat64Array(oneHotOf(net), BATCH, classes),
  };
}

type Parameters = ReturnType<typeof parametersOf>;

function lossOf(net: Net): (at: Parameters) => Matrix {
  const { x, t } = samplesOf(net);
  return ({ W1, b1, W2, b2 }) =>
    softmaxCrossEntropy(affine(sigmoid(affine(x, W1, b1)), W2, b2), t);
}

/** Steps by `gradient`, the update written out. */
function step(name: string): Work {
  const net = netOf(name), loss = lossOf(net);
  const next = (at: Parameters): Parameters => {
    const slope = gradient(loss, at);
    return {
      W1: subtract(at.W1, multiply(RATE, slope.W1)),
      b1: subtract(at.b1, multiply(RATE, slope.b1)),
      W2: subtract(at.W2, multiply(RATE, slope.W2)),
      b2: subtract(at.b2, multiply(RATE, slope.b2)),
    };
  };
  let at = parametersOf(net);
  return {
    run(calls) {
      for (let i = 0; i < calls; i++) at = next(at);
    },
    result: () => numbersOf(...Object.values(next(parametersOf(net)))),
  };
}

/** Steps inside `train`: an epoch is one batch. */
function training(name: string): Work {
  const net = netOf(name), samples = samplesOf(net);
  let network = new Network(net.sizes, parametersOf(net), {
    activation: "sigmoid",
  });
  const random = numpyRandom(0);
  const trained = async (start: Network, epochs: number) =>
    (await train(start, samples, {
      ...{ epochs, batchSize: BATCH, random },
      optimizer: gradientDescent({ learningRate: RATE }),
    })).network;
  return {
    async run(calls) {
      network = await trained(network, calls);
    },
    async result() {
      const start = new Network(net.sizes, parametersOf(net), {
        activation: "sigmoid",
      });
      const { parameters } = await trained(start, 1);
      return numbersOf(...Object.values(parameters));
    },
  };
}

const wide = (of: string): Matrix => {
  const n = Number(of);
  return fromFloat64Array(ramp(n, 8, 5), n / 10, 10);
};

const unary = (f: (x: Matrix) => Matrix) => (of: string): Work => {
  const x = wide(of);
  return repeated(() => f(x), () => numbersOf(f(x)));
};

await serve({
  lecture() {
    const W = matrix(lecture.W), x = matrix(lecture.x), t = matrix(lecture.t);
    const f = () => numericalGradient((W) => new SimpleNet(W).loss(x, t), W);
    return repeated(f, () => numbersOf(f()));
  },
  numerical(name) {
    const net = netOf(name), loss = lossOf(net), at = parametersOf(net);
    const f = () => numericalGradient(loss, at);
    return repeated(f, () => numbersOf(...Object.values(f())));
  },
  step,
  training,
  matmul(of) {
    const n = Number(of);
    const [A, B] = square(n).map((list) => fromFloat64Array(list, n, n));
    return repeated(() => matmul(A!, B!), () => numbersOf(matmul(A!, B!)));
  },
  exp: unary(exp),
  softmax: unary(softmax),
  sum: unary((x) => sum(x)),
  // Set up where it is asked for: that takes two million normals.
  async cbow() {
    const { batchSize, loss, random, samples, start, steps } = await import(
      "./cbow.ts"
    );
    const optimizer = gradientDescent({ learningRate: 0.5 });
    return {
      async run(calls) {
        const epochs = Math.ceil(calls / steps);
        await trainParameters(loss, start, {
          ...{ samples, batchSize, random, optimizer, epochs },
        });
      },
      result: () => [
        loss(start, Array.from({ length: batchSize }, (_, i) => i)).item(),
      ],
    };
  },
});
