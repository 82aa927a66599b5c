/**
 * The works of numpy-ts. Its documentation says that tight loops and benches
 * give arrays back at once: `using`.
 */
import {
  BATCH,
  lecture,
  netOf,
  oneHotOf,
  ramp,
  RATE,
  square,
} from "./inputs.ts";
import { repeated, serve, type Work } from "./serve.ts";

// A text in between: only who runs this fetches the package.
const name = "numpy-ts";
const np = await import(name);
// deno-lint-ignore no-explicit-any
type NDArray = any;

const H = 1e-4;

const of = (list: ArrayLike<number>, ...shape: number[]): NDArray =>
  np.array(Array.from(list)).reshape(...shape);
const numbersOf = (...arrays: NDArray[]): number[] =>
  arrays.flatMap((one) => one.ravel().tolist());

function numericalGradient(f: () => number, arrays: NDArray[]): number[] {
  const slopes: number[] = [];
  for (const W of arrays) {
    const [rows, columns] = W.shape;
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const value = W.get([row, column]);
        W.set([row, column], value + H);
        const above = f();
        W.set([row, column], value - H);
        slopes.push((above - f()) / (2 * H));
        W.set([row, column], value);
      }
    }
  }
  return slopes;
}

function sigmoid(z: NDArray): NDArray {
  using minus = np.negative(z);
  using power = np.exp(minus);
  using sum = np.add(power, 1);
  return np.reciprocal(sum);
}

function affine(x: NDArray, W: NDArray, b: NDArray): NDArray {
  using product = np.matmul(x, W);
  return np.add(product, b);
}

function softmax(z: NDArray): NDArray {
  using top = np.max(z, 1, true);
  using below = np.subtract(z, top);
  using power = np.exp(below);
  using total = np.sum(power, 1, true);
  return np.divide(power, total);
}

function made(name: string) {
  const net = netOf(name), [features, hidden, classes] = net.sizes;
  return {
    x: of(net.x, BATCH, features),
    t: of(oneHotOf(net), BATCH, classes),
    W1: of(net.W1, features, hidden),
    b1: of(net.b1, 1, hidden),
    W2: of(net.W2, hidden, classes),
    b2: of(net.b2, 1, classes),
  };
}

type Made = ReturnType<typeof made>;

function lossOf({ x, t, W1, b1, W2, b2 }: Made): number {
  using before = affine(x, W1, b1);
  using h = sigmoid(before);
  using z = affine(h, W2, b2);
  using top = np.max(z, 1, true);
  using below = np.subtract(z, top);
  using power = np.exp(below);
  using total = np.sum(power, 1, true);
  using log = np.log(total);
  using right = np.multiply(below, t);
  return (Number(np.sum(log)) - Number(np.sum(right))) / BATCH;
}

/** W - RATE · slope; the slope and what W was are given back. */
function moved(W: NDArray, slope: NDArray): NDArray {
  using way = np.multiply(slope, RATE);
  const next = np.subtract(W, way);
  W.dispose();
  slope.dispose();
  return next;
}

function step(net: Made): void {
  const { x, t } = net;
  using before = affine(x, net.W1, net.b1);
  using h = sigmoid(before);
  using z = affine(h, net.W2, net.b2);
  using y = softmax(z);
  using off = np.subtract(y, t);
  using dz = np.divide(off, BATCH);
  using back = np.matmul(dz, net.W2.T);
  using minus = np.negative(h);
  using rest = np.add(minus, 1);
  using slope = np.multiply(h, rest);
  using dh = np.multiply(back, slope);
  net.W2 = moved(net.W2, np.matmul(h.T, dz));
  net.b2 = moved(net.b2, np.sum(dz, 0, true));
  net.W1 = moved(net.W1, np.matmul(x.T, dh));
  net.b1 = moved(net.b1, np.sum(dh, 0, true));
}

function steps(name: string): Work {
  const net = made(name);
  return {
    run(calls) {
      for (let i = 0; i < calls; i++) step(net);
    },
    result() {
      const fresh = made(name);
      step(fresh);
      return numbersOf(fresh.W1, fresh.b1, fresh.W2, fresh.b2);
    },
  };
}

const unary = (f: (x: NDArray) => NDArray | number) => (size: string): Work => {
  const n = Number(size), x = of(ramp(n, 8, 5), n / 10, 10);
  return repeated(() => {
    const y = f(x);
    if (typeof y === "object") y.dispose();
  }, () => {
    const y = f(x);
    return typeof y === "object" ? numbersOf(y) : [y];
  });
};

await serve({
  lecture() {
    const W = of(lecture.W.flat(), 2, 3), x = of(lecture.x.flat(), 1, 2);
    const t = of(lecture.t.flat(), 1, 3);
    const loss = () => {
      using z = np.matmul(x, W);
      using y = softmax(z);
      using log = np.log(y);
      using right = np.multiply(log, t);
      return -Number(np.sum(right));
    };
    const f = () => numericalGradient(loss, [W]);
    return repeated(f, f);
  },
  numerical(name) {
    const net = made(name), { W1, b1, W2, b2 } = net;
    const f = () => numericalGradient(() => lossOf(net), [W1, b1, W2, b2]);
    return repeated(f, f);
  },
  step: steps,
  training: steps,
  matmul(size) {
    const n = Number(size), [A, B] = square(n).map((list) => of(list, n, n));
    return repeated(
      () => np.matmul(A, B).dispose(),
      () => numbersOf(np.matmul(A, B)),
    );
  },
  exp: unary((x) => np.exp(x)),
  softmax: unary(softmax),
  sum: unary((x) => np.sum(x)),
});
